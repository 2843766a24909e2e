"""Languages, apart from the model, since every start needs them."""

#: The code of a language, as in `en` or `fr`. Which there are is data: see `careercli.locale.languages`.
Lang = str
#: The language in which the program and its data are written first.
SOURCE: Lang = "en"
LANGS: tuple[Lang, ...] = ("en", "fr")
