"""O*NET text releases, as a .zip or a folder, under the file names of up to 30.2 and from 30.3 on."""

import contextlib
import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from careercli.core.careers.datasets import DataSetName, Naming, Styles
from careercli.errors import ImportFailedError
from careercli.importers.base import (
    AGAIN,
    NOT_AVAILABLE,
    Column,
    DataSetSpec,
    FileLine,
    Findings,
    Parsed,
    Part,
    Progress,
    Writer,
    parse_number,
    parse_onet_code,
    parse_text,
)
from careercli.importers.files import Archive, Files, Folder, digest, open_file, read_tabbed, reading

REQUIRED = "Occupation Data.txt"
READ_ME = "Read Me.txt"
_LETTERS = {f"1.B.1.{end}": letter for end, letter in zip("abcdef", "RIASEC", strict=True)}
_STYLE_RANGES = {"WI": (-3.0, 3.0), "DR": (0.0, 100.0), "IM": (1.0, 5.0)}
_RELEASE = re.compile(r"O\*NET(?:®)?\s+([0-9]{1,3}\.[0-9]{1,2})\s+Database")
_FOLDER = re.compile(r"db_([0-9]{1,3})_([0-9]{1,2})(?![0-9])")
_WHOLE = "Nothing was changed. Give the .zip of the text release, or the folder that it unpacks to."

#: Values that are remembered of a file; a real one has a few hundred.
MOST_KNOWN = 10_000

_CODE = Column("O*NET-SOC Code")
_ELEMENT = (Column("Element ID"), Column("Element Name"), Column("Scale ID"), Column("Data Value"))


def _parse_occupation(cells: Sequence[str], at: FileLine) -> Parsed:
    return parse_onet_code(cells[0], at), parse_text(cells[1], at), cells[2]


def _parse_interest(cells: Sequence[str], at: FileLine) -> Parsed:
    code, element, _, scale, value = cells
    if scale != "OI":
        return "other-scale"
    if value in NOT_AVAILABLE:
        return "no-value"
    letter = _LETTERS.get(element)
    if not letter:
        raise ImportFailedError("{at}: `{text}` is none of the six interests", AGAIN, at=at, text=element[:60])
    return code, letter, parse_number(value, 1, 7, at)


def _parse_zone(cells: Sequence[str], at: FileLine) -> Parsed:
    return cells[0], int(parse_number(cells[1], 1, 5, at))


def _parse_title(kind: str) -> Callable[[Sequence[str], FileLine], Parsed]:
    def parse(cells: Sequence[str], at: FileLine) -> Parsed:
        short = cells[2] if len(cells) > 2 and cells[2] not in NOT_AVAILABLE else None
        return cells[0], kind, parse_text(cells[1], at), short

    return parse


def _parse_related(cells: Sequence[str], at: FileLine) -> Parsed:
    return cells[0], int(parse_number(cells[2], 1, 1000, at)), parse_onet_code(cells[1], at)


def _parse_task(cells: Sequence[str], at: FileLine) -> Parsed:
    kind = cells[3].lower()
    id_ = int(parse_number(cells[1], 0, 1e12, at))
    return cells[0], id_, parse_text(cells[2], at), kind if kind in ("core", "supplemental") else ""


def _parse_technology(cells: Sequence[str], at: FileLine) -> Parsed:
    code, name, category, hot, in_demand = cells
    return code, parse_text(name, at), category, int(hot == "Y"), int(in_demand == "Y")


def _parse_style(cells: Sequence[str], at: FileLine) -> Parsed:
    code, element, name, scale, value = cells
    if scale not in _STYLE_RANGES:
        return "other-scale"
    if value in NOT_AVAILABLE:
        return "no-value"
    return code, element, name, scale, parse_number(value, *_STYLE_RANGES[scale], at)


def _parse_skill(kind: str) -> Callable[[Sequence[str], FileLine], Parsed]:
    known: dict[tuple[str, str], float] = {}  # a few hundred values stand in half a million rows

    def parse(cells: Sequence[str], at: FileLine) -> Parsed:
        code, element, name, scale, value, irrelevant = cells
        if scale == "LV" and irrelevant == "Y" and value not in NOT_AVAILABLE:
            return "not-relevant"
        number = known.get((scale, value))
        if number is None:
            if scale not in ("IM", "LV"):
                return "other-scale"
            if value in NOT_AVAILABLE:
                return "no-value"
            low, high = (1, 5) if scale == "IM" else (0, 8)
            number = parse_number(value, low, high, at)
            if len(known) < MOST_KNOWN:
                known[scale, value] = number
        return code, kind, element, name, scale, number

    return parse


def _parse_education(cells: Sequence[str], at: FileLine) -> Parsed:
    code, scale, category, value = cells
    if scale != "RL":
        return "other-scale"
    if value in NOT_AVAILABLE:
        return "no-value"
    return code, int(parse_number(category, 1, 12, at)), parse_number(value, 0, 100, at)


class Named(NamedTuple):
    """A part and the file that holds it, by naming; None where a naming has no such file."""

    part: Part
    old: str | None
    new: str | None


_RATED = (_CODE, *_ELEMENT, Column("Not Relevant", optional=True))
PARTS = (
    Named(
        Part("occupations", "onet_occupation", (_CODE, Column("Title"), Column("Description")), _parse_occupation),
        REQUIRED,
        REQUIRED,
    ),
    Named(
        Part("interests", "onet_interest", (_CODE, *_ELEMENT), _parse_interest),
        "Interests.txt",
        "Career Interest Types.txt",
    ),
    Named(Part("zones", "onet_zone", (_CODE, Column("Job Zone")), _parse_zone), "Job Zones.txt", "Job Zones.txt"),
    Named(
        Part(
            "alternate-titles",
            "onet_title",
            (_CODE, Column("Alternate Title", "(Alternate|Job) Title"), Column("Short Title", optional=True)),
            _parse_title("alternate"),
        ),
        "Alternate Titles.txt",
        "Job Titles.txt",
    ),
    Named(
        Part("reported-titles", "onet_title", (_CODE, Column("Reported Job Title")), _parse_title("reported")),
        "Sample of Reported Titles.txt",
        "Sample of Reported Titles.txt",
    ),
    Named(
        Part(
            "related",
            "onet_related",
            (_CODE, Column("Related O*NET-SOC Code"), Column("Index", "(Related )?Index")),
            _parse_related,
        ),
        "Related Occupations.txt",
        "Related Occupations.txt",
    ),
    Named(
        Part("tasks", "onet_task", (_CODE, Column("Task ID"), Column("Task"), Column("Task Type")), _parse_task),
        "Task Statements.txt",
        "Task Statements.txt",
    ),
    Named(
        Part(
            "technology",
            "onet_technology",
            (
                _CODE,
                Column("Example", "(Workplace )?Example"),
                Column("Commodity Title", "Commodity Title|Element Name"),
                Column("Hot Technology"),
                Column("In Demand", optional=True),
            ),
            _parse_technology,
        ),
        "Technology Skills.txt",
        "Software Skills.txt",
    ),
    Named(Part("styles", "onet_style", (_CODE, *_ELEMENT), _parse_style), "Work Styles.txt", "Work Styles.txt"),
    Named(Part("skills", "onet_skill", _RATED, _parse_skill("skill")), "Skills.txt", None),
    Named(Part("essential-skills", "onet_skill", _RATED, _parse_skill("essential")), None, "Essential Skills.txt"),
    Named(
        Part("transferable-skills", "onet_skill", _RATED, _parse_skill("transferable")), None, "Transferable Skills.txt"
    ),
    Named(Part("knowledge", "onet_skill", _RATED, _parse_skill("knowledge")), "Knowledge.txt", "Knowledge.txt"),
    Named(
        Part(
            "education",
            "onet_education",
            (_CODE, Column("Scale ID"), Column("Category"), Column("Data Value")),
            _parse_education,
        ),
        "Education, Training, and Experience.txt",
        "Education.txt",
    ),
)


class Release:
    """An opened text release."""

    def __init__(self, files: Files, root: str, sha256: str, named: str) -> None:
        self._files = files
        self._root = root
        self.sha256 = sha256
        self._naming = self._find_naming()
        self.release = self._find_release(named)
        self.named: str | None = None
        self.size = sum(files.size(root + name) for _, name in self._present())

    def load(self, writer: Writer, progress: Progress) -> Findings:
        """Read all parts that are there."""
        known: frozenset[str] | None = None
        for part, name in self._present():
            at = FileLine(name)
            with self._files.open(self._root + name) as file:
                writer.write_part(part, read_tabbed(file, at, progress), at, known)
            if known is None:
                known = frozenset(code for (code,) in writer.connection.execute("SELECT code FROM onet_occupation"))
                if not known:
                    raise ImportFailedError("{file} holds no occupation", AGAIN, file=name)
        _leave_out_incomplete(writer)
        return Findings(self._missing(), self._naming, _find_styles(writer))

    def _has(self, name: str | None) -> bool:
        return name is not None and self._root + name in self._files.names

    def _present(self) -> list[tuple[Part, str]]:
        return [(part, name) for part, *names in PARTS for name in dict.fromkeys(names) if name and self._has(name)]

    def _missing(self) -> tuple[str, ...]:
        wanted = [new if self._naming == "from-30.3" else old for _, old, new in PARTS]
        return tuple(name for name in wanted if name and not self._has(name))

    def _find_naming(self) -> Naming | None:
        """Which naming the files follow. Raises ImportFailedError where it is both: two releases in one folder."""
        old = [name for _, name, other in PARTS if name != other and self._has(name)]
        new = [name for _, other, name in PARTS if name != other and self._has(name)]
        if old and new:
            said = "{path} mixes two releases: `{old}` is of one up to 30.2, `{new}` of one from 30.3 on"
            raise ImportFailedError(said, _WHOLE, path=self._files.where, old=old[0], new=new[0])
        return "to-30.2" if old else "from-30.3" if new else None

    def _find_release(self, named: str) -> str | None:
        """The release as the file to be read first says it, or the name of the folder."""
        if self._has(READ_ME):
            with reading(self._files.where), self._files.open(self._root + READ_ME) as file:
                if found := _RELEASE.search(file.read(4096).decode("utf-8", "replace")):
                    return found[1]
        found = _FOLDER.search(self._root) or _FOLDER.search(named)
        return f"{found[1]}.{found[2]}" if found else None


def _leave_out_incomplete(writer: Writer) -> None:
    """An interest profile has all six ratings, or there is none."""
    gone = writer.connection.execute(
        "DELETE FROM onet_interest WHERE code IN (SELECT code FROM onet_interest GROUP BY code HAVING count(*) <> 6)"
    ).rowcount
    if gone:
        writer.leave_out("interests", "incomplete-interests", gone)


def _find_styles(writer: Writer) -> Styles | None:
    """Which work styles the release has. Raises ImportFailedError for both, whose scales cannot be compared."""
    scales = {scale for (scale,) in writer.connection.execute("SELECT DISTINCT scale FROM onet_style")}
    if "IM" in scales and scales != {"IM"}:
        raise ImportFailedError("{file} mixes the work styles of two generations", _WHOLE, file="Work Styles.txt")
    return None if not scales else "old" if "IM" in scales else "new"


@contextlib.contextmanager
def open_release(path: Path) -> Iterator[Release]:
    """A release as a .zip or a folder. Raises ImportFailedError."""
    with reading(path):
        unpacked = path.is_dir()
    if unpacked:
        yield _open_folder(path)
        return
    with open_file(path) as file:
        with reading(path):
            sha256 = digest(file)
        archive = Archive(file, str(path))
        roots = [str(PurePosixPath(name).parent) for name in archive.names if PurePosixPath(name).name == REQUIRED]
        if len(roots) != 1:
            raise ImportFailedError(
                "{path} holds `{name}` {n} times, not once", _WHOLE, path=path, name=REQUIRED, n=len(roots)
            )
        yield Release(archive, "" if roots[0] == "." else f"{roots[0]}/", sha256, path.name)


def _open_folder(path: Path) -> Release:
    folder = Folder(path)
    if REQUIRED not in folder.names:
        with reading(path):
            inner = [path / name for name in folder.names if (path / name / REQUIRED).is_file()]
        if len(inner) != 1:
            raise ImportFailedError("{path} has no `{name}`", _WHOLE, path=path, name=REQUIRED)
        path, folder = inner[0], Folder(inner[0])
    whole = hashlib.sha256()
    for name in sorted({name for _, *names in PARTS for name in (*names, READ_ME) if name in folder.names}):
        with folder.open(name) as file, reading(path / name):
            whole.update(f"{name}\n{digest(file)}\n".encode())
    return Release(folder, "", whole.hexdigest(), path.resolve().name)


SPEC = DataSetSpec(
    name=DataSetName.ONET,
    title="O*NET",
    licence="CC BY 4.0",
    attribution=(
        "O*NET {release} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA),"
        " used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. careers has selected and rearranged its"
        " tables; USDOL/ETA has not approved, endorsed, or tested that."
    ),
    tables=tuple(dict.fromkeys(named.part.table for named in PARTS)),
    open=open_release,
)
