"""The process: `careers`, or python -m careercli."""

# ruff: noqa: E402
import gc

gc.disable()  # a command lives for a tenth of a second: collecting would only cost time, most of it at import

import os
import sys
from typing import NoReturn

from careercli.cli import main
from careercli.runtime import Runtime


def run_process() -> NoReturn:
    """Run the command line of this process."""
    # Taking the interpreter down would be a tenth of the run, and nothing is left to save.
    os._exit(main(sys.argv[1:], Runtime()))


if __name__ == "__main__":
    run_process()
