"""The diplomas of the country in which the ways in are told, in words."""

from careercli.core.careers.access import Access
from careercli.core.careers.study import YEARS_TO_DIPLOMA
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say

#: The levels of a trade certificate or none, and of a doctorate, in the French framework of diplomas.
TRADE, DOCTORATE = 3, 8


def level_word(level: int, say: Say, years: int | None = None) -> str:
    """A level of the French framework of diplomas, 3 to 8; `years` to it where they are others than usual."""
    return {
        3: say("vocational or none (CAP)"),
        4: say("high school (bac)"),
        5: say("associate’s (bac+2)"),
        6: say("bachelor’s (bac+3)"),
        7: say("master’s (bac+5)"),
        8: say("doctorate (bac+{n})", n=years or round(YEARS_TO_DIPLOMA[DOCTORATE])),
    }[level]


def brief_level(level: int, years: float | None, say: Say) -> str:
    """The same in a word, where diplomas are told: of a doctorate the years to it."""
    if level == DOCTORATE:
        return say("bac+{n}", n=round(years or YEARS_TO_DIPLOMA[DOCTORATE]))
    return say("CAP at most") if level == TRADE else level_word(level, say)


def access_words(access: Access, say: Say) -> str:
    """A country's way in, after the level of its diploma where it does not say that itself."""
    doctor = access.level == DOCTORATE
    level = brief_level(access.level, access.years, say) if doctor else level_word(access.level, say)
    said = level in access.text or (access.level == TRADE and "CAP" in access.text)
    return access.text if said else f"{capitalized(level)}. {access.text}"
