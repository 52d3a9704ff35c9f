# Two commands do everything: `make brief` and `make test`. Both make their own environment in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: brief test lint types floors lexicon clean

$(BIN)/depesche: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "depesche needs CPython 3.11 or newer; call make PYTHON=python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --editable .
	@touch $@

$(BIN)/pytest: $(BIN)/depesche
	@$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

brief: $(BIN)/depesche
	@$(BIN)/depesche brief examples/reports --format html --out brief.html
	@$(BIN)/depesche brief examples/reports
	@echo "The same brief with every quotation in its report: brief.html"

test: $(BIN)/pytest
	@$(BIN)/pytest

lint: $(BIN)/pytest
	@$(BIN)/ruff check src tests benchmarks training
	@$(BIN)/ruff format --check src tests benchmarks training

types: $(BIN)/pytest
	@$(BIN)/mypy

floors: $(BIN)/pytest
	@$(BIN)/python -m benchmarks.floors
	@$(BIN)/python -m benchmarks.matching.measure --check > /dev/null
	@$(BIN)/python -m benchmarks.coverage.measure --check > /dev/null

# Compile the concept tables anew after a change of lang/_shared/concepts, entities.tsv or a forms.toml.
lexicon: $(BIN)/pytest
	@$(BIN)/pip install --quiet --editable '.[training]'
	@$(BIN)/python -m training.forms.check
	@$(BIN)/python -m training.forms.build

clean:
	rm -rf $(VENV) build dist brief.html .mypy_cache .ruff_cache .pytest_cache
