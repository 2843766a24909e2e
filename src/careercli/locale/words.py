"""Words and short forms that several reports and pages share."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from careercli.core.careers.model import Group, PayBand, Source, TimeToEnter
from careercli.core.careers.occupation import APPRENTICESHIP, Apprenticeship
from careercli.core.text.citations import (
    EDITORIAL,
    JUDGED,
    JUDGED_AGAIN,
    JUDGED_FIRST,
    OPENING,
    drop_citations,
    replace_citations,
)
from careercli.locale import NO_BREAK, Say

#: What marks a figure that counts another group than the career.
MARK = "≈"
#: What marks the best of a row.
BEST = "◆"
#: What marks the pay of a wider place than was asked for, and a figure that rests on few answers.
WIDER, THIN = "†", "‡"
#: What marks a career of which it is not known whether it keeps a limit.
UNSURE = "(?)"
#: Characters of the name of a place that a column has room for.
ROOM_FOR_PLACE = 20


def marked(figure: str, of: Group | None) -> str:
    """A figure, marked where it counts another group than the career."""
    return figure if of is None or of.own or figure in ("", "–") else f"{MARK}{NO_BREAK}{figure}"


def marked_name(
    name: str, say: Say, *, unsure: bool = False, hidden: bool = False, abroad: bool = False, kin: int = 0
) -> str:
    """The name of a career, marked where it may not keep one's limits, is not for one, or is not in one's country.

    `kin` are so many more that have but the figures of the group.
    """
    marks = [f"(+{kin})"] if kin else []
    marks += [UNSURE] if unsure else []
    marks += [say("(abroad)")] if abroad else []
    marks += [say("(not for you)")] if hidden else []
    return NO_BREAK.join([name, *marks])


def short_place(name: str) -> str:
    """A place by its first city: Austin, TX for Austin-Round Rock-San Marcos, TX."""
    cities, _, reach = name.partition(", ")
    return f"{cities.partition('-')[0]}, {reach.partition('-')[0]}" if reach and len(name) > ROOM_FOR_PLACE else name


def stars(count: int | None, out_of: int, say: Say) -> str:
    """★★★☆☆ 3 of 5; a dash where there is no rating."""
    if count is None:
        return "–"
    return f"{'★' * count}{'☆' * (out_of - count)} " + say("{count} of {out_of}", count=count, out_of=out_of).replace(
        " ", NO_BREAK
    )


class Reference(NamedTuple):
    """A source as a text refers to it: its number, and the year where it is old; then a figure is told with it."""

    number: int
    year: str = ""


def references_of(sources: Iterable[Source], say: Say) -> dict[str, Reference]:
    """How texts refer to the numbered sources. What a law says does not age."""
    return {
        source.id: Reference(source.number, source.date[:4] if source.kind != "law" and say.is_old(source.date) else "")
        for source in sources
        if source.number is not None
    }


def cite(text: str, references: Mapping[str, Reference], say: Say) -> str:
    """A text with its citations as numbers: `[@a; @b]` becomes [1, 2], and our judgement in words or as a sign.

    An old source brings its year, [3 (2019)], unless the text has it.
    """
    if OPENING not in text:  # most texts
        return text

    def shown(ids: list[str]) -> str:
        known = [
            f"{number}{NO_BREAK}({year})" if year and year not in plain else str(number)
            for number, year in (references[id_] for id_ in ids if id_ in references)
        ]
        judged = f" ({say('our judgment')})" if EDITORIAL in ids else ""
        if JUDGED_FIRST in ids:
            judged = " (" + say("our judgment, from here on {sign}", sign=f"[{JUDGED}]") + ")"
        if JUDGED_AGAIN in ids:
            known.insert(0, JUDGED)
        return judged + (f" [{', '.join(known)}]" if known else "")

    plain = drop_citations(text)
    return replace_citations(text, shown)


def shown_of(shown: str, rows: int, fitting: int, total: int, say: Say, *, unsure: bool = False) -> str:
    """3 careers of the 9 that fit, or all of them where not all careers do; of `unsure` ones it is not said."""
    if rows < fitting:
        return say("{shown} of {total}", shown=shown, total=say.number(fitting))
    return say("{shown}, all that fit", shown=shown) if rows < total and not unsure else shown


def entry_word(entry: str | None, say: Say) -> str:
    """How hard it is to get in, in a word."""
    return {"easy": say("easy"), "medium": say("medium"), "hard": say("hard")}.get(entry or "", "–")


def remote_word(remote: str, say: Say) -> str:
    """How often the work can be done from afar."""
    return {"rarely": say("rarely"), "sometimes": say("sometimes"), "often": say("often")}.get(remote, remote)


def pay_word(direction: str, say: Say) -> str:
    """Pay against another career, in words."""
    return {
        "lower": say("lower"),
        "lower-similar": say("lower to similar"),
        "similar": say("similar"),
        "similar-higher": say("similar to higher"),
        "higher": say("higher"),
    }[direction]


def interest_names(say: Say) -> dict[str, str]:
    """The six types of interest, each in a word."""
    return {
        "R": say("Realistic"),
        "I": say("Investigative"),
        "A": say("Artistic"),
        "S": say("Social"),
        "E": say("Enterprising"),
        "C": say("Conventional"),
    }


def basis_word(basis: str, say: Say) -> str:
    """What a figure rests on."""
    return {
        "official": say("official statistics"),
        "survey": say("survey"),
        "records": say("pay records"),
        "market": say("market figure"),
        "editorial": say("our judgment"),
        "measured": say("measured"),
    }[basis]


def span(low: str, high: str, say: Say) -> str:
    """From what to what, or the one amount that both ends are."""
    return low if low == high else say("{low} to {high}", low=low, high=high)


def band_amounts(band: PayBand, say: Say) -> str:
    """The figures of a band: its range, and its middle where it has one."""

    def money(value: float) -> str:
        return say.money(value, band.currency)

    low = band.low if band.low is not None else band.p10 if band.p10 is not None else band.p25
    high = band.high if band.high is not None else band.p90 if band.p90 is not None else band.p75
    parts = []
    if low is not None and band.can_pass is not None:
        parts.append(say("{low} to more than {amount}", low=money(low), amount=money(band.can_pass)))
    elif band.can_pass is not None:
        parts.append(say("can exceed {amount}", amount=money(band.can_pass)))
    elif low is not None and high is not None:
        parts.append(span(money(low), money(high), say) + _middle(band, say))
    elif high is not None:
        parts.append(say("up to {high}", high=money(high)))
    elif low is not None:
        parts.append(say("from {low}", low=money(low)))
    if band.p50 is not None:
        parts.append(say("median {amount}", amount=money(band.p50)))
    elif band.mean is not None:
        parts.append(say("mean {amount}", amount=money(band.mean)))
    return ", ".join(parts)


def _middle(band: PayBand, say: Say) -> str:
    """Of whom a range of percentiles speaks."""
    if band.low is not None or band.high is not None:
        return ""
    if band.p10 is not None and band.p90 is not None:
        return " " + say("for the middle 80%")
    return " " + say("for the middle half") if band.p25 is not None and band.p75 is not None else ""


def period_word(band: PayBand, say: Say) -> str:
    """Gross a year, net a month."""
    period = {
        "year": say("a year"),
        "month": say("a month"),
        "day": say("a day"),
        "hour": say("an hour"),
    }[band.period]
    return f"{say('gross') if band.tax == 'gross' else say('net')} {period}"


#: Months from which on a time is told in years, and those whose multiples are halves of years.
YEARS_FROM, HALF_YEAR = 24, 6


def time_words(times: Sequence[TimeToEnter], say: Say) -> str:
    """How long it takes to be hired from each start, with citations: one where all have the same."""
    starts = {
        "school": say("from school"),
        "nearest": say("from a related job"),
        "elsewhere": say("from any other job"),
    }
    cited = [f" [@{time.source or EDITORIAL}]" for time in times]
    if len(set(cited)) == 1:
        cited = [*[""] * (len(times) - 1), cited[-1]]
    told = (f"{span_words(time.low, time.high, say)} {starts[time.start]}" for time in times)
    return ", ".join(text + source for text, source in zip(told, cited, strict=True))


def span_words(low: float, high: float, say: Say) -> str:
    """A time from some months to others, in years where it is long or comes to halves of years."""
    halves = low > 2 * HALF_YEAR and not low % HALF_YEAR and not high % HALF_YEAR
    if low >= YEARS_FROM or halves:
        ends = {name: _short(months / 12, say) for name, months in (("low", low), ("high", high))}
        if ends["low"] != ends["high"]:
            return say("{low} to {high} years", **ends)
        return (
            say.count("{n} year", "{n} years", int(low / 12))
            if low % 12 == 0
            else say("{years} years", years=ends["low"])
        )
    if low != high:
        return say("{low} to {high} months", low=say.number(low), high=say.number(high))
    return say.count("{n} month", "{n} months", int(low))


def _short(value: float, say: Say) -> str:
    """A number with a decimal only where it needs one."""
    return say.number(value, 0 if round(value, 1) == int(value) else 1)


def source_line(source: Source, say: Say) -> str:
    """A source as one entry of a bibliography: where it stands, where we read it, and what must be said of it."""
    parts = [source.publisher, source.title, say.date(source.date), say.country_name(source.place)]
    line = ", ".join(parts) + ". " + source.address
    remarks = [_read_at(source, say)] if source.via else []
    if note := source.note.get(say.lang):
        remarks.append(note)
    return f"{line} ({say.semicolon.join(remarks)})" if remarks else line


def shorter_source_lines(source: Source, say: Say) -> tuple[str, ...]:
    """The same entry ever shorter: its remark goes, then its title or its address; who, when and where read stay."""
    read = f" ({say('read at {page}', page=source.via)})" if source.via else ""
    date = say.date(source.date) + read
    unnamed = f"{source.publisher}, {date}"
    named = f"{source.publisher}, {source.title}, {date}"
    return (f"{named}. {source.address}", f"{unnamed}. {source.address}", named, unnamed)


def _read_at(source: Source, say: Say) -> str:
    """The page that told us, with its date, its language and its address where that is another."""
    page = [source.via or ""]
    if source.via_date:
        page.append(say.date(source.via_date))
    if source.via_lang:
        page.append(in_language(source.via_lang, say))
    if source.via_address and source.via_address != source.address:
        page.append(source.via_address)
    return say("read at {page}", page=", ".join(page))


def in_language(code: str, say: Say) -> str:
    """In which language a page is written; the code where we have no name."""
    names = {
        "en": say("in English"),
        "fr": say("in French"),
        "de": say("in German"),
        "es": say("in Spanish"),
        "nl": say("in Dutch"),
        "pt": say("in Portuguese"),
    }
    return names.get(code, code)


def licence_words(licence: str, say: Say) -> str:
    """A licence in the language; names of licences and of holders stay as they are."""
    words = {
        "© publisher": say("© publisher"),
        "© publishers": say("© publishers"),
        "© author": say("© author"),
        "© authors": say("© authors"),
        "facts cited": say("facts cited"),
        "figures cited": say("figures cited"),
        "findings cited": say("findings cited"),
        "legal text": say("legal text"),
        "court decision": say("court decision"),
        "US government work": say("US government work"),
    }
    return ", ".join(words.get(part, part) for part in licence.split(", "))


def round_to_sum(values: list[float], total: float, decimals: int) -> list[float]:
    """Values rounded to some decimals so that what is shown adds up to the total that is shown."""
    unit = 10**decimals
    floors = [int(value * unit + 1e-9) for value in values]
    order = sorted(range(len(values)), key=lambda n: floors[n] - values[n] * unit)
    for n in order[: max(0, round(total * unit) - sum(floors))]:
        floors[n] += 1
    return [floor / unit for floor in floors]


def measured_remark(say: Say) -> str:
    """Whom the measured stars count."""
    return say(
        "Nobody counts what each level earns: the table of all who do the work counts everybody in it, of every age."
    )


def in_country(label: str, country: str, say: Say) -> str:
    """What a label names, with the country where that holds: Usual entry (US)."""
    return f"{label} ({say.country_name(country, short=True)})" if country else label


def requirement_word(value: str, say: Say) -> str:
    """A requirement of the US projections in words."""
    return {
        "No formal educational credential": say("no diploma"),
        "High school diploma or equivalent": say("high school diploma"),
        "Postsecondary nondegree award": say("a certificate after school"),
        "Some college, no degree": say("some college, no degree"),
        "Associate's degree": say("associate’s degree (two years)"),
        "Bachelor's degree": say("bachelor’s degree"),
        "Master's degree": say("master’s degree"),
        "Doctoral or professional degree": say("doctorate or professional degree"),
        "None": say("none"),
        "Less than 5 years": say("less than 5 years"),
        "5 years or more": say("5 years or more"),
        "Short-term on-the-job training": say("up to a month"),
        "Moderate-term on-the-job training": say("one to twelve months"),
        "Long-term on-the-job training": say("more than a year"),
        APPRENTICESHIP: say("apprenticeship"),
        "Internship/residency": say("internship or residency"),
    }.get(value, value)


def apprenticeship_words(years: Apprenticeship | None, say: Say) -> str:
    """What an apprenticeship is, with how long it takes, where it is known, and who says so."""
    if years is None:
        return say("apprenticeship: paid work with classes")
    told = say(
        "apprenticeship of {low} to {high} years, mostly {usual}: paid work with classes",
        low=years.low,
        high=years.high,
        usual=years.usual,
    )
    return f"{told} [@{years.source}]"


def interest_words(say: Say) -> dict[str, str]:
    """The six types of interest in words."""
    return {
        "R": say("Realistic: hands and tools"),
        "I": say("Investigative: finding out"),
        "A": say("Artistic: making"),
        "S": say("Social: helping"),
        "E": say("Enterprising: leading"),
        "C": say("Conventional: ordering"),
    }


def zone_words(say: Say) -> dict[int, str]:
    """The preparation that each job zone stands for."""
    return {
        1: say("little or no preparation: some days to a few months"),
        2: say("some preparation: often school to the end and up to a year on the job"),
        3: say("medium preparation: vocational training, an apprenticeship or a short degree"),
        4: say("considerable preparation: mostly a bachelor’s degree and some years of work"),
        5: say("extensive preparation: mostly a master’s degree, a doctorate or more"),
    }
