"""The user's own file: a list, notes, answers, in YAML that a person can read, written so that nothing is lost."""
