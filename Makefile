# The only door: every recipe sets up what it needs on a fresh machine (Python 3.11+, make, git).
PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
AS_AT ?= 2024-12-31
OUT ?= release
PORT ?= 8000
# One more than there are cores: many tests wait for a process, a server or a browser.
WORKERS ?= $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')
SOURCES := $(shell find src -name '*.py')

export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
unexport PYTHONDONTWRITEBYTECODE VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help release findings boundaries suggestions planning test test-long lint check fix bench serve style screenshots lock clean

help: ## List the recipes
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(BIN)/uv:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.run: $(BIN)/uv uv.lock pyproject.toml
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.dev: .venv/.run
	$(BIN)/uv sync --quiet --frozen --inexact --extra boundaries --extra suggestions --extra planning --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.boundaries: .venv/.run
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --extra boundaries --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.bench: .venv/.dev
	$(BIN)/uv sync --quiet --frozen --inexact --extra boundaries --extra suggestions --extra planning --group bench --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.compiled: .venv/.run $(SOURCES)
	@$(BIN)/python -m compileall -q src
	@touch $@

# The compiled style sheet is committed, so that a release can be built where there is no Node.
.venv/.node: package.json package-lock.json .venv/.run
	@if command -v npm >/dev/null && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; then touch $@; \
	else echo "SKIPPED: without npm the style sheet is not compiled and pages are not validated (apt-get install npm)"; fi

.venv/.style: .venv/.node $(wildcard design/*.scss)
	@if test -d node_modules; then npm run --silent style && touch $@; fi

style: .venv/.node ## Compile design/ into the style sheet of the pages (needs Node)
	npm run --silent style

release: .venv/.compiled .venv/.style ## Build the release from the packaged data into ./release (AS_AT=2024-12-31 OUT=release)
	@$(BIN)/areasend release build --as-at $(AS_AT) --out "$(OUT)" --replace

findings: .venv/.compiled .venv/.style ## Build the findings report from the packaged data into ./findings (AS_AT=2024-12-31)
	@$(BIN)/areasend release build --kind findings --as-at $(AS_AT) --out "$(if $(filter release,$(OUT)),findings,$(OUT))" --replace

boundaries: .venv/.boundaries ## Install what reading boundary files needs: pyogrio, pyproj, shapely

.venv/.suggestions: .venv/.run
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --extra suggestions --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

.venv/.planning: .venv/.run
	$(BIN)/uv sync --quiet --frozen --inexact --no-dev --extra planning --compile-bytecode --python $(CURDIR)/$(BIN)/python
	@touch $@

planning: .venv/.planning ## Install what planning the programme needs: OR-Tools

suggestions: .venv/.suggestions ## Install what suggesting themes needs: scikit-learn

test: .venv/.dev .venv/.compiled .venv/.node ## Run every test, with the coverage gate
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --cov --cov-report=term-missing $(ARGS)

# The files of tests that try thousands of cases where --long is given, and dozens where it is not.
LONG := $(shell grep -rl 'getoption("--long")' tests --include='test_*.py')
test-long: .venv/.dev .venv/.compiled ## Run the tests that try dozens of cases in make test with thousands: reports, publications, programmes (hours)
	$(BIN)/python -m pytest -n auto --dist loadgroup --long $(LONG) $(ARGS)

lint: .venv/.dev ## Format, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint ## What make lint does, then the import table and the documents
	$(BIN)/python -m pytest -q tests/architecture tests/docs

fix: .venv/.dev ## Mend what the formatter and the linter can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: .venv/.bench .venv/.compiled ## Measure the build against an analyst's way of today, the reading of reports, suggesting themes, the check of numbers, and planning
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/suggesting.py
	$(BIN)/python benchmarks/checking.py
	$(BIN)/python benchmarks/planning.py

serve: .venv/.compiled ## Serve the built release on 127.0.0.1 (PORT=8000 OUT=release)
	@test -f "$(OUT)/index.html" || $(MAKE) release
	@$(BIN)/python deploy/serve.py "$(OUT)" --port $(PORT)

screenshots: .venv/.dev .venv/.compiled ## Draw the pictures of the README anew into docs/ (needs Chromium)
	@$(BIN)/python docs/screenshots.py

lock: $(BIN)/uv ## Write uv.lock anew from pyproject.toml
	$(BIN)/uv lock --python $(CURDIR)/$(BIN)/python

clean: ## Remove what the recipes made
	rm -rf .venv node_modules build release findings .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis
