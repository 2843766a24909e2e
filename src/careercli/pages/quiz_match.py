"""The careers that fit a person's interests: the direction in a sentence, and a card each, on one screen."""

from collections.abc import Sequence

from msgspec import UNSET

from careercli.core.careers.reports import Report
from careercli.core.quiz.answers import share_of
from careercli.core.quiz.explaining import explaining
from careercli.core.quiz.interests import Leanings, find_leanings
from careercli.core.quiz.list_reasons import is_firm, is_telling
from careercli.core.quiz.reasons import is_clear
from careercli.core.quiz.reports import FieldMatch, LimitRow, MatchData, MatchReport, MatchRow, Reason
from careercli.core.text.page import Bar, Bars, Block, Card, Cards, Heading, Page, Prose
from careercli.core.text.plaintext import capitalized
from careercli.locale import NO_BREAK, Say
from careercli.locale.limit_words import checked_words
from careercli.locale.quiz_words import doing_words
from careercli.locale.study_words import study_phrase
from careercli.locale.words import interest_words
from careercli.pages.actions import command, next_steps
from careercli.pages.quiz import bullets, label_word
from careercli.pages.quiz_figures import (
    abroad,
    jobs_words,
    paid_remark,
    pay_title,
    pay_words,
    short_pay,
    short_stars,
    short_study,
)
from careercli.pages.quiz_history import when
from careercli.pages.quiz_reasons import activity_reason, against_words, list_reason, objection_words, scores_reason
from careercli.pages.quiz_what_if import lay_out_change
from careercli.pages.quiz_worth import steadiness_sentence, steady_share, worth_of_list

#: Cards that are drawn open; of those after them the name and the figures.
OPEN = 5
#: Letters of a field and of another career of it that leave room for what its career does.
ALSO = 44


def lay_out(report: Report, say: Say) -> Page:
    """The direction and the list, or why there is none; what the numbers are worth where that is asked for."""
    assert isinstance(report, MatchReport)
    data = report.data
    if data.what_if is not UNSET:
        return lay_out_change(report, data.what_if, say)
    blocks: list[Block] = [Heading(say("Which careers fit you?"), 1)]
    if report.kept:
        blocks.append(Prose(say("Your result of {when}.", when=when(report.kept, say)), quiet=True))
    if not data.matches:
        blocks.append(Prose(say("No list can be given.")))
    blocks += _direction(report, say)
    if data.matches:
        blocks += [*_doubt(report, say), _cards(report, say), Prose(_caution(report, say), quiet=True)]
    blocks += _limits(data, say)
    if report.explain and data.matches:
        blocks += worth_of_list(report, say)
    return Page((*blocks, *(next_steps(report.actions, say) if report.lists_actions else ())))


def _direction(report: MatchReport, say: Say) -> list[Block]:
    """What the person likes most and least in a sentence, and six bars."""
    data = report.data
    if not any(data.profile.values()):
        return []
    names, bars = interest_words(say), []
    for letter, score in sorted(data.profile.items(), key=lambda item: -item[1]):
        figure = say.number(score * 100)
        if report.explain:
            figure += f" ± {say.number(data.errors[letter] * 100)}"
        bars.append(Bar(names[letter], score, figure.replace(" ", NO_BREAK), list(data.profile).index(letter)))
    told = [_direction_sentence(find_leanings(data.profile, data.errors), say)] if data.letters else []
    return [Prose(" ".join([*told, say("In points of 100:")])), Bars(tuple(bars), across=2)]


def _direction_sentence(leanings: Leanings, say: Say) -> str:
    """What stands out of what the person likes; a flat profile is said to be flat."""
    doing = doing_words(say)
    most, least = (say.joined([doing[letter] for letter in letters]) for letters in leanings)
    if most and least:
        return say("Most of all you like {first}; least of all {last}.", first=most, last=least)
    if most:
        return say("Most of all you like {first}. The rest lie too close together to tell apart.", first=most)
    if least:
        return say("You like {last} less than the rest, of which nothing stands out.", last=least)
    return say(
        "No type stands out: your answers to all six lie close together. The list rests on the single "
        "answers that differ, so read its reasons."
    )


def _doubt(report: MatchReport, say: Say) -> list[Block]:
    """That no more careers fit clearly than by chance, and what to do."""
    data = report.data
    if _is_whole(data) or not data.is_by_chance:
        return []
    if not any(match.label for match in data.matches):
        said = say("None of these fits clearly: they are the nearest that there is.")
    else:
        said = say("Take these as ideas: your answers show a direction more than single careers.")
    if data.limits:
        do = say("Loosen a limit, or look at the reasons more than at the order.")
    elif any(action.id == "longer" for action in report.actions):
        do = say("Rate more activities for a surer list.")
    else:
        do = say("Look at the reasons more than at the order.")
    return [Prose(f"{said} {do}")]


def _cards(report: MatchReport, say: Say) -> Cards:
    """The careers in the order of rank."""
    data, matches = report.data, report.data.matches
    paid = {match.id: short_pay(match, say) for match in matches}
    widest = max(len(amount) for _, amount in paid.values())
    fields = {} if report.explain else _field_names(report, say)
    cards = []
    for match in matches:
        mark, amount = paid[match.id]
        study, money = study_phrase(match.study, say), f"{mark or ' '} {amount.rjust(widest)}" if amount else ""
        cards.append(
            Card(
                f"{match.rank}. {say('{name} (not for you)', name=match.name) if match.hidden else match.name}",
                (short_stars(match), money, short_study(match, say)),
                " · ".join(text for text in (pay_words(match, say), abroad(report, match, say), study) if text),
                " · ".join(text for text in (fields.get(match.id), match.summary) if text),
                tuple(_rows(report, match, say)),
                folded=match.rank > OPEN and not report.explain and not _is_whole(data),
            )
        )
    return Cards(_title(data, say), ("", pay_title(report, say), say("study")), tuple(cards))


def _title(data: MatchData, say: Say) -> str:
    """What the list is: by every answer a career of each of the fields that fit best."""
    count = len(data.matches)
    if _is_whole(data):
        return say("Your careers, best first")
    if not _is_by_field(data):
        return say.count("The career that fits best", "The {n} careers that fit best", count)
    if data.limits:
        return say.count(
            "One field within your limits, a career of it", "{n} fields within your limits, a career of each", count
        )
    return say.count("One field to look into, a career of it", "{n} fields to look into, a career of each", count)


def _is_by_field(data: MatchData) -> bool:
    """Whether each career of the list stands for a field of its own."""
    return data.method == "answers" and len(data.fields) == len(data.matches)


def _field_names(report: MatchReport, say: Say) -> dict[str, str]:
    """By career of a list that goes by fields, what its field is called for short, with another career of it."""
    data = report.data
    if data.method != "answers" or _is_whole(data):
        return {}
    parts = {field.id: field.name.partition(":")[0].rstrip() for field in data.fields}
    named = {id_: parts[field.id] for field in data.fields for id_ in field.matches}
    listed = {match.id for match in data.matches}
    for field in data.fields:
        first, *others = field.matches
        name = next((report.names.get(id_, "") for id_ in others if id_ not in listed), "")
        if name and len(named[first]) + len(name) <= ALSO:
            named[first] = say("{field} (also {career})", field=named[first], career=name)
    return named


def _is_whole(data: MatchData) -> bool:
    """Whether the list has all careers that there are to choose from, as where the person named them."""
    return data.candidates <= len(data.matches)


def _all_open(data: MatchData) -> bool:
    """Whether of each career the same is not known, so that it is said once."""
    return len({match.unknown for match in data.matches}) == 1 < len(data.matches)


def _rows(report: MatchReport, match: MatchRow, say: Say) -> list[tuple[str, str]]:
    """Why it fits, and what speaks against it where that matters; all that is known where that is asked for."""
    first, *others = _in_order(report, match) or (None,)
    rows = [(say("Why"), _reason_for(report, first, others, say))] if first else []
    if report.explain:
        telling = [reason for reason in others if is_telling(reason, speaks_for=True)]
        rows += [(say("And"), _reason(report, (reason,), say, speaks_for=True)) for reason in telling]
    rows += [(say("But"), _reason_against(report, reason, say)) for reason in match.reasons_against]
    rows.append((say("Jobs"), jobs_words(report, match, say)))
    if match.unknown and not _all_open(report.data):
        limits = _limit_names(report.data, match.unknown, say)
        rows.append((say("Open"), say("not known whether it keeps {limits}", limits=limits)))
    weak = not match.label and any(other.label for other in report.data.matches)
    if report.explain or _is_whole(report.data) or weak:
        fit = f"{say.number(match.fit, 2)}{say.colon}" if report.explain else ""
        rows.append((say("Fit"), fit + label_word(match.label, say)))
    if report.explain:
        rows += _worth_rows(report, match, say)
    return [(label, text) for label, text in rows if text]


def _limit_names(data: MatchData, limits: Sequence[str], say: Say) -> str:
    said = {limit.id: limit.said for limit in data.limits}
    return say.joined([say.quoted(said.get(limit, limit)) for limit in limits])


def _worth_rows(report: MatchReport, match: MatchRow, say: Say) -> list[tuple[str, str]]:
    """What else is known of a career of the list, for who asks."""
    fields = {id_: _named_field(field, say) for field in report.data.fields for id_ in field.matches}
    rows = [
        (say("Field"), fields.get(match.id, match.family_name)),
        (say("Alike"), say.joined([f"{twin.name} {command('show', twin.id)}" for twin in match.twins])),
    ]
    if not _is_whole(report.data):
        rows.append((say("Place in the list"), steady_share(match.stability, say)))
    return rows


def _named_field(field: FieldMatch, say: Say) -> str:
    """A field, and how steady it is where that is known."""
    if field.stability is None:
        return field.name
    return say("{field} ({steady})", field=field.name, steady=steady_share(field.stability, say))


def _in_order(report: MatchReport, match: MatchRow) -> list[Reason]:
    """The reasons for a career as they are told: of types that somebody brings along, first what they like."""
    if not match.reasons_for or match.reasons_for[0].answer is not None:
        return list(match.reasons_for)
    clear = [reason for reason in match.reasons_for if is_clear(reason, _share(report, reason))] or match.reasons_for
    liked = [reason for reason in (*clear, *match.reasons_for) if _share(report, reason) >= 1 / 2]
    return list(dict.fromkeys([*(liked or clear), *match.reasons_for]))


def _reason_for(report: MatchReport, first: Reason, others: Sequence[Reason], say: Say) -> str:
    """Why a career is in the list, by its first reason; by two types where both are liked."""
    if first.nearer is not None and first.is_liked:
        return list_reason(first, report.data.profile, say, exact=report.explain)
    told = [first]
    if first.answer is None and not report.explain:
        told += [reason for reason in others if min(_share(report, r) for r in (first, reason)) >= 1 / 2][:1]
    return _reason(report, told, say, speaks_for=True)


def _reason_against(report: MatchReport, reason: Reason, say: Say) -> str:
    """What speaks clearly against a career; where all is asked for, what does so at all; else empty."""
    if not reason.weak and is_firm(reason, report.data.profile, report.data.errors):
        return objection_words(reason, say, report.data.profile if report.explain else None)
    if not report.explain or not is_telling(reason, speaks_for=False):
        return ""
    return against_words(reason, _reason(report, (reason,), say, speaks_for=False), say)


def _reason(report: MatchReport, reasons: Sequence[Reason], say: Say, *, speaks_for: bool) -> str:
    """An answer, or where scores were given types, and why it pulls."""
    if reasons[0].answer is not None:
        return activity_reason(reasons[0], say, speaks_for=speaks_for, exact=report.explain)
    return scores_reason(reasons, report.data.profile, say, exact=report.explain)


def _share(report: MatchReport, reason: Reason) -> float:
    """How much the person likes what a reason names, 0 to 1."""
    return report.data.profile[reason.id] if reason.answer is None else share_of(reason.answer)


def _caution(report: MatchReport, say: Say) -> str:
    """What the list is worth, in words."""
    data = report.data
    if _is_whole(data):
        texts = [
            say("So few careers keep your limits that all of them are always in the list.")
            if data.limits
            else say("The careers that you named, the best fit first. Interest is not ability.")
        ]
    else:
        texts = [say("A direction to look into: liking is not being able."), steadiness_sentence(data, say)]
    if _all_open(data) and (unknown := data.matches[0].unknown):
        texts.append(say("Not known of any of them: {limits}.", limits=_limit_names(data, unknown, say)))
    texts.append(paid_remark(data, say))
    if not _is_whole(data):
        texts.append(_chosen_from(data, say))
    if not report.explain:
        texts.append(say("How sure, and why: `{line}`.", line=explaining(report, kept=report.kept)))
    return " ".join(text for text in texts if text)


def _chosen_from(data: MatchData, say: Say) -> str:
    """How many careers there were to choose from, and of how many of them it is not known whether they keep a limit."""
    if data.unsure:
        chosen = say("Chosen from {n} careers.", n=say.number(data.candidates))
        open_ = [limit.said for limit in data.limits if limit.unknown]
        return f"{chosen} {checked_words(data.candidates - data.unsure, data.unsure, open_, say)}"
    if data.limits:
        return say.count(
            "Chosen from one career that keeps your limits.",
            "Chosen from {all} careers that keep your limits.",
            data.candidates,
            all=say.number(data.candidates),
        )
    return say("Chosen from {n} careers.", n=say.number(data.candidates))


def _limits(data: MatchData, say: Say) -> list[Block]:
    if not data.limits:
        return []
    lines = [_limit(limit, say) for limit in data.limits]
    remark = say("Limits are no part of a career’s fit; a field of which they leave few careers comes later.")
    if ranked := next((limit.country for limit in data.limits if limit.by_rank), ""):
        country = say.country_name(ranked)
        remark += " " + say(
            "Pay in that currency is compared by rank: the share of all employees there ({country}) who earn less.",
            country=country,
        )
    return [Heading(say("Your limits"), 2), Prose(remark, quiet=True), bullets(lines)]


def _limit(limit: LimitRow, say: Say) -> str:
    said = capitalized(limit.said)
    if not limit.removed:
        return say("{limit}: takes out none", limit=said)
    text = say.count("{limit}: takes out one career", "{limit}: takes out {n} careers", limit.removed, limit=said)
    if limit.unknown:
        unsure = say.count("(of one it is not known: it stays)", "(of {n} it is not known: they stay)", limit.unknown)
        text += f" {unsure}"
    back = say.count("relax it and one comes back", "relax it and {n} come back", limit.back)
    if limit.returning:
        names = say.joined(list(limit.returning))
        back = say("{back}, among the best {names}", back=back, names=names)
    return say("{first}; {rest}", first=text, rest=back)
