"""Sets the typography of the texts of guides and topics: no-break spaces in French, curly apostrophes in both.

Usage: python tools/typography.py data/roles/*/fr.yaml data/topics/*/*.yaml

Works on the text of the file, so that comments and layout stay. YAML's own colons have no space before
them, and so are left alone.
"""

import re
import sys
from pathlib import Path

BOTH = [(r"(?<=\w)'(?=\w)", "’")]
FRENCH = [
    (r"(?<=\w)'(?=\s?[«\w])", "’"),
    (r"(?<=[\w)»’”\]%€$])[ \u00a0]?([;!?])(?=[\s\"»)]|$)", "\u202f\\1"),
    (r"[ \u202f]+:(?=\s|$)", "\u00a0:"),
    (r"«[ \u202f]?(?=\S)", "«\u00a0"),
    (r"(?<=\S)[ \u202f]?»", "\u00a0»"),
    (r"(?<=[0-9])[ \u202f\u00a0](?=[0-9]{3}(?![0-9]))", "\u202f"),
    (r"(?<=[0-9])[ \u202f]?([%€$£])(?![A-Za-z])", "\u00a0\\1"),
    (r"(?<=[0-9])[ ](?=(?:h|M€|Md€|k€|millions?|milliards?)\b)", "\u00a0"),
]


def set_text(text: str, *, french: bool) -> str:
    """The text with its typography set; setting it again changes nothing."""
    for pattern, new in BOTH + (FRENCH if french else []):
        text = re.sub(pattern, new, text, flags=re.MULTILINE)
    return text


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        before = path.read_text("utf-8")
        after = set_text(before, french=path.stem.rpartition(".")[2] == "fr")
        if after != before:
            path.write_text(after, "utf-8")
            print(f"set {path}")


if __name__ == "__main__":
    main()
