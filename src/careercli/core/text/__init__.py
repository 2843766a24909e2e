"""Pages, names, citations and plain text."""
