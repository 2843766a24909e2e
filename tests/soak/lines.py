"""Random command lines: every verb, every option, odd values. Each is run in the process, in a home of its own."""

import json
import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typer

from careercli.cli import main
from careercli.cli.app import app
from careercli.cli.verbs import GLOBALS, VERBS
from tests.conftest import make_runtime, written
from tests.soak.odd import odd
from tests.soak.tally import Seen

#: Values that fit, so that many lines come as far as an answer.
NAMES = ("ai-specialist", "nurse", "electricians", "29-1141.00", "data analyst", "plombier", "acteur", "pastry cook")
NUMBERS = ("1", "2", "3", "5", "8", "20", "40", "60", "100", "40000")
FITTING = {
    "section": ("pay", "myths", "fit", "rémunération"),
    "family": ("data", "law", "health-practice"),
    "skill": ("python", "writing", "communication"),
    "interest": ("R", "IAS", "sec"),
    "limit": ("pay>=60000", "years<=3", "zone<=4", "growth>=0", "remote", "5"),
    "weight": ("pay=2", "entry=1", "years=1", "growth=0.5"),
    "rows": ("pay,entry", "outlook"),
    "scores": ("R=27,I=13,A=23,S=25,E=14,C=14",),
    "pay": ("40000", "3000", "15.5"),
    "release": ("30.1", "2025-05"),
}
#: What a pipe must never get.
CODES = {"\x1b", "\x07", "\x9b", "\u202e", "\u2028", "\u2029", "\u061c", "\x00"}


@cache
def _parameters() -> dict[tuple[str, ...], list[Any]]:
    """The options and arguments of each verb, as the command line declares them."""
    group: Any = typer.main.get_command(app)
    found: dict[tuple[str, ...], list[Any]] = {(): []}
    for verb in VERBS:
        command = group.get_command(None, verb)
        found[(verb,)] = command.params
        for name, inner in getattr(command, "commands", {}).items():
            found[(verb, name)] = inner.params
    return found


def make_line(draw: random.Random) -> list[str]:
    """A command line: mostly a verb with options that it has, with values that it may or may not take."""
    verbs = draw.choice(list(_parameters()))
    line = list(verbs)
    params = _parameters()[verbs]
    for _ in range(draw.choice((0, 1, 1, 2, 2, 3, 5))):
        if draw.random() < 0.1 or not params:
            line.append(draw.choice(list(GLOBALS)) if draw.random() < 0.5 else odd(draw))
            continue
        param = draw.choice(params)
        if param.param_type_name != "argument":
            name = draw.choice([*param.opts, *param.secondary_opts])
            joined = draw.random() < 0.2
            if getattr(param, "is_flag", False):
                line.append(f"{name}={odd(draw)}" if joined else name)
                continue
            value = _value(param, draw)
            line += [f"{name}={value}"] if joined else [name, value]
        else:
            line.append(_value(param, draw))
    if draw.random() < 0.15:
        line.append("--json")
    if draw.random() < 0.2:
        line += ["--lang", "fr"]
    if draw.random() < 0.05:
        draw.shuffle(line)
    return line


def _value(param: Any, draw: random.Random) -> str:
    choices = getattr(param.type, "choices", None)
    if choices and draw.random() < 0.7:
        chosen = draw.choice(list(choices))
        return str(getattr(chosen, "value", chosen))
    if draw.random() < 0.6:
        return draw.choice(FITTING.get(param.name or "", NUMBERS if param.type.name != "text" else NAMES))
    return odd(draw)


def make_environment(draw: random.Random, folder: Path, cache_folder: Path) -> dict[str, str]:
    """A home of its own, and now and then an odd variable."""
    env = {
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(cache_folder),
        "LANG": draw.choice(("C.UTF-8", "fr_FR.UTF-8", "")),
        "TERM": draw.choice(("xterm-256color", "dumb", "")),
    }
    if draw.random() < 0.15:
        name = draw.choice(("COLUMNS", "LINES", "CAREERS_LANG", "ACCESSIBLE", "NO_COLOR", "PAGER", "LESS", "LC_ALL"))
        env[name] = odd(draw)
    return env


def run_line(line: Sequence[str], env: dict[str, str], draw: random.Random) -> Seen:
    """Run a command line in this process and look at all that it wrote."""
    stdin = odd(draw).encode("utf-8", "surrogatepass")
    terminal = draw.random() < 0.2
    runtime = make_runtime(env | {"PAGER": "cat"} if terminal else env, stdin, terminal=terminal)
    code = main(line, runtime)
    out = written(runtime.stdout)
    err = "" if terminal else written(runtime.stderr)
    return Seen(code, _fault(line, code, out, err, terminal=terminal))


def _fault(line: Sequence[str], code: int, out: str, err: str, *, terminal: bool) -> str:
    said = f"{line!r}"[:600]
    if code == 70 or "Traceback" in err:
        return f"{said} exit {code}: {err[-600:]}"
    if not terminal and (bad := CODES & set(out + err)):
        return f"{said} wrote {sorted(bad)!r}"
    if code not in (0, 130, 141) and not terminal and not (err or out):
        return f"{said} exit {code} without a word"
    if (
        code == 0
        and not terminal
        and "--json" in line
        and "--help" not in line
        and "-h" not in line
        and out.startswith("{")
    ):
        json.loads(out)
    return ""


def trial(seed: int, folder: Path) -> Seen:
    """One random command line."""
    draw = random.Random(seed)
    env = make_environment(draw, folder, folder.parent / "cache")
    return run_line(make_line(draw), env, draw)
