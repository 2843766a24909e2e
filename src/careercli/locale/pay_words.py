"""What a career pays where the reader is, in words: its stars, its money, and when one earns that."""

from careercli.core.careers.occupation import SelfEmployed
from careercli.core.careers.pay_here import PayHere
from careercli.locale import NO_BREAK, Say
from careercli.locale.words import marked, span


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
    whose = say("median {amount}", amount=span) if alone and pay.basis == "measured" else span
    return " · ".join([*told, f"{whose} {say('a year')}"])


def short_pay_here(pay: PayHere, say: Say, *, dated: bool = False) -> str:
    """The same for a cell of a table: ★ 6 · $104,000 to $136,000; `dated`: in which year, and whose word that is."""
    told = [f"★{NO_BREAK}{pay.stars}"] if pay.stars else []
    judged = f" ({say('our judgment')})" if dated else ""
    span = "" if pay.basis == "editorial" else pay_here_span(pay, say)
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


def why_no_wage(code: str, say: Say) -> str:
    """Why no wage is published for the occupations of the major group of a code; empty where nothing is known."""
    major = code[:2]
    why = say.label("no-wage", major)
    return "" if why == major else why


def no_wage_words(code: str, say: Say) -> str:
    """That an occupation has no wage here, and why."""
    return why_no_wage(code, say) or say("No wage is published for this occupation.")
