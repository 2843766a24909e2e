"""What is wrong in guides that had to be left out."""

import msgspec

from careercli.errors import Message


class OwnProblem(msgspec.Struct, frozen=True):
    """What is wrong in a guide that had to be left out."""

    id: str
    path: str
    line: int
    field: str
    message: Message
