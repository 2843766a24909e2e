"""Is it still fast? Ratios within one run, of the program as a user has it: a wheel in an environment of its own.

Usage: python benchmarks/run.py        (`make bench`)

1. The start-up check against its floors, where `../shared` is beside the checkout.
2. With 1,000 generated own roles: `show`, `list --json` and `search` against the same without them (bar 1.5), and
   changing one role against the whole compilation.
3. Peak memory of `show`.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECK = ROOT.parent / "shared/checks/startup.py"
OWN_ROLES = 1_000
ROUNDS = 11
BAR = 1.5
MEMORY_MB = 60
RECOMPILE_SECONDS = 1.0
COMMANDS = {
    "show": ["show", "ai-specialist", "--no-pager"],
    "list, JSON": ["list", "--json"],
    "search, JSON": ["search", "python", "--json"],
}


def install(folder: Path) -> Path:
    """An environment with the program in it, not editable; its folder."""
    venv = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    pip = [str(venv / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(ROOT)]
    subprocess.run(pip, check=True)
    return venv


def home(folder: Path) -> dict[str, str]:
    """An environment with a home of its own."""
    folder.mkdir()
    return {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "COLUMNS": "100"}


def took(command: list[str], env: dict[str, str]) -> float:
    """Seconds that a command takes; it must succeed."""
    start = time.perf_counter()
    subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return time.perf_counter() - start


def make_own_roles(env: dict[str, str]) -> Path:
    """Copies of a whole guide as own roles, each with a name of its own."""
    roles = Path(env["HOME"], ".config/careers/roles")
    source = ROOT / "data/roles/ai-engineer"
    for n in range(OWN_ROLES):
        folder = roles / f"own-{n:04}"
        folder.mkdir(parents=True)
        for path in source.iterdir():
            text = path.read_text("utf-8").replace("id: ai-engineer", f"id: own-{n:04}", 1)
            (folder / path.name).write_text(text.replace("name: ", f"name: {n:04} ", 1), "utf-8")
    return roles


def check_own_roles(careers: str, folder: Path) -> bool:
    """Commands with a thousand own roles, in turns with the same without."""
    without, with_own = home(folder / "without"), home(folder / "with")
    roles = make_own_roles(with_own)
    whole = took([careers, "list", "--json"], with_own)
    print(f"compiling {OWN_ROLES} own roles: {whole:.1f} s")
    good = True
    for name, arguments in COMMANDS.items():
        ratios = []
        for _ in range(ROUNDS):
            base = took([careers, *arguments], without)
            ratios.append(took([careers, *arguments], with_own) / base)
        ratio = statistics.median(ratios)
        good &= ratio <= BAR
        print(f"{name:14s} {ratio:5.2f} x without own roles (bar {BAR})" + ("" if ratio <= BAR else "  OVER"))
    seconds = []
    for n in range(3):
        path = roles / f"own-{n:04}/en.yaml"
        path.write_text(path.read_text("utf-8") + f"# changed {n}\n", "utf-8")
        seconds.append(took([careers, "show", f"own-{n:04}", "--json"], with_own))
    recompiling = statistics.median(seconds)
    good &= recompiling <= RECOMPILE_SECONDS
    over = "" if recompiling <= RECOMPILE_SECONDS else "  OVER"
    print(f"one changed role of {OWN_ROLES}: {recompiling:.2f} s (bar {RECOMPILE_SECONDS}){over}")
    return good


def check_memory(careers: str, folder: Path) -> bool:
    """The peak of resident memory of `show`."""
    probe = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", probe, careers, "show", "ai-specialist", "--format", "table"]
    done = subprocess.run(command, env=home(folder / "memory"), capture_output=True, text=True, check=True)
    peak = int(done.stdout) / 1024
    print(f"peak memory of show: {peak:.0f} MB (bar {MEMORY_MB})" + ("" if peak <= MEMORY_MB else "  OVER"))
    return peak <= MEMORY_MB


def main() -> int:
    """All checks; 0 where every bar holds."""
    folder = Path(tempfile.mkdtemp(prefix="careers-bench-"))
    try:
        venv = install(folder)
        careers = str(venv / "bin/careers")
        good = True
        if CHECK.is_file():
            good &= subprocess.run([sys.executable, str(CHECK), str(venv)], check=False).returncode == 0
        else:
            print("the start-up check is not beside this checkout: skipped")
        good &= check_own_roles(careers, folder)
        good &= check_memory(careers, folder)
        return 0 if good else 1
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    sys.exit(main())
