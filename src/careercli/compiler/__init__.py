"""From the files of `data/` to one SQLite file: read, check, compile, keep fresh."""
