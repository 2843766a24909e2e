"""How a figure was worked out, line by line."""

from careercli.core.careers import model as m
from careercli.core.text.page import Block, Heading, Prose, Tally, TallyLine
from careercli.locale import Say, words


def working_blocks(workings: tuple[m.Working, ...], say: Say) -> list[Block]:
    """Sums, each under its name: what it is about, its lines with what they come to, what follows from it."""
    blocks: list[Block] = []
    for working in workings:
        unit = working.unit
        lines = tuple(
            TallyLine(line.name, _product(line, unit, say), _amount(line.low, line.high, unit, say))
            for line in working.lines
        )
        total = None
        if working.low is not None and working.high is not None:
            total = TallyLine(working.total, "", _amount(working.low, working.high, unit, say))
        blocks.append(Heading(working.name, 3))
        blocks += [Prose(working.text, joined=True)] if working.text else []
        blocks.append(Tally(lines, total))
        blocks += [Prose(working.closing)] if working.closing else []
    return blocks


def _product(line: m.WorkingLine, unit: str, say: Say) -> str:
    """How a line was multiplied out; nothing where it was not."""
    low, high = line.times
    if (low, high) == (1, 1):
        return ""
    times = words.span(_number(low, say), _number(high, say), say)
    return f"{times} × {_amount(line.low / low, line.high / high, unit, say)}"


def _amount(low: float, high: float, unit: str, say: Say) -> str:
    if unit == "months":
        return words.span_words(low, high, say)
    if unit == "hours":
        if low == high == 1:
            return say("one hour")
        return say("{hours} hours", hours=words.span(_number(low, say), _number(high, say), say))
    return words.span(_money(low, unit, say), _money(high, unit, say), say)


def _number(value: float, say: Say) -> str:
    return say.number(value, 0 if value == int(value) else 1)


def _money(value: float, currency: str, say: Say) -> str:
    return ("−" if value < 0 else "") + say.money(abs(value), currency)
