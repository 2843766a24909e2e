"""What a career of a list pays, how long one studies for it, and how many will do it, for short and in words."""

from careercli.core.quiz.reports import MatchData, MatchReport, MatchRow
from careercli.locale import NO_BREAK, Say
from careercli.locale.diploma_words import brief_level
from careercli.locale.pay_words import a_month, pay_here_words, reckoned_words, terms_words
from careercli.locale.study_words import brief_study
from careercli.locale.words import MARK, marked
from careercli.pages.levels import rounded

#: Percent by which jobs are foreseen to change at which a career of the list says so.
SHRINKING = -10.0


def pay_title(report: MatchReport, say: Say) -> str:
    """What the amounts are, and of which country where that is not the reader's; before the studies where both are."""
    matches = report.data.matches
    name = next((name for match in matches if (name := abroad(report, match, say))), "")
    if any(match.pay and match.pay.period == "month" and not match.pay_here for match in matches):
        return say("pay")
    if not name:
        return say("pay a year")
    if any(match.level is not None for match in matches):  # studies are of the reader's country
        return say("pay, {country}", country=name)
    return say("{country}: pay a year", country=name)


def abroad(report: MatchReport, match: MatchRow, say: Say) -> str:
    """The country that the pay of a career is of, where that is not the reader's."""
    if match.pay is None or match.pay_here or match.pay.country == report.country:
        return ""
    return say.country_name(match.pay.country, short=True)


def short_stars(match: MatchRow) -> str:
    """The stars of what it pays."""
    rated = match.pay_here or match.pay
    return f"★{NO_BREAK}{rated.stars}" if rated and rated.stars is not None else ""


def short_pay(match: MatchRow, say: Say) -> tuple[str, str]:
    """The mark of an amount that counts others too, or that is judged, and the amount."""
    here = match.pay_here
    if here and here.middle is not None and here.currency:
        counted = here.basis in ("measured", "records")
        return "" if counted else MARK, say.money(here.middle if counted else rounded(here.middle), here.currency)
    if here or match.pay is None:
        return "", ""
    amount = a_month(say.money(match.pay.median, match.pay.currency), match.pay.period, say)
    return "" if match.pay.of.own and not match.pay.reckoned else MARK, amount


def short_study(match: MatchRow, say: Say) -> str:
    """How long one studies, in a word or two, or to which diploma."""
    if match.level is not None:
        return brief_level(match.level, match.study_years, say)
    return brief_study(match.study, say)


def pay_words(match: MatchRow, say: Say) -> str:
    """What a guide says; of an occupation the stars of the median and the median, marked where it counts others too."""
    if match.pay_here:
        return pay_here_words(match.pay_here, say, alone=False)
    if match.pay is None:
        return ""
    amount = say.money(match.pay.median, match.pay.currency)
    terms = terms_words(match.pay.tax, match.pay.period, say)
    period = {"year": say("a year"), "hour": say("an hour")}.get(match.pay.period, terms)
    stars = [f"★{NO_BREAK}{match.pay.stars}"] if match.pay.stars is not None else []
    whom = "" if match.pay.of.own else f" ({match.pay.of.title})"
    amount = f"{MARK}{NO_BREAK}{amount}" if match.pay.reckoned else marked(amount, match.pay.of)
    return " · ".join([*stars, f"{amount} {period}{whom}"])


def paid_remark(data: MatchData, say: Say) -> str:
    """Where the careers pay that, what the mark of some amounts is, and what follows some studies."""
    then = any(short_study(match, say).endswith("+") for match in data.matches)
    follows = " " + say("+: then work, an apprenticeship or training.") if then else ""
    return _median(data, say) + follows


def _median(data: MatchData, say: Say) -> str:
    """Where the careers pay that, and what the mark of some amounts is."""
    paid = next((match.pay for match in data.matches if match.pay), None)
    if paid is None:
        return ""
    name = say.country_name(paid.country)
    if paid.reckoned:
        terms = terms_words(paid.tax, paid.period, say)
        name = f"{name}, {terms}, {reckoned_words(paid.reference, say)}"
    marked_some = any(short_pay(match, say)[0] for match in data.matches)
    # where diplomas are told, studies are of the person's own country
    if paid.reckoned or any(match.level is not None for match in data.matches):
        told = say("Median pay: {country}; {mark} counts a wider group or is our estimate.", country=name, mark=MARK)
        return told if marked_some else say("Median pay: {country}.", country=name)
    told = say(
        "Median pay and study: {country}; {mark} counts a wider group or is our estimate.", country=name, mark=MARK
    )
    return told if marked_some else say("Median pay and study: {country}.", country=name)


def jobs_words(report: MatchReport, match: MatchRow, say: Say) -> str:
    """That many fewer will do it where that is foreseen, and the openings where all that is known is asked for."""
    told, outlook = [], match.outlook
    if outlook and outlook.growth_percent is not None and outlook.growth_percent <= SHRINKING:
        change, country = say.percent(outlook.growth_percent), say.country_name(report.classified_in, short=True)
        told.append(
            say(
                "{change} by {year}, as projected ({country})",
                change=marked(change, outlook.of),
                year=outlook.to_year,
                country=country,
            )
        )
    if report.explain and match.openings:
        openings = marked(say.number(match.openings), match.openings_of)
        told.append(say("{openings} openings a year", openings=openings))
    return say.semicolon.join(told)
