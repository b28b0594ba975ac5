# Everything that a person or CI calls. `make help` lists it.
PYTHON ?= python3
PORT ?= 7860
VENV := .venv
PY := $(VENV)/bin/python
Q ?= 慈溪市2024年行政复议发案量是多少件？

.DEFAULT_GOAL := help
.PHONY: help setup run ask test check format eval bench train chromium clean

help:  ## List the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(VENV)/.installed  ## Make .venv with the pinned packages (instant when nothing changed)

$(VENV)/.installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python >= 3.11 is needed; name one with: make PYTHON=python3.11 ..." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@$(PY) -m compileall -q qa embeddings eval ui.py  # or every cold start compiles 300 modules where nothing may be written
	@touch $@

run: setup  ## Answer a sample question on the library's own places, then serve the page (PORT=7860)
	@$(PY) -m qa ask --example
	@PORT=$(PORT) $(PY) ui.py

ask: setup  ## Ask one question: make ask Q="…"
	@$(PY) -m qa ask "$(Q)"

test: setup chromium  ## Run every test, a process for each core
	$(PY) -m pytest -n auto --dist loadfile

check: setup  ## Format, lint, types, docstrings
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/pydoclint --quiet qa embeddings eval ui.py

format: setup  ## Format the code and mend what ruff can
	$(VENV)/bin/ruff check --fix-only --quiet .
	$(VENV)/bin/ruff format --quiet .

eval: setup  ## Measure the answers; exit 1 under eval/thresholds.toml
	$(PY) -m eval

bench: setup  ## Time answers, cold starts and reading
	$(PY) -m eval.bench

# The browser tests need a real Chromium; Debian's is installed where that is allowed.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk) >/dev/null; } || \
	  echo "No Chromium: the browser tests will be left out; install it with: apt-get install chromium fonts-noto-cjk" >&2

clean:  ## Remove what the other targets made
	rm -rf $(VENV) .fawen build *.egg-info .pytest_cache .mypy_cache .ruff_cache eval/out
