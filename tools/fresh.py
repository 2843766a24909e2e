"""Names every topic whose date to look again has passed; ends with 1 where there is one (`make fresh`)."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from careercli.files.strict_yaml import load_yaml

TOPICS = Path(__file__).resolve().parent.parent / "data/topics"


def find_stale(today: str) -> list[str]:
    """The pages that should have been read again before a day, written as in 2026-11-28."""
    dates = {path: str(load_yaml(path).value["look_again"]) for path in sorted(TOPICS.glob("*/*.yaml"))}  # type: ignore[call-overload, index]
    return [
        f"{path.relative_to(TOPICS)}: to be looked at again by {date}" for path, date in dates.items() if date < today
    ]


if __name__ == "__main__":
    stale = find_stale(datetime.now(UTC).date().isoformat())
    print("\n".join(stale) or "every topic is within its date")
    sys.exit(bool(stale))
