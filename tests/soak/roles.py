"""Damaged guides of one's own: each is shown, listed, searched, compared and validated."""

import os
import random
from functools import cache
from pathlib import Path

from careercli.cli import main
from tests.conftest import make_runtime, written
from tests.soak.lines import CODES, make_environment
from tests.soak.odd import odd
from tests.soak.tally import Seen

FILES = ("facts.yaml", "en.yaml")
FORMS = ("table", "plain", "json", "markdown", "csv")


@cache
def _whole(base: Path) -> dict[str, bytes]:
    """The files of a guide that `careers new` starts."""
    cache_folder = base.parent / "cache"
    env = {"XDG_CONFIG_HOME": str(base / "c"), "XDG_DATA_HOME": str(base / "d"), "XDG_CACHE_HOME": str(cache_folder)}
    runtime = make_runtime(env)
    assert main(["new", "Bee keeper"], runtime) == 0, written(runtime.stderr)
    folder = base / "c/careers/roles/bee-keeper"
    return {name: (folder / name).read_bytes() for name in FILES}


def damage(content: bytes, draw: random.Random) -> bytes:
    """A file with some harm done to it: bytes, lines or values."""
    for _ in range(draw.choice((1, 1, 2, 4))):
        lines = content.split(b"\n")
        n = draw.randrange(len(lines))
        kind = draw.randrange(9)
        if kind == 0:
            lines[n] = bytes(draw.randrange(256) for _ in range(draw.randrange(40)))
        elif kind == 1 and lines[n]:
            place = draw.randrange(len(lines[n]))
            lines[n] = lines[n][:place] + bytes([draw.randrange(256)]) + lines[n][place + 1 :]
        elif kind == 2:
            del lines[n]
        elif kind == 3:
            lines.insert(n, draw.choice(lines))
        elif kind == 4:
            lines = lines[:n]
        elif kind == 5:
            lines[n] = b" " * draw.randrange(20) + lines[n].lstrip()
        elif kind == 6:
            key, colon, _ = lines[n].partition(b":")
            lines[n] = key + colon + b" " + odd(draw).encode("utf-8", "surrogatepass")
        elif kind == 7:
            key, colon, _ = lines[n].partition(b":")
            quoted = odd(draw).encode("unicode_escape").replace(b'"', b'\\"')
            lines[n] = key + colon + b' "' + quoted + b'"'
        else:
            lines[n] = lines[n] * draw.randrange(2, 50)
        content = b"\n".join(lines)
    return content


def trial(seed: int, folder: Path) -> Seen:
    """One damaged guide, in the home of the worker, whose cache follows it as a person's does."""
    draw = random.Random(seed)
    home = folder.parent / f"home-{os.getpid()}"
    own = home / "config/careers/roles/bee-keeper"
    own.mkdir(parents=True, exist_ok=True)
    hurt = draw.choice(FILES)
    for name, content in _whole(_base(folder)).items():
        (own / name).write_bytes(damage(content, draw) if name == hurt else content)
    env = make_environment(draw, home, folder.parent / "cache", odd_ones=0.0)
    form = draw.choice(FORMS)
    worst = 0
    for line in (
        ["validate", str(own)],
        ["show", "bee-keeper", "--format", form],
        ["list", "--format", form],
        ["compare", "bee-keeper", "ai-engineer", "--format", form],
        ["search", "bee", "--format", form],
        ["show", "ai-engineer", "--brief"],
    ):
        runtime = make_runtime(env)
        code = main(line, runtime)
        out, err = written(runtime.stdout), written(runtime.stderr)
        if code == 70 or "Traceback" in err:
            return Seen(code, f"{line[0]}: {err[-600:]}")
        if bad := CODES & set(out + err):
            return Seen(code, f"{line[0]} wrote {sorted(bad)!r}")
        if line[0] in ("list", "search") and code:
            return Seen(code, f"{line[0]} fails for one bad guide: {err[-300:]}")
        if line[:2] == ["show", "ai-engineer"] and code:
            return Seen(code, f"another guide is gone: {err[-300:]}")
        worst = max(worst, code)
    return Seen(worst)


def _base(folder: Path) -> Path:
    base = folder.parent / f"whole-{os.getpid()}"
    base.mkdir(exist_ok=True)
    return base
