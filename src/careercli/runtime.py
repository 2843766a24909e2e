"""The outside world as one object: streams, terminal, width, language, folders, settings."""

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from careercli.core.languages import LANGS, Lang
from careercli.errors import ClosedPipeError, UsageError
from careercli.locale import Say

if TYPE_CHECKING:
    from careercli.catalogue.repository import Catalogue
    from careercli.settings import Loaded

APP = "careers"
#: Values of a variable that turn it off. `NO_COLOR` has none: by its own rule any value counts.
_OFF = ("0", "false", "no", "off", "non", "n", "f")


class Runtime:
    """What a command may ask of the world. Tests make one with streams and an environment of their own."""

    def __init__(
        self,
        *,
        env: Mapping[str, str] | None = None,
        stdin: TextIO | None = None,
        stdout: TextIO | None = None,
        stderr: TextIO | None = None,
        lang: str | None = None,
        no_color: bool = False,
        no_input: bool = False,
        accessible: bool = False,
        debug: bool = False,
    ) -> None:
        self.env = os.environ if env is None else env
        self.stdin = stdin if stdin is not None else sys.stdin
        self.stdout = stdout if stdout is not None else sys.stdout
        self.stderr = stderr if stderr is not None else sys.stderr
        self._lang = lang
        self._no_color = no_color
        self.no_input = no_input
        self._accessible = accessible
        self.debug = debug

    # language and settings

    @cached_property
    def lang(self) -> Lang:
        """`--lang`, then `CAREERS_LANG`, then the settings, then the locale, then English."""
        if self._lang is not None:
            return parse_lang(self._lang, "--lang")
        if named := self.env.get("CAREERS_LANG"):
            return parse_lang(named, "CAREERS_LANG")
        if named := self.setting("lang"):
            return parse_lang(str(named), "config.toml")
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            if value := self.env.get(variable):
                return "fr" if value.lower().startswith("fr") else "en"
        return "en"

    @cached_property
    def say(self) -> Say:
        """The program's words in the language of the user."""
        return Say(self.lang)

    @cached_property
    def _settings(self) -> "Loaded | None":
        path = self.config_dir / "config.toml"
        try:
            if not path.exists():
                return None
        except OSError:
            pass  # a folder that cannot be entered: it is told when the file is read
        from careercli.settings import load_settings  # only for those who have settings

        return load_settings(path)

    def setting(self, name: str) -> Any:
        """A value of `config.toml`, or None: `lang`, `color`, `pager` or `accessible`."""
        return getattr(self._settings.settings, name) if self._settings else None

    def check_settings(self) -> None:
        """Refuse a broken `config.toml`. Help and errors are told in spite of it. Raises DataError."""
        if self._settings and self._settings.problem:
            raise self._settings.problem

    # folders

    @cached_property
    def config_dir(self) -> Path:
        """Own roles and settings."""
        import platformdirs

        return Path(platformdirs.user_config_dir(APP))

    @cached_property
    def cache_dir(self) -> Path:
        """What can be made again."""
        import platformdirs

        return Path(platformdirs.user_cache_dir(APP))

    @cached_property
    def data_dir(self) -> Path:
        """The user's answers and imported data sets."""
        import platformdirs

        return Path(platformdirs.user_data_dir(APP))

    @cached_property
    def catalogue(self) -> "Catalogue":
        """All that is known, opened when it is first asked for."""
        from careercli.catalogue.locate import locate, why_unreadable
        from careercli.catalogue.repository import Catalogue

        where = locate(self.config_dir, self.cache_dir)
        why = why_unreadable(where.own_roles)
        if why and "_CAREERS_COMPLETE" not in self.env:  # a TAB must never print an error
            said = (
                "Your own guides in {path} cannot be read ({why}) and are left out: see that it is a folder of yours."
            )
            self.tell(self.say(said, path=where.own_roles, why=why))
        return Catalogue(where)

    @property
    def imported(self) -> Path:
        """The database of the data sets that the user has imported; it need not be there."""
        return self.data_dir / "imported.sqlite"

    # streams

    @cached_property
    def is_terminal(self) -> bool:
        """Whether what we write is seen on a terminal."""
        return _is_terminal(self.stdout)

    @cached_property
    def can_ask(self) -> bool:
        """Whether there is somebody to answer a prompt."""
        return not self.no_input and _is_terminal(self.stdin) and _is_terminal(self.stderr)

    @cached_property
    def can_redraw(self) -> bool:
        """Whether something that moves, such as a progress bar, may be drawn on standard error."""
        return not self.accessible and self.env.get("TERM") != "dumb" and _is_terminal(self.stderr)

    @cached_property
    def accessible(self) -> bool:
        """Numbered text prompts, no boxes, nothing redrawn."""
        if self._accessible:
            return True
        if named := self.env.get("ACCESSIBLE"):
            return named.strip().casefold() not in _OFF
        return self.setting("accessible") is True

    @cached_property
    def colour(self) -> bool:
        """Whether colour and bold may be used on standard output."""
        if self._no_color or self.env.get("NO_COLOR") or self.setting("color") is False:
            return False
        return self.is_terminal and self.env.get("TERM") != "dumb"

    @property
    def encoding(self) -> str:
        """The encoding of standard output."""
        return getattr(self.stdout, "encoding", None) or "utf-8"

    def width(self, asked: int | None = None) -> int:
        """Columns to write in: asked for, else those of the terminal, else 80; never fewer than 20."""
        if asked:
            return max(asked, 20)
        columns = self.env.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and len(columns) < 6 and int(columns):
            return max(int(columns), 20)
        try:
            return max(os.get_terminal_size(self.stdout.fileno()).columns, 20) if self.is_terminal else 80
        except (OSError, ValueError, AttributeError):
            return 80

    def write(self, text: str) -> None:
        """Write data to standard output."""
        if self.stdout is None:
            return
        from careercli.core.plaintext import make_plainer

        try:
            self.stdout.write(make_plainer(text, self.encoding))
            self.stdout.flush()
        except BrokenPipeError:  # Typer would exit with 1
            raise ClosedPipeError from None

    def write_paged(self, text: str, *, pager: bool) -> None:
        """Write data through the user's pager, where there is a terminal and one is wanted."""
        command = self._pager() if pager and self.is_terminal else None
        if not command:
            self.write(text)
            return
        import subprocess

        from careercli.core.plaintext import make_plainer

        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE)
        except OSError:
            self.write(text)
            return
        try:
            process.communicate(make_plainer(text, self.encoding).encode(self.encoding, "replace"))
        except BrokenPipeError:
            pass
        finally:
            while process.poll() is None:
                try:
                    process.wait()
                except KeyboardInterrupt:  # it belongs to the pager
                    continue

    def _pager(self) -> list[str] | None:
        if self.env.get("TERM") == "dumb" or self.accessible or self.setting("pager") is False:
            return None
        named = self.setting("pager") or self.env.get("PAGER") or "less"
        try:
            command = split_command(str(named), windows=os.name == "nt")
        except ValueError:
            return None
        if command == ["less"] and not self.env.get("LESS"):
            command.append("-FIRX")
        return None if command in ([], ["cat"]) else command

    def tell(self, text: str) -> None:
        """Say something to the user that is not data: on standard error."""
        if self.stderr is None:
            return
        from careercli.core.plaintext import make_harmless, make_plainer

        if _is_terminal(self.stderr):
            import textwrap

            width = self.width() - 1
            lines = (textwrap.wrap(line, width, break_on_hyphens=False) or [""] for line in text.split("\n"))
            text = "\n".join(part for parts in lines for part in parts)
        encoding = getattr(self.stderr, "encoding", None) or "utf-8"
        self.stderr.write(make_plainer(make_harmless(text), encoding) + "\n")
        self.stderr.flush()

    def hint(self, text: str) -> None:
        """Suggest what to do next, to a person only."""
        if _is_terminal(self.stderr) and self.is_terminal:
            self.tell(text)


def split_command(text: str, *, windows: bool) -> list[str]:
    """The words of a command. In Windows a backslash is part of a path. Raises ValueError where a quote is open."""
    import shlex

    words = shlex.shlex(text, posix=True, punctuation_chars=False)
    words.whitespace_split, words.commenters = True, ""
    if windows:
        words.escape, words.quotes = "", '"'
    return list(words)


def parse_lang(name: str, where: str) -> Lang:
    """The language that a user names: en, fr, fr_CA, FR. Raises UsageError for another."""
    short = name.strip().lower().replace("_", "-").partition(".")[0].partition("-")[0]
    for lang in LANGS:
        if short == lang:
            return lang
    raise UsageError(
        "`{name}` in {where} is not a language of this program", "Use `en` or `fr`.", name=name, where=where
    )


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
