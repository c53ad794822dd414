# The verbs of the house. `make run` and `make test` need nothing but Python 3.11+ (with venv) and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# By the environment too, since only so do the pins reach the isolated build of our own package.
INSTALL := PIP_CONSTRAINT=constraints.txt $(PIP) install --quiet
READY := $(VENV)/.ready
SCHEMA := docs/schema/groundwork.brief-1.schema.json
OLD := Groundwork needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python3.11

.PHONY: setup run check test browsers bench quality extension schema picture pictures lock clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "$(OLD)" or 0)'
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -c constraints.txt -e '.[dev]'
	@echo "Semantic matching (extra 'semantic'):"
	@$(INSTALL) -c constraints.txt --only-binary :all: -e '.[semantic]' \
		&& echo "  installed." \
		|| echo "  no wheel for this machine. Going on without: matching is by words instead."
	@touch $@

run: setup  ## the service with the sample interview, in the browser; Ctrl-C ends it
	$(BIN)/groundwork serve

# Empty: what was compiled is kept, or each run and each process that reads pages would compile all tests and all our code anew.
check: export PYTHONDONTWRITEBYTECODE =
check: setup  ## the quick loop: under a minute
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -m 'not slow and not browser' -n 2 -p no:rerunfailures --hypothesis-profile=quick

test: setup  ## everything
	$(BIN)/pytest

browsers:  ## what the browser tests need (Debian, as root); says what to install elsewhere
	@sh .ci/browsers

bench: setup  ## speed, as ratios in one process
	$(BIN)/python -m bench.bench
	$(BIN)/python -m bench.viewing

quality: setup  ## measures over our own interviews, held against their floors
	$(BIN)/python -m bench.quality --check

extension: setup  ## the button of the browser, as a zip for Chrome and Edge and one for Firefox, in dist/
	$(BIN)/python .ci/zips.py

schema: setup  ## the published schema, made from server/model
	$(BIN)/python -m server.pipeline.export.schema > $(SCHEMA)

picture: setup  ## the pictures in the README, from real output; the second needs a Chromium (make browsers)
	$(BIN)/groundwork demo | $(BIN)/python docs/picture.py > docs/brief.svg
	$(BIN)/python docs/screenshot.py docs/pictures/tonight.png

pictures: setup  ## the pictures of the button in docs/pictures, from real browsers
	$(BIN)/python -m tests.extension.pictures

lock: setup  ## pins what the working .venv holds
	$(PIP) freeze --exclude-editable > constraints.txt
	@touch $(READY)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis build dist
