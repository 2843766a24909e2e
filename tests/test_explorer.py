"""`careers` alone: every page of a verb, a menu under each, by keyboard and read aloud."""

import random
import re
import termios
import time
from pathlib import Path

import pytest

from careercli.cli.verbs import VERBS
from careercli.explorer import menu
from careercli.explorer.pages import LETTERS
from careercli.library.catalogue import Catalogue
from careercli.locale import Say
from careercli.locale.help_words import key_words
from careercli.prompts.keys import KEYS, SCALE_KEY
from careercli.prompts.press import draw_menu
from careercli.prompts.scripted import ScriptedPrompter
from careercli.usecases.asking import Keys
from careercli.usecases.drawing import propose_career
from tests.conftest import TODAY, Run, make_runtime, written
from tests.terminal import Screen

pytestmark = pytest.mark.waiting


def test_without_a_terminal_the_help_comes_as_before(careers: Run) -> None:
    assert "Usage: careers [OPTIONS] VERB" in careers().out
    assert "Usage: careers [OPTIONS] VERB" in careers("--no-input", terminal=True).out


def test_it_is_left_by_q(careers: Run) -> None:
    done = careers(answers=["q"])
    assert (done.code, done.asked) == (0, ("Home",))
    assert "1,016 careers, offline" in done.out


def test_ctrl_c_leaves_at_once(careers: Run) -> None:
    assert careers(answers=[]).code == 130


def test_from_home_to_a_section_of_a_guide_and_back(careers: Run) -> None:
    done = careers(answers=["1", "ai specialist", "2", "3", "b", "b", "q"])
    assert done.code == 0, done.out
    where = ["Home", "Search", "Home › AI specialist"]
    assert list(done.asked[:3]) == where
    assert done.asked[3].startswith("Home › AI specialist › ")
    assert done.asked[4] != done.asked[3], "from section to section"
    assert list(done.asked[5:]) == ["Home › AI specialist", "Home"]
    assert done.screen.count("\nAI specialist") == 4, "the guide, two sections, and the guide again"


@pytest.mark.parametrize(
    ("career", "titles"), [("ai engineer", ["AI engineer", "Salary"]), ("registered nurse", ["Nurses"])]
)
def test_a_digit_opens_the_section_of_its_number_on_every_page(careers: Run, career: str, titles: list[str]) -> None:
    done = careers(answers=["1", career, "2", "3", "2", "b", "q"])
    assert done.code == 0, done.out
    opened = re.findall(r"^(\d+)  \S", done.screen, re.MULTILINE)
    assert opened == ["2", "3", "2"], (opened, titles)


def test_home_is_a_key_away_from_everywhere(careers: Run) -> None:
    done = careers(answers=["1", "ai specialist", "2", "3", "h", "2", "s", "h", "q"])
    assert done.code == 0, done.out
    assert done.asked[5] == done.asked[8] == "Home"
    with pytest.raises(AssertionError, match="beginning"):
        careers(answers=["h"])


@pytest.mark.parametrize("career", ["ai engineer", "registered nurse"])
def test_pay_in_a_place_and_what_a_pay_means_are_a_key_away(careers: Run, career: str) -> None:
    done = careers(answers=["/", career, "l", "columb", "b", "e", "45k", "q"])
    assert done.code == 0, done.out
    assert "Which state or city (US)?" in done.asked
    assert "Columbus, OH" in done.screen
    assert "$45,000" in done.screen
    assert done.asked[-1].endswith("What does my pay mean?")


def test_pay_in_a_place_is_offered_where_it_is_known(careers: Run) -> None:
    for country, is_known in (("US", True), ("FR", False)):
        done = careers("--country", country, answers=["/", "registered nurse", "q"])
        assert ("Its pay in a place" in done.offered[-1]) is is_known, country


def test_a_career_that_is_kept_is_not_kept_again_but_taken_off(careers: Run) -> None:
    keep, off = "Keep it on my list", "Take it off my list"
    done = careers(answers=["/", "ai engineer", "k", "k", "x", "too many meetings", "x", "q"])
    assert done.code == 0, done.out
    offered = [labels for labels in done.offered if keep in labels or off in labels]
    assert [off in labels for labels in offered] == [False, True, False, False, False]
    assert ["For me again" in labels for labels in offered] == [False, False, False, True, False]
    assert not any(keep in labels and off in labels for labels in offered)
    assert careers("mine", "--json").data["list"] == []


def test_of_a_result_only_what_is_not_kept_is_offered_to_be_kept(careers: Run) -> None:
    asked = careers("quiz", "--items", "--json").data["items"]
    answers = ["5" if item["scale"] in "RI" else "1" for item in asked if item["length"] == "short"]
    done = careers(answers=["3", "short", *answers, "no", "k", "", "k", "", "q"])
    kept = [offer for asked, offer in zip(done.asked, done.offered, strict=True) if asked == "Which of them?"]
    assert len(kept) == 2, done.asked
    assert kept[1] == kept[0][1:]


def test_a_result_is_shown_anew_without_what_is_not_for_the_person(careers: Run) -> None:
    asked = careers("quiz", "--items", "--json").data["items"]
    answers = ["5" if item["scale"] in "RI" else "1" for item in asked if item["length"] == "short"]
    done = careers(answers=["3", "short", *answers, "no", "x", "", "1", "x", "not for me", "b", "q"])
    assert done.code == 0, done.out
    lists = done.screen.split("Which careers fit you?")[1:]
    first = [re.search(r"^1\. (.+?)  ", page, re.MULTILINE)[1] for page in lists]  # type: ignore[index]
    assert len(first) == 3
    assert first[0] not in lists[1]
    assert first[1] not in lists[2], "hidden on its own page, and gone on the way back"
    assert all(page.count("Why") == 7 for page in lists)
    assert len(set(first)) == 3


def test_another_language_country_and_palette_count_at_once(careers: Run) -> None:
    done = careers(answers=["8", "2", "germany", "1", "fr", "3", "contrast", "q"])
    assert done.code == 0, done.out
    assert done.asked[:3] == ("Home", "Home › Settings", "Which country?")
    assert done.asked[-1] == "Accueil › Réglages"
    values = {row["key"]: row["value"] for row in careers("config", "--json").data["settings"]}
    assert (values["lang"], values["country"], values["palette"]) == ("fr", "DE", "contrast")
    for sentence in ("Country: from now on Germany.", "Langue\u00a0: désormais français.", "Couleurs\u00a0: désormais"):
        assert sentence in done.err


def test_where_one_lives_is_set_among_the_settings_where_pay_is_known_by_place(careers: Run) -> None:
    done = careers(answers=["8", "4", "ohio", "q"])
    assert done.code == 0, done.out
    assert "Where you live: not said" in done.offered[1]
    assert "Where you live: Ohio" in done.offered[-1]
    assert "You live here: Ohio." in done.err
    assert done.asked[-1] == "Home › Settings"
    assert re.search(r"Where you live \(place\) +Ohio +`careers me set place`", careers("config").out)
    assert careers("config", "--country", "FR", "--json").data["place"] is None


def test_settings_are_offered_in_words_with_what_is_chosen(careers: Run) -> None:
    labels = careers(answers=["8", "q"]).offered[-1]
    assert labels[:3] == ("Language: English", "Country: United States", "Colors: those of your theme")
    countries = careers(answers=["8", "2", "", "q"]).offered[2]
    assert countries[0] == "United States (official pay by career)"
    assert "France" in countries


def test_what_the_command_line_says_is_not_set_in_the_explorer(careers: Run) -> None:
    with pytest.raises(AssertionError, match="`--lang` en décide cette fois"):
        careers("--lang", "fr", answers=["8", "1"])


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_topics_are_listed_by_a_word_to_type_and_their_titles(careers: Run, lang: str) -> None:
    rows = dict(re.findall(r"^([\w-]+)\s*:\s(.+)$", careers("topic", lang=lang).out, re.MULTILINE))
    titles = {topic["id"]: topic["title"] for topic in careers("topic", "--json", lang=lang).data}
    assert [*rows.values()] == [*titles.values()]
    assert all(careers("topic", word, "--json", lang=lang).data["title"] == name for word, name in rows.items())
    assert careers("topic", titles["gross-and-net"], lang=lang).code == 0


def test_the_handout_is_read_as_a_page_and_written_as_markdown(careers: Run) -> None:
    careers("keep", "ai-engineer")
    labels = careers(answers=["7", "q"]).offered[-1]
    digit = str(1 + labels.index("All of it for a counselor"))
    page = careers(answers=["7", digit, "q"]).screen
    assert "My career notes" in page
    assert "# My career notes" not in page
    assert careers("me", "handout").out.startswith("# My career notes")


def test_enter_after_a_digit_answers_nothing_more(env: dict[str, str], tmp_path: Path) -> None:
    """Not the next menu, not the first of what is found, not the earlier answer to a statement."""
    with Screen([], env, tmp_path, width=100, height=50) as screen:
        screen.read_until("2 Browse")
        screen.type("3\r")
        screen.read_until("How long")
        screen.type("2\r")
        screen.read_until("1 of 12")
        screen.type("5\r4\r")
        screen.read_until("3 of 12")
        assert "Nothing is chosen" not in screen.text()
        screen.type("q")
        screen.read_until("letters: search")
        screen.type("q")
        assert screen.read_all() == 0


def test_a_search_finds_careers_and_things_to_do(careers: Run) -> None:
    done = careers(answers=["/", "registered nurse", "/", "browse field", "1", "b", "b", "b", "q"])
    assert done.code == 0
    assert "Home › Registered Nurses › Browse by field or by interest" in done.asked


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_menu_is_drawn_and_read_as_the_same_lines(env: dict[str, str], lang: str) -> None:
    """One object: on a terminal keys in columns, read aloud numbered lines."""
    from careercli.prompts.accessible import AccessiblePrompter

    say = Say(lang)
    items, sheets = menu.number(menu.available((*menu.home(say), *menu.of_career("nurse", say)), VERBS, say), 0)
    keys = menu.Menu("Home", items, menu.moves(say, at_home=True, sheets=sheets), "careers")
    world = make_runtime(env | {"CAREERS_LANG": lang, "COLUMNS": "40"}, b"99\nc\n", terminal=True)
    coloured = re.sub(" +", " ", " ".join(draw_menu(world, keys)))
    drawn = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    prompter = AccessiblePrompter(world)
    assert prompter.press(keys) == "c"
    read = " ".join(written(world.stdout).split())
    dead = [move.label for move in keys.moves if move.missing]
    assert len(dead) == 2, "back and home, which lead nowhere from here, have no number"
    for n, key in enumerate((*keys.items, *(move for move in keys.moves if not move.missing)), 1):
        assert f"{n}. {' '.join(key.label.split())}" in read
        assert " ".join(key.missing.split()) in read
        if key in keys.items:
            assert f"{key.key} {key.label}" in drawn
            assert key.missing or f"\x1b[1;36m{key.key}\x1b[0m {key.label.split()[0]}" in coloured
    assert drawn.count(">") == 2, "one is marked, and the prompt"
    assert all(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) < 40 for line in draw_menu(world, keys))


def test_nothing_stands_behind_a_choice_that_had_to_be_broken(env: dict[str, str]) -> None:
    long = menu.Item("t", "Reservation and Transportation Ticket Agents and Travel Clerks, who sell what others ride")
    drawn = menu.Menu("Home", (long, menu.Item("r", "any career"), menu.Item("e", "my pay")), ())
    lines = draw_menu(make_runtime(env | {"COLUMNS": "60", "NO_COLOR": "1"}, terminal=True), drawn)
    assert lines[1:4] == [
        "> t Reservation and Transportation Ticket Agents and Travel",
        "    Clerks, who sell what others ride",
        "  r any career   e my pay",
    ]


def test_arrows_move_the_mark_and_enter_opens_what_is_marked(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=80, height=24) as screen:
        assert "> 1 Look up a career" in screen.read_until("q leave")
        screen.type("\x1b[B")
        screen.read_until("> 2 Browse by field")
        screen.type("\x1b[A\x1b[A")
        screen.read_until("> t A career for today")
        screen.type("\x1b[B\x1b[B\r")
        screen.read_until("> 1 Architecture")
        screen.type("\x1b[C\x1b[C\x1b[D\r")
        screen.read_until("› Artificial intelligence ──")
        screen.type("q")
        assert screen.read_all() == 0


def test_the_number_of_a_box_on_the_map_opens_it(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=80, height=60) as screen:
        screen.read_until("q leave")
        screen.type("2w")
        screen.read_until("> 1 Office and administration")
        screen.read_until("1-22 open one (Enter after 1-2)")
        screen.type("1")
        screen.read_until("Enter opens 1; a second digit opens 10 to 19.")
        screen.type("\r")
        screen.read_until('As a command: careers map --in "Office and administration"')
        screen.read_until("1-12 open one (Enter after 1)")
        screen.type("b1")
        screen.read_until("Enter opens 1;")
        screen.type("3")
        screen.read_until('As a command: careers map --in "Computing and mathematics"')
        screen.type("b7")
        screen.read_until('As a command: careers map --in "Health professions"')
        screen.type("a")
        screen.read_until("Occupations: Health professions")
        screen.type("q")
        assert screen.read_all() == 0


def test_a_digit_opens_a_row_at_once_where_no_number_has_two(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=80, height=24) as screen:
        screen.read_until("q leave")
        screen.type("2s1")  # what people care for, the first of it
        screen.read_until("1-7 open one")
        screen.type("1")
        screen.read_until("careers show ", now=True)
        screen.type("b")
        screen.read_until("1-7 open one", now=True)
        screen.type(" 2")
        screen.read_until("careers show ", now=True)
        assert "second digit" not in screen.text()
        screen.type("q")
        assert screen.read_all() == 0


def test_read_aloud_the_areas_of_a_map_are_lines_of_the_menu(careers: Run) -> None:
    done = careers(answers=["2", "w", "2", "b", "m", "4", "q"], ACCESSIBLE="1")
    assert done.code == 0, done.out
    assert "Computing and mathematics" in done.asked[-1]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_nothing_above_a_menu_is_pushed_off_the_screen(env: dict[str, str], tmp_path: Path, lang: str) -> None:
    """Home with all that it may offer, a list, a career, the help: each begins on a screen of 80 by 24."""
    with Screen([], env | {"CAREERS_LANG": lang}, tmp_path, width=80, height=24) as screen:
        screen.read_until("t A career" if lang == "en" else "t Un métier")
        for key, seen, title in (
            ("t\r", "1-9 sections", "━━"),
            ("h", "l O", "careers$"),
            ("2", "s By interest" if lang == "en" else "s Par centre", "(Browse|Parcourir)"),
            ("1", "--sort", "(Occupations|Professions)\\b"),
            ("?", "careers help keys", "(Keys|Les touches)$"),
        ):
            screen.type(key)
            screen.read_until(seen)
            assert any(re.match(title, line.rstrip()) for line in screen.screen.display), screen.screen.display
        screen.type("q")
        assert screen.read_all() == 0


def test_a_menu_that_is_folded_says_what_digits_open() -> None:
    say = Say("en")
    sections = [menu.Item(str(n), "a section") for n in range(1, 8)]
    assert [item.key for item in menu.fold(sections, say)] == [" ", "1-7"]
    assert [item.key for item in menu.fold((), say)] == [" "]


def test_a_result_names_the_command_that_shows_it_again(careers: Run) -> None:
    asked = careers("quiz", "--items", "--json").data["items"]
    answers = ["5" if item["scale"] in "RI" else "1" for item in asked if item["length"] == "short"]
    prompter = Pressing(["3", "short", *answers, "no", "j", "q"])
    shown = careers(answers=prompter)
    named = f"careers quiz --history {TODAY.isoformat()}"
    assert prompter.commands[1:] == [named, "careers quiz --history"]
    first = re.search(r"^1\. (.+?)  ", shown.screen, re.MULTILINE)
    again = careers("quiz", "--history", TODAY.isoformat()).out
    assert first
    assert first[1] in again


def test_the_last_result_is_explained_from_the_front_door(careers: Run) -> None:
    asked = careers("quiz", "nurse", "--items", "--json").data["items"]
    given = random.Random(4).choices("1122455", k=len(asked))
    verdict = careers("quiz", "nurse", "--restart", answers=given)
    assert "careers quiz --history 1 --explain" in verdict.screen
    assert careers("quiz", "--history", "1", "--explain").code == 0
    prompter = Pressing(["j", "w", "q"])
    screen = careers(answers=prompter).screen
    assert prompter.commands[-1].endswith("--explain")
    assert "the weights" in screen


class Pressing(ScriptedPrompter):
    """Notes the command that each menu names."""

    def __init__(self, answers: list[str]) -> None:
        super().__init__(answers)
        self.commands: list[str] = []

    def press(self, keys: Keys) -> str:
        self.commands.append(keys.command)
        return super().press(keys)


def test_what_is_compared_says_what_is_chosen_so_far(careers: Run) -> None:
    done = careers(answers=["5", "registered nurses", "graphic designers", "", "q"])
    asked = [question for question in done.asked if "other?" in question]
    assert asked == [
        "So far: Registered Nurses\nAnd which other?",
        "So far: Registered Nurses and Graphic Designers\nAnd which other?",
    ]


def test_the_career_for_today_is_the_same_when_another_is_hidden(careers: Run) -> None:
    def today() -> str:
        return next(label for label in careers(answers=["q"]).offered[-1] if label.startswith("A career for today"))

    first = today()
    careers("hide", "plumber", "cashiers")
    assert today() == first
    careers("hide", first.partition(": ")[2])
    assert today() != first


def test_the_career_for_today_is_none_whose_jobs_shrink(catalogue: Catalogue) -> None:
    drawn = {propose_career(catalogue, f"2026-07-{day:02}", None, "US", Say("en")) for day in range(1, 32)}
    assert len(drawn) > 20
    assert all(known.growth is not None and known.growth >= 0 for known in catalogue.measures("US", drawn))


def test_a_verb_that_is_not_there_says_so() -> None:
    say = Say("en")
    items = menu.available(menu.of_career("nurse", say), {"salary", "quiz", "compare"}, say)
    missing = {item.command[0] for item in items if item.missing}
    assert missing == {"keep", "hide", "note"}
    assert not any(item.missing for item in menu.available(menu.of_career("nurse", say), {*VERBS, *missing}, say))


#: Where each prompt of the explorer is: the keys that lead there, and what is then on the screen, in both languages.
PROMPTS = {
    "home": ("", ("2 Browse", "2 Parcourir")),
    "fields": ("2", ("W The world", "W Le monde")),
    "search": ("/", ("Type a few", "Tapez quelques")),
    "career": ("4", ("Which career?", "Quel métier")),
    "page": ("t\r", ("careers show", "careers show")),
    "text": ("t\rn", ("want to note", "voulez-vous noter")),
    "question": ("3", ("How long", "Combien de temps")),
}
GARBAGE = "é漢\x00\x1b[A\x1b[999;999R\x1b[200~q\rq\x1b[201~"


def _reach(screen: Screen, place: str, lang: str) -> None:
    keys, (english, french) = PROMPTS[place]
    screen.read_until("/ " if not keys else "2 ")
    for key in keys:
        if key == "n":
            screen.read_until("careers show")
        screen.type(key)
    screen.read_until((english if lang == "en" else french).replace("W ", "w "))


@pytest.mark.parametrize(("lang", "width"), [("en", 100), ("fr", 40)])
@pytest.mark.parametrize("place", PROMPTS)
def test_every_prompt_can_be_left_at_once(
    env: dict[str, str], tmp_path: Path, place: str, lang: str, width: int
) -> None:
    """By Ctrl-C and by Ctrl-D, after garbage, a resize and a key that does nothing; the terminal is given back."""
    for key, code in (("\x03", 130), ("\x04", 0)):
        with Screen([], env | {"CAREERS_LANG": lang}, tmp_path, width=width, height=50) as screen:
            before = termios.tcgetattr(screen.child.child_fd)
            _reach(screen, place, lang)
            screen.child.setwinsize(30, width - 10)
            screen.type(GARBAGE)
            screen.type(key)
            assert screen.read_all() == code, screen.text()
        assert b"Traceback" not in screen.raw
        assert screen.raw.count(b"\x1b[?2004h") <= screen.raw.count(b"\x1b[?2004l")
        assert before is not None


def test_escape_leads_back_from_every_prompt(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=100, height=50) as screen:
        _reach(screen, "fields", "en")
        screen.type("\x1b")
        for key, seen in (("/", "Type a few"), ("4", "Which career?"), ("3", "How long")):
            screen.read_until("2 Browse")
            screen.screen.reset()
            screen.type(key)
            screen.read_until(seen)
            screen.screen.reset()
            screen.type("\x1b")
        screen.read_until("2 Browse")
        screen.type("-")
        screen.read_until("does nothing here")
        screen.type("q")
        assert screen.read_all() == 0


def test_a_career_is_drawn_by_lot(careers: Run) -> None:
    first = careers("random", "--json").data
    assert first == careers("random", "--json").data, "the clock of the tests stands"
    drawn = careers("random", "--field", "health-practice", "--json").data
    assert drawn["family"] == "health-practice"
    assert careers("random", "--field", "nowhere").code == 3


def test_the_verbs_import_nothing_of_it(env: dict[str, str]) -> None:
    from tests.test_imports import modules

    for arguments in (["--version"], ["--help"], ["show", "ai-specialist"]):
        assert not {name for name in modules(env, *arguments) if name.startswith("careercli.explorer")}


# what `careers help keys` names

#: Keys of questions and of the explorer, by their names in the help.
NAMED = {
    " ": "Space",
    **dict.fromkeys("123456789", "1 … 9"),
    "\r": "Enter",
    "\t": "Tab",
    "\x1b[A": "↑ ↓",
    "\x1b[B": "↑ ↓",
    "\x1b": "b",
    "\x03": "Ctrl-C, Ctrl-D",
}


def _named(key: str) -> str:
    """The row of the help on a key; a letter without one of its own has that of letters."""
    rows = key_words(Say("en"))
    name = NAMED.get(key, key)
    return name if name in rows else "a … z, +"


def test_every_key_of_the_menus_is_named_in_the_help_and_means_one_thing() -> None:
    say, rows = Say("en"), key_words(Say("en"))
    items = [*menu.home(say), *menu.of_fields((), say), *menu.of_career("nurse", say), *menu.of_list(say)]
    items += [*menu.of_comparison(("nurse",), say), *menu.of_result(say, all_kept=False)]
    letters = {item.key for item in items if item.key} | set(LETTERS.values()) | set("lgtr")  # of the front door
    assert all(re.fullmatch("[a-z+]", letter) for letter in letters)
    moves = {str(move) for move in menu.Move}
    assert not moves & letters
    assert {_named(key) for key in moves} <= rows.keys() - {"a … z, +"}
    assert {_named(key) for key in (*KEYS.values(), SCALE_KEY)} <= rows.keys() - {"a … z, +"}


#: A walk over all keys that the help names: what is pressed, and what is then on the screen.
PRESSED = (
    ("2", "w The world of work"),
    ("m", "s By interest"),
    ("h", "1 Look up a career"),
    ("?", "Choose what has that number"),
    ("b", "1 Look up a career"),
    ("e\r", "Which pay?"),
    ("\x1b", "1 Look up a career"),
    ("/", "Type a few letters."),
    ("registered nu", "> Registered Nurses"),
    ("\t", "Search Registered Nurses"),
    ("\r", "space read on"),
    (" ", "c Compare with neighbors"),
    ("w", "space read on"),
    ("\r", "space read on"),
    ("b", "space read on"),
    ("h", "1 Look up a career"),
    ("3", "How long"),
    ("\x1b[B", "> 2"),
    ("\x1b[A", "> 1"),
    ("\r", "1 of 30"),
    ("?", "3  neither"),
    ("s", "2 of 30"),
    ("b", "1 of 30"),
    ("4", "2 of 30"),
    ("q", "1 Look up a career"),
)


def test_every_key_that_the_help_names_works(env: dict[str, str], tmp_path: Path) -> None:
    """Ctrl-C and Ctrl-D leave from every prompt, see above; Ctrl-Z stops every kind of prompt in test_signals.py."""
    with Screen([], env, tmp_path, width=100, height=30) as screen:
        screen.read_until("q leave")
        for key, seen in PRESSED:
            if "\t" not in key and "nu" not in key:  # of a search only what changes is drawn again
                screen.screen.reset()
            if key == "\r":
                time.sleep(0.6)  # an Enter that follows a digit at once is of that digit
            screen.type(key)
            screen.read_until(seen)
        screen.type("q")
        assert screen.read_all() == 0
    pressed = {_named(key) for key, _ in PRESSED if len(key) == 1 or key.startswith("\x1b[")}
    assert pressed == key_words(Say("en")).keys() - {"Ctrl-C, Ctrl-D", "Ctrl-Z"}


def test_what_is_pasted_is_looked_for_once() -> None:
    from prompt_toolkit.buffer import Buffer

    from careercli.prompts.as_you_type import _Finds

    asked: list[str] = []

    def find(text: str) -> list[tuple[str, str]]:
        asked.append(text)
        return [(text + end, text + end) for end in "abc"]

    buffer = Buffer(multiline=False)
    finds = _Finds(find, buffer)
    for letter in "nurse":
        buffer.insert_text(letter)
    finds.move(1)
    assert (finds.found[finds.at], asked) == (("nurseb", "nurseb"), ["nurse"])
    buffer.insert_text("s")
    assert finds.found[finds.at] == ("nursesa", "nursesa")


# lists, a sheet at a time


def _rows(page: str) -> dict[str, str]:
    """The numbered rows of a list: digit and name."""
    return dict(re.findall(r"^(\d)  (\S.*?)(?:  .*)?$", page, re.MULTILINE))


def test_a_list_is_read_nine_rows_at_a_time_and_each_opens_by_its_digit(careers: Run) -> None:
    family = "architecture and engineering"
    rows = careers("list", "--all", "--family", family, "--sort", "size", "--json").data
    own = {row["of"]["code"] for row in rows if row["of"]["own"]}
    named = [row["name"] for row in rows if row["of"]["own"] or row["of"]["code"] not in own]
    done = careers(answers=["2", "1", " ", "3", "b", "q"])
    pages = [page for page in done.screen.split("Occupations: ")[1:] if _rows(page)]
    assert len(pages) == 3, done.screen
    first, second, again = map(_rows, pages)
    assert list(first) == list("123456789")
    assert not first.items() & second.items()
    assert again == second, "back leads to the rows that one came from"
    assert f"› {named[11]}" in done.asked[4]


def test_after_the_last_rows_of_a_list_come_the_first(careers: Run) -> None:
    done = careers(answers=["2", "s", "2", " ", " ", "q"])
    assert done.code == 0, done.out
    offered = list(done.offered[3:6])
    turns = [next(label for label in labels if re.match(r"\d+ to \d+ of", label)) for labels in offered]
    assert turns[0].startswith("10 to ")
    assert turns[1].startswith("1 to 9 of ") or turns[1].startswith("19 to ")
    assert len({tuple(_rows(page).values()) for page in done.screen.split("━\n")[1:] if _rows(page)}) >= 2


def test_what_a_row_is_about_is_told_where_arrows_are(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=80, height=24) as screen:
        for key, seen in (("2", "w The world"), ("1", "> 1 Civil"), ("\x1b[B", "> 2 Industrial Engineers: ")):
            screen.type(key)
            screen.read_until(seen)
        screen.type("\r")
        screen.read_until('careers show "Industrial Engineers"')
        screen.type("q")
        assert screen.read_all() == 0


@pytest.mark.parametrize(("key", "seen"), [("9", "does nothing here"), (" ", "17 to 25 of 36")])
def test_a_screen_that_grows_gives_no_digit_to_what_is_not_shown_and_skips_no_row(
    env: dict[str, str], tmp_path: Path, key: str, seen: str
) -> None:
    with Screen([], env, tmp_path, width=80, height=24) as screen:
        for pressed, shown in (("2", "w The world"), ("1", "8 to 14 of 36")):
            screen.type(pressed)
            screen.read_until(shown)
        screen.child.setwinsize(50, 80)
        screen.type(key)
        screen.read_until(seen)
        screen.type("q")
        assert screen.read_all() == 0


def test_the_way_back_leads_to_the_same_choices(careers: Run) -> None:
    done = careers(answers=["2", "m", "1", "b", "q"])
    assert done.offered[2][0] == done.offered[4][0] != done.offered[1][0]


def test_a_field_that_guides_alone_are_in_lists_them(careers: Run) -> None:
    done = careers(answers=["2", "2", "1", "q"])
    assert "Careers with a full guide: Artificial intelligence" in done.screen
    assert "No occupation fits" not in done.screen


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_subject_has_careers(careers: Run, catalogue: Catalogue, lang: str) -> None:
    for id_ in catalogue.labels("subject", lang):
        assert careers("list", "--about", id_, "--json", lang=lang).data, id_


def test_what_is_typed_at_the_front_door_is_looked_for(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=100, height=30) as screen:
        screen.read_until("letters: search")
        screen.type("nurse ane")
        screen.read_until("Nurse Anesthetists")
        screen.type("\x1b")
        screen.read_until("letters: search", now=True)
        screen.type("/")
        screen.read_until("Type a few letters.")
        screen.type("\x1b[200~registered\nnurse\nq\n\x1b[201~")
        screen.read_until("Search registered nurse q")
        screen.type("\x7f\x7f")
        screen.read_until("> Registered Nurses")
        screen.type("\x03")
        assert screen.read_all() == 130


def test_a_letter_that_stands_at_the_front_door_acts_where_no_word_begins_with_it(
    env: dict[str, str], tmp_path: Path
) -> None:
    with Screen([], env, tmp_path, width=100, height=30) as screen:
        shown = screen.read_until("letters: search")
        assert "t A career" in shown
        screen.type("trucker")
        screen.read_until("Search trucker")
        screen.type("\x1b")
        screen.read_until("letters: search", now=True)
        screen.type("t")
        screen.read_until("1-9 sections")
        screen.type("q")
        assert screen.read_all() == 0


@pytest.mark.parametrize("word", ["réparateur", "télévision", "épicier"])
def test_a_word_may_go_on_with_any_letter(env: dict[str, str], tmp_path: Path, word: str) -> None:
    """`r` and `t` are keys of the front door."""
    with Screen([], env | {"CAREERS_LANG": "fr"}, tmp_path, width=100, height=30) as screen:
        assert {"r Un métier", "t Un métier"} <= set(re.findall("[rt] Un métier", screen.read_until("q quitter")))
        screen.type(word)
        screen.read_until(word)
        screen.type("\x03")
        assert screen.read_all() == 130


def test_a_key_that_follows_a_letter_of_the_front_door_is_not_lost(env: dict[str, str], tmp_path: Path) -> None:
    with Screen([], env, tmp_path, width=100, height=30) as screen:
        screen.read_until("letters: search")
        screen.type("t?")
        screen.read_until("careers help keys")
        screen.type("q")
        assert screen.read_all() == 0


def test_the_numbers_of_a_whole_page_open_what_they_stand_by(careers: Run) -> None:
    done = careers(answers=["/", "dental hygienists", "w", "9", "b", "b", "q"])
    assert done.code == 0, done.out
    assert "Home › Dental Hygienists › All of it" in done.asked
    assert "Dental Hygienists › All of it › Sources" in done.asked, done.asked
