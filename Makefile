# The commands that people and CI use. `make serve` and `make test` set up all that they need.
.DEFAULT_GOAL := help
.PHONY: help serve build test data check report heard bench fuzz health handbook upkeep audit successor moved unannounced kept record new-guide new-review new-page new-partnership clean

PYTHON ?= python3
BIN := .venv/bin
NPM_BIN := node_modules/.bin
SECONDS ?= 300
BASE ?= HEAD^1
SITE_URL ?= http://127.0.0.1:8000/
export SITE_URL
# The theme's notice about its end of life is in pyproject.toml; the terminal need not repeat it.
export NO_MKDOCS_2_WARNING := 1

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

.venv/site: requirements.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	touch $@

.venv/checks: tests/requirements.txt .venv/site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/requirements.txt
	touch $@

.venv-%/site: tests/successor/requirements-%.txt
	$(PYTHON) -m venv .venv-$*
	.venv-$*/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

node_modules/ready: package-lock.json
	tests/set-up node
	npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

tests/bench/node_modules/ready: tests/bench/package-lock.json
	cd tests/bench && npm ci --ignore-scripts --no-audit --no-fund --silent
	touch $@

serve: .venv/site ## Show the site at http://127.0.0.1:8000/ and follow every change
	SITE_LIVE=yes SITE_URL=http://127.0.0.1:8000/ $(BIN)/mkdocs serve --dev-addr 127.0.0.1:8000

build: .venv/site ## Build the site into site/
	$(BIN)/mkdocs build

data: .venv/checks ## Check rows and pages alone, in plain words
	$(BIN)/python -m macros
	$(BIN)/python -m tests.pages.second_list
	$(BIN)/codespell docs data

check: data node_modules/ready ## The same, and format, lint and types: in under 15 seconds
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/codespell macros theme tests types README.md CONTRIBUTING.md
	$(BIN)/djlint --quiet --lint macros/drawing/templates --extension jinja
	$(BIN)/djlint --quiet --lint theme --extension html
	$(NPM_BIN)/tsc --project tsconfig.json
	$(NPM_BIN)/tsc --project types/workers.json
	$(NPM_BIN)/tsc --project types/keeper.json
	$(NPM_BIN)/tsc --project tests/code/scripts
	$(NPM_BIN)/tsc --project tests/browser
	$(NPM_BIN)/biome lint --error-on-warnings --log-level=warn
	$(BIN)/zizmor --offline --quiet .github

test: .venv/checks node_modules/ready ## Set up everything, build once, run every test
	tests/set-up
	$(MAKE) --no-print-directory --jobs 2 --output-sync check build
	node --test --test-reporter=spec tests/code/scripts/*.test.js
	$(BIN)/pytest -n 2 --dist worksteal

report: .venv/checks build ## Reading grade, long sentences, long lists, words to avoid
	$(BIN)/python -m tests.pages.report site

heard: .venv/checks build ## Note anew what a screen reader is given of each kind of page: tests/browser/aria/
	tests/set-up
	RENEW_ARIA=yes $(BIN)/pytest tests/browser/test_aria.py

handbook: .venv/checks build ## The whole guide as one file, and printed: handbook/
	tests/set-up
	$(BIN)/python -m tests.pages.handbook handbook

bench: .venv/checks ## Measure beside others; one part: make bench PART=search
	tests/set-up
	$(MAKE) --no-print-directory tests/bench/node_modules/ready
	$(MAKE) --no-print-directory build
	$(BIN)/python -m tests.bench $(PART)

fuzz: .venv/checks node_modules/ready build ## Try damaged files and odd questions by chance: make fuzz SECONDS=300
	FUZZ_SECONDS=$$(( $(SECONDS) / 2 )) node --test --test-reporter=spec tests/code/scripts/fuzz.test.js
	FUZZ_SECONDS=$$(( $(SECONDS) / 2 )) $(BIN)/pytest tests/code/test_fuzz.py

health: .venv/checks node_modules/ready ## Measure the built site for the page on its health; writes data/
	tests/set-up
	$(MAKE) --no-print-directory build
	$(BIN)/python -m tests.bench.health

new-guide new-review new-page: .venv/site ## Start a page: make new-page NAME=about/thanks
	$(BIN)/python -m macros.desk.new_page $(@:new-%=%) "$(NAME)"

new-partnership: .venv/site ## Start the guide of another partnership: make new-partnership DIR=../elsewhere
	@$(BIN)/python -m macros.desk.new_partnership "$(DIR)"

clean: ## Remove what the commands made
	rm -rf .venv .venv-* site site-* handbook .site* .learned .zensical.yml .cache node_modules tests/bench/node_modules

upkeep: .venv/site ## List what is overdue, open or broken; note in data/link_checks.csv how links answer
	@SITE_DATE=$${SITE_DATE:-$$(date +%F)} $(BIN)/python -m macros.desk.upkeep

successor: .venv/site .venv-properdocs/site .venv-zensical/site ## Build with the builders that may follow, and compare
	@$(BIN)/python -m tests.successor

audit: .venv/checks ## List known weaknesses of what is installed
	@$(BIN)/python -m tests.code.advisories

moved: .venv/site ## Note where a page or a part went: make moved OLD=/a/#x NEW=/a/#y [WITHDRAWN=yes]
	@$(BIN)/python -m macros.desk.moved "$(OLD)" "$(NEW)" "$(WITHDRAWN)"

unannounced: .venv/site ## List guides that changed since BASE and of which no row of changes.csv tells
	@$(BIN)/python -m macros unannounced $(BASE)

kept: .venv/site ## Refuse what was published at BASE and would be lost: addresses, codes, versions, changes
	@$(BIN)/python -m macros kept $(BASE)

record: .venv/site ## Note which pages say something else since today, and new headings; write CHANGELOG.md
	@SITE_DATE=$${SITE_DATE:-$$(date +%F)} $(BIN)/python -m macros record
