"""Reports as JSON, in an envelope that only ever gains fields."""

import re

import msgspec

from careercli.core.reports import Report

SCHEMA_VERSION = 1
_CONTROL = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def export_json(report: Report, encoding: str) -> str:
    """The report as one JSON document. What a terminal obeys, or the stream cannot hold, is escaped."""
    envelope = {
        "schema_version": SCHEMA_VERSION,
        "command": report.command,
        "language": report.language,
        "data": report.data,
        "notes": report.notes,
        "sources": report.sources,
    }
    text = msgspec.json.format(msgspec.json.encode(envelope), indent=2).decode()
    text = _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        text = "".join(c if c.isascii() else _escape(c) for c in text)
    return text + "\n"


def _escape(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
