"""Opens what a person downloaded, and distrusts it: archives, folders, lines of text."""

import contextlib
import csv
import hashlib
import io
import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, Protocol

from careercli.errors import ImportFailedError, message, why_refused
from careercli.importers.base import AGAIN, FileLine, Progress

LARGEST = 1 << 30  # bytes of an archive, unpacked
LARGEST_DIRECTORY = 1 << 18  # bytes of an archive's list of its members; official releases reach 4,000
HIGHEST_RATIO = 200  # unpacked to packed; official releases reach 12
FREE_OF_RATIO = 10 << 20  # bytes up to which a member may be packed as tightly as it likes
LONGEST_LINE = 1 << 14  # bytes, as a batch of lines is kept; official releases reach 1,100
MOST_LINES = 16  # of one row of CSV
_STEP = 1 << 16
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_UNREADABLE = "Nothing was changed. See that you may read it, and give it again."
_HARMFUL = "Nothing was changed. This is not an archive as its publisher gives it: download it again."


class Files(Protocol):
    """The files of a release, by name."""

    where: str
    names: tuple[str, ...]

    def size(self, name: str) -> int:
        """Bytes, unpacked."""

    def open(self, name: str) -> BinaryIO:
        """The file, to be read from its beginning."""


@contextlib.contextmanager
def reading(where: object) -> Iterator[None]:
    """Turn what the system says of a file into our words."""
    try:
        yield
    except OSError as error:
        why = why_refused(error)
        raise ImportFailedError("{path} cannot be read: {why}", _UNREADABLE, path=where, why=why) from None


@contextlib.contextmanager
def _unpacking(where: str) -> Iterator[None]:
    """Turn what `zipfile` says of a damaged archive into our words."""
    with reading(where):
        try:
            yield
        except (ImportFailedError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 - its parts raise nearly anything
            why = str(error) or message("it ends too early")
            raise ImportFailedError("{path} is damaged or cut off: {why}", AGAIN, path=where, why=why) from None


def open_file(path: Path, *, follow: bool = True) -> BinaryIO:
    """A file that is one: no folder, no pipe, no device, and where links are not followed no link."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with reading(path):
        if not follow and path.is_symlink():
            raise ImportFailedError("{path} is a link, not a file of the release", _UNREADABLE, path=path)
        file = os.fdopen(os.open(path, flags | (0 if follow else getattr(os, "O_NOFOLLOW", 0))), "rb")
        status = os.fstat(file.fileno())
    if not stat.S_ISREG(status.st_mode):
        file.close()
        raise ImportFailedError("{path} is not a file", _UNREADABLE, path=path)
    if not status.st_size:
        file.close()
        raise ImportFailedError("{file} is empty", AGAIN, file=path)
    return file


def digest(file: BinaryIO) -> str:
    """The SHA-256 of an opened file, which is then at its beginning again."""
    found = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
    file.seek(0)
    return found


class _Bounded:
    """A file that gives no more at once than the list of an archive's members may take.

    `zipfile` reads that list in one go, by the size that the archive claims, and keeps half a kilobyte of each member.
    """

    def __init__(self, file: BinaryIO, where: str) -> None:
        self._file = file
        self._where = where
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or the rest. Raises ImportFailedError where that is too much."""
        if size > LARGEST_DIRECTORY:
            raise ImportFailedError("{path} lists more files than a release has", _HARMFUL, path=self._where)
        return self._file.read(size)


class _Member(io.RawIOBase):
    """A member of an archive, as it is unpacked. Raises ImportFailedError where it is damaged."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._file = file
        self._where = where

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill a buffer; the number of bytes put there, 0 at the end."""
        with _unpacking(self._where):
            piece = self._file.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close it."""
        self._file.close()
        super().close()


class Archive:
    """A zip archive without the tricks of one: see the bounds at the head of this module."""

    def __init__(self, file: BinaryIO, where: str) -> None:
        self.where = where
        with _unpacking(where):
            self._archive = zipfile.ZipFile(_Bounded(file, where))
        self._members: dict[str, zipfile.ZipInfo] = {}
        for member in self._archive.infolist():
            self._check(member)
            if not member.is_dir():
                self._members[member.filename] = member
        if sum(member.file_size for member in self._members.values()) > LARGEST:
            raise ImportFailedError("{path} is larger than a gigabyte, unpacked", _HARMFUL, path=where)
        self.names = tuple(self._members)

    def _check(self, member: zipfile.ZipInfo) -> None:
        name, path = member.filename, PurePosixPath(member.filename)
        wrong = ""
        if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name or ":" in path.parts[0]:
            wrong = "{path}: `{name}` is refused, it would stand outside of the folder of the release"
        elif stat.S_ISLNK(member.external_attr >> 16):
            wrong = "{path}: `{name}` is refused, it is a link"
        elif name in self._members:
            wrong = "{path}: `{name}` is refused, it is there twice"
        elif member.flag_bits & 1:
            wrong = "{path}: `{name}` is refused, it is encrypted"
        elif member.compress_type not in _PACKINGS:
            wrong = "{path}: `{name}` is refused, it is packed in a way that no release is"
        elif member.file_size > FREE_OF_RATIO and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
            wrong = "{path}: `{name}` is refused, it is packed too tightly to be real"
        if wrong:
            raise ImportFailedError(wrong, _HARMFUL, path=self.where, name=name[:80])

    def size(self, name: str) -> int:
        """Bytes, unpacked."""
        return self._members[name].file_size

    def open(self, name: str) -> BinaryIO:
        """A member, to be read from its beginning; it never gives more than it has said."""
        where = f"{self.where}: {name}"
        with _unpacking(where):
            return io.BufferedReader(_Member(self._archive.open(self._members[name]), where), _STEP)


class Folder:
    """A folder of a release that was unpacked."""

    def __init__(self, path: Path) -> None:
        self.where = str(path)
        self._path = path
        with reading(path):
            self.names = tuple(sorted(os.listdir(path)))  # noqa: PTH208  (names are all that is needed)

    def size(self, name: str) -> int:
        """Bytes."""
        with reading(self._path / name):
            return os.lstat(self._path / name).st_size

    def open(self, name: str) -> BinaryIO:
        """The file, to be read from its beginning."""
        return open_file(self._path / name, follow=False)


def read_lines(file: BinaryIO, at: FileLine, progress: Progress) -> Iterator[str]:
    """The lines of a text in UTF-8, without their ends. Raises ImportFailedError with the line."""
    rest = b""
    while piece := file.read(_STEP):
        whole, end, rest = (rest + piece).rpartition(b"\n")
        if end:
            yield from _split(whole, at)
        if len(rest) > LONGEST_LINE:
            at.line += 1
            raise _too_long(at)
        progress(len(piece))
    if rest:
        yield from _split(rest, at)


def _split(piece: bytes, at: FileLine) -> Iterator[str]:
    """The lines of a piece of text; decoding them together is much quicker than one by one."""
    try:
        text = piece.decode()
    except UnicodeDecodeError as error:
        at.line += piece.count(b"\n", 0, error.start) + 1
        again = "Nothing was changed. Give the file as it was downloaded, in UTF-8."
        raise ImportFailedError("{at}: this line is not text in UTF-8", again, at=at) from None
    if not at.line:
        text = text.removeprefix("\ufeff")
    first = at.line + 1
    for at.line, line in enumerate(text.replace("\r\n", "\n").removesuffix("\r").split("\n"), first):
        if len(line) > LONGEST_LINE:
            raise _too_long(at)
        yield line


def _too_long(at: FileLine) -> ImportFailedError:
    return ImportFailedError("{at}: this line is longer than 16 kilobytes", AGAIN, at=at)


def read_tabbed(file: BinaryIO, at: FileLine, progress: Progress) -> Iterator[list[str]]:
    """The fields of each line of a text with tabs; empty lines are passed over."""
    with reading(at.file):
        for line in read_lines(file, at, progress):
            if line:
                yield line.split("\t")


def read_commas(file: BinaryIO, at: FileLine, progress: Progress) -> Iterator[list[str]]:
    """The fields of each line of a CSV; empty lines are passed over. Raises ImportFailedError with the line."""
    begun = 0

    def lines() -> Iterator[str]:
        for line in read_lines(file, at, progress):
            if at.line - begun > MOST_LINES:
                raise csv.Error("unexpected end of data")  # as the reader itself says it
            yield line

    with reading(at.file):
        try:
            for row in csv.reader(lines(), strict=True):
                begun = at.line
                if row:
                    yield row
        except csv.Error as error:
            raise ImportFailedError("{at}: this is not a line of CSV: {why}", AGAIN, at=at, why=error) from None
