"""Build hook: compiles the catalogue and the translations into what is installed."""

import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class CompileHook(BuildHookInterface[Any]):
    """Adds `catalogue.sqlite` and `careers.mo` to the wheel. A checkout compiles its catalogue by itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it writes the wheel."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(ROOT / "src"))
        self.folder = tempfile.TemporaryDirectory()
        out = Path(self.folder.name)
        included = build_data["force_include"]
        for po in (ROOT / "src/careercli/locale").glob("*/LC_MESSAGES/*.po"):
            mo = po.with_suffix(".mo")
            compile_messages(po, mo)
            included[str(mo)] = str(mo.relative_to(ROOT / "src"))
        if version == "editable":
            return
        compile_catalogue(out / "catalogue.sqlite")
        included[str(out / "catalogue.sqlite")] = "careercli/catalogue.sqlite"
        compile_places(out / "places.sqlite")
        included[str(out / "places.sqlite")] = "careercli/places.sqlite"


def compile_messages(po: Path, mo: Path) -> None:
    """Compile a gettext catalogue."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with po.open("rb") as source, mo.open("wb") as target:
        write_mo(target, read_po(source))


def compile_places(path: Path) -> None:
    """Compile pay by place."""
    from careercli.compiler.places import put_places

    connection = sqlite3.connect(path, isolation_level=None)
    put_places(connection, ROOT / "data")
    connection.execute("VACUUM")
    connection.close()


def compile_catalogue(path: Path) -> None:
    """Compile `data/`. A bundled file with a problem stops the build."""
    from careercli.compiler.compile import create_catalogue

    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN")
    if problems := create_catalogue(connection, ROOT / "data"):
        raise SystemExit("\n".join(map(str, problems)))
    connection.execute("COMMIT")
    connection.execute("INSERT INTO passage (passage) VALUES ('optimize')")
    connection.execute("VACUUM")
    connection.close()
