"""The outside world as one object: streams, terminal, width, language, folders, settings."""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TextIO

from careercli.core.text.languages import SOURCE, Lang
from careercli.errors import CareersError, ClosedPipeError, Message, UsageError
from careercli.files.folders import NOWHERE, find_folder
from careercli.files.lock import say_nothing
from careercli.locale import Say, languages
from careercli.profile.where import PEOPLE
from careercli.world.options import PALETTES, Folders, Listener, Options, parse_country, parse_lang
from careercli.world.streams import has_descriptor, is_terminal, output_refused, typed_words

if TYPE_CHECKING:
    from careercli.library.catalogue import Catalogue
    from careercli.usecases.asking import Prompter
    from careercli.world.settings import Loaded

#: Columns that no line is wider than.
MAX_WIDTH = 1000
#: Letters of the name of a person.
MAX_PERSON = 60
#: The codes by which each palette sets off commands, as pages do.
_COMMANDS = {"auto": "1;36", "contrast": "1;36", "mono": "1;4"}
#: Values of a variable that turn it off. `NO_COLOR` has none: by its own rule any value counts.
_OFF = ("0", "false", "no", "off", "non", "n", "f")


class Runtime:
    """What a command may ask of the world. Tests make one with streams, folders, a clock and answers of their own."""

    def __init__(
        self,
        *,
        env: Mapping[str, str] | None = None,
        stdin: TextIO | None = None,
        stdout: TextIO | None = None,
        stderr: TextIO | None = None,
        folders: Folders | None = None,
        now: Callable[[], datetime] = datetime.now,
        prompter: "Prompter | None" = None,
        options: Options | None = None,
    ) -> None:
        self.env = os.environ if env is None else env
        self.stdin = stdin if stdin is not None else sys.stdin
        self.stdout = stdout if stdout is not None else sys.stdout
        self.stderr = stderr if stderr is not None else sys.stderr
        self._folders = folders
        self.now = now
        self.prompter = prompter
        self.options = options or Options()
        #: Who is told of each report, and shows its page, in place of the pager.
        self.listener: Listener | None = None

    def with_options(self, **changes: Any) -> "Runtime":
        """The same world, asked for something else; what is asked for already stays where nothing else is.

        What is open stays open: an explorer runs a thousand commands.
        """
        asked = {name: value for name, value in changes.items() if value}
        other = Runtime(
            env=self.env,
            stdin=self.stdin,
            stdout=self.stdout,
            stderr=self.stderr,
            folders=self._folders,
            now=self.now,
            prompter=self.prompter,
            options=self.options._replace(**asked),
        )
        other.listener = self.listener
        if "catalogue" in self.__dict__:
            other.__dict__["catalogue"] = self.catalogue
        return other

    @property
    def no_input(self) -> bool:
        """Whether nothing may be asked."""
        return self.options.no_input

    @property
    def debug(self) -> bool:
        """Whether the traceback of an internal error is wanted."""
        return self.options.debug

    # language and settings

    @cached_property
    def lang(self) -> Lang:
        """`--lang`, then `CAREERS_LANG`, then the settings, then the locale, then English."""
        if self.options.lang is not None:
            return parse_lang(self.options.lang, "--lang")
        if named := self.env.get("CAREERS_LANG"):
            return parse_lang(named, "CAREERS_LANG")
        if named := self.setting("lang"):
            return parse_lang(str(named), "config.toml")
        for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
            if value := self.env.get(variable):
                return next((lang for lang in languages() if value.lower().startswith(lang)), SOURCE)
        return SOURCE

    @cached_property
    def say(self) -> Say:
        """The program's words in the language of the user; names of countries come from the catalogue."""
        today = self.now().date().isoformat()
        return Say(self.lang, lambda kind, lang: self.catalogue.labels(kind, lang), today)  # noqa: PLW0108 - when asked

    @cached_property
    def country(self) -> str:
        """`--country`, then the settings, then the country of the language: its code, also where a name is given."""
        given = self.options.country or self.setting("country")
        if not given:
            return self.say.country
        return parse_country(
            self.catalogue, self.lang, str(given), "" if self.options.country else str(self.config_file)
        )

    @property
    def config_file(self) -> Path:
        """The file of the settings; it need not be there."""
        return self.config_dir / "config.toml"

    @cached_property
    def _settings(self) -> "Loaded | None":
        path = self.config_file
        try:
            if not path.exists():
                return None
        except OSError:
            pass  # a folder that cannot be entered: it is told when the file is read
        from careercli.world.settings import load_settings  # only for those who have settings

        return load_settings(path)

    def setting(self, name: str) -> Any:
        """A value of `config.toml`, or None: `lang`, `color`, `pager` or `accessible`."""
        return getattr(self._settings.settings, name) if self._settings else None

    def check_settings(self) -> None:
        """Refuse a broken `config.toml`. Help and errors are told in spite of it. Raises DataError."""
        if problem := self.settings_problem:
            raise problem

    @property
    def settings_problem(self) -> CareersError | None:
        """What is wrong with `config.toml`, if anything is."""
        return self._settings.problem if self._settings else None

    # folders

    @cached_property
    def folders(self) -> Folders:
        """The folders of the user's system, unless others are given."""
        if self._folders is not None:
            return self._folders
        return Folders(find_folder("config"), find_folder("data"), find_folder("cache"))

    @property
    def config_dir(self) -> Path:
        """Own roles and settings."""
        return self.folders.config

    @property
    def cache_dir(self) -> Path:
        """What can be made again."""
        return self.folders.cache

    @property
    def data_dir(self) -> Path:
        """The user's answers and imported data sets."""
        return self.folders.data

    @cached_property
    def person(self) -> str:
        """Who is meant, by `--person` or `CAREERS_PERSON`, in small letters; empty where nobody is named.

        Raises UsageError for a name that is none.
        """
        named = self.options.person if self.options.person is not None else self.env.get("CAREERS_PERSON", "")
        if self.options.person is None and not named:
            return ""
        from careercli.core.text.ids import is_reserved, make_slug

        slug = make_slug(typed_words([named])[0])
        if not 0 < len(slug) <= MAX_PERSON or is_reserved(slug):
            raise UsageError(
                "`{name}` cannot name a person", "Use 1 to {most} letters and digits.", name=named, most=MAX_PERSON
            )
        return slug

    @property
    def person_dir(self) -> Path:
        """Where the file of the person is: in the data folder, or in one of it. Raises as `person` does."""
        if not self.person or self.data_dir == NOWHERE:
            return self.data_dir
        return self.data_dir / PEOPLE / self.person

    @cached_property
    def catalogue(self) -> "Catalogue":
        """All that is known, opened when it is first asked for."""
        from careercli.compiler.locate import locate
        from careercli.library.catalogue import Catalogue

        where = locate(self.config_dir, self.cache_dir)
        if "_CAREERS_COMPLETE" in self.env:  # a TAB must never print an error
            return Catalogue(where)
        if self.data_dir == NOWHERE:
            self.tell(self.say("There is no home folder, so nothing is kept. Set HOME to a folder of yours."))
        warn = say_nothing if NOWHERE in (self.config_dir, self.data_dir) else self.tell
        return Catalogue(where, self.imported, self.hint, warn)

    @property
    def imported(self) -> Path:
        """The database of the data sets that the user has imported; it need not be there."""
        return self.data_dir / "imported.sqlite"

    # streams

    @cached_property
    def is_terminal(self) -> bool:
        """Whether what we write is seen on a terminal."""
        return is_terminal(self.stdout)

    @cached_property
    def can_ask(self) -> bool:
        """Whether there is somebody to answer a prompt."""
        return not self.no_input and is_terminal(self.stdin) and is_terminal(self.stderr)

    @cached_property
    def can_redraw(self) -> bool:
        """Whether something that moves, such as a progress bar, may be drawn on standard error."""
        return not self.accessible and self.env.get("TERM") != "dumb" and is_terminal(self.stderr)

    @cached_property
    def accessible(self) -> bool:
        """Numbered text prompts, no boxes, nothing redrawn."""
        return self.asks_accessible or (not self.env.get("ACCESSIBLE") and self.setting("accessible") is True)

    @property
    def asks_accessible(self) -> bool:
        """Whether the command line or the environment asks for it, whatever the settings say."""
        named = self.env.get("ACCESSIBLE", "").strip().casefold()
        return self.options.accessible or bool(named and named not in _OFF)

    @cached_property
    def colour(self) -> bool:
        """Whether colour and bold may be used on standard output."""
        if self.options.no_color or self.env.get("NO_COLOR"):
            return False
        if self.colour_forced:
            return True
        if self.setting("color") is False or self.env.get("CLICOLOR") == "0":
            return False
        return self.is_terminal and self.env.get("TERM") != "dumb"

    @property
    def colour_forced(self) -> bool:
        """Whether the environment wants colour even where there is no terminal."""
        named = (self.env.get("CLICOLOR_FORCE", ""), self.env.get("FORCE_COLOR", ""))
        return any(value and value.casefold() not in _OFF for value in named)

    @property
    def colours(self) -> Literal["standard", "256", "truecolor"]:
        """How many colours the terminal says that it has."""
        if self.env.get("COLORTERM", "").casefold() in ("truecolor", "24bit"):
            return "truecolor"
        return "256" if "256" in self.env.get("TERM", "") else "standard"

    @property
    def palette(self) -> str:
        """`auto`, `contrast` or `mono`, by the command line, then the settings."""
        return str(self.options.palette or self.setting("palette") or PALETTES[0])

    @property
    def encoding(self) -> str:
        """The encoding of standard output."""
        return getattr(self.stdout, "encoding", None) or "utf-8"

    def width(self, asked: int | None = None) -> int:
        """Columns to write in, from 20 to MAX_WIDTH: asked for, else those of the terminal, else 80."""
        if asked:
            return max(asked, 20)
        columns = self.env.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and int(columns[:9]):
            return min(max(int(columns[:9]), 20), MAX_WIDTH)
        try:
            seen = os.get_terminal_size(self.stdout.fileno()).columns if self.is_terminal else 0
            return min(max(seen, 20), MAX_WIDTH) if seen else 80  # some terminals don't know their size
        except (OSError, ValueError, AttributeError):
            return 80

    @property
    def height(self) -> int:
        """Lines of the terminal; 0 where there is none, or it does not know."""
        try:
            return os.get_terminal_size(self.stdout.fileno()).lines if self.is_terminal else 0
        except (OSError, ValueError, AttributeError):
            return 0

    def read_bytes(self, most: int) -> bytes:
        """What standard input holds, at most so many bytes; nothing where it is closed."""
        if self.stdin is None:
            return b""
        binary = getattr(self.stdin, "buffer", None)
        return bytes(binary.read(most)) if binary else self.stdin.read(most).encode()[:most]

    def write(self, text: str) -> None:
        """Write data to standard output."""
        if self.stdout is None:
            return
        from careercli.core.text.plaintext import make_plainer

        try:
            self.stdout.write(make_plainer(text, self.encoding))
            self.stdout.flush()
        except BrokenPipeError:  # Typer would exit with 1
            raise ClosedPipeError from None
        except OSError as error:
            raise output_refused(error) from None

    def write_paged(self, text: str, *, pager: bool) -> None:
        """Write data through the user's pager, where there is a terminal and one is wanted. A page is never lost."""
        if self.listener is not None:
            self.listener.show(text)
            return
        command = self.pager_command if pager and self.is_terminal and has_descriptor(self.stdout) else None
        if not command or self.stdout is None:
            self.write(text)
            return
        from careercli.core.text.plaintext import make_plainer
        from careercli.world.pager import pager_env, show_in_pager

        prompt = make_plainer(self.say("Space for more, b for back, q to leave"), self.encoding)
        end = make_plainer(self.say("The end; b for back, q to leave"), self.encoding)
        page = make_plainer(text, self.encoding).encode(self.encoding, "replace")
        self.flush()
        if not show_in_pager(command, page, pager_env(self.env, prompt, self.encoding, end=end), self.stdout):
            self.write(text)
            self.tell(self.say("The pager `{name}` failed: the page is written without it.", name=command[0]))

    @property
    def is_dumb(self) -> bool:
        """Whether what we write is seen on a terminal that can only go on."""
        return self.is_terminal and self.env.get("TERM") == "dumb"

    @property
    def has_pager(self) -> bool:
        """Whether a long page can be leafed through."""
        return self.is_terminal and bool(self.pager_command)

    @property
    def pager_command(self) -> list[str]:
        """The user's pager; empty where there is to be none."""
        if self.env.get("TERM") == "dumb" or self.accessible or self.setting("pager") is False:
            return []
        from careercli.world.pager import parse_pager

        return parse_pager(str(self.setting("pager") or self.env.get("PAGER") or "less"))

    def flush(self) -> None:
        """Hand over what is written. Raises ClosedPipeError, or SystemRefusedError where data cannot be written."""
        if self.stdout is not None:
            try:
                self.stdout.flush()
            except BrokenPipeError:
                raise ClosedPipeError from None
            except OSError as error:
                raise output_refused(error) from None
        if self.stderr is not None:
            with contextlib.suppress(OSError):  # what is told is no data
                self.stderr.flush()

    def tell(self, said: str | Message, *, set_off: str = "", laid_out: bool = False) -> None:
        """Say something that is not data, on standard error; a code of the terminal may `set_off` commands in it.

        What is `laid_out` keeps its lines: a command that is longer than one is broken by the terminal alone.
        """
        if self.stderr is None:
            return
        text = said if isinstance(said, str) else self.say.of(said)
        from careercli.core.text.plaintext import make_harmless, make_plainer, wrap_told

        if is_terminal(self.stderr) and not laid_out:
            text = wrap_told(text, self.width() - 1)
        encoding = getattr(self.stderr, "encoding", None) or "utf-8"
        text = make_plainer(make_harmless(text), encoding)
        if set_off:
            text = re.sub("`([^`]+)`", f"\x1b[{set_off}m\\1\x1b[0m", text)
        with contextlib.suppress(OSError):
            self.stderr.write(text + "\n")
            self.stderr.flush()

    @property
    def can_hint(self) -> bool:
        """Whether a person sees what is suggested, and no menu says it."""
        return self.listener is None and is_terminal(self.stderr) and self.is_terminal

    def hint(self, said: str | Message, *, laid_out: bool = False) -> None:
        """Suggest what to do next, to a person only; if `laid_out` in lines of its own."""
        if self.can_hint:
            coloured = self.colour and not self.accessible
            self.tell(said, set_off=_COMMANDS.get(self.palette, "") if coloured else "", laid_out=laid_out)
