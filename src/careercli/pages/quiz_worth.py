"""What the numbers of a list are worth, for who asks: fields, chance, stability, the rule, what would change it."""

from msgspec import UNSET

from careercli.core.quiz.field_list import REDRAWS
from careercli.core.quiz.matching import DRAWS, LABELS
from careercli.core.quiz.reports import FieldMatch, MatchData, MatchReport
from careercli.core.text.page import Block, Heading, Prose
from careercli.locale import Say
from careercli.locale.quiz_words import liking_words
from careercli.pages.quiz import bullets, percent

#: Lower bounds of stability in words. Our judgement.
STEADY = ((0.8, "steady"), (0.5, "fairly"), (0.25, "shaky"), (0.0, "very"))


def worth_of_list(report: MatchReport, say: Say) -> list[Block]:
    """The single answers that would change the list, what chance would give, what the numbers are, the fields."""
    data = report.data
    fields = [] if data.candidates <= len(data.matches) else _fields(report, say)
    return [*_pivots(report, say), *_chance(data, say), *_worth(data, say), *fields]


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


def _chance(data: MatchData, say: Say) -> list[Block]:
    """How many careers get the labels, and how many by chance."""
    if not data.chance:
        return []
    text = say(
        "With your answers {best_now} careers fit clearly; answers given at random would bring {best}. Clearly or "
        "fairly clearly: {great_now}, at random {great}.",
        best=say.number(data.chance["best"]),
        great=say.number(data.chance["great"]),
        best_now=say.number(data.passing["best"]),
        great_now=say.number(data.passing["great"]),
    )
    if data.passing["best"] < data.chance["best"]:
        text += " " + say("Where so few do, the order says little: look at the reasons.")
    return [Heading(say("What chance alone would give"), 2), Prose(text)]


def steadiness_sentence(data: MatchData, say: Say) -> str:
    """How much of the list other questions of the same kind would leave, on the average of redraws."""
    careers = round(sum(match.stability for match in data.matches))
    steady = [field.stability for field in data.fields if field.stability is not None]
    if not steady:
        return say.count(
            "With other questions one of these {all} careers or so would stay, and others like them come in.",
            "With other questions some {n} of these {all} careers would stay, and others like them come in.",
            careers,
            all=len(data.matches),
        )
    return say(
        "With other questions some {fields} of these {all} fields would stay, and {careers} of the careers: a field is "
        "the surer answer.",
        fields=round(sum(steady)),
        all=len(steady),
        careers=careers,
    )


def _worth(data: MatchData, say: Say) -> list[Block]:
    """The method, the chance rate and the stability in plain words."""
    lines = [
        say("Interest is not ability, and liking the work is one part of being content with it: a list to look into."),
        _fit_words(data, say),
        _label_words(data, say),
        say(
            "The place in the list: in which share of {draws} other questionnaires of the same kind, as drawn from "
            "your answers, a career or a field would be in it. For one of {n} careers that is seldom high, however "
            "well it fits.",
            draws=REDRAWS if data.method == "answers" else DRAWS,
            n=say.number(data.candidates),
        ),
    ]
    if data.method == "answers":
        lines.append(
            say(
                "A field is led by the career that fits best, or where that has few openings, by one that fits nearly "
                "as well and has more; both are named beside the field. Fields stand in the order of their best fits."
            )
        )
    if data.method != "published":
        lines.append(say("Matched by our own rule; `--method published` uses the published one."))
    return [Heading(say("What these numbers are worth"), 2), bullets(lines)]


def _fit_words(data: MatchData, say: Say) -> str:
    """What a fit is, by the rule that gave it."""
    if data.method == "answers":
        return say(
            "Fit runs from −1 (the opposite of what you like) to 1 (just that). It goes about half by your six scores "
            "beside those of the career, half by how near each activity that you rated lies to what people do there; "
            "the field of the career counts for a third."
        )
    return say(
        "Fit is how alike your six scores and those of the career rise and fall, from −1 (opposite) to 1 (the same)."
    )


def _label_words(data: MatchData, say: Say) -> str:
    """What the labels stand for, by the rule that gave them."""
    if data.method == "answers":
        return say(
            "A fit is clear where answers given at random reach it with one career in twenty, fairly clear with one in "
            "ten. So it is clear for many careers, and the list has only the first of each field."
        )
    bounds = {label: say.number(bound, 3) for bound, label, _ in LABELS}
    return say(
        "A fit is clear from {best} on and fairly clear from {great} on, by the rule of the official profiler. Six "
        "numbers often go together by chance: that is why the chance rate stands beside them.",
        **bounds,
    )


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
    return say(
        "{field} ({steady}): {careers}", field=field.name, careers=names, steady=steady_share(field.stability, say)
    )


def steady_share(stability: float | None, say: Say) -> str:
    """How steady a place in the list is, as a share and in words."""
    share = stability or 0.0
    return say("{share}, {word}", share=percent(share, say), word=steady_word(share, say))


def steady_word(stability: float, say: Say) -> str:
    """How steady a place in the list is, in words."""
    name = next(name for bound, name in STEADY if stability >= bound - 1e-9)
    return {
        "steady": say("steady"),
        "fairly": say("fairly steady"),
        "shaky": say("would often change"),
        "very": say("would mostly change"),
    }[name]
