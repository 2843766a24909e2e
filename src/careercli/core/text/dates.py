"""How old a figure is."""

#: A figure that is older than this many years is marked as old.
OLD_YEARS = 3


def is_old(reference: str, today: str) -> bool:
    """Whether a figure of `2021`, `2021-05` or `2021-05-15` is old on a day; a year is taken by its end."""
    return _months(today) - _months(reference) > OLD_YEARS * 12 if today else False


def _months(date: str) -> int:
    """The months of a date since the year 0; of a year alone until its last."""
    year, month = [*date.split("-"), "12"][:2]
    return int(year) * 12 + int(month)
