"""The pages of `docs/` say what the program says."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from cogapp import Cog  # type: ignore[import-untyped]

from careercli.cli.verbs import VERBS

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("page", sorted((ROOT / "docs/reference").glob("*.md")), ids=lambda path: path.stem)
def test_a_page_of_the_reference_is_fresh(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)
    cog = Cog()
    assert cog.main(["cog", "--check", str(page)]) == 0, "`make docs` writes it anew"


@pytest.fixture(scope="module")
def manual() -> Iterator[dict[Path, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "tools"))
        import manpage

        yield manpage.pages()


def test_the_manual_pages_are_fresh(manual: dict[Path, str]) -> None:
    for path, text in manual.items():
        assert path.read_text("utf-8") == text, "`make docs` writes it anew"


def test_the_manual_pages_are_set_without_a_warning(manual: dict[Path, str]) -> None:
    if shutil.which("groff") is None:
        pytest.skip("groff is not installed")
    for path, text in manual.items():
        command = ["groff", "-man", "-Tutf8", "-K", "utf8", "-ww", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stderr == ""
        assert text.count("\n.SS ") >= len(VERBS)
        assert all(f"careers {verb}" in re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout) for verb in VERBS)
