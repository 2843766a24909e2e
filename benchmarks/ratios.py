"""Times verbs against two floors in turns: the bare interpreter, and a minimal Typer program that prints through Rich.

The second prints, as one table, the very words that the verb writes in a pipe, wrapped at 96 columns; both are then
run on a pseudo-terminal of 100 columns. Ratios are medians over the rounds. The questionnaires are timed from the
start to the moment at which their first question stands on the terminal.
"""

import contextlib
import fcntl
import json
import os
import pty
import select
import statistics
import struct
import subprocess
import termios
import textwrap
import time
from pathlib import Path
from typing import NamedTuple

ROUNDS = 15
FLOOR = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.callback()
def main() -> None: ...
@app.command()
def show(name: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text
    console = Console(width=100)
    table = Table()
    table.add_column("text")
    for line in open(name, encoding="utf-8").read().splitlines():
        table.add_row(Text(line))
    console.print(table)
app()
"""
#: The file of answers, which is written into the folder of the home.
ANSWERS = "{folder}/answers.json"
FIVE = ["compare", "ai-specialist", "data-scientist", "data-engineer", "data-analyst", "software-developer"]


class Bar(NamedTuple):
    """A verb with its arguments, whether it is drawn on a terminal, and the most that it may take of its floor."""

    name: str
    arguments: list[str]
    drawn: bool
    most: float


BARS = [
    Bar("compare of five, JSON", [*FIVE, "--json"], drawn=False, most=9.0),
    Bar("compare of five by weights, JSON", [*FIVE, "-w", "pay=2", "-w", "entry=1", "--json"], drawn=False, most=9.0),
    Bar(
        "quiz by scores, JSON", ["quiz", "--scores", "R=27,I=13,A=23,S=25,E=14,C=14", "--json"], drawn=False, most=13.0
    ),
    Bar("quiz by 60 answers, JSON", ["quiz", "--answers", ANSWERS, "--no-save", "--json"], drawn=False, most=15.0),
    Bar("quiz by 60 answers", ["quiz", "--answers", ANSWERS, "--no-save"], drawn=False, most=15.0),
    Bar("compare of five, drawn", [*FIVE, "--no-pager"], drawn=True, most=1.3),
]


#: Commands that ask, what their first question is told by, and the most that may pass until it is there.
ASKING = [["quiz", "ai-specialist"], ["quiz", "--length", "short"]]
FIRST, FIRST_QUESTION = b"1 of ", 18.0
#: Seconds of silence after which a question will not come any more.
SILENCE = 60


def took(command: list[str], env: dict[str, str], *, drawn: bool) -> float:
    """Seconds that a command takes, its output read from a pipe or a terminal; it must succeed."""
    start = time.perf_counter()
    if not drawn:
        subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        return time.perf_counter() - start
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 100, 0, 0))
    process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave)
    os.close(slave)
    try:
        while os.read(master, 65536):
            pass
    except OSError:  # the other side is closed
        pass
    os.close(master)
    if process.wait():
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - start


def write_answers(careers: str, env: dict[str, str], file: Path) -> None:
    """Write an answer to each of the sixty activities: social and inquiring ones are liked."""
    listed = subprocess.run([careers, "quiz", "--items", "--json"], env=env, capture_output=True, check=True)
    items = json.loads(listed.stdout)["data"]["items"]
    likes = {"R": 2, "I": 4, "A": 3, "S": 5, "E": 2, "C": 3}
    answers = {item["id"]: max(1, likes[item["scale"]] - (n % 5 == 4)) for n, item in enumerate(items)}
    file.write_text(json.dumps({"version": 1, "answers": answers}), "utf-8")


def check_ratios(venv: Path, folder: Path) -> bool:
    """Whether each verb keeps within its bar."""
    folder.mkdir()
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    python, careers = str(venv / "bin/python"), str(venv / "bin/careers")
    floor = folder / "floor.py"
    floor.write_text(FLOOR, "utf-8")
    write_answers(careers, env, folder / "answers.json")
    good = True
    for bar in BARS:
        against = [python, "-I", "-c", "pass"]
        arguments = [argument.format(folder=folder) for argument in bar.arguments]
        if bar.drawn:
            piped = subprocess.run([careers, *arguments], env=env, capture_output=True, check=True, text=True)
            words = folder / "words"
            words.write_text(
                "\n".join(w for line in piped.stdout.splitlines() for w in textwrap.wrap(line, 96)), "utf-8"
            )
            against = [python, str(floor), "show", str(words)]
        commands = ([careers, *arguments], against)
        rounds = [[took(command, env, drawn=bar.drawn) for command in commands] for _ in range(ROUNDS + 1)][1:]
        ratio = statistics.median(ours / theirs for ours, theirs in rounds)
        good &= ratio <= bar.most
        whose = "typer+rich" if bar.drawn else "bare"
        print(f"{bar.name:34s} {ratio:5.2f} x {whose} (bar {bar.most})" + ("" if ratio <= bar.most else "  OVER"))
    return good


def asked(command: list[str], env: dict[str, str], said: bytes) -> float:
    """Seconds until a command has written something on a terminal, where it is then stopped.

    Raises SystemExit where it ends or falls silent without having written it.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdin=slave, stdout=slave, stderr=slave, start_new_session=True)
    os.close(slave)
    seen = b""
    while said not in seen:
        block = b""
        if select.select([master], [], [], SILENCE)[0]:
            with contextlib.suppress(OSError):  # the other side is closed
                block = os.read(master, 65536)
        if not block:
            process.kill()
            raise SystemExit(f"`{' '.join(command)}` never wrote {said!r}, but {seen[-500:]!r}")
        seen += block
    seconds = time.perf_counter() - start
    process.kill()
    process.wait()
    os.close(master)
    return seconds


def check_first_question(venv: Path, folder: Path) -> bool:
    """Whether the first question of each questionnaire is soon there."""
    folder.mkdir()
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "TERM": "xterm-256color"}
    bare = [str(venv / "bin/python"), "-I", "-c", "pass"]
    good = True
    for arguments in ASKING:
        command = [str(venv / "bin/careers"), *arguments]
        ratios = [asked(command, env, FIRST) / took(bare, env, drawn=False) for _ in range(ROUNDS + 1)][1:]
        ratio = statistics.median(ratios)
        good &= ratio <= FIRST_QUESTION
        name, over = f"{' '.join(arguments)}, asking", "" if ratio <= FIRST_QUESTION else "  OVER"
        print(f"{name:34s} {ratio:5.2f} x bare (bar {FIRST_QUESTION}){over}")
    return good
