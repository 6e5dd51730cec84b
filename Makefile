# Two commands do all: `make site` builds the site, `make test` proves it. `make help` lists the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: help site serve check test fast thousands golden bench mutate fuzz inspect lock schema rules clean

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

site: $(VENV)/site.done  ## set up, check the data, build site/
	$(BIN)/daoyin check
	$(BIN)/daoyin build

serve: $(VENV)/site.done  ## preview; editing a file rebuilds and reloads
	$(BIN)/daoyin serve

check: $(VENV)/site.done  ## check the data alone
	$(BIN)/daoyin check

test: $(VENV)/test.done  ## set up what the tests need, and run them all
	tests/chromium.sh
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/daoyin check --strict
	$(BIN)/daoyin schema --check
	$(BIN)/python -m pytest --durations=15

fast: $(VENV)/test.done  ## the tests without browser and without long ones
	$(BIN)/python -m pytest -q -m "not browser and not slow and not thousands"

thousands: $(VENV)/test.done  ## thousands of generated charts keep every hard rule (an hour)
	$(BIN)/python -m pytest -q -m thousands

golden: $(VENV)/test.done  ## rewrite golden files: read the diff before you commit it
	$(BIN)/python -m pytest -q --update-golden -m "not browser and not slow and not thousands"

bench: $(VENV)/bench.done  ## measure builds and charts beside named peers
	$(BIN)/python bench/build.py
	$(BIN)/python bench/charts.py
	$(BIN)/python bench/search.py

mutate: $(VENV)/test.done  ## damage the real data in every place; which rule tells it? (minutes)
	$(BIN)/python bench/mutate.py

fuzz: $(VENV)/test.done  ## 100,000 documents that nobody would write (minutes)
	$(BIN)/python bench/fuzz.py

inspect: $(VENV)/test.done  ## every chart, now and before, on one page: inspect/index.html
	$(BIN)/python bench/inspector.py

schema: $(VENV)/site.done  ## write procedures/schema/ from the model
	$(BIN)/daoyin schema

rules: $(VENV)/site.done  ## write docs/rules.md from the rules and their broken documents
	$(BIN)/daoyin explain --all > docs/rules.md

lock:  ## pin every dependency anew, with hashes
	$(PYTHON) -m pip install -q uv
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -q -o requirements.lock
	uv pip compile pyproject.toml --group build --group test --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -q -c requirements.lock -o requirements-test.lock

clean:  ## remove what was built
	rm -rf site site.new site.old build .cache inspect

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "python3-venv is missing: sudo apt install python3-venv"; exit 1; }

$(VENV)/site.done: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/test.done: requirements-test.lock pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(VENV)/site.done $@

$(VENV)/bench.done: bench/requirements.txt $(VENV)/test.done
	$(BIN)/python -m pip install -q --disable-pip-version-check -r bench/requirements.txt
	@touch $@
