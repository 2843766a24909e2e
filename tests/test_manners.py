"""`careers config`, `doctor`, `help` and `new --edit`: what the program says of itself, and how it is set."""

import os
import stat
from pathlib import Path

import pytest

from careercli.commands.options import Format
from careercli.errors import ExitCode
from careercli.locale import Say, help_words
from careercli.world.origins import list_settings
from careercli.world.settings import Settings, load_settings
from tests.conftest import Run, make_runtime


@pytest.fixture
def config(home: Path) -> Path:
    """The file of the settings; it is not there yet."""
    return home / "config/careers/config.toml"


# settings


def test_every_setting_has_its_value_and_where_it_comes_from(careers: Run, config: Path) -> None:
    rows = {row["key"]: row for row in careers("config", "--json").data["settings"]}
    assert list(rows) == list(Settings.__struct_fields__) == list(help_words.config_words(Say("en")))
    assert (rows["lang"]["value"], rows["lang"]["origin"], rows["lang"]["name"]) == ("en", "locale", "LANG")
    config.parent.mkdir(parents=True)
    config.write_text('country = "FR"\naccessible = true\n')
    rows = {row["key"]: row for row in careers("config", "--json", "--lang", "fr", NO_COLOR="1").data["settings"]}
    assert (rows["lang"]["value"], rows["lang"]["origin"], rows["lang"]["name"]) == ("fr", "option", "--lang")
    assert (rows["country"]["value"], rows["country"]["origin"]) == ("FR", "file")
    assert (rows["color"]["value"], rows["color"]["origin"], rows["color"]["name"]) == (
        False,
        "environment",
        "NO_COLOR",
    )
    assert (rows["accessible"]["value"], rows["accessible"]["set"]) == (True, True)
    assert "Réglage" in careers("config", lang="fr").out
    shown = careers("config", terminal=True, width=40).screen.splitlines()
    assert max(len(line) for line in shown if "/" not in line) <= 40  # a path stays whole


def test_a_setting_is_set_beside_the_others_and_unset(careers: Run, config: Path) -> None:
    assert careers("config", "set", "lang", "fr").code == 0
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    config.write_text('# mine\nlang = "fr"\n\n# the pager\npager = false # quick\n')
    assert careers("config", "set", "color", "false").code == 0
    assert careers("config", "set", "pager", 'less "-R"').code == 0
    assert careers("config", "set", "lang", "en").code == 0
    assert config.read_text() == '# mine\nlang = "en"\n\n# the pager\npager = "less \\"-R\\""\ncolor = false\n'
    assert load_settings(config).settings == Settings(lang="en", pager='less "-R"', color=False)
    assert careers("config", "get", "pager").out == "less -R\n"
    assert careers("config", "get", "color").out == "false\n"
    assert careers("config", "unset", "pager").code == 0
    assert "pager =" not in config.read_text()
    assert careers("config", "path").out == f"{config}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set", "lnag", "fr"], "did you mean `lang`?"),
        (["set", "lang", "de"], "must be one of"),
        (["set", "color", "perhaps"], "must be true or false"),
        (["set", "country", "Atlantis"], "there is no country `Atlantis`"),
        (["get", "size"], "is not a known setting"),
        (["unset", "size"], "is not a known setting"),
        (
            ["set", "place", "Minneapolis"],
            "`place` is no setting, it is about you\n\nhint: Write `careers me set place …`.",
        ),
        (["get", "study"], "Write `careers me set study …`."),
    ],
)
def test_what_cannot_be_set_is_refused(careers: Run, config: Path, arguments: list[str], said: str) -> None:
    done = careers("config", *arguments)
    assert done.code == 2
    assert said in done.err
    assert not config.exists()


@pytest.mark.parametrize("name", ["FR", "fr", "France"])
def test_a_country_is_set_by_what_people_call_it_and_kept_by_its_code(careers: Run, config: Path, name: str) -> None:
    assert careers("config", "set", "country", name).code == 0
    assert config.read_text() == 'country = "FR"\n'


def test_broken_settings_are_told_where_one_would_mend_them(careers: Run, config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text("lng = 1\n")
    done = careers("config")
    assert done.code == 0
    assert f"{config}:1: `lng` is not a known setting" in done.err
    assert careers("config", "set", "lang", "fr").code == 4
    assert config.read_text() == "lng = 1\n"
    assert careers("config", "path").code == 0
    assert careers("help", "config").code == 0
    assert careers("list").code == 4


def test_what_is_asked_on_the_command_line_is_listed_as_such(env: dict[str, str]) -> None:
    runtime = make_runtime(env).with_options(no_color=True, country="FR", accessible=True)
    assert {row.key for row in list_settings(runtime) if row.origin == "option"} == {"color", "country", "accessible"}


# the doctor


def states(careers: Run, **changes: str) -> dict[str, str]:
    done = careers("doctor", "--json", **changes)
    return {check["id"]: check["state"] for check in done.document["data"]["checks"]}


def test_a_sound_installation_has_nothing_broken(careers: Run, home: Path) -> None:
    done = careers("doctor")
    assert done.code == 0
    assert "Nothing is broken." in done.out
    assert "broken" not in states(careers).values()
    assert list(home.iterdir()) == []
    assert "Rien n’est cassé." in careers("doctor", lang="fr").out
    assert max(map(len, careers("doctor", terminal=True, width=40).screen.splitlines())) <= 40


def test_what_is_broken_is_told_with_what_to_do(careers: Run, home: Path, config: Path) -> None:
    config.parent.mkdir(parents=True)
    config.write_text("lng = 1\n")
    own = home / "data/careers/me.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("list: [broken")
    done = careers("doctor")
    assert done.code == ExitCode.BAD_DATA
    assert "2 things are broken." in done.out
    assert "careers me repair" in " ".join(done.out.split())
    found = states(careers)
    assert (found["settings"], found["person"]) == ("broken", "broken")


def test_what_could_be_better_breaks_nothing(careers: Run, home: Path) -> None:
    own = home / "data/careers/me.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("version: 3\n")
    own.chmod(0o644)
    found = states(careers, PAGER="nosuchpager")
    assert (found["permissions"], found["pager"]) == ("note", "note")
    assert careers("doctor", PAGER="nosuchpager").code == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="who may write everywhere sees no such folder")
def test_a_data_folder_that_cannot_be_written_is_broken(careers: Run, home: Path) -> None:
    (home / "data").mkdir(mode=0o500)
    assert states(careers)["data"] == "broken"


def test_a_file_where_the_data_folder_should_be_is_broken(careers: Run, home: Path) -> None:
    (home / "data").write_text("")
    assert states(careers)["data"] == "broken"


# topics of help


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_topic_is_explained_in_both_languages(careers: Run, lang: str) -> None:
    topics = dict(careers("help", "--json", lang=lang).data["rows"])
    assert list(topics) == [names[0] for names in help_words.topic_names(Say(lang)).values()]
    for topic, title in topics.items():
        page = careers("help", topic, "--json", lang=lang).data
        assert page["title"] == title
        assert page["text"] or page["rows"]
        assert careers("help", title, "--json", lang=lang).data == page


@pytest.mark.parametrize(
    ("asked", "lang", "title"),
    [
        ("exit", "en", "How a command ends"),
        ("settings", "en", "Settings that last"),
        ("touches", "en", "Keys"),
        ("exit-codes", "fr", "Comment finit une commande"),
        ("criteres", "fr", "Les critères pour limiter, classer et trier les métiers"),
    ],
)
def test_topics_have_other_names_in_both_languages(careers: Run, asked: str, lang: str, title: str) -> None:
    assert careers("help", asked, "--json", lang=lang).data["title"] == title


def test_topics_name_what_the_program_has(careers: Run) -> None:
    assert [name for name, _ in careers("help", "formats", "--json").data["rows"]] == [form.value for form in Format]
    codes = [int(code) for code, _ in careers("help", "exit-codes", "--json").data["rows"]]
    assert codes == [code.value for code in ExitCode]
    assert len(careers("help", "words", "--json").data["rows"]) == 8
    assert len(careers("help", "data", "--json").data["rows"]) >= 5
    wrong = careers("help", "formts")
    assert wrong.code == 2
    assert "did you mean `formats`?" in wrong.err
    assert "Topics: " in careers("help", "qqqqqqqq").err


def test_each_variable_of_the_help_is_heeded_somewhere() -> None:
    source = Path(help_words.__file__).parent.parent
    text = "".join(path.read_text("utf-8") for path in source.rglob("*.py") if path.name != "help_words.py")
    for names in help_words.environment_words(Say("en")):
        for name in names.split(", "):
            assert f'"{name}"' in text or name.startswith("XDG_"), name


# the editor


def test_a_new_guide_is_opened_in_the_editor(careers: Run, home: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f'#!/bin/sh\necho "$@" > "{tmp_path}/opened"\n')
    editor.chmod(0o755)
    assert careers("new", "Bee keeper", "--edit", EDITOR=f"{editor} -w").code == 0
    folder = home / "config/careers/roles/bee-keeper"
    assert (tmp_path / "opened").read_text().split() == ["-w", str(folder / "facts.yaml"), str(folder / "en.yaml")]
    assert careers("new", "Falconer", "--edit").code == 2
    assert not (home / "config/careers/roles/falconer").exists()
    done = careers("new", "Falconer", "--edit", VISUAL="nosucheditor")
    assert done.code == 7
    assert (home / "config/careers/roles/falconer").exists()
