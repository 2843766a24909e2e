"""Asking the user: by keyboard (questionary), by numbered lines (accessible), or by a script in tests."""
