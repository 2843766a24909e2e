"""The careers that fit a person's interests: a short list by field, its reasons, and what the numbers are worth."""

from msgspec import UNSET

from careercli.core.careers.reports import Report
from careercli.core.quiz.interests import longer_than
from careercli.core.quiz.matching import DRAWS, LABELS
from careercli.core.quiz.reports import LimitRow, MatchData, MatchReport, MatchRow, Reason
from careercli.core.text.page import Block, Facts, Grid, Heading, Page, Prose
from careercli.locale import NO_BREAK, Say
from careercli.locale.quiz_words import liking_words
from careercli.locale.words import interest_words
from careercli.pages.actions import command, next_steps
from careercli.pages.quiz import activity_reason, bar, bullets, label_word, letters_sentence, percent

#: Lower bounds of stability in words. Our judgement.
STEADY = ((0.8, "steady"), (0.5, "fairly"), (0.25, "shaky"), (0.0, "very"))
#: A list is called unsteady where half of it stays less often than this.
UNSTEADY = 0.5


def lay_out(report: Report, say: Say) -> Page:
    """The list, or why there is none."""
    assert isinstance(report, MatchReport)
    data = report.data
    blocks: list[Block] = [Heading(say("Which careers fit you?"), 1)]
    if not data.matches:
        blocks.append(Prose(say("No list can be given.")))
    blocks += _types(data, say)
    if data.matches:
        blocks += [*_overview(report, say), *_by_field(report, say)]
    blocks += [*_limits(data, say), *_pivots(report, say), *_what_if(data, say)]
    if data.matches:
        blocks += _worth(data, say)
    return Page((*blocks, *next_steps(report.actions, say)))


def _types(data: MatchData, say: Say) -> list[Block]:
    if not any(data.profile.values()):
        return []
    words = interest_words(say)
    rows = []
    for letter, score in sorted(data.profile.items(), key=lambda item: -item[1]):
        value = say("{score} of 100", score=say.number(score * 100)).replace(" ", NO_BREAK)
        error = f"±{NO_BREAK}{say.number(data.errors[letter] * 100)}"
        rows.append((words[letter], f"{bar(score, 10)} {value}{NO_BREAK}{error}"))
    blocks: list[Block] = [Heading(say("Your interests"), 2), Facts(tuple(rows))]
    if data.letters:
        text = say("In order: {letters}.", letters=letters_sentence(data.letters, say))
        if any(len(group) > 1 for group in data.letters):
            text += " " + say(
                "Types joined by “or” are too close to tell apart: other questions could turn them round."
            )
        blocks.append(Prose(text))
    return blocks


def _overview(report: MatchReport, say: Say) -> list[Block]:
    """The list in a table, best first, and under it how many careers get the labels by chance."""
    data, matches = report.data, report.data.matches
    count = say.count("One career of {all}", "{n} careers of {all}", len(matches), all=say.number(data.candidates))
    rows = tuple(
        (
            f"{match.rank}. {match.name}",
            match.family_name,
            f"{say.number(match.fit, 2)} {label_word(match.label, say)}",
            f"{percent(match.stability, say)} {steady_word(match.stability, say)}",
        )
        for match in matches
    )
    titles = (say("Career"), say("Field"), say("Fit"), say("Stability"))
    blocks: list[Block] = [Heading(count, 2), Grid(titles, rows, least=72)]
    if not any(match.label for match in matches):
        blocks.append(Prose(say("None of these fits clearly: they are the nearest that there is. Read the reasons.")))
    text = say(
        "Best fit: {best_now} careers with your answers, {best} by chance alone. Best or great fit: {great_now}, by "
        "chance {great}.",
        best=say.number(data.chance["best"]),
        great=say.number(data.chance["great"]),
        best_now=say.number(data.passing["best"]),
        great_now=say.number(data.passing["great"]),
    )
    blocks.append(Prose(text))
    if data.candidates <= len(matches):
        blocks.append(Prose(say("So few careers keep your limits that all of them are always in the list.")))
    elif sorted(match.stability for match in matches)[len(matches) // 2] < UNSTEADY:
        text = say(
            "Read it as a direction, not as names: other questions of the kind would bring others, but similar ones."
        )
        if data.length and longer_than(data.length):
            text += " " + say("A longer questionnaire makes it steadier.")
        blocks.append(Prose(text))
    return blocks


def _by_field(report: MatchReport, say: Say) -> list[Block]:
    """Why each career is in the list, and what speaks most against it, field by field."""
    blocks: list[Block] = []
    for field in dict.fromkeys(match.family for match in report.data.matches):
        matches = [match for match in report.data.matches if match.family == field]
        blocks.append(Heading(matches[0].family_name, 2))
        for match in matches:
            blocks += _match(report, match, say)
    return blocks


def _match(report: MatchReport, match: MatchRow, say: Say) -> list[Block]:
    blocks: list[Block] = [Heading(f"{match.rank}. {match.name} {command('show', match.id)}", 3)]
    if match.twins:
        names = say.joined([f"{twin.name} {command('show', twin.id)}" for twin in match.twins])
        blocks.append(bullets([say("rated alike: {names}", names=names)]))
    if match.unknown:
        limits = say.joined([f"`{limit}`" for limit in match.unknown])
        blocks.append(bullets([say("not known whether it keeps {limits}", limits=limits)]))
    if match.reasons_for:
        blocks.append(bullets([_reason(report, reason, say) for reason in match.reasons_for], "plus"))
    against = [_reason(report, reason, say) for reason in match.reasons_against]
    none = say("none of your answers speaks against it") if report.asked else say("no type speaks against it")
    return [*blocks, bullets(against or [none], "minus" if against else "dot")]


def _reason(report: MatchReport, reason: Reason, say: Say) -> str:
    """An answer, or where scores were given a type, and why it pulls."""
    if reason.answer is not None:
        return activity_reason(reason, say)
    profile = report.data.profile
    strong = profile[reason.id] > sum(profile.values()) / len(profile)
    if reason.weight > 0:
        if strong:
            return say("{type}: strong in you, and in this work", type=reason.text)
        return say("{type}: weak in you, and in this work", type=reason.text)
    if strong:
        return say("{type}: strong in you, weak in this work", type=reason.text)
    return say("{type}: weak in you, strong in this work", type=reason.text)


def steady_word(stability: float, say: Say) -> str:
    """How steady a place in the list is, in words."""
    name = next(name for bound, name in STEADY if stability >= bound - 1e-9)
    return {
        "steady": say("steady"),
        "fairly": say("fairly steady"),
        "shaky": say("shaky"),
        "very": say("very shaky"),
    }[name]


def _worth(data: MatchData, say: Say) -> list[Block]:
    """The method, the chance rate and the stability in plain words."""
    bounds = {label: say.number(bound, 3) for bound, label, _ in LABELS}
    lines = [
        say(
            "Fit is how alike your six scores and those of the career rise and fall, from −1 (opposite) to 1 (the "
            "same)."
        ),
        say(
            "Best fit and great fit are the published labels, for a fit of {best} and of {great}. Six numbers often go "
            "together by chance: that is why the chance rate stands beside them.",
            **bounds,
        ),
        say(
            "Stability is the share of {draws} redraws, as if other questions of the same kind had been asked, "
            "in which a career stays in the list. It is seldom high: six numbers among {n} careers.",
            draws=DRAWS,
            n=say.number(data.candidates),
        ),
        say("Interest is not ability, and liking the work is one part of being content with it: a list to look into."),
    ]
    if data.method == "careers":
        lines.append(say("Matched by our own rule (`--method careers`); `--method published` uses the published one."))
    return [Heading(say("What these numbers are worth"), 2), bullets(lines)]


def _limits(data: MatchData, say: Say) -> list[Block]:
    if not data.limits:
        return []
    lines = [_limit(limit, say) for limit in data.limits]
    remark = say("Limits are no part of the fit: they only take careers out.")
    if ranked := next((limit.country for limit in data.limits if limit.by_rank), ""):
        country = say.country_name(ranked)
        remark += " " + say(
            "Pay in that currency is compared by rank: the share of all employees there ({country}) who earn less.",
            country=country,
        )
    return [Heading(say("Your limits"), 2), Prose(remark, quiet=True), bullets(lines)]


def _limit(limit: LimitRow, say: Say) -> str:
    text = say.count("`{limit}` takes out one career", "`{limit}` takes out {n} careers", limit.removed, limit=limit.id)
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
