"""What is not for the person, for lists and results that leave it out or mark it."""

from pathlib import Path

from careercli.errors import CareersError
from careercli.locale import Say
from careercli.profile.own import find_hidden


def hidden_ids(folder: Path | None, say: Say) -> tuple[frozenset[str], tuple[str, ...]]:
    """The careers that are not for the person; where their file is damaged none, and a note."""
    if folder is None:
        return frozenset(), ()
    try:
        return frozenset(find_hidden(folder)), ()
    except CareersError as error:
        why = say(error.message, **error.values)
        return frozenset(), (say("What is not for you could not be read: {why}.", why=why),)
