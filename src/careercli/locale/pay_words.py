"""What a career pays where the reader is, in words: its stars, its money, and when one earns that."""

from careercli.core.careers.occupation import NationalMedian, SelfEmployed
from careercli.core.careers.pay_here import PayHere
from careercli.core.text.plaintext import capitalized
from careercli.locale import NO_BREAK, Say
from careercli.locale.words import MARK, marked, span

#: The share who earn less from which it is told to the tenth, and the most percent that are told.
HIGH, MOST_BELOW = 0.99, 99.9


def pay_here_span(pay: PayHere, say: Say) -> str:
    """From what to what, the one amount, or the end that there is; empty where only stars are told."""
    ends = [say.money(end, pay.currency or "") for end in (pay.low, pay.high) if end is not None]
    return span(ends[0], ends[-1], say) if ends else ""


def pay_here_words(pay: PayHere, say: Say, *, alone: bool = True) -> str:
    """Stars, and when the money is earned; what is our judgement alone says so and tells none.

    `alone`: no label beside them says what they are.
    """
    stars = f"★{NO_BREAK}{pay.stars}"
    if alone:
        count = say("{count} of {out_of}", count=pay.stars, out_of=10).replace(" ", NO_BREAK)
        stars = say("pay {stars}", stars=f"★{NO_BREAK}{count}")
    told = [stars] if pay.stars else []
    span = pay_here_span(pay, say)
    if pay.basis == "editorial" or not span:
        return " · ".join([*told, say("our judgment")])
    if pay.basis == "expected":
        return " · ".join([*told, say("{amount} in year five", amount=span)])
    if pay.basis == "reckoned":
        return " · ".join([*told, f"{MARK}{NO_BREAK}{span} {terms_words(pay.tax, pay.period, say)}"])
    whose = say("median {amount}", amount=span) if alone and pay.basis == "measured" else span
    return " · ".join([*told, f"{whose} {say('a year')}"])


def short_pay_here(pay: PayHere, say: Say, *, dated: bool = False) -> str:
    """The same for a cell of a table: ★ 6 · $104,000 to $136,000; `dated`: in which year, and whose word that is."""
    told = [f"★{NO_BREAK}{pay.stars}"] if pay.stars else []
    judged = f" ({say('our judgment')})" if dated else ""
    span = "" if pay.basis == "editorial" else pay_here_span(pay, say)
    if pay.basis == "reckoned":
        span = f"{MARK}{NO_BREAK}{a_month(span, pay.period, say)}"
    if span and pay.basis == "expected" and dated:
        span = say("{amount} in year five", amount=span)
    text = " · ".join([*told, *([span] if span else [])])
    return text + (judged if pay.basis in ("expected", "editorial") else "")


def self_employed_words(left_out: SelfEmployed, say: Say) -> str:
    """How many of ten a figure of employees' pay leaves out, as they work for themselves."""
    year = [str(left_out.year)] if left_out.year else []
    return say(
        "{n} of 10 work for themselves and are not in it ({where})",
        n=marked(str(int(left_out.percent / 10 + 0.5)), left_out.of),
        where=", ".join([say.country_name(left_out.country, short=True), *year]),
    )


def terms_words(tax: str, period: str, say: Say) -> str:
    """What a pay is of, and for how long: gross a year."""
    periods = {"year": say("a year"), "month": say("a month"), "hour": say("an hour")}
    return f"{say('gross') if tax == 'gross' else say('net')} {periods[period]}"


def median_words(median: NationalMedian, say: Say) -> str:
    """About what the median of a country comes to by now, and from what we reckon that: whom it counted, and when."""
    now = say(
        "about {amount} {terms} in {year} ({country}), by our reckoning",
        amount=say.money(median.today, median.currency),
        terms=terms_words(median.tax, median.period, say),
        year=median.year,
        country=say.country_name(median.country, short=True),
    )
    counted = {"amount": say.money(median.amount, median.currency), "date": say.date(median.reference)}
    if median.of.own:
        then = say("half of full-time employees earned more than {amount} ({date})", **counted)
    else:
        then = say(
            "half of full-time employees of the group {group}, wider than this career, earned more than {amount} "
            "({date})",
            group=say.quoted(median.of.title),
            **counted,
        )
    cited = f" [{'; '.join(f'@{source}' for source in median.today_sources)}]" if median.today_sources else ""
    then = f"{then} [@{median.source}]"
    return say("{now}: {then}, and all pay has risen since", now=now, then=then) + cited


def share_below(share: float, say: Say) -> str:
    """The share who earn less, 0 to 1, in percent: above 99 to the tenth, for nobody earns more than all do."""
    return say.number(min(share * 100, MOST_BELOW), 1 if share > HIGH else 0)


def median_sentences(median: NationalMedian, say: Say) -> str:
    """The same as sentences, with where it stands among all employees there; why it says little, where it does."""
    if median.rough:
        return rough_words(median, say)
    rank = say("That is more than {share}% of all employees earn.", share=share_below(median.share, say))
    return f"{capitalized(median_words(median, say))}. {rank}"


def a_month(amount: str, period: str, say: Say) -> str:
    """An amount, for short with how often it is paid where that is not once a year."""
    if period == "year":
        return amount
    return say("{amount}/mo", amount=amount) if period == "month" else say("{amount}/h", amount=amount)


def reckoned_words(reference: str, say: Say) -> str:
    """Of when a median is, and to which year we have taken it."""
    years, year = reference.split(">")
    return say("{years}, taken to {year} by us as all pay rose", years=say.date(years), year=year)


def rough_words(median: NationalMedian, say: Say) -> str:
    """That the only median of a country there is counts trades of other pay."""
    return (
        say(
            "{country} counts it in the group {group}, half of which earned more than {amount} {terms} ({date}); "
            "others in it are paid so differently that this says little.",
            country=capitalized(say.the_country(median.country)),
            group=say.quoted(median.of.title),
            amount=say.money(median.amount, median.currency),
            terms=terms_words(median.tax, median.period, say),
            date=say.date(median.reference),
        )
        + f" [@{median.source}]"
    )


def why_no_wage(code: str, say: Say) -> str:
    """Why no wage is published for the occupations of the major group of a code; empty where nothing is known."""
    major = code[:2]
    why = say.label("no-wage", major)
    return "" if why == major else why


def no_wage_words(code: str, say: Say) -> str:
    """That an occupation has no wage here, and why."""
    return why_no_wage(code, say) or say("No wage is published for this occupation.")
