"""Walks from page to page: draws one, shows its menu, does what is pressed."""

import gc
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property

from msgspec.structs import replace

from careercli.core.careers.reports import Report, command_line
from careercli.core.quiz.explaining import EXPLAIN, EXPLAIN_LAST
from careercli.core.text.plaintext import capitalized, measure
from careercli.errors import ClosedPipeError, ExitCode, TerminatedError
from careercli.explorer import menu, own_pages, sheets
from careercli.explorer.asking import Asker
from careercli.explorer.finding import ITEM, PAGE, find_things
from careercli.explorer.last import Last, load_last, save_last
from careercli.explorer.menu import Item, Menu, Move, Place
from careercli.explorer.pages import career_of, has_sections, is_kept, items_of, show, title_of
from careercli.explorer.reading import PageText
from careercli.explorer.trail import TRAIL, Page
from careercli.explorer.watching import Watched
from careercli.prompts.make import keys_held, make_prompter
from careercli.prompts.press import draw_menu
from careercli.usecases.asking import EndOfInputError, StepBackError
from careercli.usecases.names import in_names
from careercli.world.origins import say_setting
from careercli.world.runtime import Runtime
from careercli.world.signals import ENDING, handled, put_off

#: Runs a command line in a world; its exit code.
Dispatch = Callable[[Sequence[str], Runtime], ExitCode]
#: Shows a report in a world.
Write = Callable[[Runtime, Report], None]
#: Lines of a screen under which a page is not parted: too few would stay beside the menu.
LEAST_HEIGHT = 8
#: What commands say of an error, and what next, at most.
SAID = 4
#: Options that give all of a page, and the key that does.
WHOLE, WHOLE_KEY = (EXPLAIN_LAST, EXPLAIN, "--full"), "w"
#: The page of the settings.
SETTINGS = ("config",)
#: What tells of the keys.
HELP = ("help", "keys")


class Explorer:
    """A walk; it listens to what the commands say that it runs."""

    def __init__(self, runtime: Runtime, dispatch: Dispatch, write: Write, verbs: Collection[str]) -> None:
        self._dispatch = dispatch
        self._write = write
        self._world = runtime
        self._verbs = verbs
        self._library = runtime.catalogue
        self._take_settings()
        self._trail: list[Page] = []
        self._first = 0  # row of a list that is about to be shown
        self._size = 0  # rows of a sheet, as the page was drawn
        self._page = PageText()
        self._heard: Report | None = None
        self._text = ""
        self._interrupted = False
        self._last = load_last(runtime.cache_dir)

    def _take_settings(self) -> None:
        """Go on by the settings as they are now: of the language, the country, the colors."""
        self._runtime = self._world.with_options()
        self._prompter = Watched(make_prompter(self._runtime))
        self._runtime.listener, self._runtime.prompter = self, self._prompter
        self._asker = Asker(self._runtime, self._library, self._prompter)

    # what commands say

    def hear(self, report: Report) -> tuple[Report, bool]:
        """A report is about to be shown; of a list one sheet is, whose rows are numbered."""
        self._heard, self._size = report, sheets.size_for(self._runtime.height)
        return sheets.part_of(report, self._first, self._size), bool(sheets.rows_of(report))

    def in_keys(self, text: str) -> str:
        """A text that names the key by which all of it is read."""
        for option in WHOLE:
            text = text.replace(f"`{option}`", f"`{WHOLE_KEY}`")
        return text

    def show(self, text: str) -> None:
        """Show a page, once it is known which menu stands under it."""
        self._text = text
        self._page.show(text)

    def _read_on(self) -> None:
        """Write as much of the page as the screen holds beside its menu, the rest when it is asked for."""
        world = self._runtime
        if world.accessible or world.is_dumb or world.height < LEAST_HEIGHT:
            text = self._page.read_on()
        else:
            text = self._page.read_on(self._room(unread=False), self._room(unread=True))
        world.write(text)
        self._prompter.covered = False

    def _room(self, *, unread: bool) -> int:
        """The lines that the menu of a page leaves, where it is to be read on or is not."""
        return max(self._runtime.height - len(draw_menu(self._runtime, self._menu(unread=unread))), 1)

    # the walk

    def walk(self) -> None:
        """Walk until the person leaves. Raises KeyboardInterrupt by Ctrl-C."""
        if not gc.isenabled():  # a command lives too shortly for it, an explorer does not
            gc.freeze()
            gc.enable()
        with keys_held(self._world), self._noting_interrupts():
            try:
                self._enter(Place.HOME, "")
                with suppress(EndOfInputError):
                    while self._step():
                        pass
            finally:
                save_last(self._runtime.cache_dir, self._last)

    @contextmanager
    def _noting_interrupts(self) -> Iterator[None]:
        """A command that is interrupted only says that it was left: whether by Ctrl-C is known here."""

        def interrupt() -> None:
            self._interrupted = True
            raise KeyboardInterrupt

        with handled({"SIGINT": interrupt}):
            yield

    def _step(self) -> bool:
        """One key; False where it leaves."""
        if self._page.is_new:
            self._read_on()
        shown = self._menu(unread=self._page.unread > 0)
        key = self._prompter.press(shown)
        if key == Move.LEAVE:
            return False
        lines, written = self._page.lines, self._page.written
        with suppress(StepBackError):  # of a question on the way: the page remains
            self._do(key, shown)
        if self._prompter.covered and not self._page.is_new:
            self._draw_again(lines, written)
        return True

    def _draw_again(self, lines: list[str], written: int) -> None:
        """The page, which a question has scrolled away, under what was said meanwhile."""
        self._prompter.covered = False
        page = self._trail[-1]
        if page.place:
            self._runtime.write(own_pages.text_of(page.place, page.title, self._runtime, self._library))
        else:
            self._page.show_again(lines, written, above=SAID)

    def _do(self, key: str, shown: Menu) -> None:
        item = next((item for item in shown.items if item.key == key), None)
        if item:
            self._open_item(item)
        elif key == Move.READ and self._page.unread:
            self._read_on()
        elif key in (Move.READ, Move.MORE):
            self._turn()
        elif key == Move.BACK:
            self._go_back()
        elif key == Move.HOME:
            self._trail = self._trail[:2]
            self._go_back()
        elif key == Move.HELP:
            self._help()
        elif key.startswith(Move.SEARCH):
            self._search(shown, key.removeprefix(Move.SEARCH))

    def _turn(self) -> None:
        """The next choices of the page: of a list its next rows."""
        page = self._trail[-1]
        if page.report and sheets.rows_of(page.report):
            self._first = sheets.next_after(page.report, page.first, self._size)
            self._trail[-1] = page._replace(first=self._first, read=0)
            self._write(self._runtime, page.report)
        else:
            self._trail[-1] = page._replace(sheet=page.sheet + 1)

    def _menu(self, *, unread: bool) -> Menu:
        """The menu of the page; its own items are folded away while there is something `unread`."""
        say, page = self._runtime.say, self._trail[-1]
        all_items, following = sheets.choices_of(page.report, self._items(page), page.first, self._size)
        drawn = not (self._runtime.accessible or self._runtime.is_dumb)
        if not drawn:  # nothing has numbers of its own
            all_items = [item._replace(key="") if item.key.isdigit() else item for item in all_items]
        items, count = menu.number(menu.available(all_items, self._verbs, say), 0 if following[1] else page.sheet)
        listed = sheets.listed_in(page.report, items, page.sheet) if drawn else 0
        folded = menu.fold(items if has_sections(page.report) or listed else (), say, listed=listed) if unread else ()
        at_home = len(self._trail) == 1
        moves = menu.moves(
            say,
            at_home=at_home,
            sheets=count,
            folded=folded,
            listed=0 if unread else listed,
            following=following,
            total=len(sheets.rows_of(page.report)),
            sheet=page.sheet,
        )
        if at_home and drawn:
            moves = menu.told_of_letters(moves, say)
        return Menu(
            where=" › ".join(before.title for before in self._trail[-3:]),
            items=items,
            moves=moves,
            command=self._command(page),
            folded=unread,
            listed=listed,
            searches=page.place is Place.HOME,
        )

    def _command(self, page: Page) -> str:
        """What shows the page without all this: of answers their result; empty where nothing does."""
        command = page.command
        if page.asks:
            explained = ("--explain",) if getattr(page.report, "explain", False) else ()
            has_result = own_pages.has_result(self._runtime, page.result)
            command = ("quiz", "--history", page.result, *explained) if has_result else ()
        named = command_line(*in_names(self._library, command, self._runtime.lang)) if command else ""
        return named if measure(named) < self._runtime.width() else command_line(*command)

    @cached_property
    def _guides_alone(self) -> set[str]:
        """The fields without occupations: all cards are read for them, once."""
        return own_pages.fields_of_guides(self._library, self._runtime.say, self._runtime.country)

    def _items(self, page: Page) -> list[Item]:
        say = self._runtime.say
        if page.report:
            kept = page.kept
            kept = kept if kept and own_pages.has_result(self._runtime, kept) else ""
            return items_of(page.report, self._library, say, own_pages.own(self._runtime), kept)
        if page.place is Place.FIELDS:
            return list(menu.of_fields(own_pages.fields(self._library, say), say, self._guides_alone))
        if page.place is Place.SUBJECTS:
            return list(menu.of_subjects(own_pages.subjects(self._library, say)))
        return [*menu.home(say), *own_pages.besides(self._runtime, self._library, self._last)]

    # opening

    def _open_item(self, item: Item) -> None:
        if item.place is Place.SEARCH:
            self._search(self._menu(unread=False))
            return
        if item.place:
            self._enter(item.place, item.label)
            return
        command = self._asker.complete(item, self._trail[-1].report)
        if item.command == ("show",):
            command = show(command[1])
        if "--explain" in command and self._explain(item.label):
            return
        if item.stays:
            self._change(command)
        else:
            self._open(command, item.label)

    def _change(self, command: tuple[str, ...]) -> None:
        """Run a command that changes something; the page remains, but a list that it changes is shown anew."""
        lines, written = self._page.lines, self._page.written
        code, page = self._run(command), self._trail[-1]
        if page.command == SETTINGS and code is ExitCode.DONE:
            said = say_setting(self._world.with_options(), command[2]) if command[0] == "config" else self._text.strip()
            self._take_settings()
            self._trail = [Page(self._runtime.say("Home"), place=Place.HOME)]
            self._open(page.command, capitalized(self._runtime.say("settings")))
            self._runtime.tell(said)  # again, for the page is new
            return
        if self._page.is_new:  # what it says stands under the page
            self._runtime.write(self._page.read_on())
        self._page.lines, self._page.written = lines, written
        if code is not ExitCode.DONE:
            return
        if page.command[:1] == ("mine",) and self._run(page.command) is ExitCode.DONE:
            self._trail[-1] = page._replace(report=self._heard)
        if command[0] == "hide":
            self._trail = [page._replace(text="") if page.request else page for page in self._trail]
            self._match_anew()

    def _match_anew(self) -> bool:
        """Show the careers that fit without those that are not for the person any more; False on another page."""
        page = self._matched(self._trail[-1])
        if page:
            self._trail[-1] = page
        return page is not None

    def _explain(self, label: str) -> bool:
        """Show all that is known of the careers that fit, as the page has them; False on another page."""
        before = self._trail[-1]
        if before.request is None:
            return False
        self._trail[-1] = before._replace(read=self._page.written)
        self._page.clear()
        self._prompter.begin()
        page = self._matched(before, explain=True, pivots=True)
        assert page
        self._trail.append(page._replace(title=capitalized(label), read=0))
        return True

    def _matched(self, page: Page, **changes: bool) -> Page | None:
        """A page of the careers that fit as it is now, its request with some `changes`; None of another page."""
        request = page.request
        if request is None or page.report is None:
            return None
        from careercli.usecases.quiz.interests import MatchRequest, match_interests  # a quiz has brought it already

        assert isinstance(request, MatchRequest)
        report = match_interests(self._library, replace(request, **changes))
        seen = [action for action in page.report.actions if action.id == "history"]
        report = replace(report, actions=(*report.actions, *seen))
        self._write(self._runtime, report)
        return page._replace(report=report, text=self._text)

    def _search(self, shown: Menu, typed: str = "") -> None:
        items = [item for item in (*shown.items, *menu.anywhere(self._runtime.say)) if not item.missing]
        items = [item for item in items if item.place is not Place.SEARCH]
        find = find_things(self._library, self._asker.request, items, keyed=shown.searches)
        found = self._prompter.search(self._runtime.say("Search"), find, typed)
        kind, _, value = found.partition(":")
        if kind == ITEM:
            self._open_item(items[int(value)])
        elif kind == PAGE:
            verb, *name = value.split(" ", 1)
            self._open((verb, *name), *name or (verb,))
        else:
            self._open(show(value), value)

    def _open(self, command: tuple[str, ...], label: str) -> None:
        """Open the page of a command; where it gives none, the page before remains."""
        read = self._page.written
        self._prompter.begin()
        if self._run(command) is not ExitCode.DONE or self._heard is None:
            return
        report = self._heard
        page = Page(
            title_of(report, label, self._runtime.say),
            command,
            report=report,
            text=self._text if Page("", command).asks else "",
            result=own_pages.latest_result(self._runtime) if is_kept(report) else "",
        )
        if about := career_of(report):
            self._last = Last(about)
        before = self._trail[-1] = self._trail[-1]._replace(read=read)
        if (page.is_section and before.is_section) or (page.is_retried and before.is_retried):
            self._trail.pop()  # from section to section, from limit to limit: back leads to what was before
        self._trail = [*self._trail[:1], *self._trail[1:][-TRAIL:], page]

    def _enter(self, place: Place, label: str) -> None:
        """A page of the explorer's own."""
        self._page.clear()
        self._prompter.begin()
        self._prompter.covered = False
        self._runtime.write(own_pages.text_of(place, label, self._runtime, self._library))
        title = self._runtime.say("Home") if place is Place.HOME else capitalized(label)
        self._trail.append(Page(title, place=place))

    def _go_back(self) -> None:
        self._trail.pop()
        page = self._trail[-1]
        self._page.clear()
        if page.place:
            self._trail.pop()
            self._enter(page.place, page.title)
            self._trail[-1] = self._trail[-1]._replace(sheet=page.sheet)
            return
        self._prompter.begin()
        if page.text:  # it was asked for, and is not asked again
            self.show(page.text)
        elif not self._match_anew():
            self._run(page.command, page.first)
        self._page.resume = page.read

    def _run(self, command: tuple[str, ...], first: int = 0) -> ExitCode:
        """Run a command, to show a list from its `first` row; what ends the explorer with it is raised."""
        self._heard, self._text, self._prompter.left, self._first = None, "", None, first
        if not self._page.is_new:
            self._page.clear()
        code = self._dispatch(command, self._runtime)
        if code in (ExitCode.TERMINATED, ExitCode.HUNG_UP):
            raise TerminatedError(code)
        if code is ExitCode.CLOSED_PIPE:
            raise ClosedPipeError
        if self._interrupted or (code is ExitCode.CANCELLED and self._prompter.left is KeyboardInterrupt):
            raise KeyboardInterrupt
        if code is ExitCode.CANCELLED and self._prompter.left is EndOfInputError:
            raise EndOfInputError
        return code

    def _help(self) -> None:
        if self._trail[-1].command != HELP:
            self._open(HELP, capitalized(self._runtime.say("help")))


def explore(runtime: Runtime, dispatch: Dispatch, write: Write, verbs: Collection[str]) -> None:
    """Let the person wander until they leave. Raises KeyboardInterrupt by Ctrl-C."""
    try:
        Explorer(runtime, dispatch, write, verbs).walk()
    finally:
        with put_off(*ENDING):  # a second Ctrl-C is no reason to leave it as it is
            if not runtime.accessible:
                runtime.stderr.write("\x1b[?2004l")  # whatever was left half-way: a paste is a paste again
                runtime.stderr.flush()
