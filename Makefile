# afterword, from a checkout. `make help` lists what can be done; every command works on a machine that has only a Python of at
# least 3.11, with its venv module, and make. What it needs is put into .venv, with the hashes of the lock files checked.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development

PYTEST_ARGS ?=
DEMO ?= demo
UPGRADE ?=
BENCH ?=

.PHONY: help install demo check test quick golden man bench peers lock clean

help: ## list what can be done
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

install: $(RUNTIME) ## put the program into .venv (the command is .venv/bin/afterword)

demo: $(RUNTIME) ## six weeks of a job search in seconds, in the folder demo (DEMO=folder for another)
	$(BIN)/afterword demo $(DEMO)

check: $(DEVELOPMENT) ## style, format and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict

test: $(DEVELOPMENT) ## every test whose counterpart is installed; names those that it skips, and why (PYTEST_ARGS=…)
	$(BIN)/python -m pytest -rs $(PYTEST_ARGS)

quick: $(DEVELOPMENT) ## the tests that need no counterpart and take no time
	$(BIN)/python -m pytest -q -m "not peer and not slow" $(PYTEST_ARGS)

golden: $(DEVELOPMENT) ## write the files of drafts anew that humans read through, and show what changed
	AFTERWORD_UPDATE_GOLDEN=1 $(BIN)/python -m pytest -q tests/drafting/test_golden.py
	$(BIN)/python -m tests.timelines.golden
	$(BIN)/python -m tests.playbook.page
	@git diff --stat -- '*golden*' docs/playbook.md || true

man: $(RUNTIME) ## write the manual page anew, docs/man/afterword.1, from what the commands say of themselves
	$(BIN)/python -m daemon.commands.manual docs/man/afterword.1

bench: $(DEVELOPMENT) ## the first look at 20,000 messages beside mbsync, and the memory that it takes (BENCH="--runs 5 …")
	$(BIN)/python -m tests.bench $(BENCH)

peers: $(DEVELOPMENT) ## install the counterparts of the tests: IMAP servers, PostgreSQL, a browser (on Debian, as root)
	sh tests/peers/install.sh

lock: $(DEVELOPMENT) ## make the lock files anew from pyproject.toml (UPGRADE=--upgrade for newer versions too)
	$(BIN)/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes \
	    pyproject.toml --group build -o requirements.lock
	$(BIN)/uv pip compile $(UPGRADE) --quiet --universal --python-version 3.11 --generate-hashes --constraints requirements.lock \
	    pyproject.toml --group dev --all-extras -o requirements-dev.lock
	@if grep -nE '://|--(extra-)?index|--find-links|--trusted-host' requirements.lock requirements-dev.lock; then \
	    echo 'a lock file names an address (above); it must not' >&2; exit 1; fi

clean: ## remove .venv, caches and what was built
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is as old as the installation that it stands for: where a lock file is newer, it is done again.
$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/pip
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUNTIME)
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# pip is the last thing that venv installs: where it is, the environment is whole.
$(BIN)/pip:
	@set -e; old=; bare=; \
	for python in $(PYTHON) python3.13 python3.12 python3.11 python3; do \
	    $$python -c pass >/dev/null 2>&1 || continue; \
	    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { old=$$python; continue; }; \
	    $$python -c 'import ensurepip, venv' 2>/dev/null || { bare=$$python; continue; }; \
	    echo "$$python -m venv $(VENV)"; \
	    exec $$python -m venv $(VENV); \
	done; \
	if [ -n "$$bare" ]; then echo "$$bare cannot make virtual environments: apt install $$bare-venv"; \
	elif [ -n "$$old" ]; then echo "Python 3.11 or newer is needed, $$old is older: apt install python3 python3-venv (macOS: brew install python)"; \
	else echo "Python 3.11 or newer is needed: apt install python3 python3-venv (macOS: brew install python)"; fi >&2; \
	exit 1
