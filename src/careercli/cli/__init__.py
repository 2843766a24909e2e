"""The command line: `app` has the verbs, `help` their help, `telling` what goes wrong in words."""

from careercli.cli.app import main

__all__ = ["main"]
