"""What careers are called, and how surely a name means one."""

from enum import IntEnum
from typing import Literal, NamedTuple

#: How the classification calls what gathers the rest.
RESIDUAL = "All Other"


class NameKind(IntEnum):
    """Who calls an occupation so: those that say most come first."""

    CODE = 0
    LABEL = 1
    SYNONYM = 2
    #: A trade that the classification lacks, to which the occupation is only the nearest.
    NEAREST = 3
    OTHER = 4
    #: What its people work with, and what they do: no names, yet people look for them.
    TOOL = 5
    TASK = 6


class Meant(IntEnum):
    """How surely some words mean a career.

    They are said of it, it is about that, they are part of its name, what its people do, the name of several, its name.
    """

    PASSAGE = 0
    SUBJECT = 1
    PART = 2
    TASK = 3
    SEVERAL = 4
    NAME = 5


class Resolved(NamedTuple):
    """What a name means; `others` are codes of occupations that carry it too.

    `nearest_to` is the name where it is that of a trade elsewhere, which the occupation is only the nearest to.
    """

    kind: Literal["role", "occupation"]
    id: str
    others: tuple[str, ...] = ()
    nearest_to: str = ""
