# One word for each thing there is to do here; `make help` lists them.
# Needs: Python 3.11 or newer with venv, git, make. Everything else is fetched or named.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Stamps: what is installed is what the lock and the project's metadata said at that time.
PACKAGES := $(VENV)/.packages
PROJECT := $(VENV)/.project

TS := resources/translations/secim_tr.ts
QM := resources/translations/secim_tr.qm

# Only Linux can be without a screen.
HAS_SCREEN = [ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# Asks for Qt's libraries as if there were no screen: checks run offscreen everywhere.
SYSTEM_OFFSCREEN := env -u DISPLAY -u WAYLAND_DISPLAY PYTHON="$(PYTHON)" .ci/system

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test pytest lint style types bench faults gallery architecture build translations lock clean system-offscreen system-test system-run

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: system-run $(PROJECT) ## open the desk on the demonstration evening (no screen: print it)
	@if $(HAS_SCREEN); then \
	  $(BIN)/secim-masasi --demo; \
	else \
	  echo "No screen here (DISPLAY and WAYLAND_DISPLAY are empty): the demonstration evening in print."; \
	  $(BIN)/secim-masasi --demo --print; \
	fi

# Whole modules to each process: what a module makes once is made once. A process that is gone stays
# gone, so that an abort ends the run instead of being tried again. Types are one process's work, and
# are looked at meanwhile.
test: system-test $(PROJECT) style ## every check: lint, types, import contracts, tests
	@$(MAKE) --no-print-directory --jobs=2 types pytest

pytest:
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto --dist loadfile --max-worker-restart 0

lint: style types ## style, types and import contracts

style: $(PROJECT)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(PROJECT)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: system-offscreen $(PROJECT) ## measure against the budgets
	$(OFFSCREEN) $(BIN)/python -m tests.bench

# Every kind of fault in turn; what failed is named with its seed.
faults: system-offscreen $(PROJECT) ## an hour of faults: kills, flipped bits, hostile files and texts
	$(OFFSCREEN) $(BIN)/python -m tests.faults --seconds 3600 --enough --seed $$(date +%s)

gallery: system-test $(PROJECT) ## every chart and sheet as a picture, in docs/gallery
	$(BIN)/python -m tests.pictures.gallery docs/gallery

architecture: $(PROJECT) ## the rooms of the tree as a picture, in docs/architecture.svg
	$(BIN)/python -m tests.pictures.rooms docs/architecture.svg

# The program counts as built once it has run: only then does it move to dist/. It runs with an
# empty environment, so that nothing of this tree or of the virtual environment can help it.
build: $(PROJECT) ## the one-folder program in dist/, built and run
	$(SYSTEM_OFFSCREEN) --build
	rm -rf build dist
	$(BIN)/pyinstaller --noconfirm --log-level WARN --workpath build/work --distpath build/dist build.spec
	mkdir build/home
	cd build/home && env -i PATH=/usr/bin:/bin HOME="$$PWD" LC_ALL=C.UTF-8 $(OFFSCREEN) \
	  ../dist/secim-masasi/secim-masasi --self-test
	mv build/dist dist

translations: $(PROJECT) ## strings of ui/ into the .ts, the .ts into the .qm
	$(BIN)/pyside6-lupdate -no-obsolete -locations none -source-language en -target-language tr \
	  $(sort $(shell find ui -name '*.py')) -ts $(TS)
	$(BIN)/pyside6-lrelease $(TS) -qm $(QM)

lock: $(PACKAGES) ## resolve pyproject.toml anew; UPGRADE=1 takes newer releases
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --group dev --generate-hashes \
	  $(if $(UPGRADE),--upgrade) --custom-compile-command "make lock" pyproject.toml -o requirements.lock

clean: ## remove what was built and cached; .venv stays
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find desk ui resources tests -name __pycache__ -prune -exec rm -rf {} +

# Wheels only and hashes for every one: nothing unpinned is fetched, nothing is compiled here.
$(PACKAGES): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	  "The desk needs Python 3.11 or newer; name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --require-hashes --no-deps --only-binary :all: -r requirements.lock
	@touch $@

# Editable, with the locked build backend: the tree itself is what runs.
$(PROJECT): $(PACKAGES) pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
	  --no-index --no-deps --no-build-isolation --editable .
	@touch $@

system-offscreen:
	@$(SYSTEM_OFFSCREEN)

system-test:
	@$(SYSTEM_OFFSCREEN) --test

system-run:
	@if $(HAS_SCREEN); then PYTHON="$(PYTHON)" .ci/system; fi
