"""The prompter that suits a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager

from careercli.usecases.asking import Prompter
from careercli.world.runtime import Runtime


def make_prompter(runtime: Runtime) -> Prompter:
    """The prompter that suits the user's terminal; a test brings its own."""
    if runtime.prompter is not None:
        return runtime.prompter
    if _reads_lines(runtime):
        from careercli.prompts.accessible import AccessiblePrompter

        return AccessiblePrompter(runtime)
    from careercli.prompts.on_terminal import TerminalPrompter

    return TerminalPrompter(runtime)


def _reads_lines(runtime: Runtime) -> bool:
    return runtime.accessible or runtime.env.get("TERM") == "dumb"


@contextmanager
def keys_held(runtime: Runtime) -> Iterator[None]:
    """Keep what is typed between two questions from the screen, where keys are read one by one."""
    if runtime.prompter is not None or _reads_lines(runtime):
        yield
        return
    from careercli.prompts.keyboard import Keyboard
    from careercli.world.signals import suspendable

    keyboard = Keyboard(runtime.stdin)
    try:
        with suspendable(keyboard.give_back, keyboard.take, begin=keyboard.take):
            yield
    finally:
        keyboard.give_back()
