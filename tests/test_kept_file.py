"""The person's own file is never damaged by the program: whatever it held, whatever is put in, whatever fails."""

import errno
import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.core.quiz.results import SavedMatch, SavedResult, is_same
from careercli.errors import DataError, Message, NotKeptError
from careercli.files import atomic, strict_yaml
from careercli.files.strict_yaml import dump_yaml
from careercli.profile.answers import AnswerBook, Saved, load_saved
from careercli.profile.saved import MAX_CAREERS, MAX_KEPT_BYTES, shorten
from tests.conftest import ROOT
from tests.kept import check_kept
from tests.test_quiz_kept import result
from tests.test_strict_yaml import texts

FAULTS = ROOT.parent / "shared/faults"

# the file: any values, any shape

shares = st.floats(0, 1) | st.sampled_from([6.9e-05, 1e-9, 5e-324])
given_answers = st.dictionaries(texts.filter(bool), st.integers(1, 5), max_size=5)
matches = st.builds(SavedMatch, id=texts, name=texts, fit=st.floats(-1, 1), stability=shares)
results = st.builds(
    SavedResult,
    kind=st.sampled_from(["interests", "career"]),
    date=st.just("2026-03-09T18:30:00"),
    language=st.sampled_from(["en", "fr"]),
    program=texts,
    data=texts,
    career=texts,
    name=texts,
    fit=st.none() | shares,
    scores=st.dictionaries(texts, shares, max_size=3),
    limits=st.lists(texts, max_size=3).map(tuple),
    matches=st.lists(matches, max_size=3).map(tuple),
    answers=given_answers,
)


def as_builtins(saved: Saved) -> Any:
    return msgspec.to_builtins(saved)


def as_pretty_json(saved: Saved) -> str:
    return json.dumps(as_builtins(saved), indent=2) + "\n"


def indented(saved: Saved) -> str:
    lines = dump_yaml(as_builtins(saved), compact=True).splitlines(keepends=True)
    return "".join(f"  {line}" for line in lines)


SHAPES: dict[str, Callable[[Saved], str]] = {
    "our own": lambda saved: dump_yaml(as_builtins(saved), compact=True),
    "blocks": lambda saved: dump_yaml(as_builtins(saved)),
    "JSON in a line": lambda saved: json.dumps(as_builtins(saved)) + "\n",
    "JSON": as_pretty_json,
    "JSON in ASCII": lambda saved: json.dumps(as_builtins(saved), ensure_ascii=True, indent=1),
    "indented": indented,
    "with an end": lambda saved: dump_yaml(as_builtins(saved), compact=True) + "...\n",
    "with an end and a comment": lambda saved: dump_yaml(as_builtins(saved), compact=True) + "... # the end\n\n",
    "with a beginning": lambda saved: "---\n" + dump_yaml(as_builtins(saved)),
    "with a directive": lambda saved: "%YAML 1.1\n---\n" + dump_yaml(as_builtins(saved), compact=True),
    "lines of Windows": lambda saved: dump_yaml(as_builtins(saved)).replace("\n", "\r\n"),
    "with a mark of order": lambda saved: "\ufeff" + dump_yaml(as_builtins(saved)),
    "braces by line": lambda saved: (
        "{version: 2,\nresults:\n  " + json.dumps(as_builtins(saved)["results"]) + "\n  }\n"
    ),
    "braces at the edge": lambda saved: (
        "{\nversion: 2,\nresults:\n" + json.dumps(as_builtins(saved)["results"]) + "\n}\n"
    ),
    "a comment at the end": lambda saved: dump_yaml(as_builtins(saved)) + "# mine",
    "a quoted key": lambda saved: dump_yaml(as_builtins(saved)).replace("results:", '"results":'),
    "a note beside the key": lambda saved: dump_yaml(as_builtins(saved)).replace("results:", "results:   # mine"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_the_file_is_damaged_by_what_is_put_in(tmp_path: Path, shape: str) -> None:
    before = Saved(results=(result("2026-01-01"), result("2026-01-02", fit=6.9e-05, name="a\u2028b")))
    path = tmp_path / "me.yaml"
    path.write_text(SHAPES[shape](before), "utf-8", newline="")
    path.chmod(0o600)
    book = AnswerBook(tmp_path)
    for n in (1, 2):
        book.put_answers("ai-engineer", "", {"a": n})
        assert check_kept(tmp_path) == book.saved
        book.put_result(result(f"2026-02-0{n}", fit=n / 10))
        assert check_kept(tmp_path) == book.saved
    dates = [one.date for one in book.saved.results]
    assert dates == ["2026-01-01", "2026-01-02", "2026-02-01", "2026-02-02"]
    assert book.saved.careers == {"ai-engineer": {"a": 2}}


@pytest.mark.parametrize("name", ["one.json", "pretty.json", "indented.yaml", "docend.yaml"])
def test_files_that_were_once_damaged_stay_whole(tmp_path: Path, name: str) -> None:
    if not (FAULTS / name).is_file():
        pytest.skip("the shared inputs are not here")
    (tmp_path / "me.yaml").write_bytes((FAULTS / name).read_bytes())
    before = load_saved(tmp_path)
    book = AnswerBook(tmp_path)
    book.put_answers("ai-engineer", "", {"a": 1})
    book.put_result(result("2026-12-01"))
    assert check_kept(tmp_path).results == (*before.results, result("2026-12-01"))
    assert book.saved.interests == before.interests


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    shape=st.sampled_from(sorted(SHAPES)),
    first=st.lists(results, min_size=1, max_size=2),
    steps=st.lists(results | st.tuples(texts, given_answers), min_size=1, max_size=4),
)
def test_whatever_is_put_in_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    shape: str,
    first: list[SavedResult],
    steps: list[SavedResult | tuple[str, dict[str, int]]],
) -> None:
    folder = tmp_path_factory.mktemp("kept")
    (folder / "me.yaml").write_text(SHAPES[shape](Saved(results=tuple(first))), "utf-8", newline="")
    (folder / "me.yaml").chmod(0o600)
    try:
        book = AnswerBook(folder)
    except DataError:  # JSON has characters as they are that no file of ours may hold
        return
    for step in steps:
        if isinstance(step, SavedResult):
            book.put_result(step)
            alike = [one for one in book.saved.results if (one.kind, one.career) == (step.kind, step.career)]
            assert is_same(alike[-1], step)
        else:
            before = book.answers(step[0])
            book.put_answers(step[0], "", step[1])
            assert book.answers(step[0]) == before | step[1]
        assert check_kept(folder) == book.saved


def test_what_would_not_be_read_back_does_not_replace_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = AnswerBook(tmp_path)
    book.put_answers("", "short", {"b": 2})
    before = (tmp_path / "me.yaml").read_bytes()
    monkeypatch.setattr(strict_yaml, "dump_yaml", lambda value, *, compact: "interests: {b: 3}\n")
    with pytest.raises(NotKeptError, match="something else"):
        book.put_answers("", "short", {"b": 4})
    monkeypatch.setattr(strict_yaml, "dump_yaml", lambda value, *, compact: "interests: [\n")
    with pytest.raises(NotKeptError, match="not YAML"):
        book.put_answers("", "short", {"b": 4})
    monkeypatch.undo()
    with pytest.raises(NotKeptError):
        book.put_answers("", "short", {"\ud800": 4})
    assert (tmp_path / "me.yaml").read_bytes() == before
    assert book.saved.interests == {"b": 2}
    book.put_answers("", "short", {"b": 5})
    assert check_kept(tmp_path).interests == {"b": 5}


# bounds


def long_result(n: int, size: int) -> SavedResult:
    return result(f"2026-01-01T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}", fit=n / 10_000, name="x" * size)


def test_a_file_that_has_grown_is_cut_from_its_oldest_with_a_word(tmp_path: Path) -> None:
    grown = Saved(interests={"a": 1}, results=tuple(long_result(n, 9000) for n in range(80)))
    (tmp_path / "me.yaml").write_text(dump_yaml(msgspec.to_builtins(grown), compact=True))
    (tmp_path / "me.yaml").chmod(0o600)
    heard: list[Message] = []
    book = AnswerBook(tmp_path, heard.append)
    book.put_answers("", "short", {"a": 2})
    saved = check_kept(tmp_path)
    assert 40 < len(saved.results) < 60
    assert saved.results == grown.results[-len(saved.results) :]
    assert len(heard) == 1
    assert "made room" in str(heard[0])
    book.put_answers("", "short", {"a": 3})
    assert len(heard) == 1


def test_the_latest_result_stays_however_long(tmp_path: Path) -> None:
    book = AnswerBook(tmp_path)
    book.put_result(long_result(1, 1000))
    book.put_result(long_result(2, MAX_KEPT_BYTES))
    assert [one.fit for one in load_saved(tmp_path).results] == [2 / 10_000]
    with pytest.raises(NotKeptError, match="larger than a megabyte"):
        book.put_result(long_result(3, 1_000_000))
    assert [one.fit for one in load_saved(tmp_path).results] == [2 / 10_000]


def test_answers_about_careers_are_bounded_too(tmp_path: Path) -> None:
    many: Any = {f"career-{n}": {"a": 1} for n in range(MAX_CAREERS + 20)}
    (tmp_path / "me.yaml").write_text(dump_yaml({"version": 2, "careers": many}))
    book = AnswerBook(tmp_path)
    book.put_answers("career-5", "", {"a": 2})
    kept = list(load_saved(tmp_path).careers)
    assert kept == [f"career-{n}" for n in range(21, MAX_CAREERS + 20)] + ["career-5"]


@given(
    st.lists(st.integers(0, 200_000), max_size=12),
    st.lists(st.integers(0, 200_000), max_size=12),
    st.integers(0, 300_000),
)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_only_what_is_oldest_goes_and_no_more_than_must(sizes: list[int], answers: list[int], own: int) -> None:
    saved = Saved(
        interests={"i" * own: 1},
        careers={f"c{n}": {"c" * size: 1} for n, size in enumerate(answers)},
        results=tuple(long_result(n, size) for n, size in enumerate(sizes)),
    )
    short = shorten(saved)
    assert short.interests == saved.interests
    assert short.results == saved.results[len(saved.results) - len(short.results) :]
    assert list(short.careers.items()) == list(saved.careers.items())[len(saved.careers) - len(short.careers) :]
    assert bool(short.results) == bool(saved.results)
    assert bool(short.careers) == bool(saved.careers)
    size = len(msgspec.json.encode(short))
    assert size <= MAX_KEPT_BYTES + 500 or (len(short.results) <= 1 and len(short.careers) <= 1)
    if size <= MAX_KEPT_BYTES and len(msgspec.json.encode(saved)) <= MAX_KEPT_BYTES:
        assert short == saved


def test_an_answer_reads_again_only_the_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = AnswerBook(tmp_path)
    for n in range(60):
        book.put_result(long_result(n, 2000))
    read: list[int] = []
    parse = strict_yaml.parse_yaml

    def counting(content: bytes) -> strict_yaml.Document:
        read.append(len(content))
        return parse(content)

    monkeypatch.setattr(strict_yaml, "parse_yaml", counting)
    for n in range(1, 6):
        book.put_answers("", "short", {"a": n})
    assert sum(read) < 10_000
    assert (tmp_path / "me.yaml").stat().st_size > 100_000


# the writer of files


def test_what_a_killed_writer_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    code = f"""
import os, signal
from pathlib import Path
from careercli.profile.answers import AnswerBook
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
AnswerBook(Path({str(tmp_path)!r})).put_answers("", "short", {{"a": 1}})
"""
    mine = ["me.yaml.bak", "me.yaml~", ".me.yaml.swp", "me.yaml_backup1", "x.new"]
    for name in mine:
        (tmp_path / name).touch()
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode < 0
    assert len(list(tmp_path.iterdir())) == len(mine) + 2
    AnswerBook(tmp_path).put_answers("", "short", {"a": 2})
    assert {left.name for left in tmp_path.iterdir()} == {*mine, "me.yaml", "me.lock"}


def test_the_folder_is_synced_after_the_file_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    replace, fsync = os.replace, os.fsync

    def note_replace(source: str, target: Path) -> None:
        replace(source, target)
        done.append("replace")

    def note_fsync(descriptor: int) -> None:
        fsync(descriptor)
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")

    monkeypatch.setattr(os, "replace", note_replace)
    monkeypatch.setattr(os, "fsync", note_fsync)
    atomic.write_atomically(tmp_path / "x", b"1")
    assert done == ["file", "replace", "folder"]


def test_a_folder_that_cannot_be_synced_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync, calls = os.fsync, []

    def refuse_second(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > 1:
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse_second)
    atomic.write_atomically(tmp_path / "x", b"1")
    assert len(calls) == 2
    assert (tmp_path / "x").read_bytes() == b"1"


def test_a_reader_that_holds_the_file_open_on_windows_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace
    refused: list[str] = []

    def refuse_twice(source: str, target: Path) -> None:
        if len(refused) < 2:
            refused.append(source)
            raise PermissionError(errno.EACCES, "Access is denied")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refuse_twice)
    atomic.write_atomically(tmp_path / "x", b"1")
    assert (tmp_path / "x").read_bytes() == b"1"
    monkeypatch.setattr(atomic, "_PAUSES", (0.0,))

    def refuse(source: str, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        atomic.write_atomically(tmp_path / "x", b"2")
    assert (tmp_path / "x").read_bytes() == b"1"
    assert [left.name for left in tmp_path.iterdir()] == ["x"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "me.yaml").symlink_to(tmp_path / "there/mine.yaml")
    AnswerBook(tmp_path).put_answers("", "short", {"a": 1})
    assert (tmp_path / "me.yaml").is_symlink()
    assert load_saved(tmp_path).interests == {"a": 1}
    assert {left.name for left in (tmp_path / "there").iterdir()} == {"mine.yaml", "mine.lock"}


def test_who_reads_meanwhile_sees_a_whole_file(tmp_path: Path) -> None:
    book = AnswerBook(tmp_path)
    book.put_answers("", "short", {"a": 1})
    stop = threading.Event()
    seen: list[int] = []

    def read() -> None:
        while not stop.is_set():
            seen.append(load_saved(tmp_path).interests["a"])

    thread = threading.Thread(target=read)
    thread.start()
    for n in range(60):
        book.put_answers("", "short", {"a": 1 + n % 5})
    stop.set()
    thread.join()
    assert seen
    assert set(seen) <= set(range(1, 6))
