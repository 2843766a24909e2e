"""How one gets into a career and what is hard about it, in a line of its card or of a verdict."""

from collections.abc import Sequence

from careercli.core.careers.model import Role
from careercli.core.careers.occupation import APPRENTICESHIP, Occupation
from careercli.core.careers.reports import OccupationReport
from careercli.core.careers.study_of import study_of
from careercli.core.text.citations import drop_citations
from careercli.core.text.plaintext import capitalized, within_sentence
from careercli.locale import NARROW, NO_BREAK, Say, words
from careercli.locale.diploma_words import access_words
from careercli.pages.forces import level_words

#: The level of schooling that a degree asked for is; percent that are not few.
ASKED = {"Associate's degree": "associate", "Bachelor's degree": "bachelor", "Master's degree": "master"}
MANY = 20


def way_in(report: OccupationReport, say: Say) -> str:
    """How one gets in: the country's own way, else what its employers usually ask."""
    occupation = report.occupation
    if occupation.access and say.country == report.reader_country:
        return access_words(occupation.access, say)
    told = []
    is_own = occupation.outlook is None or occupation.outlook.of.own
    if occupation.education and (is_own or not occupation.job_zone):  # that of a larger group says less than the zone
        asked = words.in_country(words.requirement_word(occupation.education, say), occupation.country, say)
        told.append(_licensed(asked, occupation, report, say))
        told += _with_more(occupation, say) or _with_less(occupation, say)
    elif occupation.job_zone:
        told.append(_licensed(words.zone_words(say)[occupation.job_zone], occupation, report, say))
        study = study_of(occupation)
        if study and study.how == "up-to":
            asked = words.requirement_word(occupation.education or "", say)
            told.append(say("in its larger group: {asked}", asked=asked))
    if occupation.training == APPRENTICESHIP:
        told.append(words.apprenticeship_words(occupation.apprenticeship, say))
    elif occupation.training not in (None, "", "None"):
        told.append(say("on the job: {training}", training=words.requirement_word(occupation.training, say)))
    return say.semicolon.join(told)


def _licensed(asked: str, occupation: Occupation, report: OccupationReport, say: Say) -> str:
    """What is asked, and that one needs a license where most who do the work do."""
    needed = occupation.license.need if occupation.license and say.country == report.reader_country else "some"
    if needed == "everywhere":
        return say("{asked} and a license", asked=asked)
    return say("{asked}, in most states with a license", asked=asked) if needed == "most" else asked


def _with_more(occupation: Occupation, say: Say) -> list[str]:
    """How many have studied further than is officially asked, where that is what most need."""
    held, study = occupation.education_held, study_of(occupation)
    if held is None or study is None or study.how != "mostly" or study.level is None:
        return []
    rising = list(level_words(say))
    more = sum(held.shares.get(level, 0) for level in rising[rising.index(study.level) :])
    told = {
        "associate": say("{share} of those who do it have a degree of two years or more"),
        "bachelor": say("{share} of those who do it have a bachelor’s degree or more"),
        "master": say("{share} of those who do it have a master’s degree or more"),
    }[study.level]
    return [told.format(share=words.marked(say.share(more / 100), held.of)) + f" [@{held.source}]"]


def _with_less(occupation: Occupation, say: Say) -> list[str]:
    """How many of those who do it have less than the degree that is usually asked, where they are not few."""
    held, asked = occupation.education_held, ASKED.get(occupation.education or "")
    if held is None or asked is None:
        return []
    rising = list(level_words(say))
    less = sum(held.shares.get(level, 0) for level in rising[: rising.index(asked)])
    if less < MANY:
        return []
    share = words.marked(say.share(less / 100), held.of)
    return [say("{share} have less", share=share) + f" [@{held.source}]"]


def guide_way_in(role: Role, say: Say, starts: int = 1) -> str:
    """How one gets into the career of a guide, and how long that takes from the first starts."""
    glance = next((section for section in role.sections if section.id == "at-a-glance"), None)
    badges = {badge.id: badge.text for badge in glance.badges} if glance else {}
    return sentences([badges.get("entry"), badges.get("education"), _time(role, say, starts)])


def _time(role: Role, say: Say, starts: int) -> str:
    """How long it takes from the first starts; else the years of study."""
    if role.time_to_enter:
        told = words.time_words(role.time_to_enter[:starts], say) if starts else ""
    else:
        low, high = role.study_years
        told = say("{low} to {high} years of study", low=low, high=high)
        if low == high:
            told = say.count("{n} year of study", "{n} years of study", low) if low else say("no studies needed")
    return capitalized(told)


def hard_words(role: Role, most: int) -> str:
    """What is hard about the career of a guide, the most telling first."""
    cons = next((section.cons[:most] for section in role.sections if section.id == "pros-cons"), ())
    return ", ".join(con.name if n == 0 else within_sentence(con.name) for n, con in enumerate(cons))


def sentences(texts: Sequence[str | None]) -> str:
    """Texts as sentences, each with its end; a source that one ends in stands before that."""
    return " ".join(text if _ended(text) else f"{text}." for text in texts if text)


def _ended(text: str) -> bool:
    """Whether a text has the end of a sentence, before or after its sources or a quotation mark."""
    return drop_citations(text).rstrip(f"”»’{NARROW}{NO_BREAK} ").endswith((".", "!", "?", "…"))
