"""What people call criteria, units and diplomas: the words that limits are read by, and what criteria are called.

Each message holds all the words of one thing with commas between, the name by which we call it first. A translation
has those of its language, as many as there are.
"""

from collections.abc import Mapping, Sequence

from careercli.core.careers.listing import BY_FAMILY, BY_NAME
from careercli.core.careers.study import YEARS_TO_DIPLOMA
from careercli.core.comparing.criteria import (
    CRITERIA,
    STUDY_OF_LEVEL,
    YEARS_OF_LEVEL,
    YEARS_OF_STUDY,
    Operator,
    Studied,
    Words,
)
from careercli.core.text.ids import fold
from careercli.locale import Say
from careercli.locale.diploma_words import level_word
from careercli.locale.pay_words import share_below
from careercli.locale.person_words import study_words

_REMOTE = {"rarely": 0.0, "sometimes": 0.5, "often": 1.0}
_EASE = {"easy": 1.0, "medium": 2.0, "hard": 3.0}


def criterion_names(say: Say) -> dict[str, tuple[str, ...]]:
    """What each criterion is called: our own name for it, then others."""
    names = {
        "pay": say("pay, salary, wage, wages, earnings, income, median, money"),
        "stars": say("stars, star"),
        "entry": say("preparation, entry, zone, job zone"),
        "ease": say("getting in, entry, ease"),
        "years": say("years of study, years, study, studies, school"),
        "time": say("months to be hired, time, months, time to enter"),
        "level": say("diploma, level, diploma level"),
        "growth": say("growth, outlook"),
        "openings": say("openings a year, openings, vacancies"),
        "employment": say("people employed, employment, employed, size, jobs"),
        "leaving": say("leaving a year, leaving, leave, turnover"),
        "stopping": say("stopping work a year, stopping, exits"),
        "changing": say("changing occupation a year, changing, transfers"),
        "degree": say("with a bachelor’s degree or more, degree, degrees, schooling"),
        "remote": say("work from afar, remote, remotely, from home, home office, telework, work from home"),
        "apprenticeship": say("training as an apprentice, apprenticeship, apprenticeships, apprentice"),
        "freelance": say("self-employment, freelance, self-employed, freelancing"),
        "ai": say("AI: tasks by people’s judgment, ai, ai tasks, ai people"),
        "ai-model": say("AI: tasks by a model’s judgment, ai model"),
        "ai-use": say("AI: applicability in conversations, ai use, ai applicability"),
        "ai-talk": say("AI: share of conversations, ai talk, ai conversations"),
    }
    return {id_: _split(text) for id_, text in names.items()}


def criterion_name(criterion: str, say: Say) -> str:
    """Our own name for a criterion."""
    return criterion_names(say)[criterion][0]


def typed_name(criterion: str, say: Say) -> str:
    """The short name by which one types a criterion."""
    return say.of(CRITERIA[criterion].called)


def column_title(criterion: str, say: Say) -> str:
    """What a column of a criterion is called, in a word or two."""
    titles = {
        "years": say("Study"),
        "time": say("Hired in"),
        "level": say("Diploma"),
        "openings": say("Openings"),
        "employment": say("Employed"),
        "leaving": say("Leaving"),
        "stopping": say("Stopping"),
        "changing": say("Changing"),
        "degree": say("Degrees"),
        "freelance": say("Self-employed"),
        "ai": say("AI, people"),
        "ai-model": say("AI, model"),
        "ai-use": say("AI, use"),
        "ai-talk": say("AI, talk"),
    }
    return titles.get(criterion) or criterion_name(criterion, say)


def order_names(say: Say) -> list[str]:
    """What the order by name is called, folded."""
    return _folded(say("name, alphabet"))


def family_names(say: Say) -> list[str]:
    """What the order by field of work is called, folded."""
    return _folded(say("family, field"))


def said_value(criterion: str, value: float, say: Say) -> str:
    """A value of a criterion in words and figures."""
    unit = CRITERIA[criterion].unit
    if criterion == "growth":
        return say.percent(value)
    if criterion == "level":
        return level_word(round(value), say)
    if criterion == "entry":
        return say("{number} of 5", number=say.number(value))
    if unit == "%":
        return say.share(value / 100, 2 if 0 < value < 1 else 1)
    if unit == "year":
        return say.count("{n} year", "{n} years", round(value))
    number = say.number(value, 0 if value == int(value) else 1)
    return say("{number} months", number=number) if unit == "month" else number


def rank_remark(share: float, country: str, shown: str, say: Say) -> str:
    """How a limit on pay of one country is held against the figures of another, by the share who earn less."""
    if country == shown:
        return say(
            "{share}% of employees earn less than that, so the median must be above what they earn ({country}).",
            share=share_below(share, say),
            country=say.country_name(country),
        )
    return say(
        "There are no figures by occupation for {country}: {share}% of its employees earn less than that, so the "
        "median must be above what {share}% of employees earn ({shown}).",
        share=share_below(share, say),
        country=say.country_name(country),
        shown=say.country_name(shown, short=True),
    )


def unit_of(criterion: str, say: Say) -> str:
    """In what a criterion is counted, in words; empty where its name says it."""
    units = {
        "money": say("gross a year, in the currency of the figures or as written: `60k`, `45kEUR`, `40/h`"),
        "year": say("years"),
        "month": say("months"),
        "%": say("percent"),
    }
    ranges = {
        "stars": say("1 to 10"),
        "entry": say("job zone, 1 to 5"),
        "ease": say("easy, medium or hard; guides only"),
        "time": say("months from school, or from other studies with `--have`; guides only"),
        "level": say("bac, bac+2, bac+3, bac+5, bac+8"),
        "remote": say("rarely, sometimes, often; guides only"),
        "apprenticeship": say("yes or no, by official figures"),
    }
    return ranges.get(criterion) or units.get(CRITERIA[criterion].unit, "")


def level_names(level: int, say: Say) -> tuple[str, ...]:
    """What a level of diploma, 3 to 8, is called."""
    levels = {
        3: say("CAP, BEP, vocational certificate, trade certificate"),
        4: say("bac, high school, high school diploma, GED, A level, A levels, some college"),
        5: say("bac+2, BTS, DUT, associate, associate degree, associate’s degree, foundation degree, HND"),
        6: say(
            "bac+3, bac+4, BUT, licence, bachelor, bachelors, bachelor degree, bachelor’s degree, BA, BS, BSc, BEng,"
            " undergraduate degree"
        ),
        7: say("bac+5, bac+6, master, masters, master degree, master’s degree, MA, MS, MSc, MBA, MEng"),
        8: say("bac+8, doctorate, doctor, PhD, MD, JD"),
    }
    return _split(levels[level])


def _choices(say: Say) -> dict[str, dict[str, float]]:
    """The words that some criteria have in place of numbers."""
    ease = {"easy": say("easy"), "medium": say("medium"), "hard": say("hard")}
    remote = {"rarely": say("rarely"), "sometimes": say("sometimes"), "often": say("often")}
    return {
        "ease": {word: _EASE[id_] for id_, text in ease.items() for word in _folded(text)},
        "remote": {word: _REMOTE[id_] for id_, text in remote.items() for word in _folded(text)},
        "level": {fold(word): float(level) for level in YEARS_OF_LEVEL for word in level_names(level, say)},
    }


def _units(say: Say) -> dict[str, str]:
    """The units that words mean; words that only join are empty."""
    units = {
        "year": say("year, years, yearly, annual, annually, yr"),
        "month": say("month, months, monthly, mo"),
        "hour": say("hour, hours, hourly, h, hr"),
        "net": say("net, take home, after tax"),
        "gross": say("gross, before tax"),
        "USD": say("dollar, dollars, bucks"),
        "EUR": say("euro, euros"),
        "%": say("percent, per cent, pct"),
        "": say("a, an, per, the, of, in, about, at, least, most, people"),
    }
    joining = {word: "" for text in (units.pop(""),) for word in _folded(text)}
    return joining | {word: unit for unit, text in units.items() for name in _folded(text) for word in name.split()}


def _compared(say: Say) -> dict[str, Operator]:
    least = say("at least, from, over, above, more than, minimum, min")
    most = say("at most, up to, under, below, less than, maximum, max")
    signs: dict[str, Operator] = dict.fromkeys(_folded(least), ">=")
    return signs | dict.fromkeys(_folded(most), "<=")


def words_of(says: Sequence[Say], conditions: Mapping[str, str]) -> Words:
    """All words of some languages at once; `conditions` are the ids of conditions of work by their folded names."""
    names: dict[str, tuple[str, ...]] = {id_.replace("-", " "): (id_,) for id_ in CRITERIA}
    choices: dict[str, dict[str, float]] = {}
    units: dict[str, str] = {}
    compared: dict[str, Operator] = {}
    study: dict[str, Studied] = {
        fold(name): Studied(STUDY_OF_LEVEL[level], years, YEARS_TO_DIPLOMA[level])
        for say in says
        for level, years in YEARS_OF_LEVEL.items()
        for name in level_names(level, say)
    }
    diplomas = {id_: level for level, id_ in STUDY_OF_LEVEL.items()}
    denied: list[str] = []
    undone: set[str] = set()
    for say in says:
        undone |= set(_folded(say("student, dropout, unfinished, failed, year, not, no, without, and, or")))
        for id_, called in criterion_names(say).items():
            for name in map(fold, called):
                names[name] = tuple(dict.fromkeys((*names.get(name, ()), id_)))
        for id_, words in _choices(say).items():
            choices[id_] = choices.get(id_, {}) | words
        spoken = _units(say)
        units |= {word: unit for word, unit in spoken.items() if unit or word not in units}
        compared |= _compared(say)
        for id_, years in YEARS_OF_STUDY.items():
            others = _split(say("no diploma, no degree, none, GCSE, GCSEs")) if id_ == "none" else ()
            studied = Studied(id_, years, YEARS_TO_DIPLOMA.get(diplomas.get(id_, 0), 0.0))
            study |= {fold(name): studied for name in (id_, study_words(say)[id_], *others)}
        denied += _folded(say("no, not, without, never, none of the"))
    denied.sort(key=len, reverse=True)
    orders = {
        name: order
        for order, called in ((BY_FAMILY, family_names), (BY_NAME, order_names))
        for say in says
        for name in called(say)
    }
    return Words(names, conditions, choices, study, units, compared, tuple(denied), frozenset(undone), orders)


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(","))


def _folded(text: str) -> list[str]:
    return [fold(part) for part in _split(text)]
