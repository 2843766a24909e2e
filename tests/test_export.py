"""What is written into other formats is taken there as the text that it is."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from careercli.core.careers.search_report import Hit, SearchReport
from careercli.core.text.page import Bullets, Facts, Grid, Heading, Page, Prose
from careercli.core.text.plaintext import OBEYED, make_harmless
from careercli.export.csv import export_csv
from careercli.export.json import export_json
from careercli.export.markdown import escape, export_markdown
from tests.conftest import Run

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TRICKS = [
    "~~~",
    "~~gone~~",
    "# x",
    "a\n# x",
    "a\n~~~\nb",
    "a\n---",
    "a\n===",
    "-",
    "- - -",
    "---",
    "***",
    "1. one",
    "1) one",
    "12345",
    "    code",
    "> said",
    "```",
    "a `b` c",
    "`a|b`",
    "*a* _b_ **c**",
    "<b>x</b> <https://a.b>",
    "[a](b) ![c](d)",
    "[a]: b",
    "&amp; &#35; AT&T",
    "\\*",
    "a\\",
    "| a | b |\n| --- | --- |",
    "+ x",
    "#",
]
special = st.text("ab 1\n#>*_-+=.)(`~|<&;\\[]!:", max_size=40)


def shown(markdown: str) -> list[tuple[str, str]]:
    """What a reader of Markdown sees: (kind of block, text)."""
    found: list[tuple[str, str]] = []
    kind = ""
    for token in MARKDOWN.parse(markdown):
        if token.type == "inline":
            parts = list(token.children or ())
            text = "".join("\n" if "break" in child.type else child.content for child in parts)
            found.append((kind, text))
        elif token.type.endswith("_open"):
            kind = token.type.removesuffix("_open")
        elif not token.type.endswith("_close"):
            found.append((token.type, token.content))
    return found


def seen(text: str) -> str:
    """The text as a reader sees it: backquotes that make a command are gone, and spaces do not count."""
    return "".join(text.replace("`", "").split())


@given(special)
@settings(deadline=None)
def test_markdown_takes_a_text_literally(text: str) -> None:
    for kind, said in shown(escape(text)):
        assert kind == "paragraph", (kind, said)
    assert seen("".join(said for _, said in shown(escape(text)))) == seen(text)


@pytest.mark.parametrize("text", TRICKS)
def test_markdown_blocks_stay_what_they_are(text: str) -> None:
    page = Page(
        (
            Heading(text, 2),
            Prose(text),
            Bullets((("name", text), ("", text))),
            Facts((("label", text),)),
            Grid(("a", "b"), ((text, text), ("c", "d"))),
        ),
        ": ",
    )
    kinds = [kind for kind, _ in shown(export_markdown(page))]
    assert kinds == ["heading", *["paragraph"] * 4, *["th"] * 2, *["td"] * 4]
    texts = [said for _, said in shown(export_markdown(page))]
    for said, prefix in ((texts[0], ""), (texts[1], ""), (texts[2], "name:"), (texts[3], ""), (texts[4], "label")):
        assert seen(said) == prefix + seen(text)
    assert [seen(said) for said in texts[7:]] == [seen(text), seen(text), "c", "d"]


def report(said: str) -> SearchReport:
    hit = Hit(id=said, kind="role", name=said, score=1.0, section="", title="", snippet=said)
    return SearchReport(command="search", language="en", notes=(said,), text=said, hits=(hit,), total=1)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "\n=1+1", "\t=1+1", "=cmd|' /C calc'!A0"])
def test_a_spreadsheet_runs_no_formula(formula: str) -> None:
    (_, row) = csv.reader(io.StringIO(export_csv(report(formula), Page((), ": "))))
    assert [row[0], row[2], row[5]] == ["'" + formula] * 3
    assert row[3] == "1.0"


@pytest.mark.parametrize("text", ["Data analyst", "a=b", "1-2", "★ 4"])
def test_a_cell_that_is_no_formula_stays_as_it_is(text: str) -> None:
    (_, row) = csv.reader(io.StringIO(export_csv(report(text), Page((), ": "))))
    assert row[0] == text


HARMFUL = ["\u061c", "\u2028", "\u2029", "\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041", "\x1b", "\x9b", "\udcff"]


@pytest.mark.parametrize("character", HARMFUL)
def test_what_a_terminal_obeys_or_hides_is_shown_as_text(character: str) -> None:
    assert make_harmless(f"a{character}b") == "a" + character.encode("unicode_escape").decode() + "b"
    text = export_json(report(f"a{character}b"), "utf-8", pretty=True)
    assert character not in text
    said = json.loads(text)["data"][0]["snippet"]
    assert said == (make_harmless(f"a{character}b") if character == "\udcff" else f"a{character}b")


@given(st.text())
@settings(deadline=None)
def test_json_of_any_text_is_json_without_control_codes(text: str) -> None:
    import re

    written = export_json(report(text), "utf-8", pretty=False)
    assert not re.search(f"[{OBEYED}]", written)
    said = json.loads(written)["data"][0]["name"]
    assert said == text or re.search("[\ud800-\udfff]", text)


@pytest.mark.parametrize("form", ["table", "plain", "json", "markdown", "csv"])
def test_bytes_that_are_no_text_are_shown_harmlessly(careers: Run, form: str) -> None:
    for arguments in (["search", "python\udcff"], ["search", "\udce9\udcff"], ["show", "ai-engineer\udcff"]):
        done = careers(*arguments, "--format", form)
        assert done.code in (0, 3)
        assert "internal" not in done.err
    assert careers("validate", "/nowhere\udcff", "--format", form).code == 4
