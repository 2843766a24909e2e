"""How far a questionnaire is, in words."""

from typing import TYPE_CHECKING

from careercli.usecases.asking import Statement

if TYPE_CHECKING:
    from careercli.locale import Say


def progress_words(statement: Statement, say: "Say") -> str:
    """The number of a statement, and of how many it is, or may be at most."""
    if statement.more is None:
        return say("{n} of {count}", n=statement.number, count=statement.total)
    if statement.more == 1:
        return say("{n}, perhaps the last", n=statement.number)
    return say("{n} of {count} at most", n=statement.number, count=statement.total)
