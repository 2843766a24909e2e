"""The facts of the documents that the guides began with all stand in the compiled guides, in both languages."""

import re
import unicodedata
from pathlib import Path
from typing import Any, cast

import msgspec
import pytest

from careercli.core.careers.model import Role, Section
from careercli.files.strict_yaml import load_yaml
from careercli.library.catalogue import Catalogue
from careercli.locale import languages

FOLDER = Path(__file__).parent / "seed_facts"
FACTS: list[tuple[str, dict[str, Any]]] = [
    (path.stem, fact) for path in sorted(FOLDER.glob("*.yaml")) for fact in cast("list[Any]", load_yaml(path).value)
]


def plain(text: str) -> str:
    """Lower case, straight apostrophes, plain spaces, digits without separators, no accents lost."""
    text = unicodedata.normalize("NFC", text).lower().replace("’", "'")
    text = re.sub(r"[\u00a0\u202f]", " ", text)
    text = re.sub(r"(?<=\d)[ ,](?=\d{3}(?!\d))", "", text)
    return re.sub(r"\s+", " ", text)


def section_text(role: Role, section: Section) -> str:
    """All that a section says, with names of skills and figures."""
    found: list[str] = [role.summary, role.focus, *role.tools] if section.id in ("description", "related") else []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for item in value.values():
                walk(item)
        elif isinstance(value, list | tuple):
            for item in value:
                walk(item)
        elif isinstance(value, float) and value == int(value):
            found.append(str(int(value)))
        elif value is not None:
            found.append(str(value))

    walk(msgspec.to_builtins(section))
    return plain(" ".join(found))


@pytest.mark.parametrize(("role", "fact"), FACTS, ids=[f"{role}-{n}" for n, (role, _) in enumerate(FACTS)])
def test_a_fact_stands_in_its_section(catalogue: Catalogue, role: str, fact: dict[str, object]) -> None:
    for lang in languages():
        guide = catalogue.get_role(role, lang)
        section = next(section for section in guide.sections if section.id == fact["section"])
        text = section_text(guide, section)
        wanted = fact[lang]
        assert isinstance(wanted, list)
        assert wanted
        for words in wanted:
            assert plain(str(words)) in text, f"{lang}, {fact['fact']}: {words}"


def test_the_list_is_long_enough() -> None:
    assert len(FACTS) >= 180


def test_no_fact_is_listed_twice() -> None:
    seen = [(role, str(fact["section"]), str(fact["en"])) for role, fact in FACTS]
    assert len(seen) == len(set(seen))
