# `make run` and `make test` work on a fresh machine with Python 3.11 or newer and make.
PYTHON ?= python3
BIN := .venv/bin
# One more than there are processors: many tests wait for a terminal.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN || echo 2) + 1)
CHECKED := src tests tools benchmarks hatch_build.py

.PHONY: run test lint types imports pytest bench goldens messages clean

run: .venv/run
	@$(BIN)/careers show ai-specialist

test: lint types imports pytest

lint: .venv/dev
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)

types: .venv/dev
	$(BIN)/mypy

imports: .venv/dev
	$(BIN)/lint-imports --no-logo

pytest: .venv/dev
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

bench: .venv/dev
	$(BIN)/python benchmarks/run.py

goldens: .venv/dev
	$(BIN)/pytest tests/test_goldens.py --snapshot-update

messages: .venv/dev
	$(BIN)/python tools/messages.py

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("careers needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv

PO := $(wildcard src/careercli/locale/*/LC_MESSAGES/*.po)

.venv/run: .venv/bin/python pyproject.toml hatch_build.py $(PO)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/dev: .venv/bin/python pyproject.toml hatch_build.py $(PO)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/run

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
