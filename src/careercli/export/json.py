"""Reports as JSON, in an envelope that only ever gains fields."""

import re
import shlex

import msgspec

from careercli.core.plaintext import fits
from careercli.core.reports import Report

SCHEMA_VERSION = 1
_CONTROL = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: The same in UTF-8, with a first byte to look for: a megabyte is searched in a millisecond.
_CONTROL_BYTES = [
    re.compile(p) for p in (b"\x7f", b"\xc2[\x80-\x9f]", b"\xe2\x80[\x8e\x8f\xaa-\xae]", b"\xe2\x81[\xa6-\xa9]")
]


def export_json(report: Report, encoding: str, *, pretty: bool) -> str:
    """The report as one JSON document, on one line or indented for a reader.

    What a terminal obeys, or the stream cannot hold, is escaped.
    """
    actions = report.actions
    envelope = {
        "schema_version": SCHEMA_VERSION,
        "command": report.command,
        "language": report.language,
        "data": report.data,
        "notes": report.notes,
        "sources": report.sources,
        "actions": [{"id": a.id, "label": a.label, "command": shlex.join(["careers", *a.command])} for a in actions],
    }
    body = msgspec.json.encode(envelope)
    text = (msgspec.json.format(body, indent=2) if pretty else body).decode()
    if any(found.search(body) for found in _CONTROL_BYTES):
        text = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    if not fits(text, encoding):
        text = "".join(c if c.isascii() else _escape(c) for c in text)
    return text + "\n"


def _escape(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
