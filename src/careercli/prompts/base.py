"""What a prompter can do, whichever way it asks."""

from careercli.runtime import Prompter, Runtime

#: What the user may choose beside an answer.
BACK, SKIP, QUIT = "back", "skip", "quit"
#: What is pressed for them; answers have their numbers.
KEYS = {BACK: "b", SKIP: "s", QUIT: "q"}


def make_prompter(runtime: Runtime) -> Prompter:
    """The prompter that suits the user's terminal; a test brings its own."""
    if runtime.prompter is not None:
        return runtime.prompter
    if runtime.accessible or runtime.env.get("TERM") == "dumb":
        from careercli.prompts.accessible import AccessiblePrompter

        return AccessiblePrompter(runtime)
    from careercli.prompts.early import EarlyPrompter

    return EarlyPrompter(runtime)


__all__ = ["BACK", "KEYS", "QUIT", "SKIP", "Prompter", "make_prompter"]
