"""Completion: what is offered at a TAB, in the three shells as they are, and in the process."""

import contextlib
import io
import shutil
import string
import subprocess
import sys
from pathlib import Path

import pytest
import shellingham  # type: ignore[import-untyped]  # it comes with Typer
from hypothesis import given
from hypothesis import strategies as st

from careercli.cli import main
from careercli.core.text.ids import fold
from careercli.library.beginnings import find_careers
from careercli.library.catalogue import Catalogue
from tests.conftest import COMMAND, Run, make_runtime, written
from tests.terminal import Screen

SHELLS = ("bash", "zsh", "fish")


def complete(env: dict[str, str], line: str, shell: str = "fish") -> dict[str, str]:
    """What a shell is offered at the end of a line, with what it means."""
    asked = {"_CAREERS_COMPLETE": f"complete_{shell}", "_TYPER_COMPLETE_ARGS": line}
    asked |= {name: value for name, value in env.items() if name == "_CAREERS_WORD"}
    runtime, offers = make_runtime(env | asked), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(offers):
        for name, value in asked.items():  # Typer reads the world as it is
            patch.setenv(name, value)
        assert main([], runtime) == 0
    assert written(runtime.stderr) == ""
    return dict(offer.partition("\t")[::2] for offer in offers.getvalue().splitlines() if offer)


OFFERS = [
    ("careers sh", "show", "Show a career in full: the work, the pay, the way in."),
    ("careers --lang fr sh", "show", "Montre un métier en entier\u00a0: le travail, le salaire, l’accès."),
    ("careers --lang fr data re", "remove", "Retire un jeu de données que vous avez importé."),
    ("careers --pal", "--palette", "Colors of your theme, stronger ones, or bold alone."),
    ("careers show --sec", "--section", "Only this section, by number or name; may be repeated."),
    ("careers show nur", "nurse", "Registered Nurses"),
    ("careers nur", "nurse", "Registered Nurses"),
    ("careers show infirmiè", "infirmièr", "Registered Nurses"),
    ("careers --lang fr show boul", "boulanger", "Boulanger ou boulangère"),
    ('careers show "registered nu', "registered nurses", "Registered Nurses"),
    ("careers show 29-1141.0", "29-1141.01", "Acute Care Nurses"),
    ("careers show ", "ai-specialist", "AI specialist"),
    ("careers show ai-engineer --section my", "myths", "Myths"),
    ("careers show ai-engineer --section=my", "--section=myths", "Myths"),
    ("careers --lang fr show ai-engineer --section idées", "idées-recues", "Idées reçues"),
    ("careers show nurse --place San-D", "San-Diego-chula-vista-carlsbad", "San Diego-Chula Vista-Carlsbad, CA"),
    ("careers show nurse --place ", "texas", "Texas"),
    ("careers map --in hea", "health-practice", "Health professions"),
    ("careers --lang fr map --in sant", "santé", "Santé, social, culture et sport"),
    ("careers map --by gr", "growth", ""),
    ("careers define overf", "overfitting", ""),
    ("careers topic apprent", "apprenticeship", ""),
    ("careers list --limit gro", "growth>=10", "growth"),
    ("careers compare nurse --limit ni", "nights", "night work"),
    ('careers list --limit "no ni', "no nights", "not: night work"),
    ("careers --lang fr compare nurse --weight dép", "départs=1", "départs par an"),
    ("careers list --sort op", "openings", "openings a year"),
    ("careers quiz --have ba", "bachelor", "a bachelor’s degree"),
    ("careers list --level bac+", "bac+2", ""),
    ("careers list --entry e", "easy", "easy"),
    ("careers list --family hea", "health-practice", "Health professions"),
    ("careers salary nurse --place oh", "ohio", "Ohio"),
    ("careers help ex", "exit-codes", "How a command ends"),
    ("careers config set pal", "palette", ""),
    ("careers me set st", "study", ""),
    ("careers data import o", "onet", ""),
]


@pytest.mark.parametrize(("line", "value", "meaning"), OFFERS, ids=[line for line, _, _ in OFFERS])
def test_a_tab_offers(env: dict[str, str], line: str, value: str, meaning: str) -> None:
    offered = complete(env, line)
    assert value in offered
    if meaning:
        assert offered[value].casefold() == meaning.casefold()


def test_a_tab_offers_files_careers_of_ones_own_and_nothing_that_is_not_there(
    careers: Run, env: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles.zip").touch()
    (tmp_path / ".hidden").touch()
    monkeypatch.chdir(tmp_path)
    assert list(complete(env, "careers validate ro")) == ["roles/", "roles.zip"]
    assert ".hidden" not in complete(env, "careers validate ")
    assert "roles/" not in complete(env, "careers show nurse ro")
    assert complete(env, "careers mine --drop ") == {}
    assert careers("keep", "ai-engineer").code == 0
    assert complete(env, "careers mine --drop ") == {"ai-engineer": "AI engineer"}


def test_a_tab_prints_no_error(env: dict[str, str]) -> None:
    assert complete(env, "careers show xyzzyx") == complete(env, "careers validate /no/such/") == {}
    assert complete(env, "careers --lang ") == complete(env, "careers --person ") == {}
    assert complete(env, "careers define xyzzyx\x01") == complete(env, "careers data remove ") == {}


def test_bash_is_given_nothing_that_writes_a_file(env: dict[str, str]) -> None:
    assert "'growth>=10'" in complete(env, "careers list --limit gr", "bash")
    assert "growth>=10" in complete(env, 'careers list --limit "gr', "bash")


def test_bash_is_given_the_rest_after_what_breaks_its_words(env: dict[str, str]) -> None:
    assert list(complete(env | {"_CAREERS_WORD": "my"}, "careers show ai-engineer --section=my", "bash")) == ["myths"]
    assert "myths" in complete(env | {"_CAREERS_WORD": ""}, "careers show ai-engineer --section=", "bash")


def test_completion_imports_neither_rich_nor_yaml(env: dict[str, str]) -> None:
    changed = env | {"_CAREERS_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": "careers show ai-"}
    probe = (
        "import atexit, os, sys\n"
        "end = os._exit\n"
        "os._exit = lambda code: (print(*sorted(sys.modules), file=sys.stderr), end(code))\n"
        "sys.argv = ['careers']\nfrom careercli.__main__ import run_process\nrun_process()"
    )
    complete(env, "careers show ai-")  # may compile the catalogue
    done = subprocess.run([sys.executable, "-c", probe], env=changed, capture_output=True, text=True, check=True)
    assert "ai-specialist" in done.stdout
    assert not {"rich", "yaml", "questionary"} & set(done.stderr.split())


@given(typed=st.text(string.ascii_letters + "éÉœ’- ", min_size=1, max_size=4), lang=st.sampled_from(["en", "fr"]))
def test_what_is_offered_begins_as_typed(catalogue: Catalogue, typed: str, lang: str) -> None:
    for offer in find_careers(catalogue.rows, typed, lang):
        assert offer.value.startswith(typed)
        assert fold(offer.value).startswith(fold(typed))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_offered_opens_what_it_says(catalogue: Catalogue, lang: str) -> None:
    others = []
    offers = [
        offer
        for first in string.ascii_lowercase
        for second in "aeilour"
        for offer in find_careers(catalogue.rows, first + second, lang)
    ]
    for offer in offers:
        career = catalogue.resolve_career(offer.value, lang)
        cards = catalogue.entries([career.id], lang)
        if cards[career.id].name != offer.meaning:
            others.append(offer)
    assert len(offers) > 2000
    assert len(others) <= 3, others  # a name of several occupations opens the largest


@pytest.fixture
def shell_home(home: Path) -> Path:
    """A home whose shells have settings, which none of it may touch."""
    for name in (".bashrc", ".zshrc"):
        (home / name).write_text("PS1='> '\nfpath=(/none $fpath)\n")
    return home


@pytest.mark.parametrize("shell", SHELLS)
def test_the_first_tab_of_a_new_shell_completes(env: dict[str, str], shell_home: Path, shell: str) -> None:
    path = shutil.which(shell)
    if path is None:
        pytest.skip(f"{shell} is not installed")
    env = env | {"PATH": f"{Path(COMMAND[0]).parent}:{env['PATH']}", "SHELL": path}
    with Screen(["-i"], env, shell_home, width=100, command=path) as screen:
        screen.type("careers --install-completion\r")
        screen.read_until("next shell")
    for settings in shell_home.glob(".*rc"):
        kept, added = settings.read_text().splitlines()[:2], settings.read_text().splitlines()[2:]
        assert kept == ["PS1='> '", "fpath=(/none $fpath)"]
        assert len(added) == (settings.name == f".{shell}rc")
    for typed, completed in (
        ("careers sho", "careers show"),
        ("careers show nurse-pr", "careers show nurse-practitioners"),
        ("careers show ai-engineer --section=my", "--section=myths"),
        ('careers show "registered nu', '"registered nurses"'),
    ):
        with Screen(["-i"], env, shell_home, width=100, command=path) as screen:
            screen.type(typed)
            screen.read_until(typed.rpartition(" ")[2])
            screen.type("\t")
            screen.read_until(completed)


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_shown_and_installed_once(
    careers: Run, home: Path, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    monkeypatch.setattr("shellingham.detect_shell", lambda: (shell, f"/bin/{shell}"))
    monkeypatch.setenv("HOME", str(home))
    assert f"_CAREERS_COMPLETE=complete_{shell}" in careers("--show-completion").out
    for _ in range(2):
        done = careers("--install-completion", "--lang", "fr")
        assert (done.code, done.out) == (0, "")
        assert done.err.startswith(f"La complétion pour {shell} est installée dans {home}")
    assert [settings.read_text().count("\n") for settings in home.glob(".*rc")] == ([] if shell == "fish" else [1])


def test_a_shell_that_cannot_complete_is_told(careers: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise shellingham.ShellDetectionFailure

    monkeypatch.setattr("shellingham.detect_shell", fail)
    assert careers("--show-completion", SHELL="/bin/bash").code == 0
    done = careers("--install-completion", SHELL="/bin/ed")
    assert (done.code, done.out) == (2, "")
    assert "no completion for the shell `ed`" in done.err


@pytest.mark.parametrize("asked", ["\x01", "complete_\x01bash", "complete_\x1b[31m", "nonsense_bash", "complete_"])
def test_what_no_shell_asks_ends_quietly(careers: Run, asked: str) -> None:
    done = careers(_CAREERS_COMPLETE=asked)
    assert (done.code, done.out, done.err) == (2, "", "")
