"""A guide of one's own: started whole or not at all, and taken as it is by the checks."""

import re
import shutil
from pathlib import Path

import pytest
from rich.cells import cell_len

from careercli.commands import new
from careercli.compiler import checks, load
from careercli.core.text.languages import Lang
from careercli.locale import languages
from tests.conftest import ROOT, Run

#: What is the person's own is put on top of a small catalogue in a moment.
pytestmark = pytest.mark.usefixtures("small_data")


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize(
    ("name", "id_"), [("Bee keeper", "bee-keeper"), ('The "best": # {0} \\ %s', "the-best-0-s"), ("é" * 60, "e" * 60)]
)
def test_a_new_guide_is_one_that_the_checks_take(tmp_path: Path, lang: Lang, name: str, id_: str) -> None:
    folder = tmp_path / "roles" / id_
    new._write(folder, new._fill(lang, name, id_, "own"))
    role = load.load_role(folder)
    vocabulary, _ = load.load_vocabulary(ROOT / "data")
    assert checks.find_role_problems(role, vocabulary, [id_], bundled=False) == []
    assert role.texts[lang].name == name
    assert [path.name for path in folder.parent.iterdir()] == [id_]


def test_a_disk_that_fills_up_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_text

    def full(path: Path, text: str, encoding: str) -> int:
        if path.name == "en.yaml":
            raise OSError(28, "No space left on device")
        return real(path, text, encoding)

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        new._write(tmp_path / "roles/bee", new._fill("en", "Bee", "bee", "own"))
    assert list((tmp_path / "roles").iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["Bee"], 0),
        (["Bee\n keeper"], 0),
        (["Con"], 2),
        (["LPT1"], 2),
        (["Bee", "--family", "x" * 100], 2),
        (["Bee", "--family", "-"], 2),
        (["Bee", "--family", "nul"], 2),
        (["Bee\u202e"], 2),
        (["Bee\udcff"], 2),
        (["x" * 61], 2),
        (["养蜂人"], 2),
        (["-"], 2),
    ],
)
def test_a_name_that_the_checks_would_refuse_writes_nothing(
    careers: Run, home: Path, arguments: list[str], code: int
) -> None:
    done = careers("new", *arguments)
    assert done.code == code
    written = list((home / "config").rglob("*.yaml"))
    assert len(written) == (2 if code == 0 else 0)
    if code == 0:
        assert careers("show", written[0].parent.name, "--brief").code == 0
        assert "is there already" in careers("new", *arguments).err


@pytest.mark.parametrize("id_", ["con", "aux", "nul", "com1"])
def test_a_guide_cannot_be_called_like_a_device(tmp_path: Path, id_: str) -> None:
    folder = tmp_path / id_
    new._write(folder, new._fill("en", "Bee", id_, "own"))
    vocabulary, _ = load.load_vocabulary(ROOT / "data")
    (wrong,) = checks.find_role_problems(load.load_role(folder), vocabulary, [id_], bundled=False)
    assert "Windows" in str(wrong)
    assert wrong.line == 3


def test_a_home_that_is_no_text_keeps_own_guides(careers: Run, home: Path, compiled: Path) -> None:
    odd = str(home / "h\udcff")
    shutil.copytree(compiled, odd)
    there = {"XDG_CONFIG_HOME": odd, "XDG_CACHE_HOME": odd}
    assert careers("new", "Bee", **there).code == 0
    assert careers("list", **there).out.count("\n") == careers("list").out.count("\n") + 1
    (Path(odd) / "careers/roles/bee/en.yaml").write_text("name: 3\n")
    for form in ("table", "plain", "json", "markdown", "csv"):
        done = careers("validate", "--format", form, **there)
        assert done.code == 4
        assert "h\\udcff" in done.out.replace("\n", "").replace("\\\\", "\\")
    done = careers("show", "bee", **there)
    assert done.code == 4
    assert "h\\udcff" in done.err


def test_a_new_guide_tells_one_pay_everywhere(careers: Run) -> None:
    careers("new", "Bee keeper", "--no-input")
    told = "$51,000 to $65,000 in year five"
    assert told in " ".join(careers("salary", "bee-keeper").out.split())
    assert told in " ".join(careers("show", "bee-keeper", "--brief").out.split())
    (card,) = (card for card in careers("list", "--json").data if card["id"] == "bee-keeper")
    assert (card["pay"]["low"], card["pay"]["high"], card["pay"]["basis"]) == (51_000, 65_000, "expected")
    assert max(map(cell_len, careers("salary", "bee-keeper", "--format", "table", width=20).out.splitlines())) <= 20


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "currency: ZZZ, basis: editorial, reference",
            "`bands.0.currency` is `ZZZ`, but pay in US is compared in",
        ),
        ("currency: EUR, basis: editorial, reference", "write it in `USD`"),
    ],
)
def test_stars_of_another_currency_are_refused(careers: Run, home: Path, written: str, said: str) -> None:
    careers("new", "Bee keeper", "--no-input")
    (facts,) = home.rglob("bee-keeper/facts.yaml")
    facts.write_text(facts.read_text("utf-8").replace("currency: USD, basis: editorial, reference", written), "utf-8")
    done = careers("validate")
    assert done.code == 4
    assert f"{facts}:" in done.out + done.err
    assert said in done.out + done.err


def test_two_ends_that_are_one_are_one_sum(careers: Run, home: Path) -> None:
    careers("new", "Bee keeper", "--no-input")
    (facts,) = home.rglob("bee-keeper/facts.yaml")
    facts.write_text(facts.read_text("utf-8").replace("low: 51000, high: 65000", "low: 50000, high: 50000"), "utf-8")
    for line in (("salary", "bee-keeper"), ("show", "bee-keeper", "--brief"), ("compare", "bee-keeper", "ai-engineer")):
        for form in ("table", "plain"):
            out = " ".join(careers(*line, "--format", form).out.split())
            assert "$50,000" in out
            assert not re.search(r"\$50,000 (–|to) .*\$50,000", out.partition("ow sure")[0]), out


@pytest.mark.parametrize(
    ("name", "lang", "meant"),
    [
        ("Data engineer", "en", "the bundled guide to that career"),
        ("Ingénieur IA", "fr", "le guide fourni sur ce métier"),
        ("nurse", "en", "Registered Nurses"),
        ("Bee keeper of the moon", "en", ""),
    ],
)
def test_a_guide_says_what_its_name_has_meant_so_far(careers: Run, name: str, lang: str, meant: str) -> None:
    said = careers("new", name, lang=lang).err
    assert meant in said
    assert bool(said) == bool(meant), said
