"""`careers quiz`, as it is used."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, Run
from tests.terminal import Screen

ROLES = sorted(path.name for path in (ROOT / "data/roles").iterdir())


def items(careers: Run, role: str = "ai-specialist") -> list[dict[str, str]]:
    listed: list[dict[str, str]] = json.loads(careers("quiz", role, "--items", "--json").out)["data"]["items"]
    return listed


def answer_file(tmp_path: Path, answers: dict[str, int]) -> str:
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump({"version": 1, "answers": answers}))
    return str(path)


@pytest.mark.parametrize("role", ["ai-specialist", "ai-engineer"])
def test_the_items_are_mixed_and_have_directions(careers: Run, role: str) -> None:
    listed = items(careers, role)
    assert sum(item["direction"] == "for" for item in listed) >= 6
    assert sum(item["direction"] == "against" for item in listed) >= 6
    directions = [item["direction"] for item in listed]
    assert directions[:2] in (["for", "against"], ["against", "for"])
    assert all(item["trait"] for item in listed)


def test_agreement_with_all_that_speaks_for_it_fits_wholly(careers: Run, tmp_path: Path) -> None:
    answers = {item["id"]: 5 if item["direction"] == "for" else 1 for item in items(careers)}
    data = json.loads(careers("quiz", "ai-specialist", "--answers", answer_file(tmp_path, answers), "--json").out)[
        "data"
    ]
    assert data["mode"] == "career"
    assert data["fit"] == pytest.approx(1)
    assert data["band"] == "strong"
    assert data["reasons_for"]
    assert data["reasons_against"] == []
    assert sum(data["parts"].values()) == pytest.approx(data["fit"], abs=1e-4)


def test_the_opposite_fits_not_at_all_and_says_what_would_change_it(careers: Run, tmp_path: Path) -> None:
    answers = {item["id"]: 1 if item["direction"] == "for" else 5 for item in items(careers)}
    data = json.loads(careers("quiz", "ai-specialist", "--answers", answer_file(tmp_path, answers), "--json").out)[
        "data"
    ]
    assert data["fit"] == pytest.approx(0)
    assert len(data["reasons_against"]) == 3
    assert all(change["fit"] > 0 for change in data["what_if"])
    assert data["related"]


@pytest.mark.parametrize("answer", [1, 3, 5])
def test_flat_answers_get_no_verdict(careers: Run, tmp_path: Path, answer: int) -> None:
    answers = {item["id"]: answer for item in items(careers)}
    done = careers("quiz", "ai-specialist", "--answers", answer_file(tmp_path, answers), "--json")
    assert done.code == 0
    shown = json.loads(done.out)
    assert shown["data"]["fit"] is None
    assert "same" in shown["notes"][0]


def test_too_few_answers_get_no_verdict(careers: Run, tmp_path: Path) -> None:
    listed = items(careers)
    answers = {listed[0]["id"]: 5, listed[1]["id"]: 1}
    shown = json.loads(careers("quiz", "ai-specialist", "--answers", answer_file(tmp_path, answers), "--json").out)
    assert shown["data"]["fit"] is None
    assert "few" in shown["notes"][0]


def test_answers_come_from_standard_input_as_json_too(careers: Run) -> None:
    answers = {item["id"]: 4 if item["direction"] == "for" else 2 for item in items(careers)}
    document = json.dumps({"version": 1, "answers": answers}).encode()
    done = careers("quiz", "ai-specialist", "--answers", "-", "--json", stdin=document)
    assert json.loads(done.out)["data"]["fit"] == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (b"answers: {no-such-item: 3}", "no-such-item"),
        (b"answers: {x: 6}", "answers.x"),
        (b"answers: {x: 3, x: 4}", "twice"),
        (b"version: 7\nanswers: {}", "version 7"),
        (b'{"version": 1, "answers": {"x": 3, "x": 4}}', "twice"),
        (b'{"version": 1, "version": 1, "answers": {"x": 3}}', "twice"),
        (b'{"version": 1, "answers": {"x": 3}, "answers": {"y": 3}}', "twice"),
        (b'{"version": 7, "answers": {"x": 3}}', "version 7"),
        (b'{"version": 1, "answers": {"x": 6}}', "answers.x"),
        (b'{"version": 1, "answers": {"x": 3}', "is not YAML"),
        (b"- 1", "named fields"),
        (b"\xff\xfe", "UTF-8"),
        (b"", "empty"),
    ],
)
def test_bad_answers_exit_4_and_say_where(careers: Run, document: bytes, said: str) -> None:
    done = careers("quiz", "ai-specialist", "--answers", "-", stdin=document)
    assert done.code == 4
    assert said in done.err


def test_without_a_terminal_and_answers_it_exits_6_and_says_how(careers: Run) -> None:
    done = careers("quiz", "ai-specialist")
    assert done.code == 6
    assert "--answers" in done.err
    assert careers("quiz").code == 6


def saved(home: Path) -> dict[str, dict[str, int]]:
    path = home / "data/careers/me.yaml"
    careers: dict[str, dict[str, int]] = yaml.safe_load(path.read_text())["careers"] if path.exists() else {}
    return careers


def test_questions_on_a_terminal_end_in_a_verdict_and_are_kept_for_their_owner_alone(
    careers: Run, env: dict[str, str], home: Path, tmp_path: Path
) -> None:
    listed = items(careers, "ai-engineer")
    with Screen(["quiz", "ai-engineer"], env, tmp_path, width=90) as screen:
        for n, item in enumerate(listed, 1):
            screen.read_until(f"{n} of {len(listed)}")
            screen.read_until(item["text"])
            screen.type("5" if item["direction"] == "for" else "1")
        screen.read_until("Next  ")
        assert screen.read_all() == 0
        assert "Yes, by your answers" in screen.text()
    assert saved(home)["ai-engineer"] == {i["id"]: 5 if i["direction"] == "for" else 1 for i in listed}
    assert (home / "data/careers/me.yaml").stat().st_mode & 0o077 == 0
    assert (home / "data/careers").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("key", ["\x03", "\x04", "q", "Q"], ids=["ctrl-c", "ctrl-d", "q", "Q"])
def test_a_key_that_leaves_keeps_the_answers_and_resume_goes_on(
    careers: Run, env: dict[str, str], home: Path, tmp_path: Path, key: str
) -> None:
    listed = items(careers, "ai-engineer")
    with Screen(["quiz", "ai-engineer"], env, tmp_path, width=90) as screen:
        screen.read_until("1 of 12")
        screen.type("4")
        screen.read_until("2 of 12")
        screen.type(key)
        assert screen.read_all() == 130
        assert "careers quiz ai-engineer --resume" in screen.text()
    assert saved(home)["ai-engineer"] == {listed[0]["id"]: 4}
    (first,) = careers("quiz", "ai-engineer", "--resume", answers=[]).asked
    assert first.startswith("2/12")


def test_no_save_leaves_no_trace_of_questions(careers: Run, home: Path) -> None:
    done = careers("quiz", "ai-engineer", "--no-save", answers=["4"])
    assert (done.code, len(done.asked)) == (130, 2)
    assert "nothing was kept" in done.out
    assert [path for path in home.rglob("*") if path.is_file()] == []


def test_accessible_questions_are_lines_and_the_scale_is_told_once(careers: Run) -> None:
    arguments = ["quiz", "ai-engineer", "--accessible"]
    done = careers(*arguments, lang="fr", width=90, terminal=True, stdin="b\n9\n5\n?\ns\nb\nb\n\nq\n")
    assert done.code == 130
    said = (
        "1. pas du tout moi",
        "b\u00a0: revenir",
        "1 sur 12.",
        "Numéro, puis Entrée",
        "Il n’y a rien avant.",
        "de 1 à 5, ou",
        "2 sur 12.",
        "3 sur 12.",
    )
    assert [text for text in said if text not in done.out] == []
    assert sorted(said, key=done.out.index) == list(said)
    assert done.out.count("1. pas du tout moi") == 2, "at first, and when it is asked for"
    assert done.out.count("2 sur 12.") == 3, "skipped, gone back to, and come to by Enter alone at an answer"
    assert done.out.count("Votre réponse jusqu’ici\u00a0: tout à fait moi") == 1
    assert "une réponse est gardée" in done.out
    assert "\x1b" not in done.out


def test_a_damaged_answer_file_is_told_of_before_any_question_and_not_written_over(careers: Run, home: Path) -> None:
    folder = home / "data/careers"
    folder.mkdir(parents=True)
    (folder / "me.yaml").write_text("careers: [broken")
    done = careers("quiz", "ai-engineer", answers=["4"], width=300)
    assert (done.code, done.asked) == (4, ())
    assert "me.yaml:" in done.out
    assert (folder / "me.yaml").read_text() == "careers: [broken"


# what the verdict says


def verdict(careers: Run, tmp_path: Path, role: str, answers: dict[str, int]) -> dict[str, Any]:
    done = careers("quiz", role, "--answers", answer_file(tmp_path, answers), "--json")
    assert done.code == 0, done.err
    data: dict[str, Any] = json.loads(done.out)["data"]
    return data


@pytest.mark.parametrize("role", ROLES)
def test_parts_and_limits_add_up(careers: Run, tmp_path: Path, role: str) -> None:
    answers = {item["id"]: 1 + (n * 3) % 5 for n, item in enumerate(items(careers, role))}
    data = verdict(careers, tmp_path, role, answers)
    assert sum(data["parts"].values()) == pytest.approx(data["fit"], abs=1e-4)
    assert sum(data["part_limits"].values()) == pytest.approx(1, abs=1e-4)
    assert all(0 <= part <= data["part_limits"][trait] + 1e-6 for trait, part in data["parts"].items())
    assert len(data["related"]) == 2
    for career in data["related"]:
        assert career["adds"] or career["spares"]
        assert career["id"] != role
    assert 1 <= len(data["read_next"]) <= 3
    for change in data["what_if"]:
        assert change["fit"] > data["fit"]
        redone = verdict(careers, tmp_path, role, {**answers, change["id"]: 3})
        assert redone["fit"] == pytest.approx(change["fit"], abs=1e-5)
        assert redone["band"] == change["band"]


def test_the_turn_is_the_least_that_changes_the_verdict(careers: Run, tmp_path: Path) -> None:
    answers = {item["id"]: 1 + (n * 7) % 5 for n, item in enumerate(items(careers, "ai-engineer"))}
    data = verdict(careers, tmp_path, "ai-engineer", answers)
    turn = data["turn"]
    changed = verdict(careers, tmp_path, "ai-engineer", {**answers, **dict.fromkeys(turn["ids"], 3)})
    assert changed["fit"] == pytest.approx(turn["fit"], abs=1e-5)
    assert changed["band"] == turn["band"] != data["band"]
    fewer = verdict(careers, tmp_path, "ai-engineer", {**answers, **dict.fromkeys(turn["ids"][:-1], 3)})
    assert fewer["band"] == data["band"]


def test_what_is_shown_adds_up(careers: Run, tmp_path: Path) -> None:
    answers = {item["id"]: 1 + (n * 3) % 5 for n, item in enumerate(items(careers, "ai-specialist"))}
    out = careers("quiz", "ai-specialist", "--answers", answer_file(tmp_path, answers), "--explain").out
    rows = re.findall(r"^(?!Points)(.+): ([0-9.]+) of ([0-9]+)(?:: ([0-9.]+))?$", out, re.MULTILINE)
    *parts, (_, points, most, fit) = rows
    assert sum(float(part) for _, part, _, _ in parts) == pytest.approx(float(points))
    assert sum(int(limit) for _, _, limit, _ in parts) == int(most)
    assert float(points) / int(most) == pytest.approx(float(fit), abs=0.005)
    assert f"Points for it: {fit} of 1\n" in out


@pytest.mark.parametrize(("lang", "said"), [("en", "contradict each other"), ("fr", "se contredisent")])
def test_nearly_the_same_answer_to_all_gets_no_verdict(careers: Run, tmp_path: Path, lang: str, said: str) -> None:
    listed = items(careers)
    answers = {item["id"]: 5 for item in listed} | {listed[-1]["id"]: 4}
    done = careers("quiz", "ai-specialist", "--answers", answer_file(tmp_path, answers), "--lang", lang)
    assert done.code == 0
    assert said in done.err


# an occupation without a guide


def nurse_items(careers: Run, *arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(careers("quiz", "29-1141.00", "--items", "--json", *arguments).out)[
        "data"
    ]["items"]
    return found


def test_an_occupation_asks_what_is_hard_then_interests_then_preparation(careers: Run) -> None:
    listed = nurse_items(careers, "--length", "short")
    assert [item.get("condition") for item in listed[:5]] == ["shifts", "bodies", "distress", "lifting", None]
    assert len([item for item in listed if "scale" in item]) == 12
    assert [item["zones"] for item in listed[16:]] == [[1, 2], [4, 5]]  # what says nothing of zone 4 is not asked
    assert len([item for item in nurse_items(careers) if "zones" in item]) == 4  # and may be answered in a file


def nurse_answers(careers: Run, *, willing: bool) -> dict[str, int]:
    listed = nurse_items(careers, "--length", "short")
    likes = {"R": 2, "I": 4, "A": 2, "S": 5, "E": 1, "C": 3}
    agrees = {item["id"]: 5 if 4 in item["zones"] or 5 in item["zones"] else 2 for item in listed if "zones" in item}
    said = agrees if willing else {id_: 6 - answer for id_, answer in agrees.items()}
    liked = {item["id"]: likes[item["scale"]] for item in listed if "scale" in item}
    lives = {item["id"]: 4 for item in listed if "condition" in item}
    return lives | liked | said


def test_an_occupation_is_judged_by_interests_and_job_zone(careers: Run, tmp_path: Path) -> None:
    for willing, word in ((True, "yes"), (False, "no")):
        data = verdict(careers, tmp_path, "29-1141.00", nurse_answers(careers, willing=willing))
        assert (data["mode"], data["kind"], data["job_zone"]) == ("career", "occupation", 4)
        assert data["preparation"] == word
        assert set(data["parts"]) == {"interests", "conditions", "preparation"}
        assert sum(data["parts"].values()) == pytest.approx(data["fit"], abs=1e-5)
        assert data["profile"]["S"] == 1
        assert len(data["related"]) == 2
    asked = ["quiz", "registered nurse", "--answers", answer_file(tmp_path, nurse_answers(careers, willing=True))]
    done = careers(*asked)
    assert "There is no guide yet" in done.err
    assert "Yes, by your answers" in done.out
    assert "By your answers you would train for that long." in done.out
    assert "YOUR INTERESTS AND THIS WORK" not in done.out
    explained = careers(*asked, "--explain").out
    assert "YOUR INTERESTS AND THIS WORK" in explained
    assert "Job zone: 4 of 5" in explained


def test_an_occupation_refuses_flat_answers(careers: Run, tmp_path: Path) -> None:
    answers = {item["id"]: 3 for item in nurse_items(careers, "--length", "short")}
    shown = json.loads(careers("quiz", "29-1141.00", "--answers", answer_file(tmp_path, answers), "--json").out)
    assert shown["data"]["fit"] is None
    assert "nothing can be ranked" in shown["notes"][0]


def test_an_occupation_whose_interests_are_not_rated_says_so(careers: Run) -> None:
    done = careers("quiz", "11-9199.00", "--items")
    assert done.code == 6
    assert "its interests are not rated" in done.err


@pytest.mark.parametrize(("lang", "width"), [("en", 80), ("fr", 40)])
def test_the_questions_on_an_occupation_lead_to_its_verdict(careers: Run, lang: str, width: int) -> None:
    answers = nurse_answers(careers, willing=True)
    done = careers("quiz", "29-1141.00", answers=map(str, answers.values()), lang=lang, width=width)
    assert (done.code, len(done.asked)) == (0, 18)
    assert {"en": "Getting in", "fr": "Accès"}[lang] in done.screen


def test_a_statement_on_an_occupation_is_drawn_at_forty_columns(env: dict[str, str], tmp_path: Path) -> None:
    with Screen(["quiz", "29-1141.00", "--lang", "fr"], env, tmp_path, width=40, height=60) as screen:
        for n in (1, 2):
            screen.read_until(f"{n} sur 18")
            screen.type("4")
        screen.read_until("3 sur 18")
        screen.type("\x03")
        assert screen.read_all() == 130


def test_an_own_guide_without_statements_says_so(careers: Run, own_roles: Path) -> None:
    folder = own_roles / "mine"
    folder.mkdir()
    (folder / "facts.yaml").write_text(
        "id: mine\nstatus: draft\nfamily: own\nentry: easy\nremote: rarely\nstudy_years: [0, 1]\nkey_tools: [hands]\n"
    )
    (folder / "en.yaml").write_text("name: Mine\nsummary: Mine.\ncore_focus: Mine\n")
    done = careers("quiz", "mine")
    assert done.code == 6
    assert "no statements to rate" in done.err
