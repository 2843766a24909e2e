"""What people type finds what they mean, and every verb resolves names as `search` ranks them."""

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.compiler.load import load_file
from careercli.compiler.sayings import Several, SubjectEntry
from careercli.compiler.schema import Slug
from careercli.compiler.titles import stored_wordings
from careercli.core.text.corrections import HEAD, NAME, Known, find_corrections
from careercli.core.text.languages import Lang
from careercli.core.text.spelling import count_slips
from careercli.core.text.wording import Wording, Wordings, read_query
from careercli.errors import NotFoundError
from careercli.files.strict_yaml import load_yaml
from careercli.library.catalogue import Catalogue
from careercli.library.search import Answer
from careercli.locale import languages
from tests.conftest import ROOT, Run
from tests.judging import ADVICE, read_list

DATA = ROOT / "data"
JUDGED = ROOT / "tests/judged"


@pytest.fixture(scope="session")
def wordings(catalogue: Catalogue) -> Wordings:
    """How each language reads words, as it is compiled."""
    return stored_wordings(catalogue.connection)


def answer(catalogue: Catalogue, text: str, lang: Lang = "en") -> Answer:
    return catalogue.search(lang).answer(text)


def listed(catalogue: Catalogue, name: str, lang: Lang) -> list[str]:
    """The careers that are named where a name does not open one."""
    with pytest.raises(NotFoundError) as raised:
        catalogue.resolve_career(name, lang)
    return list(raised.value.near)


def ids(catalogue: Catalogue, text: str, lang: Lang = "en") -> list[str]:
    return [career.id for career in answer(catalogue, text, lang).careers]


# how words are read


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "How to become a nurse?", "nurse"),
        ("en", "jobs for people who like animals", "animals"),
        ("en", "salary of a plumber", "plumber"),
        ("en", "career in marketing", "marketing"),
        ("fr", "métiers de l'IA", "ia"),
        ("fr", "Devenir infirmière", "infirmiere"),
        ("fr", "combien gagne un notaire", "notaire"),
        ("fr", "fiche métier aide-soignant", "aide soignant"),
        ("en", "prof des écoles", "prof des ecoles"),
        ("fr", "chef d'entreprise", "chef d entreprise"),
    ],
)
def test_what_frames_a_wish_is_taken_off(wordings: Wordings, lang: Lang, text: str, name: str) -> None:
    assert name in read_query(text, wordings, lang).names


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("infirmier·ère", ("infirmier",)),
        ("infirmier.ère.s", ("infirmier",)),
        ("infirmier(e)s", ("infirmier",)),
        ("infirmier/infirmière", ("infirmier",)),
        ("infirmières et infirmiers", ("infirmieres",)),
        ("coiffeur/euse", ("coiffeur",)),
        ("avocat(e)", ("avocat",)),
        ("étudiant-e-s", ("etudiant",)),
        ("porte-à-porte", ("porte",)),
        ("node.js", ("node", "js")),
    ],
)
def test_both_forms_are_one_word(wordings: Wordings, text: str, words: tuple[str, ...]) -> None:
    assert read_query(text, wordings, "fr").words == words


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "infirmier infirmière infirmiers infirmières"),
        ("fr", "coiffeur coiffeuse coiffeuses"),
        ("fr", "directeur directrice"),
        ("fr", "technicien technicienne"),
        ("fr", "animal animaux"),
        ("fr", "agent agente agents"),
        ("en", "nurse nurses"),
        ("en", "secretary secretaries"),
        ("en", "policeman policemen policewoman"),
        ("en", "boss bosses"),
    ],
)
def test_number_and_gender_fold(wordings: Wordings, lang: Lang, words: str) -> None:
    plain = [read_query(word, wordings, lang).words[0] for word in words.split()]
    assert len({wordings[lang].form(word) for word in plain}) == 1


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "boulanger boulangerie"),
        ("fr", "coiffeur coiffure"),
        ("fr", "menuisier menuiserie"),
        ("fr", "journaliste journalisme"),
        ("en", "baker bake baking"),
        ("en", "welder welding"),
        ("en", "photographer photography"),
        ("en", "chemist chemistry"),
    ],
)
def test_a_trade_and_what_it_does_are_one_family(wordings: Wordings, lang: Lang, words: str) -> None:
    assert len({wordings[lang].root(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("lang", "title", "head"),
    [
        ("en", "Registered Nurse", "nurse"),
        ("en", "Director of Nursing", "director"),
        ("en", "Teachers, Kindergarten", "teachers"),
        ("en", "Nurse (RN)", "nurse"),
        ("fr", "Infirmier scolaire", "infirmier"),
        ("fr", "Le chef de rang", "chef"),
    ],
)
def test_the_head_of_a_title_says_what_it_is(wordings: Wordings, lang: Lang, title: str, head: str) -> None:
    words = re.findall(r"\w+", title.lower())
    assert words[wordings[lang].head_of(title)] == head


@pytest.mark.parametrize(
    "text", ["anything but sales", "not sales", "except teaching", "sauf vente", "tout sauf la vente"]
)
def test_who_only_says_what_it_should_not_be_is_told_so(careers: Run, text: str) -> None:
    assert "only says what it should not be" in careers("search", text).out


@pytest.mark.parametrize(("text", "found"), [("no-code", "Software Developers"), ("sans-abri", "Social and Human")])
def test_a_no_that_is_a_part_of_a_word_refuses_nothing(careers: Run, text: str, found: str) -> None:
    assert found in careers("search", text).out


def test_a_language_without_rules_reads_words_plainly() -> None:
    query = read_query("Krankenpfleger", {"de": Wording()}, "de")
    assert (query.names, query.words) == (("krankenpfleger",), ("krankenpfleger",))


@given(st.text(), st.text())
def test_slips_are_counted_alike_both_ways(one: str, other: str) -> None:
    assert count_slips(one, other, 3) == count_slips(other, one, 3) <= 4
    assert (count_slips(one, other, 0) == 0) == (one == other)


@pytest.mark.parametrize(
    ("word", "meant"),
    [("nrse", "nurse"), ("nures", "nurse"), ("norse", "nurse"), ("purse", None), ("nurs", "nurse"), ("burse", None)],
)
def test_a_short_word_is_mended_by_a_light_slip_alone(word: str, meant: str | None) -> None:
    assert find_corrections(word, [Known("nurse", NAME, 30, "nurse")], word) == ([meant] if meant else [])


@pytest.mark.parametrize(
    ("lang", "word", "other", "mended"),
    [
        ("en", "nurde", "nurse", True),
        ("en", "nurle", "nurse", False),
        ("fr", "bamquier", "banquier", True),
        ("en", "coook", "cook", True),
        ("en", "ploomer", "plumber", True),
        ("fr", "enfirmiere", "infirmiere", True),
        ("en", "lectrician", "electrician", True),
    ],
)
def test_sounds_keys_and_first_letters_are_mended(
    wordings: Wordings, lang: Lang, word: str, other: str, mended: bool
) -> None:
    rules = wordings[lang]
    near = find_corrections(
        word, [Known(other, NAME, 30, rules.sound(other))], rules.sound(word), rules.confused(), alone=True
    )
    assert near == ([other] if mended else [])


@pytest.mark.parametrize(("word", "other"), [("primark", "primary"), ("clemant", "cement"), ("marluche", "marche")])
def test_a_word_alone_is_a_misspelt_trade_sooner_than_another_word(word: str, other: str) -> None:
    assert find_corrections(word, [Known(other, 1, 30, other)], word, alone=False) in ([other], [])
    assert find_corrections(word, [Known(other, 1, 30, other)], word, alone=True) == []
    assert find_corrections("primay", [Known("primary", HEAD, 30, "primary")], "primay", alone=True) == ["primary"]


# what comes first


@pytest.mark.parametrize(
    ("lang", "text", "first"),
    [
        ("fr", "commercial", "41-4012.00"),
        ("en", "nurse", "29-1141.00"),
        ("fr", "développeur·euse", "software-developer"),
        ("en", "data scientist", "data-scientist"),
        ("en", "welding", "51-4121.00"),
        ("en", "fix engines", "49-3023.00"),
        ("fr", "tatouage", "27-1019.00"),
        ("en", "soft ware developer", "software-developer"),
        ("en", "datascientist", "data-scientist"),
        ("fr", "agent immo", "41-9022.00"),
        ("fr", "plombié", "47-2152.00"),
        ("en", "nurce", "29-1141.00"),
        ("en", "infirmire", "29-1141.00"),
        ("fr", "caissié", "41-2011.00"),
        ("fr", "wedding planneur", "13-1121.00"),
        ("fr", "electro technicien", "17-3023.00"),
    ],
)
def test_what_is_meant_comes_first(catalogue: Catalogue, lang: Lang, text: str, first: str) -> None:
    assert ids(catalogue, text, lang)[0] == first


@pytest.mark.parametrize("text", ["ikea", "primark", "ding dang dong", "la la la", "barack obema", "whitehead"])
def test_no_word_that_is_near_or_beside_answers_nonsense(catalogue: Catalogue, text: str) -> None:
    assert not ids(catalogue, text)


def test_titles_that_hold_a_word_as_head_come_first(catalogue: Catalogue) -> None:
    first = ids(catalogue, "nurse")[:10]
    assert {"29-1141.00", "29-1141.01", "29-1141.03", "29-1171.00", "29-2061.00"} <= set(first)
    assert {"15-1211.01", "39-9011.00"}.isdisjoint(first)


def test_what_gathers_the_rest_comes_last(catalogue: Catalogue) -> None:
    surgeons = ids(catalogue, "chirurgien", "fr")
    assert surgeons.index("29-1249.00") > max(surgeons.index("29-1242.00"), surgeons.index("29-1243.00"))


def test_what_a_title_leaves_out_does_not_find_it(catalogue: Catalogue) -> None:
    first = ids(catalogue, "special education")[:8]
    assert first[0] == "25-2056.00"
    assert {"25-2021.00", "25-2011.00", "25-2012.00"}.isdisjoint(first)


def test_words_of_no_trade_are_left_out_and_named(careers: Run) -> None:
    done = careers("search", "zorglub infirmière", "--lang", "fr", "--json")
    assert done.data[0]["id"] == "29-1141.00"
    assert done.document["notes"] == ["Laissé de côté, car cela ne nomme rien ici\u00a0: `zorglub`."]


def test_a_correction_is_close_and_said_as_we_write_it(careers: Run) -> None:
    done = careers("search", "medcin", "--lang", "fr")
    assert done.err.startswith("`medcin` est pris pour `médecin`.\n")
    assert "Médecin généraliste" in done.out


@pytest.mark.parametrize("text", ["Kevin", "Tyler Durden", "Jean Dupont", "12345", "???", "of the and", "a b"])
def test_names_of_people_and_empty_words_find_nothing(catalogue: Catalogue, text: str) -> None:
    assert answer(catalogue, text).careers == ()


@pytest.mark.parametrize(
    ("text", "lang", "kept", "gone"),
    [
        ("I hate maths but love drawing", "en", "drawing", "maths"),
        ("je veux travailler dehors et pas dans un bureau", "fr", "outdoors", "office"),
        ("a job with no degree", "en", "no-degree", ""),
    ],
)
def test_what_a_wish_says_no_to_is_not_looked_for(
    catalogue: Catalogue, text: str, lang: Lang, kept: str, gone: str
) -> None:
    about = answer(catalogue, text, lang).about
    assert kept in about
    assert gone not in about


def test_two_subjects_bring_what_is_about_both_first(catalogue: Catalogue) -> None:
    both = answer(catalogue, "maths and drawing")
    assert set(both.about) == {"maths", "drawing"}
    alone = {id_: ids(catalogue, id_) for id_ in both.about}
    shared = set.intersection(*(set(found[:25]) for found in alone.values()))
    assert all(career.id in shared for career in both.careers[: len(shared)]) or not shared


# what a search says


def test_how_many_of_all_are_shown_and_how_many_are_wanted(careers: Run) -> None:
    document = careers("search", "nurse", "--json").document
    assert len(document["data"]) == 10 < document["total"]
    done = careers("search", "nurse", "-n", "3")
    assert done.out.startswith(f"{document['total']} careers for “nurse”\n")
    assert len(re.findall(r" Nurses .*\$[\d,]+ +[A-Z].*$", done.out, flags=re.MULTILINE)) == 3
    assert "The first 3. " in done.out
    (_, every) = careers("search", "nurse", "-n", "3", "--json").document["actions"]
    assert every["command"] == f"careers search nurse -n {document['total']}"
    french = careers("search", "nurse", "-n", "3", "--lang", "fr").out
    assert re.match(r"\d+ métiers pour «\u00a0nurse\u00a0»\n", french)


def test_only_guides_or_only_occupations(careers: Run) -> None:
    for kind, wanted in (("guide", "role"), ("occupation", "occupation")):
        document = careers("search", "data engineer", "--kind", kind, "--json").document
        assert {hit["kind"] for hit in document["data"]} == {wanted}
        assert document["total"] >= len(document["data"])


def test_passages_stand_under_their_guide(careers: Run) -> None:
    guides = careers("search", "explainability", "--kind", "guide", "--json").data
    assert len({hit["id"] for hit in guides}) == len(guides)
    first = guides[0]
    assert (first["section"], first["snippet"]) == (first["passages"][0]["section"], first["passages"][0]["snippet"])
    out = careers("search", "explainability", "--kind", "guide").out
    opened = first["opens"]
    assert out.index(f'careers show "{opened}"') < out.index(first["passages"][0]["title"])


@pytest.mark.parametrize(("text", "lang"), [("work with animals", "en"), ("travailler avec les animaux", "fr")])
def test_a_subject_is_said_above_its_hits(careers: Run, text: str, lang: str) -> None:
    done = careers("search", text, "--lang", lang)
    title, _, about, *_ = done.out.splitlines()
    assert text in title
    assert ("Animals" if lang == "en" else "Animaux") in about
    assert careers("search", text, "--lang", lang, "--json").document["about"]


@pytest.mark.parametrize(("text", "lang"), [("I don't know what to do", "en"), ("je ne sais pas quoi faire", "fr")])
def test_who_does_not_know_is_led_to_the_quiz(careers: Run, text: str, lang: str) -> None:
    document = careers("search", text, "--lang", lang, "--json").document
    assert (document["data"], document["total"]) == ([], 0)
    assert [action["id"] for action in document["actions"]] == [ADVICE]
    assert "`careers quiz`" in careers("search", text, "--lang", lang).out


def test_a_trade_elsewhere_is_marked_as_only_near(careers: Run) -> None:
    first = careers("search", "notaire", "--lang", "fr", "--json").data[0]
    assert (first["id"], first["nearest"]) == ("23-1011.00", True)
    assert "le plus proche de «\u00a0notaire\u00a0»" in careers("search", "notaire", "--lang", "fr").out
    assert careers("search", "avocat", "--lang", "fr", "--json").data[0]["nearest"] is False


def test_on_a_terminal_a_find_can_be_opened(careers: Run) -> None:
    opened = careers("search", "nurse", answers=["29-1171.00"])
    assert opened.code == 0
    assert opened.asked == ("Open one?",)
    assert "NURSE PRACTITIONERS" in opened.screen.upper()
    assert "29-1171" in opened.screen.partition("Open")[0] or "JOB ZONE" in opened.screen.upper()


@pytest.mark.parametrize(("width", "first"), [(80, r"^1  Registered Nurses +\S+ +6"), (40, r"^1 Registered Nurses$")])
def test_a_find_is_opened_by_the_digit_before_its_row(careers: Run, width: int, first: str) -> None:
    asked = careers("search", "registered nurse", answers=[""], width=width)
    assert re.search(first, asked.screen, re.MULTILINE)
    assert not re.search("^(10|1 0) ", asked.screen, re.MULTILINE), "there is no such key"
    listed = careers("search", "registered nurse", "--no-input", terminal=True, width=width)
    assert not re.search(first, listed.screen, re.MULTILINE), "nobody chooses"


@pytest.mark.parametrize("answers", [[""], []])
def test_to_open_none_is_no_error(careers: Run, answers: list[str]) -> None:
    done = careers("search", "nurse", answers=answers)
    assert (done.code, done.asked) == (0, ("Open one?",))


@pytest.mark.parametrize("more", [["--no-input"], ["--json"], ["--format", "plain"]])
def test_nobody_is_asked_who_does_not_want_to_be(careers: Run, more: list[str]) -> None:
    assert careers("search", "nurse", *more, answers=[]).asked == ()


# what a name means


@pytest.mark.parametrize(
    ("lang", "name", "id_"),
    [
        ("fr", "les infirmières", "29-1141.00"),
        ("fr", "infirmier·ère", "29-1141.00"),
        ("fr", "devenir infirmière", "29-1141.00"),
        ("fr", "métier de boulanger", "51-3011.00"),
        ("en", "plumbers", "47-2152.00"),
        ("en", "how to become a plumber", "47-2152.00"),
        ("fr", "ingénieurs civils", "17-2051.00"),
        ("en", "ingénieure civile", "17-2051.00"),
        ("fr", "data analyst", "data-analyst"),
        ("fr", "15-2051", "15-2051.00"),
    ],
)
def test_a_name_in_any_form_opens(catalogue: Catalogue, lang: Lang, name: str, id_: str) -> None:
    assert catalogue.resolve_career(name, lang).id == id_


@pytest.mark.parametrize(
    ("lang", "name", "kind", "first"),
    [
        ("fr", "médecin", "title", "29-1215.00"),
        ("en", "teacher", "title", "25-2021.00"),
        ("fr", "medcin", "career", "29-1215.00"),
        ("en", "electritian", "career", "47-2111.00"),
        ("en", "work with animals", "career", "29-1131.00"),
        ("fr", "zorglub infirmière", "career", "29-1141.00"),
    ],
)
def test_several_or_a_correction_are_listed(catalogue: Catalogue, lang: Lang, name: str, kind: str, first: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        catalogue.resolve_career(name, lang)
    assert (raised.value.kind, raised.value.near[0]) == (kind, first)
    assert set(raised.value.labels) == set(raised.value.near)


@pytest.mark.long
@pytest.mark.parametrize("lang", languages())
def test_show_opens_or_lists_what_search_puts_first(catalogue: Catalogue, lang: Lang) -> None:
    for judged in read_list(JUDGED / f"{lang}.csv"):
        try:
            first = [catalogue.resolve_career(judged.query, lang).id]
        except NotFoundError as error:
            first = list(error.near[:1])
        assert first == ids(catalogue, judged.query, lang)[:1], judged


def test_of_several_one_is_chosen_on_a_terminal(careers: Run) -> None:
    done = careers("show", "médecin", "--lang", "fr", answers=["29-1215.00"])
    assert done.code == 0
    assert done.asked == ("Médecin peut désigner plusieurs métiers. Lequel est-ce\u202f?",)
    assert "généraliste" in done.screen
    assert careers("show", "médecin", "--lang", "fr", answers=["none"]).code == 3
    assert careers("compare", "teacher", "nurse", answers=["25-2021.00"]).code == 0


def test_an_exact_name_pays_nothing_for_what_is_near(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    rows: Callable[..., Any] = catalogue.rows

    def counted(query: str, values: tuple[Any, ...] = ()) -> Any:
        asked.append(query)
        return rows(query, values)

    monkeypatch.setattr(catalogue, "rows", counted)
    assert catalogue.resolve_career("registered nurse", "en").id == "29-1141.00"
    assert len(asked) <= 5
    assert not any("MATCH" in query or "term" in query for query in asked)


# command lines that say what was meant


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["infirmière", "--lang", "fr"], "infirmière"),
        (["prof", "des", "écoles", "--lang", "fr"], "'prof des écoles'"),
        (["show", "prof", "des", "écoles", "--lang", "fr"], "'prof des écoles'"),
        (["vet", "--brief"], "vet"),
        (["data-analyst", "--brief"], "data-analyst"),
    ],
)
def test_a_career_without_a_verb_or_quotes_is_shown_and_said(careers: Run, arguments: list[str], read: str) -> None:
    done = careers(*arguments, "--json")
    assert done.code == 0
    assert done.document["command"] == "show"
    assert done.err.splitlines()[0].endswith(f" `careers show {read}`.")


@pytest.mark.parametrize(
    ("arguments", "read"),
    [
        (["salary", "data", "scientist", "electricians"], "salary 'data scientist' electricians"),
        (["compare", "police", "officer", "nurse"], "compare 'police officer' nurse"),
        (["quiz", "truck", "driver", "--items"], "quiz 'truck driver'"),
    ],
)
def test_names_of_several_words_need_no_quotes(careers: Run, arguments: list[str], read: str) -> None:
    done = careers(*arguments, "--json")
    assert done.code == 0, done.err
    assert done.err.startswith(f"Read as `careers {read}`.\n")


@pytest.mark.parametrize(
    ("word", "verb"), [("shwo", "show"), ("lsit", "list"), ("serch", "search"), ("comparison", "compare")]
)
def test_a_verb_that_is_near_comes_before_a_career(careers: Run, word: str, verb: str) -> None:
    done = careers(word, "nurse")
    assert done.code == 2
    assert f"did you mean `{verb}`?" in done.err


def test_what_is_neither_verb_nor_career_is_told(careers: Run) -> None:
    done = careers("blorft")
    assert done.code == 2
    assert "no career or command is called `blorft`" in done.err
    several = careers("médecin", "--lang", "fr")
    assert several.code == 3
    assert "careers show 29-1215.00" in several.err


# lists about a subject


@pytest.mark.parametrize(("about", "lang"), [("animals", "en"), ("les animaux", "fr"), ("animaux", "en")])
def test_a_list_is_about_a_subject_in_our_order(careers: Run, about: str, lang: str) -> None:
    done = careers("list", "--about", about, "--lang", lang, "--json")
    assert [card["id"] for card in done.data[:2]] == ["29-1131.00", "29-2056.00"]
    assert ("Animals" if lang == "en" else "Animaux") in done.document["notes"][0]


def test_a_list_about_a_subject_is_filtered_and_sorted_like_others(careers: Run) -> None:
    paid = careers("list", "--about", "animals", "--sort", "pay", "--min-stars", "3", "--json").data
    medians = [card["median"] for card in paid]
    assert medians == sorted(medians, reverse=True)
    assert min(card["stars"] for card in paid) >= 3


def test_an_unknown_subject_is_not_found(careers: Run) -> None:
    assert "`Cooking and food`" in careers("list", "--about", "coking").err
    done = careers("list", "--about", "zorglub")
    assert done.code == 3
    assert "no subject is called `zorglub`" in done.err


# the files


def known_careers() -> set[str]:
    roles = {path.name for path in (DATA / "roles").iterdir()}
    lines = (DATA / "occupations/occupations.csv").read_text("utf-8").splitlines()[1:]
    return roles | {line.split(",")[0] for line in lines}


def test_our_words_have_the_right_shape() -> None:
    for name, shape in (
        ("search", dict[str, Wording]),
        ("several", Several),
        ("tools", Several),
        ("tasks", dict[str, dict[str, tuple[str, ...]]]),
        ("subjects", dict[Slug, SubjectEntry]),
    ):
        value, _, problems = load_file(DATA / f"{name}.yaml", shape)
        assert value, name
        assert [str(problem) for problem in problems] == []


def test_our_words_lead_to_careers_that_are_there() -> None:
    known = known_careers()
    subjects: Any = load_yaml(DATA / "subjects.yaml").value
    assert len(subjects) >= 60
    for id_, subject in subjects.items():
        assert set(subject["careers"]) <= known, id_
        assert set(subject["names"]) == set(languages()), id_
        assert all(any(code.startswith(group) for code in known) for group in subject.get("groups", ())), id_
    for name in ("several", "tools"):
        words: Any = load_yaml(DATA / f"{name}.yaml").value
        assert all(set(careers) <= known for by_word in words.values() for careers in by_word.values()), name
    tasks: Any = load_yaml(DATA / "tasks.yaml").value
    assert set(tasks) <= known


def test_a_wrong_file_of_words_is_told(tmp_path: Path) -> None:
    path = tmp_path / "search.yaml"
    path.write_text("en: {head: middle, skiped: [a], forms: [{s: 1}]}\n", "utf-8")
    _, _, problems = load_file(path, dict[str, Wording])
    assert {problem.field for problem in problems} == {"en.head", "en.skiped", "en.forms.0.s"}


def test_titles_are_numbered_by_how_much_they_say(catalogue: Catalogue) -> None:
    rows = catalogue.rows("SELECT kind, length(key) - length(replace(key, ' ', '')) FROM title ORDER BY num", ())
    assert rows == sorted(rows)
    with pytest.raises(sqlite3.OperationalError):
        catalogue.connection.execute("SELECT * FROM near")


def test_the_envelope_of_a_search_says_how_much_there_is(careers: Run) -> None:
    document = json.loads(careers("search", "design", "--json").out)
    assert document["total"] > 10
    assert document["about"] == ["Design and decoration"]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_what_is_found_stands_with_its_stars_and_pay_as_in_the_lists(careers: Run, lang: str) -> None:
    found = {hit["id"]: hit for hit in careers("search", "data", "-n", "40", "--json", lang=lang).data}
    guides = {card["id"]: card for card in careers("list", "--json", lang=lang).data}
    atlas = {card["id"]: card for card in careers("list", "--all", "--json", lang=lang).data}
    assert found.keys() & guides.keys()
    for id_, hit in found.items():
        if id_ in guides:
            assert (hit["stars"], hit["pay"]) == (guides[id_]["stars"], guides[id_]["pay"])
        else:
            money = hit["pay"] and hit["pay"]["low"]
            assert (hit["stars"], money) == (atlas[id_]["stars"], atlas[id_]["median"])


#: Words that the British and the Americans spell differently.
SPELLED = {
    "organiser": "organizer",
    "organisation": "organization",
    "labour": "labor",
    "labourer": "laborer",
    "programme": "program",
    "jewellery": "jewelry",
    "jeweller": "jeweler",
    "centre": "center",
    "theatre": "theater",
    "tyre": "tire",
    "defence": "defense",
    "behaviour": "behavior",
    "counselling": "counseling",
    "counsellor": "counselor",
    "traveller": "traveler",
    "catalogue": "catalog",
    "aluminium": "aluminum",
    "paediatrician": "pediatrician",
    "gynaecologist": "gynecologist",
    "orthopaedic": "orthopedic",
    "anaesthetist": "anesthetist",
    "fibre": "fiber",
    "mould": "mold",
    "moulder": "molder",
    "modelling": "modeling",
    "enrolment": "enrollment",
    "harbour": "harbor",
    "armour": "armor",
    "plough": "plow",
    "cheque": "check",
    "draughtsman": "draftsman",
    "sulphur": "sulfur",
    "fertiliser": "fertilizer",
    "labelling": "labeling",
    "digitisation": "digitization",
    "colour": "color",
    "licence": "license",
}


@pytest.mark.parametrize("word", SPELLED)
def test_british_and_american_spellings_find_the_same(careers: Run, word: str) -> None:
    british, american = (careers("search", spelled, "--json", lang="en") for spelled in (word, SPELLED[word]))
    assert british.data
    ours, theirs = ({hit["id"] for hit in done.data} for done in (british, american))
    assert len(ours & theirs) >= 0.6 * min(len(ours), len(theirs))
    assert not [note for note in british.document["notes"] if "taken for" in note]
    assert 0.6 <= british.document["total"] / american.document["total"] <= 1.6


@pytest.mark.parametrize(
    ("lang", "words", "topic"),
    [
        ("fr", "reconversion", "reconversion"),
        ("fr", "bilan de compétences", "reconversion"),
        ("fr", "changer de métier", "reconversion"),
        ("fr", "qui paie ma formation", "reconversion"),
        ("fr", "comment financer ma formation", "reconversion"),
        ("en", "career change", "paying-for-a-change"),
        ("en", "who pays for my training", "paying-for-a-change"),
        ("en", "I am 50 and want to change careers", "paying-for-a-change"),
        ("en", "too old to start again", "paying-for-a-change"),
        ("fr", "j’ai 50 ans et je veux me reconvertir", "reconversion"),
        ("fr", "je veux changer de métier à 45 ans", "reconversion"),
    ],
)
def test_who_wants_another_career_hears_who_pays_for_it(careers: Run, lang: str, words: str, topic: str) -> None:
    found = careers("search", words, lang=lang)
    assert f"`careers topic {topic}`" in found.out
    assert "Nobody has to know yet" not in found.out
    actions = careers("search", words, "--json", lang=lang).document["actions"]
    assert [action["command"] for action in actions] == [f"careers topic {topic}", "careers quiz"]
    assert careers("topic", topic, lang=lang).code == 0


@pytest.mark.parametrize(
    ("lang", "words", "topics"),
    [
        ("fr", "licenciement", ("licenciement", "reconversion")),
        ("fr", "chômage", ("licenciement", "reconversion")),
        ("fr", "j’ai perdu mon emploi", ("licenciement", "reconversion")),
        ("fr", "licenciement économique", ("licenciement", "reconversion")),
        ("fr", "combien je toucherai si je suis licencié", ("licenciement", "reconversion")),
        ("fr", "comment retrouver un emploi", ("licenciement", "reconversion")),
        ("fr", "licenciée à 50 ans", ("licenciement", "reconversion")),
        ("en", "how do I find a job again", ("after-a-layoff", "paying-for-a-change")),
        ("en", "laid off", ("after-a-layoff", "paying-for-a-change")),
        ("en", "I lost my job", ("after-a-layoff", "paying-for-a-change")),
        ("en", "made redundant", ("after-a-layoff", "paying-for-a-change")),
    ],
)
def test_who_lost_a_job_hears_first_what_to_do(careers: Run, lang: str, words: str, topics: tuple[str, ...]) -> None:
    found = careers("search", words, lang=lang)
    assert re.findall(r"`careers topic ([\w-]+)`", found.out) == list(topics)
    actions = careers("search", words, "--json", lang=lang).document["actions"]
    assert [action["command"] for action in actions] == [*(f"careers topic {word}" for word in topics), "careers quiz"]
    assert careers("topic", topics[0], "--json", lang=lang).data["id"] == "after-a-layoff"


def test_a_word_for_several_careers_names_none_of_them(careers: Run) -> None:
    found = careers("search", "soignant", lang="fr").out
    assert "Médecin généraliste" in found
    assert "(soignante)" not in found
