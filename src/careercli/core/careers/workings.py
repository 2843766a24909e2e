"""How much a line of a sum is, as authors write it: 2300, 2000–2300, 4 × 2300, 6–12 × 400–450.5, -11470."""

import re

from careercli.core.careers.model import WorkingLine

#: No amount is larger, nor is what it is multiplied out to.
LARGEST = 1e12
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_AMOUNT = re.compile(rf"(?:({_NUMBER})(?:–({_NUMBER}))? ?× ?)?(-?{_NUMBER})(?:–(-?{_NUMBER}))?")


def read_line(name: str, amount: float | str) -> WorkingLine | None:
    """A line of a sum, multiplied out, the low end of one with the low end of the other; None where it is no amount."""
    found = _AMOUNT.fullmatch(str(amount))
    if not found:
        return None
    least, most, low, high = (float(part) if part else None for part in found.groups())
    times = (1.0 if least is None else least, (1.0 if least is None else least) if most is None else most)
    ends = (low or 0.0, (low or 0.0) if high is None else high)
    line = WorkingLine(name=name, low=ends[0] * times[0], high=ends[1] * times[1], times=times)
    return line if min(times) > 0 and max(map(abs, (line.low, line.high))) <= LARGEST else None
