"""What moves an occupation, as blocks of a page: who leaves it, who is in it by schooling, what AI does to it."""

from careercli.core.careers.occupation import AiMeasure, EducationHeld, Leaving
from careercli.core.text.page import Block, Facts, Heading, Prose
from careercli.locale import Say
from careercli.pages.groups import said_of

#: Shares of schooling under this, in percent, are put together.
SMALL = 3.0


def lay_out_leaving(leaving: Leaving, say: Say) -> str:
    """How many of a hundred leave a year, beside those of all occupations."""
    years = {"start": leaving.from_year, "end": leaving.to_year}
    out, other = (say.number(share, 1) for share in (leaving.exit_percent, leaving.transfer_percent))
    text = say(
        "Of a hundred who do it, {exits} stop working each year and {transfers} change to another occupation"
        " (projected, {start} to {end}).",
        exits=out,
        transfers=other,
        **years,
    )
    if leaving.all_exit_percent is not None and leaving.all_transfer_percent is not None:
        text += f" [@{leaving.source}] " + say(
            "In all occupations together: {exits} and {transfers}.",
            exits=say.number(leaving.all_exit_percent, 1),
            transfers=say.number(leaving.all_transfer_percent, 1),
        )
    return text


def level_words(say: Say) -> dict[str, str]:
    """The levels of schooling that the statistics of the US name, from the lowest."""
    return {
        "no_diploma": say("no high-school diploma"),
        "high_school": say("high-school diploma"),
        "some_college": say("some college, no degree"),
        "associate": say("associate degree, two years"),
        "bachelor": say("bachelor’s degree"),
        "master": say("master’s degree"),
        "doctorate": say("doctorate or professional degree"),
    }


def lay_out_education(held: EducationHeld, country: str, say: Say) -> list[Block]:
    """The schooling of those who do it, beside what is usually asked: shares, small ones together."""
    words = level_words(say)
    large = {level: held.shares[level] for level in words if held.shares.get(level, 0) >= SMALL}
    rows = [(words[level], say.share(share / 100)) for level, share in large.items()]
    if (others := sum(held.shares.values()) - sum(large.values())) >= 1:
        rows.append((say("other schooling"), say.share(others / 100)))
    title = say("Schooling of those who do it ({country}, {date})", country=country, date=say.date(held.reference))
    blocks: list[Block] = [Heading(f"{title} [@{held.source}]", 3), Facts(tuple(rows))]
    group = said_of(held.of, say).strip()
    return [*blocks, Prose(group)] if group else blocks


def ai_sentence(measure: AiMeasure, say: Say) -> str:
    """What a measure counts, and what it says, in one plain sentence."""
    percent, rank = say.number(measure.value * 100), say("{rank} of {among}", rank=measure.rank, among=measure.among)
    if measure.measure == "tasks_people":
        text = say(
            "People judged in {date} that a language model could halve the time of {percent}% of its tasks.",
            date=say.date(measure.date),
            percent=percent,
        )
    elif measure.measure == "tasks_model":
        text = say("A model, asked the same in {date}, said {percent}%.", date=say.date(measure.date), percent=percent)
    elif measure.measure == "applicability":
        text = say(
            "In real conversations of {date} its activities came up and were done: {score} of 100.",
            date=say.date(measure.date),
            score=percent,
        )
    else:
        text = say(
            "Of a million conversations with one assistant in {date}, some {count} were about its tasks.",
            date=say.date(measure.date),
            count=say.number(round(measure.value * 10_000)),
        )
    ranked = say("Rank among the occupations that have this figure{colon}{rank}.", colon=say.colon, rank=rank)
    return f"{text} {ranked}{said_of(measure.of, say)}"


def lay_out_ai(measures: tuple[AiMeasure, ...], say: Say) -> list[Block]:
    """Measures that disagree side by side, never one number: each with its date, what it counts, and its rank."""
    if not measures:
        return []
    names = {
        "tasks_people": say("Could be faster, say people"),
        "tasks_model": say("Could be faster, says a model"),
        "applicability": say("Seen to help"),
        "conversations_percent": say("Asked about"),
    }
    rows = tuple((names[m.measure], f"{ai_sentence(m, say)} [@{m.source}]") for m in measures)
    remark = say(
        "None of these counts jobs lost or gained. Rank 1 is the occupation that a measure puts highest. All are about "
        "programs that write text and code; those that make pictures, sound or film are not measured."
    )
    blocks: list[Block] = [Heading(say("What AI does to it"), 2), Facts(rows)]
    if spread := disagreement(measures):
        blocks.append(
            Prose(
                say(
                    "They disagree: {high} puts it in the upper third, {low} in the lower third.",
                    high=say.quoted(names[spread[0]]),
                    low=say.quoted(names[spread[1]]),
                )
            )
        )
    return [*blocks, Prose(remark, quiet=True)]


def disagreement(measures: tuple[AiMeasure, ...]) -> tuple[str, str] | None:
    """The measures that put an occupation highest and lowest, where one is in the upper third and one in the lower."""
    placed = sorted(measures, key=lambda measure: measure.rank / measure.among)
    if not placed:
        return None
    high, low = placed[0], placed[-1]
    if high.rank / high.among <= 1 / 3 and low.rank / low.among >= 2 / 3:
        return high.measure, low.measure
    return None
