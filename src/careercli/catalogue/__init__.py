"""Reading what we know: files, checks, compilation, and the open catalogue."""
