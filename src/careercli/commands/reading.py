"""Values of options in whatever way people write them: numbers, amounts of pay, words of either language."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from careercli.errors import UsageError

if TYPE_CHECKING:
    from careercli.core.text.amounts import Amount

_HINT = "`{help} --help` shows how to write it."


def refuse_empty(ctx: typer.Context, **values: str | None) -> None:
    """Refuse options, by their names, that are given without a value. Raises UsageError."""
    for name, value in values.items():
        if value is not None and not value.strip():
            raise UsageError("`{name}` needs a value", _HINT, name=f"--{name}", help=ctx.command_path)


def read_number(ctx: typer.Context, option: str, text: str, units: Mapping[str, str]) -> "Amount":
    """The amount that the value of an option is. Raises UsageError where it is no number."""
    from careercli.core.text.amounts import read_amount  # only where a number is to be read

    amount = read_amount(text, units)
    if amount is None or amount.unknown:
        raise UsageError(
            "`{name}` must be an amount, such as 30000, 60k or $25/h, not `{value}`",
            _HINT,
            name=option,
            value=text,
            help=ctx.command_path,
        )
    return amount


def read_count(ctx: typer.Context, option: str, text: str) -> int | None:
    """The count that the value of an option is; None where it is no whole number. Raises UsageError below one."""
    text = text.strip()
    if not text.removeprefix("-").isdecimal():
        return None
    if (count := int(text[:9])) < 1:
        said = "`{name}` must be at least {low}, not {value}"
        raise UsageError(said, _HINT, name=option, low=1, value=text, help=ctx.command_path)
    return count


def refuse_below(ctx: typer.Context, option: str, text: str, number: float, low: float) -> None:
    """Refuse the value of an option that is a number under its least one. Raises UsageError."""
    if number < low:
        said = "`{name}` must be at least {low}, not {value}"
        raise UsageError(said, _HINT, name=option, low=round(low), value=text, help=ctx.command_path)


def refuse_value(ctx: typer.Context, option: str, text: str, known: tuple[str, ...]) -> UsageError:
    """That a value of an option is none of those that are known."""
    listed = ", ".join(f"`{value}`" for value in known)
    said = "`{name}` cannot be `{value}`, only {known}"
    return UsageError(said, _HINT, name=option, value=text, known=listed, help=ctx.command_path)
