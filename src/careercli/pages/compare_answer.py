"""What a comparison comes to, in one sentence."""

from collections.abc import Iterator, Sequence

from careercli.core.comparing.contrasts import Contrast, Criterion, find_contrasts
from careercli.core.comparing.reports import CompareReport
from careercli.core.text.plaintext import capitalized
from careercli.locale import Say
from careercli.pages.short_names import shorten

#: From how many times as much on that is told instead of a percentage, and up to where with a decimal.
TIMES, ROUND = 1.95, 3.0
#: How much is told, at most.
FACTS = 4


def say_answer(report: CompareReport, say: Say) -> str:
    """Who leads in what, by the same figures as the table, and of whom it is not known; empty where nothing is."""
    two = len(report.careers) == 2
    names = [career.name if two else shorten(career.name, say) for career in report.careers]
    country = say.country_name(report.shown, short=True) if report.abroad else ""
    found = find_contrasts(report.rows, told=report.pay_is_told, everybody=report.everybody_growth)[:FACTS]
    by_leader: dict[tuple[int, ...], list[Contrast]] = {}
    for contrast in found:
        leaders = () if contrast.first is None else tuple(sorted((contrast.first, *contrast.beside)))
        by_leader.setdefault(leaders, []).append(contrast)
    told = []
    for leaders, contrasts in by_leader.items():
        facts = _facts(contrasts, country, _paid_in(report, country, say), say, two=two)
        told.append(f"{say.joined([names[n] for n in leaders])}{say.colon}{facts}" if leaders else facts)
    text = say.semicolon.join(told)
    return " ".join([f"{capitalized(text)}.", *_say_unknown(found, names, say)]) if text else ""


def _paid_in(report: CompareReport, country: str, say: Say) -> str:
    """Where the pay is that is compared, if not all over the reader's country by its own figures of today."""
    if report.place:
        return report.place.name
    return say.country_name(report.reader_country, short=True) if report.pay_is_reckoned else country


def _say_unknown(contrasts: Sequence[Contrast], names: Sequence[str], say: Say) -> Iterator[str]:
    """Sentences on what is not known of some."""
    criteria: dict[tuple[int, ...], list[str]] = {}
    for contrast in contrasts:
        if contrast.unknown:
            criteria.setdefault(contrast.unknown, []).append(_criterion_word(contrast.criterion, say))
    for careers, criteria_words in criteria.items():
        lacking = say.joined([names[n] for n in careers])
        yield capitalized(say("{criteria}: not known for {names}.", criteria=say.joined(criteria_words), names=lacking))


def _facts(contrasts: list[Contrast], country: str, paid_in: str, say: Say, *, two: bool) -> str:
    """What a leader has more of; after it whose word that is: ours, or figures of a place or of another country."""
    by_note: dict[str, list[str]] = {}
    for contrast in sorted(contrasts, key=lambda contrast: contrast.judged):
        note = say("our judgment") if contrast.judged else paid_in if contrast.criterion == "pay" else country
        by_note.setdefault(note, []).append(_fact(contrast, say, two=two))
    if len(by_note) == 1:
        ((note, facts),) = by_note.items()
        return say.joined(facts) + (f" ({note})" if note else "")
    noted = [f"{', '.join(facts)} ({note})" if note else ", ".join(facts) for note, facts in by_note.items()]
    return say.joined(noted)


def _fact(contrast: Contrast, say: Say, *, two: bool) -> str:
    text = _words(contrast, say) if two else _words_of_several(contrast, say)
    if not contrast.marked:
        return text
    measured = two and contrast.first is not None and contrast.criterion in ("pay", "openings")
    return say("about {fact}", fact=text) if measured else say("probably {fact}", fact=text)


def _words(contrast: Contrast, say: Say) -> str:
    if contrast.first is None:
        return say("about the same pay")
    of_all = {
        "growth": say("faster growth"),
        "time": say("a shorter way in"),
        "entry": say("an easier way in"),
        "remote": say("more remote work"),
    }
    if contrast.criterion in of_all:
        return of_all[contrast.criterion]
    paid = contrast.criterion == "pay"
    if contrast.ratio < TIMES:
        share = say.share(contrast.ratio - 1)
        return say("{share} more pay", share=share) if paid else say("{share} more openings", share=share)
    times = _times(contrast.ratio, say)
    return say("{times} the pay", times=times) if paid else say("{times} the openings", times=times)


def _times(ratio: float, say: Say) -> str:
    shown = say.number(ratio, 1 if ratio < ROUND else 0)
    return say("twice") if shown == say.number(2, 1) else say("{n} times", n=shown)


def _words_of_several(contrast: Contrast, say: Say) -> str:
    if contrast.first is None:
        return say("about the same pay")
    if contrast.beside:
        return say("the most pay, about alike")
    return {
        "pay": say("the most pay"),
        "openings": say("the most openings"),
        "growth": say("the fastest growth"),
        "time": say("the shortest way in"),
        "entry": say("the easiest way in"),
        "remote": say("the most remote work"),
    }[contrast.criterion]


def _criterion_word(criterion: Criterion, say: Say) -> str:
    return {
        "pay": say("pay"),
        "openings": say("openings"),
        "growth": say("growth"),
        "time": say("time to be ready"),
        "entry": say("getting in"),
        "remote": say("remote work"),
    }[criterion]
