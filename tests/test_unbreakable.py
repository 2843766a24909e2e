"""Bad files, bad terminals, bad disks: a clear sentence, the documented exit code, and the other careers still work."""

import json
import os
import re
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from careercli.compiler import checks, load
from careercli.files.strict_yaml import load_yaml
from tests.conftest import COMMAND, ROOT, Run, fork_main

FACTS = "id: mine\nstatus: draft\nfamily: own\nentry: easy\nremote: rarely\nstudy_years: [0, 1]\nkey_tools: [hands]\n"
BAND = 'bands:\n  - {id: us, country: US, currency: USD, basis: editorial, reference: "2026", %s}\n'
TEXT = "name: Mine\nsummary: Mine.\ncore_focus: Mine\n"


def write_role(own_roles: Path, facts: str | bytes = FACTS, text: str | bytes = TEXT, name: str = "mine") -> Path:
    folder = own_roles / name
    folder.mkdir(exist_ok=True)
    for file, content in (("facts.yaml", facts), ("en.yaml", text)):
        (folder / file).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


BAD: list[tuple[str, bytes, int, str]] = [
    ("a duplicate key", (FACTS + "entry: hard\n").encode(), 8, "twice"),
    ("a word that YAML 1.1 takes for false", FACTS.replace("easy", "NO").encode(), 4, "`NO`"),
    ("a number that YAML 1.1 takes for octal", FACTS.replace("[0, 1]", "[0110, 1]").encode(), 6, "`0110`"),
    ("a date", FACTS.replace("easy", "2026-01-01").encode(), 4, "`2026-01-01`"),
    ("an unknown field", (FACTS + "colour: red\n").encode(), 8, "not a known field"),
    ("a wrong type", FACTS.replace("[0, 1]", "two").encode(), 6, "must be a list"),
    ("a missing field", FACTS.replace("entry: easy\n", "").encode(), 1, "`entry` is missing"),
    ("a choice that is none", FACTS.replace("easy", "trivial").encode(), 4, "must be one of"),
    ("another id than the folder's", FACTS.replace("id: mine", "id: yours").encode(), 1, "name of its folder"),
    ("text that is not UTF-8", FACTS.encode() + b"# \xff\xfe\n", 8, "UTF-8"),
    ("a NUL byte", FACTS.encode() + b"# \x00\n", 8, "U+0000"),
    ("aliases", FACTS.replace("[hands]", "[&a hands, *a]").encode(), 7, "alias"),
    ("an alias bomb", b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(50)), 2, "alias"),
    ("a tag", FACTS.replace("easy", "!!python/object:os.system easy").encode(), 4, "tag"),
    ("deep nesting", b"id: " + b"[" * 10_000, 1, "deep"),
    ("deep blocks", b"".join(b" " * n + b"a:\n" for n in range(400)), 66, "deep"),
    ("deep nesting far down", FACTS.encode() + b"fit:\n  " + b"[" * 10_000, 9, "deep"),
    ("an unclosed quote", FACTS.replace("easy", '"easy').encode(), 8, 'what `"` opens on line 4'),
    ("a colon", FACTS.replace("easy", "easy: very").encode(), 4, "has `:` where"),
    ("a tab", FACTS.encode() + b"skills:\n\thard: []\n", 9, "by a tab"),
    ("half a character", FACTS.replace("easy", '"\\ud800"').encode(), 4, ""),
    ("no character", FACTS.replace("easy", '"\\U00110000"').encode(), 4, ""),
    ("a line break in an id", FACTS.replace("id: mine", 'id: "mine\\n"').encode(), 1, "unlike `mine\\n`"),
    ("a percentile of nothing", (FACTS + BAND % "p10: 0").encode(), 9, "`bands.0.p10` must be more than 0"),
    ("an amount beyond all money", (FACTS + BAND % "high: 9999999999999.0").encode(), 9, "or less"),
    ("a number without end", FACTS.replace("[0, 1]", f"[0, {'9' * 400}.0]").encode(), 6, "too long"),
    ("two documents", FACTS.encode() + b"---\nid: other\n", 8, "more than one document"),
    ("nothing", b"", 1, "empty"),
    ("no YAML", b"{[}", 1, ""),
    ("a list", b"- a\n- b\n", 1, "named fields"),
    ("too much", b"# " + b"x" * 1_100_000, 1, "larger than"),
]


@pytest.mark.usefixtures("small_data")
@pytest.mark.parametrize(("content", "line", "said"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_a_bad_file_is_refused_with_its_line(
    careers: Run, own_roles: Path, content: bytes, line: int, said: str
) -> None:
    folder = write_role(own_roles, content)
    done = careers("show", "mine")
    assert done.code == 4
    assert f"{folder}/facts.yaml:{line}:" in done.err
    assert said in done.err
    assert "mine" in careers("list").err
    assert careers("show", "ai-engineer", "--brief").code == 0


@pytest.fixture(scope="module")
def vocabulary() -> load.Vocabulary:
    return load.load_vocabulary(ROOT / "data")[0]


@pytest.mark.parametrize(("content", "line", "said"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_a_bad_file_is_refused_in_the_same_words_without_libyaml(
    vocabulary: load.Vocabulary,
    content: bytes,
    line: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    path = tmp_path / "mine" / "facts.yaml"
    path.parent.mkdir()
    path.write_bytes(content)
    (path.parent / "en.yaml").write_text(TEXT)
    wrong = checks.find_role_problems(load.load_role(path.parent), vocabulary, ["mine"], bundled=False)
    assert [problem.line for problem in wrong][:1] == [line]
    assert said in str(wrong[0])


@pytest.mark.parametrize(
    "path", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_bundled_files_are_read_without_libyaml(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_it = load_yaml(path)
    monkeypatch.delattr("yaml.CSafeLoader", raising=False)
    assert load_yaml(path) == with_it


def test_validate_reports_every_problem(careers: Run, own_roles: Path) -> None:
    folder = write_role(
        own_roles,
        FACTS.replace("easy", "trivial").replace("[hands]", "[]").replace("[0, 1]", "[9, 1]") + "colour: red\n",
        TEXT.replace("summary: Mine.\n", "") + "pay:\n  nonsense: 1\n",
    )
    done = careers("validate", str(folder), "--json")
    assert done.code == 4
    problems = json.loads(done.out)["data"]["problems"]
    assert {problem["field"] for problem in problems} >= {"entry", "key_tools", "colour", "pay.nonsense"}
    assert all(problem["line"] >= 1 and problem["path"] for problem in problems)
    assert len(problems) >= 5


def test_a_cost_is_money(careers: Run, own_roles: Path) -> None:
    costs = "costs:\n  - {id: until-hired, low: 6, high: 24, basis: editorial}\n"
    folder = write_role(own_roles, FACTS + costs, TEXT + "costs:\n  costs:\n    until-hired: {name: Until hired}\n")
    done = careers("validate", str(folder), "--json")
    assert done.code == 4
    assert [problem["field"] for problem in done.document["data"]["problems"]] == ["costs.0"]


def test_validate_without_paths_checks_the_bundled_careers_and_is_clean(careers: Run) -> None:
    done = careers("validate", "--json")
    assert done.code == 0, done.out
    data = json.loads(done.out)["data"]
    assert len(data["checked"]) == 9
    assert data["problems"] == []


def test_a_missing_section_of_a_complete_role_is_named(careers: Run, own_roles: Path) -> None:
    write_role(own_roles, FACTS.replace("status: draft\n", ""))
    out = careers("validate").out
    for section in ("introduction", "faq", "pay"):
        assert f"lacks the section `{section}`" in out


def test_a_huge_file_costs_neither_time_nor_memory(env: dict[str, str], own_roles: Path) -> None:
    folder = write_role(own_roles)
    with (folder / "en.yaml").open("wb") as file:
        file.truncate(200_000_000)
    limit = 1 << 30
    done = subprocess.run(
        [*COMMAND, "show", "mine"],
        env=env,
        capture_output=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )
    assert done.returncode == 4
    assert b"larger than" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_cannot_be_read_is_named(careers: Run, own_roles: Path) -> None:
    folder = write_role(own_roles)
    (folder / "facts.yaml").chmod(0)
    done = careers("show", "mine")
    assert done.code == 4
    assert "cannot be read" in done.err


def test_links_that_lead_nowhere_or_in_circles(careers: Run, own_roles: Path) -> None:
    (own_roles / "loop").symlink_to(own_roles / "loop")
    (own_roles / "up").symlink_to(own_roles)
    folder = own_roles / "dangling"
    folder.mkdir()
    (folder / "facts.yaml").symlink_to("/nowhere/at/all")
    (folder / "en.yaml").symlink_to(folder / "en.yaml")
    done = careers("list", "--json")
    assert done.code == 0
    assert len(json.loads(done.out)["data"]) == 9
    assert careers("validate").code == 4


def test_a_pipe_in_place_of_a_file_does_not_block(careers: Run, own_roles: Path) -> None:
    folder = write_role(own_roles)
    (folder / "en.yaml").unlink()
    os.mkfifo(folder / "en.yaml")
    assert careers("show", "mine").code == 4


EVIL = '"\\e[2J\\e]0;owned\\a [red]bold[/red] \\u202e \\x9b31m"'


@pytest.mark.parametrize("form", ["table", "plain", "markdown", "csv", "json"])
def test_text_from_a_file_is_never_obeyed(careers: Run, own_roles: Path, form: str) -> None:
    write_role(own_roles, text=f"name: {EVIL}\nsummary: {EVIL}\ncore_focus: {EVIL}\nintroduction:\n  text: [{EVIL}]\n")
    for arguments in (["show", "mine"], ["list"], ["search", "bold"], ["compare", "mine", "ai-engineer"]):
        done = careers(*arguments, "--format", form)
        assert done.code == 0, done.err
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.out + done.err)
        if form != "markdown":
            assert "[red]bold[/red]" in done.out or arguments[0] == "search"


def test_an_error_does_not_obey_what_it_quotes(careers: Run) -> None:
    done = careers("show", "\x1b[2Jx")
    assert done.code == 3
    assert "\x1b" not in done.err


#: Several command lines in one process, whose streams have the encoding that it is started with.
SEVERAL = """
import sys
from careercli.__main__ import _run
for form in sys.argv[4:]:
    code = _run([*sys.argv[1:4], "--format", form, "--width", "60"])
    sys.stdout.buffer.write(b"\\0")
    assert code == 0, code
"""


@pytest.mark.parametrize(
    "changes",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LANG": ""},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_poor_encoding_gets_plainer_characters(env: dict[str, str], changes: dict[str, str], lang: str) -> None:
    changed = {name: value for name, value in (env | changes).items() if value}
    forms = ("table", "plain", "json", "markdown", "csv")
    arguments = ["show", "ai-engineer", f"--lang={lang}", *forms]
    done = subprocess.run([sys.executable, "-c", SEVERAL, *arguments], env=changed, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    encoding = changes.get("PYTHONIOENCODING", "ascii")
    texts = dict(zip(forms, done.stdout.decode(encoding).split("\0"), strict=False))
    assert all(texts[form] for form in forms)
    assert "?" * 3 not in "".join(texts.values())
    if encoding == "ascii":
        assert re.search(r"\* \d (of|sur) 10 - ", texts["table"])
        assert ("EUR50,000" if lang == "en" else "50 000 EUR") in texts["table"].replace("\n", " ")


def test_a_closed_pipe_is_quiet(env: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{COMMAND[0]} show ai-specialist | head -1; echo ${{PIPESTATUS[0]}}"],
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1] in (b"0", b"141")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams(env: dict[str, str], closed: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{COMMAND[0]} show ai-engineer --brief {closed}"], env=env, capture_output=True, check=False
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    wrong = subprocess.run(
        ["bash", "-c", f"{COMMAND[0]} show nobody {closed}"], env=env, capture_output=True, check=False
    )
    assert wrong.returncode == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_said(env: dict[str, str]) -> None:
    done = subprocess.run(["bash", "-c", f"{COMMAND[0]} list > /dev/full"], env=env, capture_output=True, check=False)
    assert done.returncode == 7
    assert b"cannot be written: the disk is full" in done.stderr
    assert b"Traceback" not in done.stderr


def break_cache(how: str) -> Callable[[Path], None]:
    def act(folder: Path) -> None:
        (file,) = folder.glob("careers/*.sqlite")
        if how == "garbage":
            file.write_bytes(b"garbage" * 1000)
        elif how == "truncated":
            os.truncate(file, 10_000)
        elif how == "empty":
            file.write_bytes(b"")
        elif how == "pages":
            size = file.stat().st_size
            with file.open("r+b") as data:
                data.seek(size // 2)
                data.write(os.urandom(size // 3))
        elif how == "gone":
            shutil.rmtree(folder)
        elif how == "a folder":
            file.unlink()
            file.mkdir()

    return act


@pytest.mark.usefixtures("small_data")
@pytest.mark.parametrize("how", ["garbage", "truncated", "empty", "pages", "gone", "a folder"])
def test_a_broken_cache_is_not_noticed(careers: Run, small_cache: Path, tmp_path: Path, how: str) -> None:
    folder = shutil.copytree(small_cache, tmp_path / "cache")
    before = careers("show", "ai-engineer", XDG_CACHE_HOME=str(folder))
    break_cache(how)(folder)
    assert careers("list", XDG_CACHE_HOME=str(folder)).code == 0
    mended = [file.stat().st_mtime_ns for file in folder.glob("careers/*.sqlite")]
    assert careers("show", "ai-engineer", XDG_CACHE_HOME=str(folder)) == before
    assert [file.stat().st_mtime_ns for file in folder.glob("careers/*.sqlite")] == mended  # and mended once for all


@pytest.mark.usefixtures("small_data")
@pytest.mark.parametrize("where", ["/proc/nothing", "/dev/null/x"])
def test_a_cache_that_cannot_be_written_is_not_noticed(careers: Run, where: str) -> None:
    done = careers("show", "ai-engineer", "--brief", XDG_CACHE_HOME=where)
    assert done.code == 0
    assert done.err == ""


def test_fifty_at_once_with_a_cold_cache(env: dict[str, str], tmp_path: Path) -> None:
    """Fifty processes; five of them start as users start them, the others from here, with the program imported."""
    changed = env | {"XDG_CACHE_HOME": str(tmp_path / "cold")}
    started = [
        subprocess.Popen([*COMMAND, "list", "--json"], env=changed, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(5)
    ]
    forked = [fork_main(["list", "--json"], changed, tmp_path / f"{n}") for n in range(45)]
    ended = [(*process.communicate(timeout=240), process.returncode) for process in started]
    ended += [process.wait() for process in forked]
    assert {code for _, _, code in ended} == {0}
    assert len({out for out, _, _ in ended}) == 1
    assert {err for _, err, _ in ended} == {b""}
    left = {path.suffix for path in (tmp_path / "cold/careers").iterdir()}
    assert left == {".sqlite", ".lock"}


@pytest.mark.parametrize(
    ("config", "code"),
    [("lang = 'fr'", 0), ("lang = 'xx'", 4), ("lang = ", 4), ("pager = 'less'\ncolor = false", 0), ("\x00", 4)],
)
def test_settings(careers: Run, home: Path, config: str, code: int) -> None:
    folder = home / "config/careers"
    folder.mkdir(parents=True)
    (folder / "config.toml").write_text(config)
    done = careers("show", "ai-engineer", "-s", "pay")
    assert done.code == code
    if config == "lang = 'fr'":
        assert "SALAIRE" in done.out


def test_an_unknown_language_is_an_error_and_an_unknown_locale_not(careers: Run) -> None:
    assert careers("list", "--lang", "xx").code == 2
    assert careers("list", CAREERS_LANG="xx").code == 2
    assert careers("list", LANG="xx_YY.UTF-8").code == 0
    assert "Métier" in careers("list", LANG="fr_FR.UTF-8").out
    assert "Career" in careers("list", LANG="fr_FR.UTF-8", CAREERS_LANG="en").out
    assert "Métier" in careers("list", "--lang", "fr", CAREERS_LANG="en").out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--version"], 0),
        (["--help"], 0),
        (["-h"], 0),
        (["shw"], 2),
        (["show"], 6),
        (["show", "a", "b"], 3),
        (["sources", "a"], 2),
        (["list", "--min-stars", "eleven"], 2),
        (["list", "--min-stars", "11"], 2),
        (["list", "--entry", "simple"], 2),
        (["list", "--sort"], 2),
        (["show", "ai-engineer", "--wdith", "80"], 2),
        (["show", "ai-engineer", "--width", "5"], 2),
        (["show", ""], 3),
        (["show", "é" * 10_000], 3),
        (["compare", *(["ai-engineer"] * 9)], 2),
        (["validate", "/nowhere"], 4),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_exit_codes(careers: Run, arguments: list[str], code: int, lang: str) -> None:
    done = careers(*arguments, "--lang", lang)
    assert done.code == code, done.err
    if code:
        assert done.out == ""
        first = done.err.splitlines()[0]
        assert first.startswith("error: " if lang == "en" else "erreur\u00a0: ")
        assert len(done.err.split("\n\n")) <= 2


def test_global_options_stand_anywhere(careers: Run) -> None:
    first = careers("--lang", "fr", "--no-color", "list")
    assert first.out == careers("list", "--no-color", "--lang=fr").out
    assert "Métier" in first.out


def test_an_internal_error_has_no_traceback_without_debug(
    careers_process: Run, env: dict[str, str], home: Path
) -> None:
    site = home / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(
        "import careercli.core.careers.listing as l\n"
        "def broken(*a, **k): raise RuntimeError('kaput')\nl.sort_listed = broken\n"
    )
    done = careers_process("list", PYTHONPATH=str(site))
    assert done.code == 70
    assert "kaput" in done.err
    debugged = subprocess.run(
        [*COMMAND, "list", "--debug"],
        capture_output=True,
        check=False,
        env=env | {"PYTHONPATH": str(site)},
    )
    assert b"Traceback" in debugged.stderr


def test_python_dash_m(env: dict[str, str]) -> None:
    done = subprocess.run([sys.executable, "-m", "careercli", "--version"], env=env, capture_output=True, check=False)
    assert done.stdout.startswith(b"careers ")
