# The only door: every recipe sets up what it needs on a fresh machine (Python 3.11+, make, git).
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
AS_AT ?= 2024-12-31
OUT ?= release
PORT ?= 8000
SOURCES := $(shell find src -name '*.py')

export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
unexport PYTHONDONTWRITEBYTECODE VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help release boundaries test check fix bench serve lock clean

help: ## List the recipes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(BIN)/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.run: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/uv sync --quiet --frozen --inexact --extra boundaries --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.boundaries: .venv/.run
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --extra boundaries --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.bench: .venv/.dev
	$(BIN)/uv sync --quiet --frozen --inexact --extra boundaries --group bench --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.compiled: .venv/.run $(SOURCES)
	@$(BIN)/python -m compileall -q src
	@touch $@

release: .venv/.compiled ## Build the release from the packaged data into ./release (AS_AT=2024-12-31 OUT=release)
	@$(BIN)/areasend release build --as-at $(AS_AT) --out "$(OUT)" --replace

boundaries: .venv/.boundaries ## Install what reading boundary files needs: pyogrio, pyproj, shapely

test: .venv/.dev .venv/.compiled ## Run every test, with the coverage gate
	$(BIN)/python -m pytest --cov --cov-report=term-missing $(ARGS)

check: .venv/.dev ## Format, lint, types, import table, documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/architecture tests/docs

fix: .venv/.dev ## Mend what the formatter and the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.bench .venv/.compiled ## Measure the build against an analyst's way of today
	$(BIN)/python benchmarks/run.py

serve: .venv/.compiled ## Serve the built release on 127.0.0.1 (PORT=8000 OUT=release)
	@test -f "$(OUT)/index.html" || $(MAKE) release
	@echo "Open http://127.0.0.1:$(PORT)/ (stop with Ctrl+C)"
	@$(BIN)/python -m http.server $(PORT) --bind 127.0.0.1 --directory "$(OUT)"

lock: $(BIN)/uv ## Write uv.lock anew from pyproject.toml
	$(BIN)/uv lock --python $(CURDIR)/$(BIN)/python

clean: ## Remove what the recipes made
	rm -rf .venv build release .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
