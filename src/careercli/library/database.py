"""The compiled catalogue as a database that is made again where it turns out to be damaged."""

import sqlite3
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from careercli.compiler.cache import open_catalogue
from careercli.compiler.locate import Locations
from careercli.files.lock import Tell, say_nothing

#: The version of SQLite that everything is read with.
SQLITE = sqlite3.sqlite_version

T = TypeVar("T")


def decoder(kind: type[T]) -> Callable[[str], T]:
    """What reads a value of a type as it is stored."""
    return msgspec.json.Decoder(kind).decode


class Database:
    """What the files were compiled into. A cache that turns out to be damaged is made again, once."""

    def __init__(self, where: Locations, tell: Tell = say_nothing, warn: Tell = say_nothing) -> None:
        self.where = where
        self._fresh = False
        self.connection = open_catalogue(where, tell, warn)

    def rows(self, query: str, values: tuple[Any, ...] = ()) -> list[Any]:
        """The rows of a query. A damaged cache is made again."""
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.DatabaseError:
            if self._fresh:
                raise
            self._fresh = True
            self.connection = open_catalogue(self.where, fresh=True)
            return self.connection.execute(query, values).fetchall()

    def decoded(self, query: str, values: tuple[Any, ...], kind: type[T]) -> list[T]:
        """The first column of the rows, decoded. Damage that SQLite does not see is found here."""
        decode = decoder(kind)
        try:
            return [decode(row[0]) for row in self.rows(query, values)]
        except (msgspec.MsgspecError, UnicodeDecodeError):
            if self._fresh:
                raise
            self._fresh = True
            self.connection = open_catalogue(self.where, fresh=True)
            return [decode(row[0]) for row in self.rows(query, values)]

    @cached_property
    def is_indexed(self) -> bool:
        """Whether SQLite has what full-text search needs; without it all is read, and typos in words are not seen."""
        from careercli.compiler.plain_search import has_index

        return has_index(self.connection)
