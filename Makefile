# Rajnay. `make nightly` and `make test` set up what they need by themselves; the rest does too.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PRESS ?=
DATE ?=
BIN := .venv/bin

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup setup-dev
setup:
	@scripts/setup run
setup-dev:
	@scripts/setup dev

.PHONY: nightly
nightly: setup ## One night through Airflow. PRESS=sample|live|FILE.jsonl,… DATE=YYYY-MM-DD
	@scripts/nightly "$(or $(PRESS),sample)" $(DATE)

.PHONY: test
test: setup-dev lint ## Lint, types and all quick tests
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile

.PHONY: lint
lint: setup-dev ## ruff (bandit's rules among its), mypy, sqlfluff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --processes 2 dbt_project

.PHONY: test-stack
test-stack: setup-dev ## The slow tests: Airflow's scheduler for real
	@$(BIN)/python -m pytest -q -m stack

.PHONY: up down
up: setup ## Airflow with scheduler and UI on 127.0.0.1, the DAG scheduled for 00:30 IST. PRESS=live|sample|FILE PORT=8080
	@PRESS=$(PRESS) scripts/up
down: ## Stops it
	@scripts/down

.PHONY: sql
sql: setup ## A read-only DuckDB prompt on the published warehouse
	@$(BIN)/rajnay sql

.PHONY: docs
docs: setup ## The warehouse's manual, one static HTML file
	@$(BIN)/rajnay docs

.PHONY: score
score: setup-dev ## The facts' scores on ../shared/eval/dev, where it is
	@$(BIN)/python -m tests.quality.score_dev

.PHONY: mutation-check
mutation-check: setup-dev ## Breaks the warehouse's models on purpose, one line a break: each must turn its test red
	@$(BIN)/python -m pytest -v --no-header tests/warehouse/test_mutations.py

.PHONY: add-outlet
add-outlet: setup ## A new outlet's file and fixture. NAME=… URL=https://…
	@$(BIN)/python -m scrapers.add_outlet "$(NAME)" "$(URL)" --contact "$${RAJNAY_CONTACT:-https://rajnay.example/contact}"

.PHONY: outlet-health
outlet-health: setup ## Fetches one page of an outlet and explains what is read. OUTLET=name
	@$(BIN)/python -m scrapers.outlet_health "$(OUTLET)" --contact "$${RAJNAY_CONTACT:-https://rajnay.example/contact}" \
		--structure "$${RAJNAY_DATA:-data}/structures/$(OUTLET).json"

.PHONY: robots-report bench-crawl
robots-report: setup-dev ## How robots.txt is obeyed: the cases of RFC 9309
	@$(BIN)/python -m tests.scrapers.robots_report
bench-crawl: setup-dev ## Pages a second and quality, beside other readers; records a second of a back-fill
	@$(BIN)/python -m tests.scrapers.bench_reading
	@$(BIN)/python -m tests.scrapers.bench_backfill

.PHONY: bench-facts bench-warehouse
bench-facts: setup-dev ## Articles a second, memory, start-up of the facts' reading
	@$(BIN)/python -m tests.bench.bench_facts
bench-warehouse: setup-dev ## A night and a rebuild at 10,000, 100,000 and 1,000,000 articles (hours, gigabytes). SIZES="10000 …"
	@$(BIN)/python -m tests.bench.bench_warehouse $(SIZES)

.PHONY: lock
lock: ## The pinned requirements anew from requirements/*.in (needs uv)
	@for set in run dev stack; do uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header requirements/$$set.in -o requirements/$$set.txt; done

.PHONY: clean
clean: ## Removes what make made, but not data/
	@rm -rf .venv .airflow .pytest_cache .mypy_cache .ruff_cache .hypothesis
