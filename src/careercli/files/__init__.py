"""How we read and write files."""

#: Bytes of a file that is read whole, at most.
MAX_BYTES = 1_000_000
