"""Damaged and hostile files: each is refused with a sentence, in little memory, and nothing else goes wrong."""

import contextlib
import csv
import io
import os
import random
import sqlite3
import struct
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from careercli.core.careers.datasets import DataReport, ImportReport, ImportResult
from careercli.errors import CareersError, DataError, ImportFailedError
from careercli.importers import base, files, oews, onet, projections, store, workbook
from careercli.locale import Say
from careercli.pages.data import lay_out
from tests import releases as r
from tests.conftest import ROOT, Run

FAULTS = ROOT.parent / "shared/faults"
CODE = "11-1000.00"
SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
PROJECTED = [
    "2024 National Employment Matrix title",
    "2024 National Employment Matrix code",
    "Occupation type",
    "Employment, 2024",
    "Employment, 2034",
    "Employment change, percent, 2024–34",
    "Percent self employed, 2024",
    "Occupational openings, 2024–34 annual average",
    "Typical education needed for entry",
    "Work experience in a related occupation",
    "Typical on-the-job training",
]
GROWTH = ["Doers", "15-1252", "Line item", 1.5, 2.5, 3.1, 4.0, 2.2, "None", "None", "None"]


def take(spec: base.DataSetSpec, path: Path, database: Path | None = None) -> ImportResult:
    """Import a file, into nothing unless a database is given."""

    @contextlib.contextmanager
    def watch(size: int) -> Iterator[base.Progress]:
        yield lambda _: None

    where = database or path.parent / "nowhere/imported.sqlite"
    return base.import_set(spec, path, where, release=None, today="2026-01-01", dry_run=not database, watch=watch)


def repacked(path: Path, changes: dict[str, Callable[[bytes], bytes]]) -> Path:
    """A zip with some of its members changed."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert set(changes) <= set(members)
    made: dict[str, str | bytes] = {n: changes[n](raw) if n in changes else raw for n, raw in members.items()}
    return r.write_zip(path, made, "")


def wages(folder: Path, changes: dict[str, Callable[[bytes], bytes]] | None = None) -> Path:
    path = r.write_workbook(folder / "national_M2025_dl.xlsx", [r.OEWS_TITLES, r.oews_row("15-1252")])
    return repacked(path, changes or {})


def release(folder: Path) -> Path:
    return r.write_zip(folder / "release.zip", dict(r.release_files(occupations=2, tasks=2)))


def growth(folder: Path) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([PROJECTED, GROWTH])
    path = folder / "growth.csv"
    path.write_text(text.getvalue(), "utf-8")
    return path


@contextlib.contextmanager
def little_memory(most: int) -> Iterator[None]:
    """Fail where Python, and expat in it, have held more than so many megabytes at once."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most << 20
    finally:
        tracemalloc.stop()


@pytest.mark.skipif(not FAULTS.is_dir(), reason="the folder `shared` is not beside the checkout")
@pytest.mark.parametrize(
    ("spec", "name"),
    [
        (onet.SPEC, "badname.zip"),
        (onet.SPEC, "badlocal.zip"),
        (onet.SPEC, "lzmabad.zip"),
        (oews.SPEC, "enc-foo.xlsx"),
    ],
)
def test_a_file_that_once_broke_the_program_is_refused(spec: base.DataSetSpec, name: str, tmp_path: Path) -> None:
    with pytest.raises(ImportFailedError):
        take(spec, FAULTS / name)


# archives: fields of their headers, by offset

CENTRAL, LOCAL, END = b"PK\1\2", b"PK\3\4", b"PK\5\6"


def field(signature: bytes, offset: int, value: bytes, which: int = 0) -> Callable[[bytes], bytes]:
    """Write into the n-th header of a kind."""

    def write(raw: bytes) -> bytes:
        at = -1
        for _ in range(which + 1):
            at = raw.index(signature, at + 1)
        return raw[: at + offset] + value + raw[at + offset + len(value) :]

    return write


def both(*writes: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    def write(raw: bytes) -> bytes:
        for each in writes:
            raw = each(raw)
        return raw

    return write


def lying_zip64(raw: bytes) -> bytes:
    """An end record of 64 bits that claims more than there can be."""
    end = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1, 1, (1 << 63) + 5, 0)
    place = struct.pack("<4sLQL", b"PK\6\7", 0, raw.index(END), 1)
    return raw[: raw.index(END)] + end + place + raw[raw.index(END) :]


UTF8 = b"\0\x08"
HEADERS = {
    "a name that is not UTF-8": (both(field(CENTRAL, 8, UTF8), field(CENTRAL, 46, b"\xff")), "damaged"),
    "a local name that is not UTF-8": (both(field(LOCAL, 6, UTF8), field(LOCAL, 30, b"\xff")), "damaged"),
    "another local name": (field(LOCAL, 30, b"x"), "damaged"),
    "no local header": (field(LOCAL, 0, b"PK\3\5"), "damaged"),
    "another CRC": (field(CENTRAL, 16, b"\1\2\3\4", 1), "damaged"),
    "an encrypted member": (field(CENTRAL, 8, b"\1\0"), "is encrypted"),
    "strong encryption": (field(CENTRAL, 8, b"\x40\0"), "damaged"),
    "a patch": (field(CENTRAL, 8, b"\x20\0"), "damaged"),
    "bzip2": (field(CENTRAL, 10, b"\x0c\0"), "packed in a way"),
    "lzma": (field(CENTRAL, 10, b"\x0e\0"), "packed in a way"),
    "a packing that nobody knows": (field(CENTRAL, 10, b"\x61\0"), "packed in a way"),
    "a version of the future": (field(CENTRAL, 6, b"\xff\0"), "damaged"),
    "deflated and said to be stored": (field(CENTRAL, 10, b"\0\0", 1), "damaged"),
    "shorter than it is": (field(CENTRAL, 24, b"\x10\0\0\0", 1), "damaged"),
    "a member out of the file": (field(CENTRAL, 42, b"\xff\xff\xff\x7f"), "damaged"),
    "more than a gigabyte": (both(field(CENTRAL, 24, b"\0\0\0\x3f"), field(CENTRAL, 20, b"\0\0\0\x3f")), "larger"),
    "a list that is cut off": (field(END, 12, b"\xff\0\0\0"), "damaged"),
    "a list of four gigabytes": (field(END, 12, b"\xfe\xff\xff\xff"), "damaged"),
    "a list that is elsewhere": (field(END, 16, b"\xff\xff\xff\x7f"), "damaged"),
    "sizes of 64 bits that lie": (lying_zip64, "damaged"),
    "an extra field that is cut off": (field(CENTRAL, 30, b"\x04\0"), "damaged"),
}


@pytest.mark.parametrize("case", HEADERS)
def test_a_damaged_header_of_an_archive_is_refused(tmp_path: Path, case: str) -> None:
    write, said = HEADERS[case]
    path = release(tmp_path)
    raw = write(path.read_bytes())
    if case == "more than a gigabyte":
        raw = both(field(CENTRAL, 24, b"\0\0\0\x3f", 1), field(CENTRAL, 20, b"\0\0\0\x3f", 1))(raw)
    path.write_bytes(raw)
    with pytest.raises(ImportFailedError, match=said):
        take(onet.SPEC, path)


def test_a_crowd_of_members_is_refused_before_it_is_read(tmp_path: Path) -> None:
    count = 200_000
    head = struct.pack("<4s4B4HL2L5H2L", CENTRAL, 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0)
    listed = b"".join(head + b"%07d" % n for n in range(count))
    end = struct.pack("<4s4H2LH", END, 0, 0, count & 0xFFFF, count & 0xFFFF, len(listed), 0, 0)
    path = tmp_path / "crowd.zip"
    path.write_bytes(listed + end)
    with little_memory(4), pytest.raises(ImportFailedError, match="lists more files"):
        take(onet.SPEC, path)


def damage(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes are other ones: of one header of an archive, or anywhere."""
    damaged = bytearray(raw)
    heads = [at for at in range(len(raw)) if raw[at : at + 4] in (CENTRAL, LOCAL, END)]
    places: range | list[int] = range(len(raw))
    if heads and chance.random() < 0.6:
        head = chance.choice(heads)
        places = [at for at in range(head + 4, head + 50) if at < len(raw)]
    for _ in range(chance.choice((1, 2, 4, 16))):
        damaged[chance.choice(places)] = chance.choice((0, 1, 8, 12, 14, 0x80, 0xFF, chance.randrange(256)))
    return bytes(damaged[: chance.randrange(len(raw))]) if chance.random() < 0.05 else bytes(damaged)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_taken_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    spec, make = ((onet.SPEC, release), (oews.SPEC, wages), (projections.SPEC, growth))[seed % 3]
    path = make(tmp_path)
    whole = path.read_bytes()
    for _ in range(4):
        path.write_bytes(damage(whole, chance))
        with contextlib.suppress(CareersError):
            assert take(spec, path).installed.rows >= 0


# workbooks


def within(member: str, start: bytes, more: bytes) -> dict[str, Callable[[bytes], bytes]]:
    return {member: lambda raw: raw.replace(start, start + more, 1)}


BOMBS = {
    "elements beside the sheets": within(BOOK, b"<sheets>", b"<a/>" * 700_000),
    "sheets": within(BOOK, b"<sheets>", b"<sheet/>" * 100_000),
    "depth": within(SHEET, b"<sheetData>", b"<a>" * 500_000),
    "depth of the shared texts": within(TEXTS, b"<si>", b"<a>" * 500_000),
    "names": within(SHEET, b"<sheetData>", b"".join(b"<a%d/>" % n for n in range(300_000))),
    "namespaces": within(SHEET, b"<sheetData>", b"".join(b'<a xmlns:b%d="u"/>' % n for n in range(100_000))),
    "attributes": within(SHEET, b"<sheetData>", b"<a %s/>" % b" ".join(b'a%d=""' % n for n in range(200_000))),
    "an attribute": within(SHEET, b"<sheetData>", b'<a b="%s"/>' % (b"x" * 9_000_000)),
    "a comment": within(SHEET, b"<sheetData>", b"<!-- %s -->" % (b"x" * 9_000_000)),
    "a shared text": within(TEXTS, b"<t>", b"x" * 9_000_000),
    "pieces of a shared text": within(TEXTS, b"<si>", "<t>中</t>".encode() * 500_000),
    "a cell": within(SHEET, b"<sheetData>", b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 9_000_000)),
    "cells of one shared text": {
        TEXTS: lambda raw: raw.replace(b"<t>AREA<", b"<t>%s<" % (b"x" * 60_000), 1),
        SHEET: lambda raw: raw.replace(b"<row", b'<row><c t="s"><v>0</v></c></row>' * 10_000 + b"<row", 1),
    },
}


@pytest.mark.parametrize("case", BOMBS)
def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path, case: str) -> None:
    path = wages(tmp_path, BOMBS[case])
    with little_memory(16), pytest.raises(ImportFailedError):
        take(oews.SPEC, path)


def test_empty_shared_texts_take_room_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = wages(tmp_path, within(TEXTS, b">", b"<si/>" * 50_000))
    monkeypatch.setattr(workbook, "LARGEST_STRINGS", 1 << 20)
    with pytest.raises(ImportFailedError, match="more text than a table"):
        take(oews.SPEC, path)


def in_encoding(declared: str, encoding: str) -> dict[str, Callable[[bytes], bytes]]:
    def encode(raw: bytes) -> bytes:
        return f'<?xml version="1.0" encoding="{declared}"?>{raw.decode()}'.encode(encoding)

    return {SHEET: encode, TEXTS: encode}


@pytest.mark.parametrize(("declared", "encoding"), [("UTF-8", "utf-8"), ("utf-16", "utf-16")])
def test_a_workbook_in_an_encoding_of_the_standard_is_taken(tmp_path: Path, declared: str, encoding: str) -> None:
    assert take(oews.SPEC, wages(tmp_path, in_encoding(declared, encoding))).installed.rows == 1


@pytest.mark.parametrize("declared", ["foo", "hex", "utf-7", "undefined", "cp1252", "idna", "unicode_escape", "x" * 99])
def test_a_workbook_in_another_encoding_is_refused(tmp_path: Path, declared: str) -> None:
    with pytest.raises(ImportFailedError, match="neither in UTF-8 nor in UTF-16"):
        take(oews.SPEC, wages(tmp_path, in_encoding(declared, "utf-8")))


def test_half_a_character_in_a_workbook_is_refused(tmp_path: Path) -> None:
    half = {
        SHEET: lambda raw: raw.decode().replace("<sheetData>", "<sheetData>\ud800").encode("utf-16", "surrogatepass")
    }
    with pytest.raises(ImportFailedError, match="damaged"):
        take(oews.SPEC, wages(tmp_path, half))


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    more = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(12))
    bomb = f'<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx">{more}]><x>&m;</x>'.encode()
    with little_memory(16), pytest.raises(ImportFailedError, match="DTD"):
        take(oews.SPEC, wages(tmp_path, {SHEET: lambda raw: bomb}))


def test_two_sheets_of_one_member_are_read_once(tmp_path: Path) -> None:
    twice = {BOOK: lambda raw: raw.replace(b"<sheets>", b'<sheets><sheet name="first" r:id="rId1"/>')}
    with zipfile.ZipFile(wages(tmp_path, twice)) as archive, io.BytesIO() as file:
        file.write(Path(str(archive.filename)).read_bytes())
        assert list(workbook.Workbook(files.Archive(file, "x")).sheets) == ["first"]


# texts


def test_a_row_of_csv_that_never_ends_is_refused(tmp_path: Path) -> None:
    path = growth(tmp_path)
    path.write_bytes(path.read_bytes() + b'"\n",' * 500_000)
    with little_memory(8), pytest.raises(ImportFailedError, match="not a line of CSV"):
        take(projections.SPEC, path)


def test_a_long_line_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    for more in ("x" * 20_000, "x" * 20_000 + "\r\n", "x" * 200_000, "x" * 200_000 + "\r\n"):
        made = r.release_files(occupations=2)
        path = r.write_zip(tmp_path / "x.zip", {**made, "Job Zones.txt": made["Job Zones.txt"] + more})
        with pytest.raises(ImportFailedError, match=r"Job Zones\.txt:4: this line is longer"):
            take(onet.SPEC, path)


def test_the_longest_lines_are_kept_a_few_at_a_time(tmp_path: Path) -> None:
    made = r.release_files(occupations=2)
    titles = made["Task Statements.txt"].split("\r\n")[0]
    chance = random.Random(1)
    lines = [f"{CODE}\t{n}\t{chance.getrandbits(800):x}{'x' * 15_000}\tCore\t\t\t" for n in range(6_000)]
    path = r.write_zip(tmp_path / "x.zip", {**made, "Task Statements.txt": "\r\n".join([titles, *lines])})
    with little_memory(64):
        assert take(onet.SPEC, path).installed.parts["tasks"] == 6_000


# names


def test_a_file_whose_name_is_no_text_is_imported(careers: Run, home: Path, tmp_path: Path) -> None:
    path = release(tmp_path)
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.zip")
    path.rename(odd)
    assert careers("data", "import", "onet", odd).code == 0
    assert careers("data", "list", "--json").code == 0
    assert store.list_sets(home / "data/careers/imported.sqlite")[0].file == "\ufffd.zip"


@pytest.mark.parametrize("kind", ["onet", "oews", "projections"])
def test_a_path_that_is_too_long_is_refused(careers: Run, kind: str) -> None:
    assert careers("data", "import", kind, "x" * 5_000).code == 5


@pytest.mark.parametrize("odd", ["", " ", "x" * 50, "30.1\n", "\x1b[31m", "../x", "\udcff"])
def test_a_release_that_is_none_is_refused(careers: Run, tmp_path: Path, odd: str) -> None:
    made = r.release_files()
    del made["Read Me.txt"]
    path = r.write_zip(tmp_path / "x.zip", dict(made), "")
    assert careers("data", "import", "onet", str(path), "--release", odd).code == 2


# the database


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """An imported release."""
    path = tmp_path / "home/data/careers/imported.sqlite"
    take(onet.SPEC, release(tmp_path), path)
    return path


def use_all(database: Path, tmp_path: Path) -> list[int]:
    """What comes of all that reads or changes a database: 0, or the code of an error of ours."""

    def show() -> None:
        lay_out(DataReport(command="data", language="fr", sets=store.list_sets(database)), Say("fr"))

    def take_again() -> None:
        report = ImportReport(command="data", language="fr", result=take(onet.SPEC, tmp_path / "release.zip", database))
        lay_out(report, Say("fr"))
        msgspec.json.encode(report.data)

    ends = []
    for use in (
        show,
        lambda: store.load_extra(database, CODE),
        lambda: take(projections.SPEC, growth(tmp_path), database),
        take_again,
        lambda: store.remove_set(database, "onet", onet.SPEC.tables),
    ):
        try:
            use()
            ends.append(0)
        except CareersError as error:
            ends.append(error.exit_code)
    return ends


ODD = {
    "a month 99": "UPDATE data_set SET imported = '2026-99-01'",
    "a day 0": "UPDATE data_set SET imported = '2026-01-00'",
    "a date in words": "UPDATE data_set SET imported = 'a-b'",
    "no date": "UPDATE data_set SET imported = NULL",
    "a module's name": "UPDATE data_set SET name = 'store'",
    "a path's name": "UPDATE data_set SET name = '../../x'",
    "rows in words": "UPDATE data_set SET rows = 'many'",
    "fewer rows than none": "UPDATE data_set SET rows = -1",
    "parts that are no JSON": "UPDATE data_set SET parts = 'x'",
    "parts of a list": "UPDATE data_set SET parts = '[1]'",
    "parts within parts": f"UPDATE data_set SET parts = '{'[' * 100_000}'",
    "parts without number": f"UPDATE data_set SET parts = '{{\"tasks\": 1{'0' * 400}}}'",
    "no parts": "UPDATE data_set SET parts = NULL",
    "bytes for a title": "UPDATE data_set SET title = x'ff'",
    "a title that is not UTF-8": "UPDATE data_set SET title = CAST(x'ff41' AS TEXT)",
    "another naming": "UPDATE data_set SET naming = 'mine'",
    "another generation": "UPDATE data_set SET styles = 'mine'",
    "no table of sets": "DROP TABLE data_set",
    "a narrow table of sets": "DROP TABLE data_set; CREATE TABLE data_set (name)",
}


@pytest.mark.parametrize("case", ODD)
def test_an_edited_note_of_a_data_set_is_told_of(database: Path, tmp_path: Path, case: str) -> None:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.executescript(ODD[case])
    ends = use_all(database, tmp_path)
    assert ends[0] == 4
    assert set(ends) <= {0, 4, 5}


@pytest.mark.parametrize(
    ("edit", "ends"),
    {
        "UPDATE onet_task SET kind = 'odd'": [0, 4, 0, 0, 0],
        "UPDATE onet_task SET text = x'ff'": [0, 4, 0, 0, 0],
        "UPDATE onet_style SET value = 'much'": [0, 4, 0, 0, 0],
        "UPDATE onet_technology SET category = x'ff'": [0, 4, 0, 0, 0],
        "DROP TABLE onet_task": [0, 4, 0, 0, 5],
        "DROP TABLE projection": [0, 0, 5, 0, 0],
        "DROP TABLE projection; CREATE VIEW projection AS SELECT 1": [0, 0, 5, 0, 0],
        "DROP TABLE projection; CREATE TABLE projection (code)": [0, 0, 5, 0, 0],
        "PRAGMA user_version = 9": [4, 4, 4, 4, 5],
    }.items(),
)
def test_an_edited_table_is_told_of(database: Path, tmp_path: Path, edit: str, ends: list[int]) -> None:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.executescript(edit)
    assert use_all(database, tmp_path) == ends


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_database_is_read_or_told_of(database: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(database.read_bytes())
    for _ in range(chance.choice((1, 4, 16, 200))):
        raw[chance.randrange(8192 if seed % 2 else len(raw))] = chance.choice((0, 0x80, 0xFF, chance.randrange(256)))
    database.write_bytes(raw)
    assert set(use_all(database, tmp_path)) <= {0, 4, 5}


def test_only_a_data_set_that_is_known_is_removed(careers: Run, database: Path) -> None:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.executescript("UPDATE data_set SET name = 'store'")
    before = database.read_bytes()
    for arguments in (["remove", "store"], ["remove", "onet"], ["list"], ["list", "--lang", "fr"]):
        done = careers("data", *arguments)
        assert done.code == 4
        assert str(database) in done.err
    assert database.read_bytes() == before
    assert careers("show", CODE.replace("11-1000", "11-1011")).code == 0


def a_link(path: Path, victim: Path) -> None:
    path.symlink_to(victim)


def a_pipe(path: Path, _: Path) -> None:
    os.mkfifo(path)


def a_folder(path: Path, _: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-journal"])
@pytest.mark.parametrize("make", [a_link, a_pipe, a_folder])
def test_what_is_not_a_file_of_ours_is_refused_before_anything_is_changed(
    careers: Run, home: Path, tmp_path: Path, make: Callable[[Path, Path], None], suffix: str
) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    victim = tmp_path / "victim"
    victim.write_bytes(b"")
    victim.chmod(0o644)
    make(folder / f"imported.sqlite{suffix}", victim)
    with pytest.raises(DataError):
        store.list_sets(folder / "imported.sqlite")
    if not suffix:
        for arguments in (["import", "onet", str(release(tmp_path))], ["list"], ["remove", "onet"]):
            assert careers("data", *arguments).code == 4
    with pytest.raises(DataError), store.change(folder / "imported.sqlite"):
        pytest.fail("the change has begun")
    assert (victim.read_bytes(), victim.stat().st_mode & 0o777) == (b"", 0o644)
    assert [path.name for path in folder.iterdir()] == [f"imported.sqlite{suffix}"]


def test_a_database_of_another_program_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "imported.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript("CREATE TABLE mine (a)")
    path.chmod(0o644)
    before = path.read_bytes()
    with pytest.raises(ImportFailedError), store.change(path):
        pytest.fail("the change has begun")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (before, 0o644)
