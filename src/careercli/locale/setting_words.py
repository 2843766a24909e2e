"""Settings in words: what each is called, and what its values mean."""

from careercli.locale import Say, languages

Value = str | bool | None


def setting_names(say: Say) -> dict[str, str]:
    """What the settings are called, by their keys."""
    return {
        "lang": say("Language"),
        "country": say("Country"),
        "color": say("In color"),
        "pager": say("Long pages with"),
        "accessible": say("Screen reader"),
        "palette": say("Colors"),
    }


def palette_words(say: Say) -> dict[str, str]:
    """The palettes."""
    return {
        "auto": say("those of your theme"),
        "contrast": say("stronger ones"),
        "mono": say("bold in place of colors"),
    }


def language_names() -> dict[str, str]:
    """The languages of the program, each in itself."""
    return {lang: Say(lang).language for lang in languages()}


def setting_value(key: str, value: Value, say: Say) -> str:
    """What a value of a setting means."""
    if key == "pager":
        return value if isinstance(value, str) and value else say("nothing, all at once")
    if isinstance(value, bool):
        return say("yes") if value else say("no")
    named = {"lang": language_names(), "palette": palette_words(say)}.get(key, {})
    if key == "country" and value:
        return say.country_name(value)
    return named.get(value or "", value or "–")
