"""The careers that fit a person's interests: the direction, a short list, its reasons, what the numbers are worth."""

from msgspec import UNSET

from careercli.core.careers.reports import Report
from careercli.core.quiz.field_list import REDRAWS
from careercli.core.quiz.interests import longer_than
from careercli.core.quiz.matching import DRAWS, LABELS
from careercli.core.quiz.reports import FieldMatch, LimitRow, MatchData, MatchReport, MatchRow, Reason
from careercli.core.text.page import Bar, Bars, Block, Facts, Grid, Heading, Page, Prose
from careercli.locale import NO_BREAK, Say
from careercli.locale.limit_words import begin
from careercli.locale.pay_words import pay_here_words
from careercli.locale.quiz_words import liking_words
from careercli.locale.words import interest_names, interest_words, marked
from careercli.pages.actions import command, next_steps
from careercli.pages.quiz import (
    activity_reason,
    against_words,
    bullets,
    label_word,
    letters_sentence,
    percent,
    work_words,
)
from careercli.pages.quiz_history import when

#: Lower bounds of stability in words. Our judgement.
STEADY = ((0.8, "steady"), (0.5, "fairly"), (0.25, "shaky"), (0.0, "very"))
#: What speaks for a career is told in so many sentences.
SHOWN = 2
#: A list is called unsteady where half of it stays less often than this.
UNSTEADY = 0.5


def lay_out(report: Report, say: Say) -> Page:
    """The direction and the list, or why there is none; what the numbers are worth where that is asked for."""
    assert isinstance(report, MatchReport)
    data = report.data
    blocks: list[Block] = [Heading(say("Which careers fit you?"), 1)]
    if report.kept:
        blocks.append(Prose(say("Your result of {when}.", when=when(report.kept, say)), quiet=True))
    if not data.matches:
        blocks.append(Prose(say("No list can be given.")))
    blocks += [*_types(report, say), *_limits(data, say)]
    if report.explain and data.matches:
        blocks += [*_pivots(report, say), *_chance(data, say), *_worth(data, say)]
    if data.matches:
        blocks += [*([] if data.candidates <= len(data.matches) else _fields(report, say)), *_list(report, say)]
    return Page((*blocks, *_what_if(data, say), *next_steps(report.actions, say)))


def _types(report: MatchReport, say: Say) -> list[Block]:
    """The direction in words, and six bars."""
    data = report.data
    if not any(data.profile.values()):
        return []
    words = interest_words(say)
    bars = []
    for letter, score in sorted(data.profile.items(), key=lambda item: -item[1]):
        figure = say("{score} of 100", score=say.number(score * 100))
        if report.explain:
            figure += f" ± {say.number(data.errors[letter] * 100)}"
        bars.append(Bar(words[letter], score, figure.replace(" ", NO_BREAK), list(data.profile).index(letter)))
    return [Heading(say("Your direction"), 2), *_direction(data, say), Bars(tuple(bars))]


def _direction(data: MatchData, say: Say) -> list[Block]:
    if not data.letters:
        return []
    if len(data.letters) == 1:
        return [
            Prose(
                say(
                    "No type stands out: your answers to all six lie close together. The list rests on the single "
                    "answers that differ, so read its reasons."
                )
            )
        ]
    text = say("Most of all {letters}.", letters=letters_sentence(data.letters[:2], say))
    if len(data.letters) > 2:
        text += " " + say("Least of all {letters}.", letters=letters_sentence(data.letters[-1:], say))
    if any(len(group) > 1 for group in data.letters):
        text += " " + say("Types joined by “or” are too close to tell apart: other questions could turn them round.")
    return [Prose(text)]


def _fields(report: MatchReport, say: Say) -> list[Block]:
    data = report.data
    title = Heading(say("Your fields"), 2)
    if not any(field.stability is not None for field in data.fields):
        names = [f"{field.name} ({len(field.matches)})" for field in data.fields]
        return [title, Prose(say.semicolon.join(names))]
    return [title, bullets([_field(report, field, say) for field in data.fields])]


def _field(report: MatchReport, field: FieldMatch, say: Say) -> str:
    """A field with its best careers, and how steady its place is."""
    names = say.semicolon.join([report.names.get(id_, id_) for id_ in field.matches])
    stability = field.stability or 0.0
    steady = steady_word(stability, say)
    if report.explain:
        steady = f"{percent(stability, say)} {steady}"
    return say("{field} ({steady}): {careers}", field=field.name, careers=names, steady=steady)


def _list(report: MatchReport, say: Say) -> list[Block]:
    """The careers as small cards, in the order of rank."""
    data, matches = report.data, report.data.matches
    count = say.count("One career of {all}", "{n} careers of {all}", len(matches), all=say.number(data.candidates))
    blocks: list[Block] = [Heading(count, 2), Prose(_caution(report, say), quiet=True)]
    for match in matches:
        blocks += _card(report, match, say)
    return blocks


def _caution(report: MatchReport, say: Say) -> str:
    """What the list is worth, in words."""
    data = report.data
    if data.candidates <= len(data.matches) and not data.limits:
        return say("The careers that you named, the best fit first. Interest is not ability.")
    if data.candidates <= len(data.matches):
        return say("So few careers keep your limits that all of them are always in the list.")
    texts = []
    if not any(match.label for match in data.matches):
        texts.append(say("None of these fits clearly: they are the nearest that there is. Read the reasons."))
    if sorted(match.stability for match in data.matches)[len(data.matches) // 2] < UNSTEADY:
        texts.append(
            say(
                "Read it as a direction, not as names: other questions of the kind would bring others, but similar "
                "ones."
            )
        )
        if data.length and longer_than(data.length):
            texts.append(say("A longer questionnaire makes it steadier."))
    if counted := next((match.pay.country for match in data.matches if match.pay), ""):
        texts.append(say("What each pays and how many are wanted: {country}.", country=say.country_name(counted)))
    if not report.explain:
        texts.append(say("Interest is not ability. `--explain` says how sure each number is."))
    return " ".join(texts)


def _card(report: MatchReport, match: MatchRow, say: Say) -> list[Block]:
    fields = {id_: field.name for field in report.data.fields for id_ in field.matches}
    rows = [
        (say("Field"), fields.get(match.id, match.family_name)),
        (say("Pay"), _pay(match, say)),
        (say("Way in"), _way_in(match, say)),
    ]
    told = [_reason(report, reason, say) for reason in match.reasons_for[: None if report.explain else SHOWN]]
    rows += zip([say("Why"), *[say("And")] * (len(told) - 1)], told, strict=True) if told else []
    against = [against_words(reason, _reason(report, reason, say), say) for reason in match.reasons_against]
    rows += [(say("But"), text) for text in against]
    if match.unknown:
        said = {limit.id: limit.said for limit in report.data.limits}
        limits = say.joined([say.quoted(said.get(limit, limit)) for limit in match.unknown])
        rows.append((say("Open"), say("not known whether it keeps {limits}", limits=limits)))
    if match.twins:
        names = say.joined([f"{twin.name} {command('show', twin.id)}" for twin in match.twins])
        rows.append((say("Alike"), names))
    everything = report.data.candidates <= len(report.data.matches)
    if report.explain or everything:
        rows.append((say("Fit"), f"{say.number(match.fit, 2)} {label_word(match.label, say)}"))
    if report.explain and not everything:
        steady = f"{percent(match.stability, say)} {steady_word(match.stability, say)}"
        rows.append((say("Stability"), steady))
    heading = Heading(f"{match.rank}. {match.name} {command('show', match.id)}", 3)
    return [heading, Facts(tuple((label, text) for label, text in rows if text))]


def _pay(match: MatchRow, say: Say) -> str:
    """What a guide says; of an occupation the stars of the median and the median, marked where it counts others too."""
    if match.pay_here:
        return pay_here_words(match.pay_here, say, alone=False)
    if match.pay is None:
        return ""
    amount = say.money(match.pay.median, match.pay.currency)
    period = {"year": say("a year"), "hour": say("an hour")}[match.pay.period]
    stars = [f"★{NO_BREAK}{match.pay.stars}"] if match.pay.stars is not None else []
    whom = "" if match.pay.of.own else f" ({match.pay.of.title})"
    return " · ".join([*stars, f"{marked(amount, match.pay.of)} {period}{whom}"])


def _way_in(match: MatchRow, say: Say) -> str:
    """How long one studies, and how many are wanted."""
    texts = []
    if match.study_years is not None:
        years = say.number(match.study_years)
        texts.append(
            say.count("{years} year of study", "{years} years of study", round(match.study_years), years=years)
            if match.study_years
            else say("no studies needed")
        )
    if match.openings:
        texts.append(say("{openings} openings a year", openings=marked(say.number(match.openings), match.openings_of)))
    return " · ".join(texts)


def _reason(report: MatchReport, reason: Reason, say: Say) -> str:
    """An answer, or where scores were given a type, and why it pulls."""
    if reason.answer is not None:
        return activity_reason(reason, say)
    return say(
        "{type}: {score} of 100 in you; {work}",
        type=interest_names(say)[reason.id],
        score=say.number(report.data.profile[reason.id] * 100),
        work=work_words(reason.rating, say),
    )


def _chance(data: MatchData, say: Say) -> list[Block]:
    """How many careers get the labels, and how many by chance; a kept result does not know."""
    if not data.chance:
        return []
    text = say(
        "Best fit: {best_now} careers with your answers, {best} by chance alone. Best or great fit: {great_now}, by "
        "chance {great}.",
        best=say.number(data.chance["best"]),
        great=say.number(data.chance["great"]),
        best_now=say.number(data.passing["best"]),
        great_now=say.number(data.passing["great"]),
    )
    return [Heading(say("What chance alone would give"), 2), Prose(text)]


def steady_word(stability: float, say: Say) -> str:
    """How steady a place in the list is, in words."""
    name = next(name for bound, name in STEADY if stability >= bound - 1e-9)
    return {
        "steady": say("steady"),
        "fairly": say("fairly steady"),
        "shaky": say("shaky"),
        "very": say("very shaky"),
    }[name]


def _fit_words(data: MatchData, say: Say) -> str:
    """What a fit is, by the rule that gave it."""
    if data.method == "answers":
        return say(
            "Fit runs from −1 (opposite) to 1 (the same). It is the mean of two likenesses: of your six scores with "
            "those of the career, and of your answers with how near each activity lies to what people do there. The "
            "field of a career counts for a sixth."
        )
    return say(
        "Fit is how alike your six scores and those of the career rise and fall, from −1 (opposite) to 1 (the same)."
    )


def _label_words(data: MatchData, say: Say) -> str:
    """What the labels stand for, by the rule that gave them."""
    if data.method == "answers":
        return say(
            "Best fit and great fit are fits that answers dealt at random reach with one career in twenty and one in "
            "ten. That is why the chance rate stands beside them."
        )
    bounds = {label: say.number(bound, 3) for bound, label, _ in LABELS}
    return say(
        "Best fit and great fit are the published labels, for a fit of {best} and of {great}. Six numbers often go "
        "together by chance: that is why the chance rate stands beside them.",
        **bounds,
    )


def _worth(data: MatchData, say: Say) -> list[Block]:
    """The method, the chance rate and the stability in plain words."""
    lines = [
        _fit_words(data, say),
        _label_words(data, say),
        say(
            "Stability is the share of {draws} redraws, as if other questions of the same kind had been asked, "
            "in which a career stays in the list. It is seldom high, with {n} careers to choose from.",
            draws=REDRAWS if data.method == "answers" else DRAWS,
            n=say.number(data.candidates),
        ),
        say("Interest is not ability, and liking the work is one part of being content with it: a list to look into."),
    ]
    if data.method == "answers":
        lines.append(
            say(
                "A field is led by the career that fits best, or where that has few openings, by one that fits nearly "
                "as well and has more; both are named beside the field."
            )
        )
    if data.method != "published":
        lines.append(say("Matched by our own rule; `--method published` uses the published one."))
    return [Heading(say("What these numbers are worth"), 2), bullets(lines)]


def _limits(data: MatchData, say: Say) -> list[Block]:
    if not data.limits:
        return []
    lines = [_limit(limit, say) for limit in data.limits if limit.removed] or [say("They take out no career.")]
    remark = say("Limits are no part of the fit: they only take careers out.")
    if ranked := next((limit.country for limit in data.limits if limit.by_rank), ""):
        country = say.country_name(ranked)
        remark += " " + say(
            "Pay in that currency is compared by rank: the share of all employees there ({country}) who earn less.",
            country=country,
        )
    return [Heading(say("Your limits"), 2), Prose(remark, quiet=True), bullets(lines)]


def _limit(limit: LimitRow, say: Say) -> str:
    said = begin(limit.said)
    text = say.count("{limit}: takes out one career", "{limit}: takes out {n} careers", limit.removed, limit=said)
    if limit.unknown:
        unsure = say.count("(of one it is not known: it stays)", "(of {n} it is not known: they stay)", limit.unknown)
        text += f" {unsure}"
    back = say.count("relax it and one comes back", "relax it and {n} come back", limit.back)
    if limit.returning:
        names = say.joined(list(limit.returning))
        back = say("{back}, among the best {names}", back=back, names=names)
    return say("{first}; {rest}", first=text, rest=back)


def _pivots(report: MatchReport, say: Say) -> list[Block]:
    pivots = report.data.pivots
    if pivots is UNSET or not report.data.matches:
        return []
    title = Heading(say("Which one answer would change your top three"), 2)
    if not pivots:
        return [
            title,
            Prose(say("None: no single answer, however changed, puts another career among the first three.")),
        ]
    steps = liking_words(say)
    lines = [
        say(
            "{text}: {then} in place of {now} gives {top} (`--what-if {id}={answer}`)",
            text=say.quoted(pivot.text),
            then=say.quoted(steps[pivot.then - 1]),
            now=say.quoted(steps[pivot.now - 1]),
            top=say.semicolon.join([report.names[id_] for id_ in pivot.top]),
            id=pivot.id,
            answer=pivot.then,
        )
        for pivot in pivots
    ]
    return [title, bullets(lines)]


def _what_if(data: MatchData, say: Say) -> list[Block]:
    changed = data.what_if
    if changed is UNSET:
        return []
    steps = liking_words(say)
    lines = [
        say(
            "{text}: {then} in place of {now}",
            text=say.quoted(change.text),
            then=say.quoted(steps[change.then - 1]),
            now=say.quoted(steps[change.now - 1]) if change.now else say("no answer"),
        )
        for change in changed.changes
    ]
    blocks: list[Block] = [Heading(say("What if"), 2), bullets(lines)]
    if not changed.matches:
        return [*blocks, Prose(say("Then no list could be given."))]
    before, after = [match.id for match in data.matches], [match.id for match in changed.matches]
    rows = []
    for n in range(max(len(before), len(after))):
        old = data.matches[n] if n < len(before) else None
        new = changed.matches[n] if n < len(after) else None
        mark = f" ({say('new')})" if new and new.id not in before else ""
        gone = f" ({say('drops out')})" if old and old.id not in after else ""
        rows.append((str(n + 1), f"{old.name}{gone}" if old else "–", f"{new.name}{mark}" if new else "–"))
    return [*blocks, Grid((say("Rank"), say("Before"), say("After")), tuple(rows), least=60)]
