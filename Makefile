# The front door. Each target is something anyone could type; relative paths only, so that a
# folder with a space in its name is no trouble.

PYTHON ?= python3
PY = .venv/bin/python
MANAGE = $(PY) manage.py
SERVE = $(PY) -m gunicorn --preload --workers 2 --threads 4 --no-control-socket --log-level warning sodertorn.wsgi
LOCK = $(PY) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml

.PHONY: help run demo test lint proof format messages lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: export SODERTORN_MODE = local
run: export PORT ?= 8000
run: install-run ## serve the register on http://127.0.0.1:8000 (PORT= and DATABASE_URL= are honoured)
	@$(MANAGE) prepare
	@$(SERVE) --bind 127.0.0.1:$$PORT

demo: export SODERTORN_MODE = demo
demo: export PORT ?= 8001
demo: install-run ## serve an invented programme from a database of its own on http://127.0.0.1:8001
	@$(MANAGE) prepare
	@$(SERVE) --bind 127.0.0.1:$$PORT

test: install-dev ## check and test everything, on SQLite, PostgreSQL and in Chromium
	@$(PY) .ci/parts.py test

lint: install-dev ## only the checks that need no database
	@$(PY) .ci/parts.py lint

proof: install-dev ## try the rule, the guards, killed servers, pages and files many times more (QUICK=1: fewer)
	@$(PY) .ci/parts.py proof

format: install-dev ## lay out code and templates
	@$(PY) -m ruff check --fix-only --quiet
	@$(PY) -m ruff format
	@$(PY) -m djhtml templates

messages: install-dev ## gather the texts to translate into locale/en (needs gettext)
	@SODERTORN_MODE=test $(MANAGE) makemessages --locale en --add-location file --no-obsolete --ignore var --ignore tests

lock: install-dev ## choose newer packages and write requirements/*.txt
	@$(LOCK) --upgrade --output-file requirements/run.txt
	@$(LOCK) --upgrade --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt

clean: ## remove what was installed; keeps var/, which holds the registers
	@rm -rf .venv .pytest_cache .ruff_cache .hypothesis

install-%:
	@command -v $(PYTHON) >/dev/null || { echo "python3 (3.11 or newer) is needed: apt-get install python3" >&2; exit 1; }
	@$(PYTHON) requirements/install.py $*
