# `make lab` is the main job, `make test` runs the tests; `make help` lists the rest.

PYTHON ?= $(firstword $(foreach p,python3 python3.13 python3.12 python3.11 python,$(shell $(p) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(p))))
BIN := .venv/bin
READY := .venv/.ready
LAB := .venv/.lab

.DEFAULT_GOAL := help
.PHONY: help lab test search check lint html bench site-zip site-check build clean

help:  ## list these commands
	@grep -E '^[a-z-]+:.*## ' $(firstword $(MAKEFILE_LIST)) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18
	@echo "  To type \`mediakit\` itself:  . .venv/bin/activate   (once in each new terminal, after make lab)"

# Set-up happens once; it is repeated only when what is installed has changed. `make lab` takes what a class needs (the
# teacher's commands too), everything else also the tools for developing.
define install
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, or name it: make lab PYTHON=/path/to/python3"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "A virtual environment could not be made with $(PYTHON). On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@echo "Installing the kit into .venv (a few minutes the first time) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$(1)]' || { echo "The installation did not finish. Check the network, then give the same command again."; exit 1; }
	@touch $@
	@echo "Installed. To type \`mediakit\` in this terminal:  . .venv/bin/activate   (in a new terminal, type that line again)"
endef

$(READY): pyproject.toml constraints.txt
	$(call install,dev)
	@touch $(LAB)

$(LAB): pyproject.toml constraints.txt
	$(call install,lab)

lab: $(LAB)  ## open JupyterLab: the start-here lesson the first time, then where you were
	@$(BIN)/mediakit lab

test: $(READY)  ## run the tests
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

search: $(READY)  ## look for new failing examples at random, and try every width of a page
	@MEDIAKIT_SEARCH=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(shell grep -lE "hypothesis|MEDIAKIT_SEARCH" tests/test_*.py)

lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry mediakit

check: lint test  ## run every check: format, lint, types, imports, generated notebooks, tests
	@$(BIN)/mediakit build --check

html: $(LAB)  ## export every lesson to html/
	@$(BIN)/mediakit export --to html

bench: $(READY)  ## measure speed beside other tools
	@for file in benchmarks/[a-z]*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

site-zip: $(READY)  ## the lessons for a browser alone, as site/ and site.zip with its checksum
	@$(BIN)/mediakit site --to site --zip

site-check: $(READY)  ## run every lesson of the browser edition in a real browser
	@MEDIAKIT_SITE_LESSONS=all $(BIN)/python -m pytest -q tests/test_site.py

build: $(READY)  ## make notebooks/ from lessons/
	@$(BIN)/mediakit build

clean:  ## remove what was installed and made here
	rm -rf .venv html site site.zip site.zip.sha256 dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
