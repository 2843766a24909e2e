"""Writes a report as text: JSON, CSV, plain lines, Markdown."""
