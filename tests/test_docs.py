"""The pages of `docs/` say what the program says."""

from pathlib import Path

import pytest
from cogapp import Cog  # type: ignore[import-untyped]

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("page", sorted((ROOT / "docs/reference").glob("*.md")), ids=lambda path: path.stem)
def test_a_page_of_the_reference_is_fresh(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    cog = Cog()
    assert cog.main(["cog", "--check", str(page)]) == 0, "`make docs` writes it anew"
