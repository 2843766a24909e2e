"""Where the user's own file is. Nothing that reads it: most never had one."""

import os
from pathlib import Path

FILE = "me.yaml"
#: The folder in the data folder that has one for each person who is named.
PEOPLE = "people"
#: What the file was called up to its second version: it is read where there is no other, and put aside when that is
#: written.
OLD_FILE = "answers.yaml"


def find_file(folder: Path) -> Path:
    """The file of a folder; that of before where there is no other."""
    path, old = folder / FILE, folder / OLD_FILE
    return old if os.path.lexists(old) and not os.path.lexists(path) else path
