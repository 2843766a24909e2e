"""Rows of one group in a list: those counted themselves first, those with but the group's figures under them."""

import re

from careercli.core.careers.listing import fold_groups, sort_listed
from careercli.core.careers.model import Group
from careercli.core.careers.occupation import OccupationCard
from tests.conftest import Run

NURSES = "29-1141"


def a_card(id_: str, *, own: bool, group: str = NURSES, **values: object) -> OccupationCard:
    of = Group(code=group, title="Nurses", own=own)
    fields: dict[str, object] = dict.fromkeys(OccupationCard.__struct_fields__)
    fields |= {"kind": "occupation", "name": id_, "family": "x", "family_name": "X", "interests": "", "skills": ()}
    fields |= {"summary": "", "hidden": False, "at_least": False, "thin": False, "unknown": (), "values": {}, "kin": ()}
    return OccupationCard(**(fields | {"id": id_, "own": own, "of": of, "outlook_of": of} | values))  # type: ignore[arg-type]


def test_of_equal_figures_what_is_counted_itself_comes_first() -> None:
    cards = [a_card("acute", own=False), a_card("registered", own=True)]
    ordered = sort_listed(cards, "pay", {"acute": 9.0, "registered": 9.0})
    assert [card.id for card in ordered] == ["registered", "acute"]
    assert [card.id for card in sort_listed(cards, "name", {})] == ["acute", "registered"]


def test_a_group_is_told_once() -> None:
    """Under the one that is counted itself, else under the first; who may not keep a limit stands apart."""
    cards = [
        a_card("registered", own=True),
        a_card("acute", own=False),
        a_card("home", own=False, group="31-1120"),
        a_card("personal", own=False, group="31-1120"),
        a_card("unsure", own=False, unknown=("pay>=1",)),
    ]
    folded = fold_groups(cards, "pay")
    assert [(card.id, card.kin) for card in folded] == [
        ("registered", ("acute",)),
        ("home", ("personal",)),
        ("unsure", ()),
    ]


def test_only_tables_in_the_order_of_a_figure_fold(careers: Run) -> None:
    listed = ("list", "--all", "--family", "health", "--limit", "years<=4", "--sort", "openings")
    drawn = careers(*listed, "--format", "table", "--width", "140").out
    assert re.search(r"Registered Nurses.\(\+2\)", drawn)
    assert "Acute Care Nurses" not in drawn
    assert "Acute Care Nurses" in careers(*listed).out
    assert "Acute Care Nurses" in careers(*listed, "--json").out
    by_name = careers(*listed[:-1], "name", "--format", "table").out
    assert "Acute Care Nurses" in by_name


def test_a_list_for_readers_in_france_says_what_they_have_not(careers: Run) -> None:
    listed = ("list", "--all", "--family", "santé", "--limit", "niveau<=bac+2", "--sort", "postes")
    out = careers(*listed, lang="fr").out.replace("\u00a0", " ")
    assert "Hygiéniste dentaire (?) (ailleurs)" in out, "no level is known of a trade that is not there"
    assert "n’existe pas sous ce nom dans votre pays" in out
    assert "(ailleurs)" not in careers(*listed, "--country", "US", lang="fr").out


def test_a_count_is_of_what_fits(careers: Run) -> None:
    assert "3 occupations of 1,016." in careers("list", "--all", "-n", "3").out
    out = careers("list", "--all", "--interest", "RIC").out.replace("\n", " ")
    assert re.search(r"\d+ occupations, all that fit\.", out)


def test_a_time_is_told_from_and_to(careers: Run) -> None:
    assert re.search(r"AI engineer .* 5 to 8 years", careers("list", "--sort", "time").out)
