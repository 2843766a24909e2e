"""Reports as JSON, in an envelope that only ever gains fields."""

import re
from typing import Any

import msgspec

from careercli.core.careers.reports import Report
from careercli.core.text.plaintext import OBEYED, fits, make_harmless

SCHEMA_VERSION = 1
#: What a terminal obeys and JSON lets stand, which hardly a text has.
_CONTROL = f"(?=[^\\x00-\\x1f])[{OBEYED}]"
#: The same in UTF-8; what is harmless is left out before, which takes a millisecond for some megabytes.
_CONTROL_BYTES = re.compile(
    b"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe1\xa0\x8e|\xe2\x80[\x8b\x8e\x8f\xa8-\xae]|\xe2\x81[\xa0-\xaf]|\xef\xbb\xbf"
    b"|\xef\xbf[\xb9-\xbb]|\xf3\xa0[\x80\x81]"
)
_HARMLESS = bytes(range(0x7F))


def export_json(report: Report, encoding: str, *, pretty: bool) -> str:
    """The report as one JSON document."""
    envelope = {
        "schema_version": SCHEMA_VERSION,
        "command": report.command,
        "language": report.language,
        "data": report.data,
        "notes": (*report.notes, *report.footnotes),
        "sources": report.sources,
        "actions": [{"id": action.id, "label": action.label, "command": action.line} for action in report.actions],
        **report.envelope,
    }
    return export_document(envelope, encoding, pretty=pretty)


def export_document(value: dict[str, Any], encoding: str, *, pretty: bool) -> str:
    """A value as one JSON document, on one line or indented for a reader.

    What a terminal obeys, or the stream cannot hold, is escaped.
    """
    try:
        body = msgspec.json.encode(value)
    except UnicodeEncodeError:  # bytes of a command line or of a file's name that are no text
        body = msgspec.json.encode(_map_texts(msgspec.to_builtins(value)))
    text = (msgspec.json.format(body, indent=2) if pretty else body).decode()
    if _CONTROL_BYTES.search(body.translate(None, _HARMLESS)):
        text = re.sub(_CONTROL, lambda found: _escape(found[0]), text)
    if not fits(text, encoding):
        text = "".join(c if c.isascii() else _escape(c) for c in text)
    return text + "\n"


def _map_texts(value: Any) -> Any:
    """A value of JSON with all texts made harmless."""
    if isinstance(value, str):
        return make_harmless(value)
    if isinstance(value, dict):
        return {_map_texts(key): _map_texts(item) for key, item in value.items()}
    return [_map_texts(item) for item in value] if isinstance(value, list | tuple) else value


def _escape(character: str) -> str:
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
