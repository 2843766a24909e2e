"""Help is whole, its examples run, and the README tells the truth."""

import json
import re
import shlex
from pathlib import Path

import pytest

from careercli.cli.verbs import VERBS
from careercli.locale import Say, languages
from careercli.locale.verb_words import verb_words
from tests.conftest import ROOT, Run


def examples(text: str) -> list[list[str]]:
    return [shlex.split(line.strip())[1:] for line in text.splitlines() if line.startswith("  careers ")]


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_has_help_with_two_examples_that_run(careers: Run, home: Path, verb: str, lang: str) -> None:
    (home / "config/careers/roles").mkdir(parents=True)
    text = careers(verb, "-h", "--lang", lang).out
    found = examples(text)
    assert len(found) == 2
    for arguments in found:
        done = careers(*arguments)
        expected = {
            "quiz ai-specialist": 6,
            "data import onet db_30_1_text.zip": 5,
            "validate my-roles/falconer --json": 4,
            "validate mes-metiers/fauconnier --json": 4,
        }
        assert done.code == expected.get(" ".join(arguments), 0), done.err


def test_every_option_has_help(careers: Run) -> None:
    for verb in VERBS:
        lines = careers(verb, "--help").out.split("Options:")[1].splitlines()
        for n, line in enumerate(lines):
            if re.match(r"  -", line):
                assert len(line.split("  ")) > 2 or lines[n + 1].startswith(" " * 20), line


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_all_verbs_are_in_the_help_and_the_documents(careers: Run) -> None:
    text, told = careers("--help").out, "".join(path.read_text("utf-8") for path in DOCUMENTS)
    for verb in VERBS:
        assert re.search(rf"^  {verb} ", text, re.MULTILINE)
        assert f"careers {verb}" in told


def commands_of(path: Path) -> list[str]:
    """The commands that a document shows, a line each in a block, without what their output goes through."""
    blocks = re.findall(r"^```\n(.*?)^```$", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if re.match(r"careers( |$)", line)]
    return [re.split(r" [|>] ", line)[0] for line in lines]


@pytest.mark.parametrize(
    "path", [path for path in DOCUMENTS if commands_of(path) and path.parent.name != "reference"], ids=lambda p: p.stem
)
def test_the_commands_of_a_document_run(
    careers: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    statements = careers("quiz", "--items", "--json").data["items"]
    given = {statement["id"]: 1 + n % 5 for n, statement in enumerate(statements)}
    (tmp_path / "answers.yaml").write_text(json.dumps({"version": 1, "answers": given}), "utf-8")
    for line in commands_of(path):
        words = shlex.split(line, comments=True)[1:]
        done = careers(*words)
        asks = words[:1] == ["quiz"] and not {"--items", "--answers", "--scores"} & set(words)
        expected = 3 if "no-such-career" in words else 6 if asks else 0
        assert done.code == expected, (line, done.err)
        assert done.out or done.err, line


# a wrong command line


WRONG = [
    (["--nolor"], "there is no option `--nolor`, did you mean `--no-color`?", "careers"),
    (["list", "--lang"], "`--lang` needs a value", "careers"),
    (["data", "import", "onet"], "`FILE|FOLDER` is missing", "careers data import"),
    (["data", "import", "x", "y"], "`kind` cannot be `x`, only `onet`, `oews`, `projections`", "careers data import"),
    (["sources", "b", "c"], "`b c` is one argument too many", "careers sources"),
    (["list", "-z"], "there is no option `-z`", "careers list"),
    (["list", "--entri", "x"], "there is no option `--entri`, did you mean `--entry`?", "careers list"),
    (["list", "--sort"], "`--sort` needs a value", "careers list"),
    (["list", "--all=3"], "`--all` takes no value", "careers list"),
    (["list", "--entry", "x"], "`--entry` cannot be `x`, only `easy`, `medium`, `hard`", "careers list"),
    (["list", "--min-stars", "11"], "`--min-stars` must be from 1 to 10, not 11", "careers list"),
    (["list", "--min-stars", "1.5"], "`--min-stars` must be a whole number, not `1.5`", "careers list"),
    (["list", "-n", "0"], "`-n` must be at least 1, not 0", "careers list"),
    (["list", "--limit", "0"], "`--limit` must be at least 1, not 0", "careers list"),
    (
        ["salary", "--pay", "lots"],
        "`--pay` must be an amount, such as 30000, 60k or $25/h, not `lots`",
        "careers salary",
    ),
    (
        ["salary", "--pay", "3", "--period", "x"],
        "`--period` cannot be `x`, only `year`, `month`, `hour`",
        "careers salary",
    ),
    (
        ["list", "--min-pay", "lots"],
        "`--min-pay` must be an amount, such as 30000, 60k or $25/h, not `lots`",
        "careers list",
    ),
]


@pytest.mark.parametrize(
    ("typed", "near", "command"),
    [
        (["shw"], "show", "careers show"),
        (["shwo", "nurse"], "show", "careers show nurse"),
        (["data", "lst"], "list", "careers data list"),
        (["compar", "nurse", "graphic designer"], "compare", 'careers compare nurse "graphic designer"'),
    ],
)
def test_a_verb_with_a_slip_is_told_as_a_command_to_copy(
    careers: Run, typed: list[str], near: str, command: str
) -> None:
    done = careers(*typed)
    word = typed[1] if typed[0] == "data" else typed[0]
    assert done.err == f"error: there is no verb `{word}`, did you mean `{near}`?\n\nhint: Try `{command}`.\n"
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("lang", languages())
def test_other_words_for_a_verb_lead_to_it_in_every_language(careers: Run, lang: str) -> None:
    for verb, words in verb_words(Say(lang)).items():
        for word in words.split(", "):
            if " " not in word and word not in VERBS:
                done = careers(word)
                assert f"there is no verb `{word}`, did you mean `{verb}`?" in done.err
                assert done.code == 2


@pytest.mark.parametrize(("arguments", "said", "verb"), WRONG)
def test_a_wrong_command_line_is_told_with_the_help_of_its_verb(
    careers: Run, arguments: list[str], said: str, verb: str
) -> None:
    done = careers(*arguments)
    assert done.err == f"error: {said}\n\nhint: `{verb} --help` shows how to write it.\n"
    assert (done.code, done.out) == (2, "")
    french = careers(*arguments, LANG="fr_FR.UTF-8")
    assert french.code == 2
    assert french.err.endswith(f"`{verb} --help` montre comment l’écrire.\n")
    assert not re.search(r"there is|must|cannot|missing|option:|Error", french.err)


def test_a_verb_of_verbs_alone_shows_its_help(careers: Run) -> None:
    for arguments in (["data"], ["data", "--"]):
        assert careers(*arguments) == careers("data", "--help")


TYPERS_WORDS = re.compile(
    r"<(int|str|float|text|number)>|COMMAND|\[ARGS\]|[<>]=x|x[<>]=|default|required|INTEGER|Show this|\bcareer\b"
)


@pytest.mark.parametrize(
    "verb", ["", *VERBS, "data import", "data list", "data remove", "data path"], ids=lambda verb: verb or "all"
)
def test_french_help_holds_no_english_of_the_library(careers: Run, verb: str) -> None:
    text = careers(*verb.split(), "--help", "--lang", "fr").out
    assert not TYPERS_WORDS.search(text)


def test_help_can_be_read_on_a_narrow_screen(careers: Run) -> None:
    for verb in VERBS:
        lines = careers(verb, "--help", COLUMNS="40").out.splitlines()
        long = [line for line in lines if len(line) > 40 and not line.startswith("  careers ") and "|" not in line]
        assert not [line for line in long if " " in line.strip()], long


@pytest.mark.parametrize(
    ("line", "code", "kind", "first"),
    [
        (["show", "nurzes", "--json"], 3, "not_found", "occupation"),
        (["compare", "ai-enginer", "electricans", "--json"], 3, "not_found", "role"),
        (["list", "--min-stars", "99", "--json"], 2, "usage", None),
        (["quiz", "--json"], 6, "needs_answers", None),
        (["data", "import", "onet", "nowhere.zip", "--format", "json"], 5, "import_failed", None),
        (["validate", "nowhere", "--json"], 4, "bad_data", None),
    ],
)
def test_a_failure_speaks_json_to_a_script_and_words_to_a_person(
    careers: Run, line: list[str], code: int, kind: str, first: str | None
) -> None:
    done = careers(*line)
    document = json.loads(done.out)
    error = document["error"]
    assert (done.code, error["code"], error["kind"], document["command"]) == (code, code, kind, line[0])
    assert error["message"] in done.err.replace("\n", " ")
    assert [candidate["kind"] for candidate in error["candidates"]][:1] == ([first] if first else [])
    assert all(candidate["id"] and candidate["name"] for candidate in error["candidates"])


def test_a_failure_without_json_writes_nothing_to_standard_output(careers: Run) -> None:
    assert careers("show", "nurzes").out == ""
    assert careers("show", "--", "--json").out == ""


@pytest.mark.parametrize(
    "line",
    ["show nurse --brief", "list", "quiz --items", "me", "config", "data list", "doctor", "sources", "define median"],
)
def test_options_of_the_screen_stand_before_and_behind_every_verb(careers: Run, line: str) -> None:
    words = line.split()
    plain = careers(*words)
    assert plain.code == 0
    for before, behind in ((["--no-pager"], []), ([], ["--no-pager"]), (["--no-pager", "--width", "50"], [])):
        done = careers(*before, *words, *behind)
        assert (done.code, done.err) == (plain.code, plain.err), (before, behind)
    assert careers("--width=50", *words).out == careers(*words, "--width", "50").out
