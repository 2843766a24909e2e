"""How a report leaves: in the form asked for, its notes and what to do next on standard error."""

from collections.abc import Sequence

from msgspec.structs import replace

from careercli.commands.options import Format
from careercli.core.careers.reports import Action, Report
from careercli.core.text.plaintext import measure
from careercli.errors import UsageError
from careercli.world.runtime import Runtime

#: Actions whose careers are called by their names: more than a page tells.
NAMED = 12


def write_report(
    runtime: Runtime,
    report: Report,
    form: Format | None,
    *,
    json: bool = False,
    width: int | None = None,
    pager: bool = False,
    hinting: bool = True,
    numbered: bool = False,
) -> None:
    """Write a report to standard output in the form asked for; its notes, and what to do next, go to standard error.

    The rows of a table are `numbered` where the person is to choose one.
    """
    if json and form not in (None, Format.json):
        raise UsageError("`--json` and `--format {form}` exclude each other", "Give one of them.", form=form.value)
    if json:
        form = Format.json
    elif form is None:
        form = Format.table if _is_seen(runtime) and not runtime.accessible else Format.plain
    if form is Format.json:
        from careercli.export.json import export_json

        runtime.write(export_json(report, runtime.encoding, pretty=runtime.is_terminal))
        return
    for note in report.notes:
        runtime.tell(note)
    if report.notes and form is Format.table and runtime.is_terminal:
        runtime.tell("")  # the page stands apart
    if runtime.listener is not None:
        report, numbered = runtime.listener.hear(report)
        report = replace(report, actions=())  # they are its menu
    report = replace(report, actions=_in_names(runtime, report.actions))
    if report.lists_actions and _is_seen(runtime):  # what a page lists can be copied as what stands under it can
        report = replace(report, actions=tuple(_as_asked(runtime, action) for action in report.actions))
    columns = runtime.width(width) if width or form in (Format.table, Format.svg) else None
    leafed = pager and runtime.has_pager and runtime.listener is None
    screen = max(runtime.height - 1, 0) if leafed else 0  # its prompt has a line
    text = _text(runtime, report, form, columns, numbered=numbered and form is Format.table, screen=screen)
    runtime.write_paged(text, pager=pager and form in (Format.table, Format.plain))
    if report.actions and hinting and not report.lists_actions:
        noted = sum(measure(note) // runtime.width() + 1 for note in report.notes)
        beside = runtime.height - 1 - text.count("\n") - noted  # a page that fits the screen keeps its title there
        suggest(runtime, report.actions[: report.suggested], room=beside if leafed and beside >= 0 else None)


def suggest(runtime: Runtime, actions: Sequence[Action], *, room: int | None = None) -> None:
    """Say on standard error what can be done next, to a person only; nothing where there is nothing.

    Where it must not take more lines than there is `room`, the first things alone.
    """
    if not (actions and runtime.can_hint):
        return
    from careercli.pages.actions import foot

    shown = [_as_asked(runtime, action) for action in actions if _can_be_shown(action)]
    while shown:
        told = foot(shown, runtime.say, runtime.width() - 1, aloud=runtime.accessible)
        if room is None or told.count("\n") < room:
            runtime.hint(told, laid_out=not runtime.accessible)
            return
        shown.pop()


def _can_be_shown(action: Action) -> bool:
    """Whether a command can be read off a screen as it is: it has no backquote, and nothing that is not seen."""
    from careercli.core.text.plaintext import make_harmless

    return "`" not in action.line and make_harmless(action.line) == action.line


def _as_asked(runtime: Runtime, action: Action) -> Action:
    """An action for whom, in the language and the country that the command line named."""
    options = runtime.options
    named = (("--person", options.person), ("--lang", options.lang), ("--country", options.country))
    words = [word for option, value in named if value and option not in action.command for word in (option, value)]
    end = action.command.index("--") if "--" in action.command else len(action.command)
    return replace(action, command=(*action.command[:end], *words, *action.command[end:])) if words else action


def is_one_screen(runtime: Runtime, form: Format | None, *, json: bool) -> bool:
    """Whether somebody looks at what is written or hears it, so that a screen of it does; other forms have it whole."""
    return not json and (_is_seen(runtime) if form is None else form in (Format.table, Format.svg))


def _is_seen(runtime: Runtime) -> bool:
    return runtime.is_terminal or (runtime.colour_forced and runtime.colour)


def _in_names(runtime: Runtime, actions: Sequence[Action]) -> tuple[Action, ...]:
    """Actions for a reader: the first ones name what they open, and no page tells more of them.

    On a terminal ids stand where a line has no room for all names, else the command could not be copied whole.
    """
    if not actions:
        return ()
    from careercli.core.text.plaintext import measure
    from careercli.usecases.names import in_fewer_names

    def has_room(action: Action) -> bool:
        return not runtime.is_terminal or measure(_as_asked(runtime, action).line) < runtime.width()

    def name(action: Action) -> Action:
        for command in in_fewer_names(runtime.catalogue, action.command, runtime.lang):
            named = replace(action, command=command)
            if has_room(named):
                break
        return named

    return (*map(name, actions[:NAMED]), *actions[NAMED:])


def _text(runtime: Runtime, report: Report, form: Format, width: int | None, *, numbered: bool, screen: int) -> str:
    from careercli.core.text.page import map_texts
    from careercli.core.text.plaintext import fits, make_harmless, make_plainer
    from careercli.pages import lay_out

    encoding = runtime.encoding
    marks = (
        {} if form in (Format.table, Format.svg) else {ord("⟦"): None, ord("⟧"): None}
    )  # found words are set off by colour
    laid_out = lay_out(report, runtime.say)
    if runtime.listener is not None:
        laid_out = map_texts(laid_out, runtime.listener.in_keys)
    if numbered:
        from careercli.pages.numbered import number_rows  # only where somebody chooses

        laid_out = number_rows(laid_out)
    page = map_texts(laid_out, lambda text: make_plainer(make_harmless(text.translate(marks)), encoding))
    if form is Format.csv:
        from careercli.export.csv import export_csv

        return make_harmless(export_csv(report, page))
    if form is Format.markdown:
        from careercli.export.markdown import export_markdown

        return export_markdown(page)
    if form is Format.plain:
        from careercli.export.plain import export_plain

        if not runtime.accessible:
            return export_plain(page)
        from careercli.pages.aloud import read_aloud

        text = export_plain(read_aloud(page, runtime.say), aligned=False)
        return _wrapped(text, width or runtime.width()) if width or runtime.is_terminal else text
    if form is Format.svg:
        from careercli.render.svg import draw_svg

        return draw_svg(page, width=width or 80, palette=runtime.palette, title=f"careers {report.command}")
    from careercli.render.terminal import render_page

    boxes = fits("─━", encoding) and not runtime.accessible
    return render_page(
        page,
        width=width or 80,
        colour=runtime.colour,
        boxes=boxes,
        palette=runtime.palette,
        colours=runtime.colours,
        screen=screen,
    )


def _wrapped(text: str, width: int) -> str:
    """Lines broken at spaces alone, each part as far in as its line."""
    import textwrap

    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        parts = textwrap.wrap(
            line, width, break_long_words=False, break_on_hyphens=False, initial_indent="", subsequent_indent=indent
        )
        lines += parts or [""]
    return "\n".join(lines)
