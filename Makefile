# `make run` and `make test` work on a fresh machine with Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# One more than there are processors: many tests wait for a terminal.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN || echo 2) + 1)
CHECKED := src tests tools benchmarks hatch_build.py
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
LOCK := requirements.lock

# Without what was compiled once every worker and every process of a test compiles all modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test lint types imports pytest census test-newest lock coverage mutants soak bench goldens screens messages docs \
	data fresh clean

run: $(VENV)/run
	@$(BIN)/careers show ai-specialist

test: lint types imports pytest

lint: $(VENV)/dev
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)

types: $(VENV)/dev
	$(BIN)/mypy

imports: $(VENV)/dev
	$(BIN)/lint-imports --no-logo

pytest: $(VENV)/dev
	$(BIN)/pytest -n $(WORKERS) --dist worksteal

# Every figure, with whom it counts, where, when and who says so; GUIDES takes the names of some guides.
census: $(VENV)/dev
	@$(BIN)/python tools/census.py $(GUIDES)

# The checks against the newest of everything that pyproject.toml allows.
test-newest:
	$(call install-newest,build/newest)
	touch build/newest/run build/newest/dev
	$(MAKE) test VENV=build/newest

# What is newest today becomes what everybody gets; made with the oldest Python, so that it suits those after it.
lock:
	$(PYTHON) -c 'import sys; sys.exit("make lock needs Python 3.11" if sys.version_info[:2] != (3, 11) else 0)'
	$(call install-newest,build/lock)
	echo '# Made by `make lock`: exact versions of all that the checks need, of their tools too.' >build/$(LOCK)
	build/lock/bin/python -m pip freeze --all --exclude careercli --exclude setuptools >>build/$(LOCK)
	mv build/$(LOCK) $(LOCK)

# Which lines and branches the tests run, those in processes of their own too.
coverage: $(VENV)/dev
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --cov

# Changes of the program that tests should notice; MUTANTS takes the options of the tool.
mutants: $(VENV)/dev
	$(BIN)/python tools/mutants.py $(MUTANTS)

# Thousands of damaged files, odd command lines, kills and walks; an hour. SOAK takes the options of the trials.
soak: $(VENV)/dev
	$(BIN)/python -m tests.soak $(SOAK)

bench: $(VENV)/dev
	$(BIN)/python benchmarks/run.py

goldens: $(VENV)/dev
	$(BIN)/pytest tests/test_goldens.py --snapshot-update

# Pictures of the main screens, in docs/screens.
screens: $(VENV)/dev
	$(BIN)/python tools/screens.py

messages: $(VENV)/dev
	$(BIN)/python tools/messages.py

# The pages that say what the program says of itself.
docs: $(VENV)/dev
	PYTHONPATH=. $(BIN)/cog -r docs/reference/*.md
	$(BIN)/python tools/manpage.py

# Which pages on rules and amounts have to be read again.
fresh: $(VENV)/dev
	$(BIN)/python tools/fresh.py

# Everything that is derived from official files, in SHARED; what changed is printed.
SHARED ?= ../shared/data
data: $(VENV)/dev
	$(BIN)/python tools/build_atlas.py $(SHARED)
	$(BIN)/python tools/build_places.py $(SHARED)
	git status --short data

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("careers needs Python 3.11 or newer" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

PO := $(wildcard src/careercli/locale/*/LC_MESSAGES/*.po)
INSTALLED := $(VENV)/bin/python $(LOCK) pyproject.toml hatch_build.py $(PO)

$(VENV)/run: $(INSTALLED)
	@echo "careers is installed into $(VENV), which takes some twenty seconds."
	$(PIP) install --constraint $(LOCK) pip
	$(PIP) install --constraint $(LOCK) hatchling babel msgspec pyyaml
	$(PIP) install --constraint $(LOCK) --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: $(INSTALLED)
	$(PIP) install --constraint $(LOCK) pip
	$(PIP) install --requirement $(LOCK)
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/run

define install-newest
	rm -rf $(1)
	$(PYTHON) -m venv $(1)
	$(1)/bin/python -m pip install --quiet --upgrade pip
	$(1)/bin/python -m pip install --quiet --editable '.[dev]'
endef

clean:
	rm -rf .venv dist build .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
