"""How bash, zsh and fish are told to ask the program at a TAB: scripts, forms of answers, and where a script goes."""

from pathlib import Path

from typer._click.shell_completion import CompletionItem, ShellComplete, add_completion_class, split_arg_string

from careercli.files.atomic import naming, write_atomically
from careercli.world.runtime import Runtime

#: Where a shell puts the line as it is typed up to the cursor; Typer's own scripts name it so.
LINE = "_TYPER_COMPLETE_ARGS"
#: What sends the output of a command to a file.
REDIRECTING = frozenset("<>")

_BASH = """
_careers_completion() {
    local IFS=$'\\n'
    COMPREPLY=( $(_TYPER_COMPLETE_ARGS="${COMP_LINE:0:COMP_POINT}" _CAREERS_WORD="$2" \\
        _CAREERS_COMPLETE=complete_bash "$1" 2>/dev/null) )
    if [[ ${#COMPREPLY[@]} -eq 1 && "${COMPREPLY[0]}" == */ ]]; then compopt -o nospace; fi
    return 0
}
complete -o nosort -F _careers_completion careers
"""

_ZSH = """
#compdef careers
(( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
_careers_completion() {
    local line
    local -a described folders
    for line in "${(@f)$(_TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" _CAREERS_COMPLETE=complete_zsh \\
        $words[1] 2>/dev/null)}"; do
        if [[ $line == */ ]]; then folders+=("$line"); elif [[ -n $line ]]; then described+=("$line"); fi
    done
    (( $#folders )) && compadd -Q -S '' -a folders
    (( $#described )) && _describe -V careers described
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    _careers_completion "$@"
else
    compdef _careers_completion careers
fi
"""

_FISH = """
function __careers_completion
    _TYPER_COMPLETE_ARGS=(commandline -cp) _CAREERS_COMPLETE=complete_fish careers 2>/dev/null
end
complete --command careers --no-files --keep-order --arguments '(__careers_completion)'
"""


class _Shell(ShellComplete):
    """A shell that hands over the line up to the cursor, and takes an offer a line."""

    source_template = ""

    @property
    def runtime(self) -> Runtime:
        """The outside world, as `complete` handed it over."""
        runtime = self.ctx_args["obj"]
        assert isinstance(runtime, Runtime)
        return runtime

    def source_vars(self) -> dict[str, str]:
        """The scripts are whole."""
        return {}

    def format_completion(self, item: CompletionItem) -> str:
        """An offer without what it means."""
        return str(item.value)

    def get_completion_args(self) -> tuple[list[str], str]:
        line = self.runtime.env.get(LINE, "")
        words = split_arg_string(line)[1:]
        if words and (not line[-1:].isspace() or line.count('"') % 2 or line.count("'") % 2):
            return words[:-1], words[-1]
        return words, ""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What is offered for a value after `--option=` begins with the option, as the word does."""
        offers = super().get_completions(args, incomplete)
        for offer in offers:
            if offer.help and str(offer.value).startswith("-"):
                offer.help = self.runtime.say(offer.help)
        option, equals, _ = incomplete.partition("=")
        if not (equals and option.startswith("-")):
            return offers
        return [CompletionItem(f"{option}={item.value}", help=item.help) for item in offers]


class _Bash(_Shell):
    name = "bash"
    source_template = _BASH

    def complete(self) -> str:
        """Bash breaks words at `=` and `:` too, knows no descriptions, and would obey a `>` that is not quoted."""
        args, typed = self.get_completion_args()
        word = self.runtime.env.get("_CAREERS_WORD", typed)
        before = len(typed) - len(word) if typed.endswith(word) else 0
        offers = self.get_completions(args, typed)
        line = self.runtime.env.get(LINE, "")
        open_quote = line.count('"') % 2 or line.count("'") % 2
        values = (str(item.value)[before:] for item in offers)
        return "\n".join(f"'{value}'" if set(value) & REDIRECTING and not open_quote else value for value in values)


class _Zsh(_Shell):
    name = "zsh"
    source_template = _ZSH

    def format_completion(self, item: CompletionItem) -> str:
        value = str(item.value).replace("\\", "\\\\").replace(":", "\\:")
        return f"{value}:{item.help}" if item.help else value


class _Fish(_Shell):
    name = "fish"
    source_template = _FISH

    def format_completion(self, item: CompletionItem) -> str:
        return f"{item.value}\t{item.help}" if item.help else str(item.value)


SHELLS = {shell.name: shell for shell in (_Bash, _Zsh, _Fish)}


def add_shells() -> None:
    """Let our shells answer in place of Typer's."""
    for shell in SHELLS.values():
        add_completion_class(shell, shell.name)


def install(runtime: Runtime, shell: str) -> Path:
    """Put the script where the shell finds it; where it went. Of the user's settings a line is added to, once.

    Raises OSError.
    """
    script = SHELLS[shell].source_template.lstrip()
    if shell == "fish":
        config = Path(runtime.env.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        path = config / "fish" / "completions" / "careers.fish"
        _write(path, script)
        return path
    path = runtime.data_dir / f"completion.{shell}"
    _write(path, script)
    home = Path(runtime.env.get("ZDOTDIR") or Path.home()) if shell == "zsh" else Path.home()
    settings = home / f".{shell}rc"
    line = f"[ -r '{path}' ] && . '{path}'"
    known = settings.read_text("utf-8", "surrogateescape") if settings.exists() else ""
    if line not in known:
        with naming(settings), settings.open("a", encoding="utf-8", errors="surrogateescape") as file:
            file.write(("\n" if known and not known.endswith("\n") else "") + line + "\n")
    return path


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, text.encode())
