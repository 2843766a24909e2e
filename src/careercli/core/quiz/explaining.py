"""How all that is known of a result is asked for."""

from careercli.core.careers.reports import Report

#: The option that shows it, and the line that does so of the latest result.
EXPLAIN, EXPLAIN_LAST = "--explain", "careers quiz --history 1 --explain"


def explaining(report: Report, *, kept: str = "") -> str:
    """What to type: a whole line where the result was just kept, else the option; `kept` is when it had been before."""
    is_new = any(action.id == "history" for action in report.actions) and not kept
    return EXPLAIN_LAST if is_new else EXPLAIN
