"""How we read and write files."""
