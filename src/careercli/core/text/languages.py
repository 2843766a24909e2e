"""Languages, apart from the model, since every start needs them."""

from collections.abc import Mapping

#: The code of a language, as in `en` or `fr`. Which there are is data: see `careercli.locale.languages`.
Lang = str
#: The language in which the program and its data are written first.
SOURCE: Lang = "en"


def text_in(texts: Mapping[Lang, str], lang: Lang) -> str:
    """A text in a language; in the first one where it has none, else in any."""
    return texts.get(lang) or texts.get(SOURCE) or next(iter(texts.values()), "")
