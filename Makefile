# Every target explains itself: `make` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON_IN_VENV := .venv/bin/python
MANAGE := $(PYTHON_IN_VENV) manage.py
# Whatever programs keep for a next time stays in the checkout.
export XDG_CACHE_HOME := $(CURDIR)/var/cache/programs

# The demo of another council than Oxford has its own state, and its own languages and time zone.
# `make run` asks once for it if there is no site yet, and somebody to answer.
ifndef COUNCIL
COUNCIL := $(shell .ci/begin_with $(if $(filter run,$(MAKECMDGOALS)),ask))
ifeq ($(COUNCIL),own)
COUNCIL := oxford
DEMO ?= no
endif
export COUNCIL DEMO
endif
BUNDLE := twinning_site/demo/councils/$(COUNCIL)/bundle.toml
ifneq ($(COUNCIL),oxford)
ifeq ($(wildcard $(BUNDLE)),)
$(error There is no demo of $(COUNCIL). COUNCIL is one of: oxford \
	$(notdir $(patsubst %/bundle.toml,%,$(wildcard twinning_site/demo/councils/*/bundle.toml))))
endif
export VAR_DIR ?= var/$(COUNCIL)
export SITE_LANGUAGES ?= $(shell tr -d ' "\n' <$(BUNDLE) | sed 's/.*languages=\[\([^]]*\)\].*/\1/; s/,$$//')
export TRANSLATE_ADDRESSES ?= yes
export TIME_ZONE ?= $(shell sed -n 's/^time_zone = "\(.*\)"/\1/p' $(BUNDLE))
endif

.PHONY: help
help: ## Explain every target
	@printf 'Use: make TARGET\n\n'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@printf '\nSettings are environment variables; .env.example lists them.\n'

.PHONY: run
run: ready ## Run the site on http://127.0.0.1:8000 (HOST, PORT; COUNCIL=dortmund: its demo; DEMO=no: empty); Ctrl-C ends it
	@$(MANAGE) first_officer
	@exec $(MANAGE) serve

.PHONY: ready
ready: ## Prepare everything `make run` needs: packages, database, translations, demo
	@.ci/setup run
	@$(MAKE) collected
	@echo '==> Making the gazetteer (ten seconds the first time)'
	@$(MANAGE) build_gazetteer >/dev/null
	@echo '==> Bringing the database up to date'
	@$(MANAGE) migrate --verbosity 0
	@$(MAKE) translations
	@test "$(DEMO)" = no || $(MANAGE) demo --if-empty --council $(COUNCIL)

.PHONY: collected
collected: ## Make fonts and collect static files, if there are new ones
	@echo '==> Making web fonts'
	@$(MANAGE) build_fonts >/dev/null
	@$(MAKE) --silent $(COLLECTED)

# Compressing takes half a minute, so it is done only when there is something new.
# VAR_DIR may stand in .env, too, as every setting.
OF_ENV_FILE := $(shell sed -n 's/^VAR_DIR=//p' .env 2>/dev/null | tail -n 1 | tr -d "\"'")
COLLECTED := $(firstword $(VAR_DIR) $(OF_ENV_FILE) var)/static/staticfiles.json
$(COLLECTED): $(shell find static var/fonts .venv/requirements*.lock.* -type f 2>/dev/null) \
		$(wildcard twinning_site/settings/*.py) twinning_site/serving/static_files_config.py \
		twinning_site/serving/static_storage.py
	@echo '==> Collecting static files (half a minute the first time)'
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@touch $@

.PHONY: demo
demo: ## Replace all content by the demo of COUNCIL, which is Oxford (deletes what is there)
	@$(MANAGE) demo --replace --council $(COUNCIL)

.PHONY: test
test: ## Run every test, on SQLite and on PostgreSQL, with a browser
	@.ci/setup test
	@$(MAKE) translations
	@.ci/test

.PHONY: test-quick
test-quick: ## Run the tests on SQLite without the browser
	@.ci/setup test
	@$(MAKE) translations
	@.ci/test quick

.PHONY: bench
bench: ## Measure pages, PDFs, searches and loading (half an hour)
	@.ci/setup test
	@.venv/bin/pytest -q -s -p no:cacheprovider --timeout 3600 tests/benchmarks/*_speed.py

.PHONY: test-failures
test-failures: ## Lock, kill, restart and fill what the site stands on, three times; print figures (six minutes)
	@.ci/setup test
	@FAILURE_ROUNDS=3 .venv/bin/pytest -q -s -p no:cacheprovider --timeout 1200 tests/failures

.PHONY: mutation
mutation: ## Change the code that decides, bit by bit, and list what no test notices (an hour)
	@.ci/setup test
	@$(MAKE) translations
	@.ci/mutation

.PHONY: lint
lint: ## Check style, types, templates, floors, migrations and the production settings
	@.ci/setup test
	@.ci/lint

.PHONY: format
format: ## Bring code and templates into shape
	@.ci/setup test
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .
	@.venv/bin/djhtml --tabwidth 2 templates

.PHONY: messages
messages: ## Collect the texts to translate into locale/
	@.ci/setup messages
	@$(MANAGE) makemessages --all --no-location --ignore '.venv/*' --ignore 'var/*' \
		--ignore '.ci/*' --ignore 'tests/*'

.PHONY: translations
translations: ## Compile locale/*.po
	@if ls locale/*/LC_MESSAGES/*.po >/dev/null 2>&1; then \
		echo '==> Compiling translations'; \
		.venv/bin/pybabel --quiet compile --directory locale --domain django; \
	fi

.PHONY: lock
lock: ## Write the lock files anew (UPGRADE=yes: with the newest of what others bring along)
	@.ci/setup test
	@.ci/lock $(if $(filter yes,$(UPGRADE)),upgrade)
	@.ci/setup test

.PHONY: sbom
sbom: ## List all software used, with versions and licences, in var/sbom/ (CycloneDX)
	@.ci/setup test
	@.ci/sbom

.PHONY: clean
clean: ## Remove what was installed and made, but keep var/ (database, media, mail)
	rm -rf .venv .ci/node_modules .pytest_cache .ruff_cache .hypothesis .import_linter_cache
