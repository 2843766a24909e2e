"""What one studies for a career in one short phrase, wherever it is told: lists, quiz, narrow screens, comparisons."""

from msgspec.structs import replace

from careercli.core.careers.study import Level, Study, Then
from careercli.locale import NO_BREAK, Say
from careercli.locale.diploma_words import level_word

#: The level of the end of school in the framework of diplomas.
BAC = 4


def study_phrase(study: Study | None, say: Say) -> str:
    """“high school + apprenticeship”, “mostly bachelor’s, 4 years”, “2 years, mostly 4”.

    Where the reader's country tells the way in, by its diplomas: “bac+2”. Empty where nothing is known.
    """
    if study is None:
        return ""
    if study.least is not None:
        return _of_guide(study, say)
    if study.diploma is not None:
        return level_word(study.diploma, say, study.to_diploma)
    if study.level is None:
        return ""
    if study.how == "up-to":
        return say("up to {years}", years=say.count("{n} year", "{n} years", round(study.years or 0)))
    if study.how == "mostly":
        return _mostly(study.level, say)
    return _followed(study.then, _bare(study.level, say), say) if study.then else _with_years(study.level, say)


def brief_study(study: Study | None, say: Say) -> str:
    """The same in a word or two: “high school +” where something follows, “mostly 4 years”."""
    if study is not None and study.diploma is None and study.then and study.how == "asked":
        return f"{brief_study(replace(study, then=None), say)}{NO_BREAK}+"
    if study is None or study.diploma is not None or not study.years:
        return study_phrase(study and replace(study, then=None), say)
    years = say.count("{n} year", "{n} years", round(study.years))
    if study.how == "mostly" or study.years > (study.least or study.years):
        return say("mostly {years}", years=years)
    return say("up to {years}", years=years) if study.how == "up-to" else years


def _of_guide(study: Study, say: Say) -> str:
    """The years that a guide gives: the least, and those that most take where these are more."""
    least, usual = round(study.least or 0), round(study.years or 0)
    if study.diploma is not None:
        least_word, usual_word = (say("bac+{n}", n=n) if n else level_word(BAC, say) for n in (least, usual))
        return say("{least}, mostly {usual}", least=least_word, usual=usual_word) if least < usual else usual_word
    if least < usual:
        return say.count("{n} year, mostly {usual}", "{n} years, mostly {usual}", least, usual=say.number(usual))
    return say.count("{n} year", "{n} years", least) if least else _bare("school", say)


def _mostly(level: Level, say: Say) -> str:
    return {
        "associate": say("mostly 2 years"),
        "bachelor": say("mostly bachelor’s, 4 years"),
        "master": say("mostly master’s, 6 years"),
    }.get(level) or _with_years(level, say)


def _with_years(level: Level, say: Say) -> str:
    """What is asked, and how long that takes."""
    return {
        "vocational": say("certificate, up to 1 year"),
        "college": say("some college, 1 year"),
        "associate": say("associate’s, 2 years"),
        "bachelor": say("bachelor’s, 4 years"),
        "master": say("master’s, 6 years"),
        "doctorate": say("doctorate, 8 years"),
    }.get(level) or _bare(level, say)


def _bare(level: Level, say: Say) -> str:
    return {
        "none": say("no diploma"),
        "school": say("high school"),
        "vocational": say("certificate"),
        "college": say("some college"),
        "associate": say("associate’s"),
        "bachelor": say("bachelor’s"),
        "master": say("master’s"),
        "doctorate": say("doctorate"),
    }[level]


def _followed(then: Then, studies: str, say: Say) -> str:
    return {
        "apprenticeship": say("{studies} + apprenticeship", studies=studies),
        "residency": say("{studies} + residency", studies=studies),
        "training": say("{studies} + year of training", studies=studies),
        "experience": say("{studies} + work experience", studies=studies),
        "years": say("{studies} + 5 years’ work", studies=studies),
    }[then]
