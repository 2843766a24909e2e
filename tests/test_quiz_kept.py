"""What `careers quiz` keeps: answers at once, results, and what changed between two of them."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import yaml

from careercli.core.quiz.results import SavedMatch, SavedResult, compare_results, find_pair, is_same
from careercli.profile.answers import MAX_RESULTS, AnswerBook, load_saved
from careercli.profile.saved import VERSION
from careercli.prompts.scripted import ScriptedPrompter
from careercli.usecases.asking import Move, Statement
from tests.conftest import COMMAND, Run
from tests.terminal import Screen
from tests.test_quiz_match import SCORES, answer_file, answers_of, items, matched

FILE = "data/careers/me.yaml"
OLD_FILE = """\
# Your answers to `careers quiz`. They are yours alone: read them, change them, delete them.
version: 1
careers:
  data-scientist: {vague: 4}
  ai-engineer:
    runs-alone: 4
    no-night: 2
"""

EVERYTHING = """\
version: 2
results:
  -
    kind: career
    date: '2026-03-09T18:30:00'
    language: en
    program: '1'
    data: '1'
    career: ai-engineer
    length: short
    method: careers
    fit: 0.5
    band: mixed
    scores: {a: 0.5}
    matches:
    -
      id: data-analyst
      name: Data analyst
      fit: 0.9
      label: best
      stability: 0.5
"""


def kept(home: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((home / FILE).read_text())
    return found


def statements(careers: Run, career: str = "ai-engineer") -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(careers("quiz", career, "--items", "--json").out)["data"]["items"]
    return found


def verdict(careers: Run, folder: Path, career: str, answers: dict[str, int], *arguments: str) -> dict[str, Any]:
    file = answer_file(folder, answers, f"{career}.json")
    found: dict[str, Any] = json.loads(careers("quiz", career, "--answers", file, "--json", *arguments).out)["data"]
    return found


# every answer at once


@pytest.mark.parametrize("career", ["", "ai-engineer"], ids=["interests", "career"])
def test_an_answer_is_in_the_file_before_the_next_question_is_asked(careers: Run, home: Path, career: str) -> None:
    listed = [item["id"] for item in (statements(careers) if career else items(careers))]

    class Watcher(ScriptedPrompter):
        def rate(self, statement: Statement) -> int | Move:
            found = kept(home) if self.asked else {}
            given = found.get("careers", {}).get(career, {}) if career else found.get("interests", {})
            assert given == dict.fromkeys(listed[: len(self.asked)], 4)
            return super().rate(statement)

    watcher = Watcher(["4"] * len(listed))
    careers("quiz", *([career] if career else ["--length", "short"]), answers=watcher)
    assert len(watcher.asked) == len(listed) + (not career)  # after interests come the limits
    assert {path.name for path in (home / "data/careers").iterdir()} == {"me.yaml", "me.lock"}


@pytest.mark.parametrize("career", ["", "ai-engineer"], ids=["interests", "career"])
def test_a_kill_at_a_question_loses_at_most_the_one_on_the_screen(
    careers: Run, env: dict[str, str], home: Path, tmp_path: Path, career: str
) -> None:
    listed = statements(careers) if career else items(careers)
    arguments = ["quiz", career] if career else ["quiz", "--length", "short"]
    for n in (1, 6, 11):
        careers(*arguments, "--restart", answers=["4"] * (n - 1))
        with Screen([*arguments, "--resume"], env, tmp_path, width=110) as screen:
            screen.read_until(f"{n} of {len(listed)}")
            screen.read_until(listed[n - 1]["text"])
            screen.type("4")
            screen.read_until(f"{n + 1} of {len(listed)}")
            screen.child.kill(signal.SIGKILL)
        given = kept(home)["careers"][career] if career else kept(home)["interests"]
        assert given == dict.fromkeys([other["id"] for other in listed[:n]], 4)
    assert {path.name for path in (home / "data/careers").iterdir()} == {"me.yaml", "me.lock"}


def test_what_was_left_goes_on_without_being_named(careers: Run, home: Path) -> None:
    listed = items(careers, "standard")
    done = careers("quiz", "--length", "standard", answers=["4"] * 3)
    assert (done.code, len(done.asked)) == (130, 4)
    assert "3 answers are kept" in done.out
    assert "careers quiz --resume" in done.out
    assert kept(home)["left"] == {"length": "standard"}
    done = careers("quiz", "--resume", answers=[])
    assert (done.code, done.asked) == (130, (f"4/30  {listed[3]['text']}",))
    script = ScriptedPrompter(["resume"])
    assert careers("quiz", answers=script).asked[1].startswith("4/30")
    assert script.offered[0][0] == "Go on where I stopped: my interests"
    assert "3 of 30 answered" in careers("quiz", "--history").out


@pytest.mark.parametrize("career", ["", "ai-engineer"], ids=["interests", "career"])
def test_what_was_skipped_can_be_answered_later(careers: Run, career: str) -> None:
    arguments = ["quiz", career] if career else ["quiz", "--length", "short"]
    done = careers(*arguments, answers=["4", *["skip"] * 11, *([] if career else ["no"])])
    assert done.code == 0
    assert f"careers quiz {career} --resume".replace("  ", " ") in done.screen
    assert careers("quiz", "--resume", answers=[]).asked[0].startswith("2/12")


def test_beginning_anew_replaces_what_was_half_done(careers: Run, home: Path) -> None:
    careers("quiz", "ai-engineer", answers=["5", "5"])
    whether, then = careers("quiz", "ai-engineer", answers=["go-on"]).asked
    assert whether == "You answered 2 of 12 last time."
    assert then.startswith("3/12")
    assert careers("quiz", "ai-engineer", "--restart", answers=["2"]).asked[0].startswith("1/12")
    assert list(kept(home)["careers"]["ai-engineer"].values()) == [2, 5]  # the second of before is not lost


def test_more_activities_can_follow_a_short_questionnaire(careers: Run, home: Path, tmp_path: Path) -> None:
    listed = items(careers)
    matched(careers, "--answers", answer_file(tmp_path, answers_of(listed)))
    done = careers("quiz", "--what-if", f"{listed[0]['id']}=3", "--explain")
    assert "careers quiz --length standard --resume" in done.out
    (first,) = careers("quiz", "--length", "standard", "--resume", answers=[]).asked
    assert first.startswith("13/30")


# the file


def test_a_file_of_the_first_version_is_read_and_kept(careers: Run, home: Path) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text(OLD_FILE)
    assert careers("quiz", "--history").code == 0
    script = ScriptedPrompter(["1"])
    careers("quiz", "--resume", answers=script)
    assert [question.split()[0] for question in script.asked] == ["3/12", "4/12"]
    assert script.told[0] == "Is it right for you? AI engineer"
    found = kept(home)
    assert found["version"] == VERSION
    assert found["careers"]["data-scientist"] == {"vague": 4}
    assert len(found["careers"]["ai-engineer"]) == 3


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("careers: [broken", "me.yaml:"),
        ("version: 2\ninterests: {x: 9}\n", "me.yaml:2: `interests.x`"),
        ("version: 7\n", "version 7 is not known"),
        ("version: 2\nresults:\n- kind: interests\n  dote: x\n", "results.0.dote"),
        ("version: 2\nversion: 2\n", "twice"),
    ],
)
@pytest.mark.parametrize("arguments", [["--history"], ["--diff"], ["--what-if", "r-fix-broken-object=3"]])
def test_a_damaged_file_is_told_of_and_left(
    careers: Run, home: Path, arguments: list[str], content: str, said: str
) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text(content)
    done = careers("quiz", *arguments)
    assert done.code == 4
    assert said in done.err
    assert (folder / "me.yaml").read_text() == content


@pytest.mark.parametrize(
    ("line", "wrong", "field", "said"),
    [
        ("    band: mixed", "band: foo", "band", "must be one of good, mixed, poor, strong, weak, not `foo`"),
        ("    fit: 0.5", "fit: 7.5", "fit", "must be 1"),
        ("    date: '2026-03-09T18:30:00'", "date: yesterday", "date", "must match"),
        ("    date: '2026-03-09T18:30:00'", "date: '2026-13-09'", "date", "must match"),
        ("    length: short", "length: foo", "length", "must be one of adaptive, full, short, standard, not `foo`"),
        ("    method: careers", "method: foo", "method", "must be one of answers, careers, published, not `foo`"),
        ("    scores: {a: 0.5}", "scores: {a: 75}", "scores.a", "must be 1"),
        ("      label: best", "label: foo", "matches.0.label", "must be one of best, great, not `foo`"),
        ("      stability: 0.5", "stability: -4", "matches.0.stability", "must be 0"),
        ("      fit: 0.9", "fit: 7.5", "matches.0.fit", "must be 1"),
    ],
)
def test_a_value_that_a_result_cannot_have_is_told_of(
    careers: Run, home: Path, line: str, wrong: str, field: str, said: str
) -> None:
    lines = EVERYTHING.splitlines()
    indent = line[: len(line) - len(line.lstrip())]
    number = lines.index(line) + 1
    path = home / FILE
    path.parent.mkdir(parents=True)
    path.write_text(EVERYTHING)
    assert careers("quiz", "--history").code == 0
    lines[number - 1] = indent + wrong
    path.write_text("\n".join(lines))
    for arguments in (["--history"], ["--scores", SCORES]):
        done = careers("quiz", *arguments)
        assert done.code == 4
        assert f"me.yaml:{number}: `results.0.{field}` {said}" in " ".join(done.err.split())
        assert ("--no-save" in done.err) == ("--scores" in arguments)
    assert path.read_text() == "\n".join(lines)
    assert careers("quiz", "--scores", SCORES, "--no-save").code == 0


def test_a_damaged_file_is_not_written_over_by_a_result(careers: Run, home: Path, tmp_path: Path) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text("version: 2\nbroken")
    file = answer_file(tmp_path, answers_of(items(careers)))
    done = careers("quiz", "--answers", file)
    assert done.code == 4
    assert (folder / "me.yaml").read_text() == "version: 2\nbroken"
    assert careers("quiz", "--answers", file, "--no-save").code == 0


def test_a_folder_that_cannot_be_written_is_no_hindrance(careers: Run, home: Path, tmp_path: Path) -> None:
    (home / "data").write_text("a file in the way")
    done = careers("quiz", "--answers", answer_file(tmp_path, answers_of(items(careers))), "--json")
    assert done.code == 0
    assert len(json.loads(done.out)["data"]["matches"]) == 7
    assert "cannot be kept" in done.err


def test_the_questions_go_on_where_nothing_can_be_kept(careers: Run, home: Path) -> None:
    (home / "data").write_text("a file in the way")
    done = careers("quiz", "ai-engineer", answers=["4"])
    assert (done.code, len(done.asked)) == (130, 2)
    assert "cannot be kept" in done.out
    assert "nothing was kept" in done.out


def test_no_save_leaves_no_trace(careers: Run, home: Path, tmp_path: Path) -> None:
    file = answer_file(tmp_path, answers_of(items(careers)))
    assert careers("quiz", "--answers", file, "--no-save").code == 0
    assert careers("quiz", "--scores", SCORES, "--no-save").code == 0
    answers = {s["id"]: 1 + n % 5 for n, s in enumerate(statements(careers))}
    verdict(careers, tmp_path, "ai-engineer", answers, "--no-save")
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_the_file_is_for_its_owner_alone_and_says_what_it_is(careers: Run, home: Path, tmp_path: Path) -> None:
    matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))))
    assert (home / FILE).stat().st_mode & 0o077 == 0
    assert (home / FILE).parent.stat().st_mode & 0o077 == 0
    text = (home / FILE).read_text()
    assert text.startswith("# What `careers` keeps of you")
    assert "# Comments that you add are not kept" in text
    assert max(map(len, text.splitlines())) <= 130
    (result,) = kept(home)["results"]
    assert {"date", "language", "program", "data", "answers", "scores", "errors", "matches", "letters"} <= set(result)
    assert len(result["matches"]) == 7


def test_two_books_do_not_lose_each_others_answers(tmp_path: Path) -> None:
    one, other = AnswerBook(tmp_path), AnswerBook(tmp_path)
    one.put_answers("ai-engineer", "", {"a": 1})
    other.put_answers("", "short", {"b": 2})
    one.put_answers("ai-engineer", "", {"a": 1, "c": 3})
    saved = load_saved(tmp_path)
    assert saved.careers == {"ai-engineer": {"a": 1, "c": 3}}
    assert saved.interests == {"b": 2}


def test_processes_at_once_keep_all_their_results(env: dict[str, str], home: Path, tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [*COMMAND, "quiz", "--scores", f"R={20 + n},I=13,A=23,S=5,E=14,C=9"],
            env=env,
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for n in range(10)
    ]
    assert [one.wait(timeout=120) for one in running] == [0] * 10
    assert {one["scores"]["R"] for one in kept(home)["results"]} == {(20 + n) / 40 for n in range(10)}
    assert (home / FILE).with_suffix(".lock").stat().st_mode & 0o177 == 0


def test_books_written_by_turns_and_at_once_lose_nothing(tmp_path: Path) -> None:
    def keep(first: int) -> None:
        book = AnswerBook(tmp_path)
        for n in range(5):
            book.put_answers(f"career-{first}-{n}", "", {"a": 1})

    threads = [threading.Thread(target=keep, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(load_saved(tmp_path).careers) == {f"career-{k}-{n}" for k in range(4) for n in range(5)}


def test_where_there_are_no_locks_answers_are_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fcntl", None)
    AnswerBook(tmp_path).put_answers("", "short", {"b": 2})
    assert load_saved(tmp_path).interests == {"b": 2}
    assert [path.name for path in tmp_path.iterdir()] == ["me.yaml"]


def test_what_a_person_wrote_beside_the_results_stays(tmp_path: Path) -> None:
    book = AnswerBook(tmp_path)
    book.put_result(result("2026-01-01"))
    path = tmp_path / "me.yaml"
    path.write_text(path.read_text().replace("- kind", "# a note of mine\n- kind"))
    book.put_answers("ai-engineer", "", {"a": 1})
    assert "# a note of mine" in path.read_text()
    book.put_result(result("2026-01-02", fit=0.7))
    book.put_answers("ai-engineer", "", {"a": 2})
    assert [one.date for one in load_saved(tmp_path).results] == ["2026-01-01", "2026-01-02"]


@pytest.mark.parametrize("layout", ["results first", "indented", "in a line", "without an end of line"])
def test_any_layout_is_carried_on(tmp_path: Path, layout: str) -> None:
    one = "{kind: career, date: '2026-01-01', language: en, program: '1', data: '1', career: x, fit: 0.5}"
    text = {
        "results first": f"results:\n- {one}\nversion: 2\ninterests: {{a: 1}}\n",
        "indented": f"version: 2\nresults:\n  - {one}\n",
        "in a line": f"version: 2\nresults: [{one}]\n",
        "without an end of line": f"version: 2\nresults:\n- {one}",
    }[layout]
    (tmp_path / "me.yaml").write_text(text)
    book = AnswerBook(tmp_path)
    book.put_answers("ai-engineer", "", {"b": 2})
    book.put_result(result("2026-01-02", fit=0.7))
    book.put_result(result("2026-01-03", fit=0.8))
    saved = load_saved(tmp_path)
    assert saved == book.saved
    assert [one.date for one in saved.results] == ["2026-01-01", "2026-01-02", "2026-01-03"]
    assert saved.careers["ai-engineer"] == {"b": 2}


# results


def day(n: int) -> str:
    return f"2026-{1 + n // 28:02}-{1 + n % 28:02}"


def result(date: str, fit: float = 0.5, **values: Any) -> SavedResult:
    shown: dict[str, Any] = {"kind": "career", "language": "en", "program": "1", "data": "1", "career": "x"}
    return SavedResult(date=date, fit=fit, **shown | values)


def test_the_oldest_results_make_room(tmp_path: Path) -> None:
    book = AnswerBook(tmp_path)
    for n in range(MAX_RESULTS + 3):
        book.put_result(result(day(n), fit=n / 1000))
    dates = [one.date for one in load_saved(tmp_path).results]
    assert dates == [day(n) for n in range(3, MAX_RESULTS + 3)]


def test_a_result_that_says_the_same_is_not_kept_twice(tmp_path: Path) -> None:
    book = AnswerBook(tmp_path)
    book.put_result(result("2026-01-01"))
    book.put_result(result("2026-01-02", language="fr", name="X"))
    assert [one.date for one in load_saved(tmp_path).results] == ["2026-01-01"]
    assert not is_same(result("2026-01-01"), result("2026-01-01", fit=0.6))


def test_results_are_paired_by_kind() -> None:
    results = [
        result("2026-01-01"),
        result("2026-01-02", kind="interests", career=""),
        result("2026-01-03", career="y"),
        result("2026-01-04"),
    ]
    assert find_pair(results, None, None) == (results[0], results[3])
    assert find_pair(results, "interests", None) is None
    assert find_pair(results, "career", "y") is None
    assert find_pair([], None, None) is None


def test_a_comparison_tells_noise_from_change() -> None:
    def one(**values: Any) -> SavedResult:
        return result("2026-01-01", kind="interests", career="", errors={"R": 0.1, "I": 0.1}, **values)

    def match(id_: str) -> SavedMatch:
        return SavedMatch(id=id_, name=id_, fit=0.8, stability=0.5)

    old = one(scores={"R": 0.5, "I": 0.5}, answers={"a": 1, "b": 2, "c": 3}, matches=(match("x"), match("y")))
    new = one(scores={"R": 0.6, "I": 0.9}, answers={"a": 5, "b": 2, "d": 3}, matches=(match("y"), match("z")), data="2")
    found = compare_results(old, new)
    assert [(change.id, change.old, change.new) for change in found.you.answers] == [("a", 1, 5)]
    assert (found.you.same_answers, found.you.gone, found.you.added) == (1, ("c",), ("d",))
    assert [change.beyond for change in found.you.scores] == [False, True]
    assert (found.list.came, found.list.left, found.list.stayed) == (("z",), ("x",), ("y",))
    assert not found.data.same
    assert found.data.same_program


def test_history_and_diff_tell_how_a_list_changed(careers: Run, tmp_path: Path) -> None:
    assert "No result is kept yet" in careers("quiz", "--history").err
    assert careers("quiz", "--diff").code == 2
    listed = items(careers)
    first = answers_of(listed)
    other = answers_of(listed, {"R": 5, "I": 1, "A": 2, "S": 3, "E": 4, "C": 2})
    old = matched(careers, "--answers", answer_file(tmp_path, first))["data"]
    new = matched(careers, "--answers", answer_file(tmp_path, other, "b.json"))["data"]
    history = json.loads(careers("quiz", "--history", "--json").out)["data"]
    assert [[m["id"] for m in r["matches"]] for r in history["results"]] == [
        [m["id"] for m in new["matches"]],
        [m["id"] for m in old["matches"]],
    ]
    assert history["open"] == []
    data = json.loads(careers("quiz", "--diff", "--json").out)["data"]
    changed = {change["id"]: (change["old"], change["new"]) for change in data["you"]["answers"]}
    assert changed == {id_: (first[id_], other[id_]) for id_ in first if first[id_] != other[id_]}
    assert {score["id"] for score in data["you"]["scores"] if score["beyond"]} >= {"R", "I"}
    assert data["data"] == {"same": True, "same_program": True, "same_method": True, "same_limits": True, "brought": []}
    then, now = {m["id"] for m in old["matches"]}, {m["id"] for m in new["matches"]}
    assert set(data["list"]["came"]) == now - then
    assert set(data["list"]["left"]) == then - now
    for lang, said in (("en", "beyond its error"), ("fr", "hors de la marge")):
        shown = careers("quiz", "--diff", "--lang", lang, "--width", "40", "--format", "table").out
        assert said in " ".join(shown.split())
        assert max(map(len, shown.splitlines())) <= 40


def test_what_the_data_brings_in_is_told_apart(careers: Run, home: Path, tmp_path: Path) -> None:
    listed = items(careers)
    answers = answers_of(listed)
    matched(careers, "--answers", answer_file(tmp_path, answers))
    changed = {**answers, listed[0]["id"]: 4}
    matched(careers, "--answers", answer_file(tmp_path, changed, "b.json"))
    found = kept(home)
    gone = found["results"][0]["matches"].pop(0)  # as if the first career had not been in the atlas then
    found["results"][0]["data"] = "0-00000000"
    (home / FILE).write_text(yaml.safe_dump(found))
    data = json.loads(careers("quiz", "--diff", "--json").out)["data"]
    assert data["data"]["same"] is False
    assert data["data"]["brought"] == [gone["id"]]


def test_history_and_diff_tell_how_a_verdict_changed(careers: Run, tmp_path: Path) -> None:
    listed = statements(careers)
    first = {s["id"]: 1 + (n * 3) % 5 for n, s in enumerate(listed)}
    second = {**first, listed[0]["id"]: 5 if first[listed[0]["id"]] < 5 else 1}
    old = verdict(careers, tmp_path, "ai-engineer", first)
    new = verdict(careers, tmp_path, "ai-engineer", second)
    data = json.loads(careers("quiz", "ai-engineer", "--diff", "--json").out)["data"]
    assert (data["old"]["fit"], data["new"]["fit"]) == (old["fit"], new["fit"])
    assert len(data["you"]["answers"]) == 1
    out = careers("quiz", "--diff").out
    assert listed[0]["text"] in out
    assert "IN THE VERDICT" in out
    rows = careers("quiz", "--history", "--format", "csv").out.splitlines()
    assert rows[0].startswith("date,kind,career")
    assert len(rows) == 3
    assert careers("quiz", "data-analyst", "--diff").code == 2
    assert json.loads(careers("quiz", "data-analyst", "--history", "--json").out)["data"]["results"] == []


def test_scores_are_kept_but_not_from_a_script(careers: Run, home: Path) -> None:
    careers("quiz", "--scores", SCORES, "--json")
    assert not (home / FILE).exists()
    careers("quiz", "--scores", SCORES)
    (one,) = kept(home)["results"]
    assert one["method"] == "published"
    assert "answers" not in one
    assert "Which careers fit me? six scores" in careers("quiz", "--history").out


@pytest.mark.parametrize(("kept_in", "shown_in"), [("en", "fr"), ("fr", "en")])
def test_careers_have_their_names_of_today(
    careers: Run, home: Path, tmp_path: Path, kept_in: str, shown_in: str
) -> None:
    answers = {s["id"]: 1 + n % 5 for n, s in enumerate(statements(careers, "ai-engineer"))}
    for lang in (kept_in, shown_in):
        careers("--lang", lang, "quiz", "--scores", SCORES)
        verdict(careers, tmp_path, "ai-engineer", answers, "--lang", lang)
    careers("--lang", kept_in, "quiz", "--scores", SCORES.replace("27", "20"))
    known = {
        lang: {
            match["id"]: match["name"]
            for text in (SCORES, SCORES.replace("27", "20"))
            for match in json.loads(careers("--lang", lang, "quiz", "--scores", text, "--json").out)["data"]["matches"]
        }
        for lang in (kept_in, shown_in)
    }
    assert known["en"] != known["fr"]
    history = json.loads(careers("--lang", shown_in, "quiz", "--history", "--json").out)["data"]["results"]
    lists = [one["matches"] for one in history if one["kind"] == "interests"]
    assert len(lists) == 2
    assert all(match["name"] == known[shown_in][match["id"]] for matches in lists for match in matches)
    (one,) = [one["name"] for one in history if one["kind"] == "career"]
    assert one == {"en": "AI engineer", "fr": "Ingénieur ou ingénieure en IA"}[shown_in]
    diff = json.loads(careers("--lang", shown_in, "quiz", "--diff", "--json").out)["data"]
    for matches in (diff["old"]["matches"], diff["new"]["matches"]):
        assert all(match["name"] == known[shown_in][match["id"]] for match in matches)
    found = kept(home)
    found["results"][0]["matches"][0] |= {"id": "long-gone", "name": "Keeper of the lighthouse"}
    (home / FILE).write_text(yaml.safe_dump(found))
    assert "Keeper of the lighthouse" in careers("--lang", shown_in, "quiz", "--history", "--json").out


UNSTEADY = ("new answers", "unsteady", "earlier answers too")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--method", "published"], "The list is another because the rule is another"),
        (["--limit", "pay>=110000"], "The list is another because the limits are others"),
        (["--method", "published", "--limit", "pay>=110000"], "because the rule and the limits are others"),
    ],
)
def test_another_rule_or_limit_is_the_cause_of_another_list(
    careers: Run, tmp_path: Path, options: list[str], said: str
) -> None:
    answers = answers_of(items(careers))
    file = answer_file(tmp_path, answers)
    matched(careers, "--answers", file)
    matched(careers, "--answers", file, *options)
    found = json.loads(careers("quiz", "--diff", "--json").out)["data"]
    assert found["list"]["came"]
    assert found["data"]["same_method"] == ("--method" not in options)
    assert found["data"]["same_limits"] == ("--limit" not in options)
    out = " ".join(careers("quiz", "--diff", "--width", "200").out.split())
    assert said in out
    assert "nothing else has changed" in out
    assert not any(text in out for text in UNSTEADY)
    changed = answer_file(tmp_path, {**answers, next(iter(answers)): 1}, "b.json")
    matched(careers, "--answers", file)
    matched(careers, "--answers", changed, *options)
    out = " ".join(careers("quiz", "--diff", "--width", "200").out.split())
    assert "cannot be told" in out
    assert "nothing else has changed" not in out
    assert not any(text in out for text in UNSTEADY)


def test_two_questionnaires_tell_of_no_change_in_a_person(careers: Run, tmp_path: Path) -> None:
    careers("quiz", "--scores", "R=2,I=38,A=23,S=5,E=38,C=9")
    matched(careers, "--answers", answer_file(tmp_path, answers_of(items(careers))), "--method", "published")
    found = json.loads(careers("quiz", "--diff", "--json").out)["data"]
    assert found["you"]["same_questionnaire"] is False
    assert found["you"]["added"] == found["you"]["gone"] == []
    assert {score["beyond"] for score in found["you"]["scores"]} == {None}
    out = " ".join(careers("quiz", "--diff", "--width", "200").out.split())
    assert "two questionnaires" in out
    assert not any(text in out for text in (*UNSTEADY, "real change", "its error", "within the error"))
