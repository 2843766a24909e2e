"""The settings file: what it may hold, what is told of it, and that it is never in the way."""

from pathlib import Path

import pytest

from careercli.locale import Say
from careercli.world.settings import MAX_BYTES, Settings, load_settings
from tests.conftest import Run

BAD = [
    ('lng = "fr"', 1, "`lng` is not a known setting: did you mean `lang`?"),
    ('# mine\n\ncolour = false\nlang = "en"', 3, "did you mean `color`?"),
    ("zzz = 1", 1, "`zzz` is not a known setting"),
    ('\nlang = "xx"', 2, "`lang` must be one of `en`, `fr`"),
    ("lang = 3", 1, "`lang` must be"),
    ("accessible = true\ncolor = 'no'", 2, "`color` must be true or false"),
    ("pager = 7", 1, "`pager` must be true, false or a command"),
    ("pager = ['less']", 1, "`pager` must be"),
    ("accessible = 1", 1, "`accessible` must be true or false"),
    ("\n\n[lang]\na = 1", 3, "`lang` must be"),
    ("color.x = 1", 1, "`color` must be"),
    ("color = true\nlang = ", 2, "is not TOML"),
    ("lang = 'en'\nlang = 'fr'", 2, "is not TOML"),
    ("lang = fr", 1, "is not TOML"),
    ("color = true\n\x00", 2, "is not TOML"),
    ('pager = """\nless', 2, "is not TOML"),
    ("color = true\nx = " + "9" * 900, 2, "`x` is not a known setting"),
    ("x = " + "[\n" * 9_000, 1, "is nested too deeply"),
    ("\n" + ".".join("a" * 1_000) + " = 1", 2, "has a line of more than 1000 characters"),
    ("# " + "x\n# " * MAX_BYTES, 1, "is larger than 64000 bytes"),
]


@pytest.mark.parametrize(("text", "line", "said"), BAD)
def test_a_bad_setting_is_told_with_its_line(text: str, line: int, said: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode())
    settings, problem = load_settings(path)
    assert settings == Settings()
    assert problem is not None
    assert str(problem).startswith(f"{path}:{line}: ")
    assert said in str(problem)
    assert Say("fr")(problem.message, **problem.values) != str(problem)


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"color = true\npager = '\xff'\n")
    assert ":2: is not UTF-8 text" in str(load_settings(path).problem)


@pytest.mark.parametrize(
    "text",
    ["lang = 'fr'\r\npager = 'less -R'\r\n", '"lang" = "fr"\npager = "less -R"', "\ufefflang = 'fr'\npager='less -R'"],
)
def test_settings_are_read(text: str, tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text.encode())
    assert load_settings(path) == (Settings(lang="fr", pager="less -R"), None)


def test_a_pager_that_is_true_is_the_usual_one(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("pager = true\ncolor = false")
    assert load_settings(tmp_path / "config.toml") == (Settings(color=False), None)


@pytest.fixture
def config(home: Path) -> Path:
    folder = home / "config/careers"
    folder.mkdir(parents=True)
    return folder / "config.toml"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["show", "--help"], ["data", "list", "--help"], []])
def test_a_broken_file_is_not_in_the_way_of_help(careers: Run, config: Path, arguments: list[str]) -> None:
    config.write_text('lng = "fr"')
    done = careers(*arguments, LANG="fr_FR.UTF-8")
    assert (done.code, done.err) == (0, "")
    if "--version" not in arguments:
        assert "Exemples" in done.out


def test_a_broken_file_is_told_in_the_language_of_the_locale(careers: Run, config: Path) -> None:
    config.write_text('lng = "fr"')
    done = careers("list", LANG="fr_FR.UTF-8")
    assert done.code == 4
    assert (
        f"erreur\u00a0: {config}:1\u00a0: `lng` n’est pas un réglage connu\u00a0: vouliez-vous dire `lang`\u202f?"
        in done.err
    )
    assert done.out == ""


def test_a_broken_file_does_not_hide_a_wrong_option(careers: Run, config: Path) -> None:
    config.write_text("lang = ")
    done = careers("list", "--srot", "name", LANG="fr_FR.UTF-8")
    assert done.code == 2
    assert "`--srot`" in done.err


def test_a_folder_for_a_file_is_told(careers: Run, config: Path) -> None:
    config.mkdir()
    done = careers("list")
    assert done.code == 4
    assert "is not a regular file" in done.err


@pytest.mark.parametrize(
    ("value", "boxes"), [("1", False), ("yes", False), ("0", True), ("false", True), ("No", True), ("", True)]
)
def test_a_variable_of_zero_is_off(value: str, boxes: bool) -> None:
    from careercli.world.runtime import Runtime

    assert Runtime(env={"ACCESSIBLE": value, "CAREERS_LANG": "en"}).accessible is not boxes


@pytest.mark.parametrize(
    ("text", "windows", "words"),
    [
        ("less -R", True, ["less", "-R"]),
        (r"C:\tools\less.exe -R", True, [r"C:\tools\less.exe", "-R"]),
        (r'"C:\Program Files\less.exe" -R', True, [r"C:\Program Files\less.exe", "-R"]),
        ("less -R", False, ["less", "-R"]),
        (r"'my pager' a\ b #c", False, ["my pager", "a b", "#c"]),
        ("", False, []),
    ],
)
def test_the_words_of_a_pager_command(text: str, windows: bool, words: list[str]) -> None:
    from careercli.world.pager import parse_pager

    assert parse_pager(text, windows=windows) == words
