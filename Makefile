# Voldaan. `make` alone says what there is; nothing needs to be installed by hand but Python 3.11 or newer.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHONS ?= python3.13 python3.12 python3.11 python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
JOBS ?= auto
PYTEST := $(BIN)/python -m pytest
# What has to hold on PostgreSQL too. The whole suite runs on SQLite.
ON_POSTGRES := tests/house/test_database.py $(wildcard tests/records tests/usecases tests/edges) \
	tests/simulation/test_months.py \
	tests/stories/test_complaints_answered.py::TestTheSameEveryRun

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

.PHONY: help setup demo test check format lint types contracts tests bench coverage law-page gallery lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(STAMP) ## install everything into .venv (instant when nothing changed)
	@:

$(STAMP): requirements.txt pyproject.toml
	@python=""; \
	for candidate in $(PYTHONS); do \
		if $$candidate -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
		then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Voldaan needs Python 3.11 or newer with its venv module: on Debian or Ubuntu install it with" \
			"'apt-get install python3-venv', on Fedora with 'dnf install python3', on macOS with" \
			"'brew install python@3.13', elsewhere from https://www.python.org/downloads/." >&2; \
		exit 1; \
	fi; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then $$python -m venv --clear $(VENV); fi
	@echo "Installing Voldaan into $(VENV); the first time this takes about half a minute." >&2
	@$(BIN)/python -m pip install --quiet --require-hashes --only-binary=:all: --no-binary=dkimpy -r requirements.txt || { \
		echo "The packages of requirements.txt could not be installed; pip says why above. Voldaan needs to reach PyPI or" \
			"the index in pip's own settings, and its packages are made for Linux (glibc 2.28 or newer) and macOS." >&2; \
		exit 1; }
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

demo: setup ## make the example book and open the desk on http://127.0.0.1:8000 (DEMO_ARGS=--no-serve stops before that)
	@$(BIN)/voldaan demo $(DEMO_ARGS)

test: tests ## run the tests of the book on a PostgreSQL that is started for them, and the whole suite on SQLite

# Both runs happen, also when the first one fails: whoever mends the one wants to know about the other.
tests: setup
	@status=0; \
	echo "The book, on PostgreSQL:"; \
	$(PYTEST) --database=postgres -n $(JOBS) -m "not many_orders" $(TEST_ARGS) $(ON_POSTGRES) || status=1; \
	echo "The whole suite, on SQLite:"; \
	$(PYTEST) --database=sqlite -n $(JOBS) $(TEST_ARGS) || status=1; \
	exit $$status

check: setup ## everything that has to be green: format, lint, types, import contracts, tests
	@$(BIN)/ruff format --check .
	@$(MAKE) --no-print-directory lint types contracts tests

format: setup ## let ruff write the format
	@$(BIN)/ruff format .

lint: setup ## ruff
	@$(BIN)/ruff check .

# The plugin of django-stubs reads the settings, which would otherwise make a secret in a new home.
types: setup ## mypy, strict
	@VOLDAAN_SECRET_KEY=not-used-by-the-type-checker $(BIN)/mypy

contracts: setup ## who may import whom
	@$(BIN)/lint-imports

bench: setup ## measure; prints lines of name, value, unit, ratio to a floor in the same run
	@$(BIN)/python -m benchmarks $(BENCH_ARGS)

coverage: setup ## which lines no test reaches, on SQLite
	@$(PYTEST) --database=sqlite -n $(JOBS) --cov --cov-report=term-missing:skip-covered

law-page: setup ## make docs/law.md again from the citations and the tests
	@$(BIN)/python -m tools.law_page

gallery: setup ## draw every text and reply in every style and way out into gallery/ (GALLERY_ARGS="nl FIRST_REMINDER serif" draws some)
	@$(BIN)/python -m tools.gallery $(GALLERY_ARGS)

# `uv` only makes the lock. Nobody who installs or tests needs it.
lock: ## renew requirements.txt from pyproject.toml (needs uv)
	@command -v uv >/dev/null 2>&1 || { echo "The lock is made by uv: install it with 'pip install uv'." >&2; exit 1; }
	@uv pip compile pyproject.toml --group dev --universal --generate-hashes --python-version 3.11 \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet \
		-o requirements.txt $(LOCK_ARGS) >/dev/null

clean: ## remove the environment and what the tools left behind; the book in voldaan-data stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov build dist gallery
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
