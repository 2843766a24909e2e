"""The prompter that suits a terminal."""

from careercli.usecases.asking import Prompter
from careercli.world.runtime import Runtime


def make_prompter(runtime: Runtime) -> Prompter:
    """The prompter that suits the user's terminal; a test brings its own."""
    if runtime.prompter is not None:
        return runtime.prompter
    if runtime.accessible or runtime.env.get("TERM") == "dumb":
        from careercli.prompts.accessible import AccessiblePrompter

        return AccessiblePrompter(runtime)
    from careercli.prompts.early import EarlyPrompter

    return EarlyPrompter(runtime)
