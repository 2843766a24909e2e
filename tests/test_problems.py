"""What is wrong in career files, in the user's language; folders that cannot be read."""

import json
from pathlib import Path

import pytest

from careercli.compiler import checks, load
from careercli.errors import Message, message
from careercli.files import validate_shape as shape
from careercli.locale import Say, languages
from tests.conftest import ROOT, Run

BROKEN = {
    "facts.yaml": "id: x\nfamily: 3\nstudy_years: [1]\nstauts: draft\nentry: hrd\nkey_tools: none\nfit: 5\n",
    "en.yaml": "name: [a]\nsummary: no\n",
}
ENGLISH = ("must ", "is not ", "the field ", "lacks ", "did you mean", "cannot be read")


@pytest.fixture
def broken(own_roles: Path) -> Path:
    folder = own_roles / "falconer"
    folder.mkdir()
    for name, text in BROKEN.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_problems_are_told_in_the_language(careers: Run, broken: Path) -> None:
    for lang in languages():
        done = careers("validate", "--lang", lang)
        assert done.code == 4
        assert any(word in done.out for word in ENGLISH) == (lang == "en")
    assert "doit être du texte, pas 3\u00a0: mettez-le entre guillemets" in done.out
    assert "vouliez-vous dire `status`\u202f?" in done.out
    assert "doit être une liste de 2, en a 1" in done.out


def test_json_has_both(careers: Run, broken: Path) -> None:
    french = json.loads(careers("validate", "--lang", "fr", "--json").out)["data"]["problems"]
    english = json.loads(careers("validate", "--json").out)["data"]["problems"]
    assert len(french) >= 7
    assert [one["message_en"] for one in french] == [one["message"] for one in english]
    assert all(one["message"] != one["message_en"] for one in french)


def test_other_verbs_tell_them_too(careers: Run, broken: Path) -> None:
    assert "doit être du texte" in careers("list", "--lang", "fr").err
    done = careers("show", "falconer", "--lang", "fr")
    assert done.code == 4
    assert "doit être du texte" in done.err
    assert "must be text" in careers("show", "falconer").err


def test_messages_within_messages_are_translated() -> None:
    wrong = message(
        "{wrong}: did you mean `{near}`?", wrong=Message("names the unknown skill `{name}`", {"name": "x"}), near="y"
    )
    assert str(wrong) == "names the unknown skill `x`: did you mean `y`?"
    assert Say("fr").of(wrong) == "nomme une compétence inconnue, `x`\u00a0: vouliez-vous dire `y`\u202f?"


@pytest.mark.parametrize("text", ["{x} {0}", "%s", "{", "`{name}`"])
def test_values_are_no_templates(text: str) -> None:
    assert str(message("has `{id}` twice", id=text)) == f"has `{text}` twice"
    assert Say("fr").of(message("has `{id}` twice", id=text)) == f"a deux fois `{text}`"


def test_every_kind_of_check_has_its_french(tmp_path: Path) -> None:
    """A guide with many faults: none of what is said of it stays English."""
    source, folder = ROOT / "data/roles/ai-engineer", tmp_path / "other"
    folder.mkdir()
    for path in source.iterdir():
        text = path.read_text("utf-8")
        for old, new in (("python", "pyton"), ("\u202f;", " ;"), (": editorial", ": survey"), ("[@", "[@no-")):
            text = text.replace(old, new)
        (folder / path.name).write_text(text, "utf-8")
    vocabulary, _ = load.load_vocabulary(ROOT / "data")
    found = checks.find_role_problems(load.load_role(folder), vocabulary, ["ai-engineer"], bundled=True)
    assert len({problem.message.text for problem in found}) >= 4
    for problem in found:
        assert isinstance(problem, shape.Problem)
        assert Say("fr").of(problem.message) != str(problem.message)


@pytest.mark.parametrize("kind", ["a file", "a circle"])
def test_an_own_folder_that_is_none_is_said_once(careers: Run, home: Path, kind: str) -> None:
    roles = home / "config/careers/roles"
    roles.parent.mkdir(parents=True)
    if kind == "a file":
        roles.write_text("hello")
    else:
        roles.symlink_to(roles)
    for arguments in (["list"], ["show", "ai-engineer", "--brief"], ["search", "python"], ["validate"]):
        done = careers(*arguments)
        assert done.code == 0
        assert len(done.err.splitlines()) == 1
        assert str(roles) in done.err
    assert "ne peuvent être lus" in careers("list", "--lang", "fr").err


def test_no_own_folder_is_nothing_to_say(careers: Run, own_roles: Path) -> None:
    assert careers("list").err == ""
    own_roles.rmdir()
    assert careers("list").err == ""
