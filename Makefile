PYTHON ?= python3.11
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: check test bench pages lock

check: $(STAMP)            # the main job on the example workspace
	$(BIN)/gongkai check -w examples/yanzhou --as-of 2024-07-25

test: $(STAMP)             # the one gate: lint, types, layering, tests
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy
	HYPOTHESIS_PROFILE=ci $(BIN)/python -m pytest -q

bench: $(STAMP)            # ratios against a peer in the same run
	$(BIN)/python -m bench

pages: $(STAMP)            # the documents that are made from the code
	$(BIN)/python -m tests.docs.checks_page
	$(BIN)/python -m tests.errors.page
	$(BIN)/python -m tests.docs.transcripts

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@: > $@

lock:                      # only for whoever changes the dependencies; needs uv
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --group dev pyproject.toml -o requirements.lock
	@! grep -nE '://|^-' requirements.lock
