# `make demo` and `make test` set up all they need: Python 3.11 or newer and make are enough.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
STAMP = $(VENV)/.installed
COMMAND = $(VENV)/.command
KANWU = $(BIN)/kanwu

.PHONY: demo test lint types imports unit soak generate bench reports clean help

help:
	@echo "make demo      check corpus/ and show the report"
	@echo "make test      run every check: lint, types, imports, tests, generated files"
	@echo "make soak      run the long trials of the cache: 200 runs killed at random moments, 200 damaged caches"
	@echo "make generate  write the generated files anew: schema, tables of the READMEs, reports/"
	@echo "make bench     measure speed, memory and growth"
	@echo "make clean     remove $(VENV) and caches"

demo: $(COMMAND)
	$(KANWU) check corpus --config corpus/kanwu.yaml --fail-level never
	$(KANWU) ledger check corpus --config corpus/kanwu.yaml

test: lint types imports unit

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

imports: $(STAMP)
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/python -m pytest -q

soak: $(STAMP)
	KANWU_SOAK=200 $(BIN)/python -m pytest -q tests/engine/test_contract.py

generate: $(STAMP)
	$(BIN)/python tests/generate.py

reports: generate

# The environment is our own, so an externally managed Python is left alone; it is filled anew when pyproject.toml
# changes: with the command alone, or with what the checks need besides.
$(COMMAND): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "kanwu needs Python 3.11 or newer; say which with: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python && $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "Python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Installing kanwu in $(VENV); this takes a minute or two the first time ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(STAMP): $(COMMAND)
	@echo "Installing what the checks need in $(VENV); this takes some minutes the first time ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

# make bench FILE=articles.jsonl ARTICLES=0 SIZES=0.5,1,8: over all articles of a file of one's own, and eight times
# as many; VERBATIM=1 repeats them in the same words
bench: $(STAMP)
	$(BIN)/python tests/benchmarks/bench.py $(FILE) $(if $(ARTICLES),--articles $(ARTICLES)) \
		$(if $(SIZES),--sizes $(SIZES)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(VERBATIM),--verbatim)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
