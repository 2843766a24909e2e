"""The user's own file: answers, in plain YAML that a person can read, written so that nothing is lost."""
