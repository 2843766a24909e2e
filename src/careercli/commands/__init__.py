"""One module a verb: each parses, calls one function, hands over one report."""
