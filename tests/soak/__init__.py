"""Long trials of the program: damaged files, odd command lines, kills, signals, many processes at once.

`make soak` runs thousands of each and writes `docs/reliability.md`; `tests/test_soak.py` runs twenty.
"""
