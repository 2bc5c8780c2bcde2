# The project's commands. `make demo` and `make test` do all the set-up that they need.
PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3 python 2>/dev/null) python3)
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
GOLD   ?= ../shared/gold
CORPUS ?= ../shared/corpus/news.jsonl.gz
NAMES  ?= ../shared/data/ner/anercorp_train.jsonl

.PHONY: demo test lint types unit check-all wheel examples compiled docs example generated runs fuzz engines growth calls bench dates baseline workers score corpus train hot clean help

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "arabnews needs Python 3.11 or newer: make PYTHON=..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: $(READY) ## parse a sample article and show what is found
	$(BIN)/arabnews parse --published 2024-05-14 docs/sample.txt

test: lint types unit ## lint, types and tests: at most five minutes on two cores

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/pytest -q

check-all: $(READY) wheel examples docs example runs corpus ## what takes longer: the built wheel, the docs, the example plugin, killed runs, the corpus where it exists

wheel: $(READY) ## build the wheel and run the tests against it in a clean environment
	$(BIN)/python tools/check_wheel.py

compiled: $(READY) ## the same with the hot modules compiled, then its speed and facts beside the plain source; needs a C compiler
	$(BIN)/python tools/check_wheel.py --compiled $(CORPUS)

examples: $(READY) ## run the commands that README shows
	$(BIN)/pytest -q tests/test_readme.py

docs: $(READY) ## build the documentation into build/docs; a warning is an error
	$(BIN)/python -m pip install --quiet --group docs
	$(BIN)/sphinx-build -W --keep-going -q -b html docs build/docs

example: $(READY) ## build the example plugin and a new one; install and test each beside the built wheel
	$(BIN)/python tools/check_example.py

corpus: $(READY) ## parse the corpus of real articles where it lies beside the project
	$(BIN)/python tools/check_corpus.py $(CORPUS)

generated: $(READY) ## how much of the truth of generated news the bundled plugins recover, by kind
	$(BIN)/python tools/generated.py

runs: $(READY) ## kill runs over a generated corpus at random moments, resume them, compare the outputs
	$(BIN)/python tools/check_runs.py

fuzz: $(READY) ## the property tests with many more examples, and the checks of plugins on 20,000 generated articles
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -q tests/properties

engines: $(READY) ## Spark, Dask and Ray on this machine give the rows of the plain run; says so where Java is missing
	$(BIN)/python -m pip install --quiet --group engines
	ARABNEWS_ENGINES=1 $(BIN)/pytest -q tests/engines

growth: $(READY) ## how the time of each room grows with hostile texts of 1, 2 and 4 MB; takes a quarter of an hour
	$(BIN)/python benchmarks/growth.py $(CORPUS)

calls: $(READY) ## the functions whose calls grow faster than the text, on a hundred random fragments; counted, not timed
	$(BIN)/python benchmarks/calls.py

bench: $(READY) ## speed and memory beside the word scan and others; fails where a ratio is a third worse than its baseline
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -W ignore benchmarks/bench.py $(CORPUS)

dates: $(READY) ## speed and accuracy of parse_dates beside dateparser in one run; fails below 40 times its speed
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -W ignore benchmarks/beside_dateparser.py $(CORPUS) $(GOLD)/dev

baseline: $(READY) ## store the ratios of `make bench`, the least of several runs, as its new baseline
	$(BIN)/python -m pip install --quiet --group bench
	$(BIN)/python -W ignore benchmarks/bench.py $(CORPUS) --store

workers: $(READY) ## how many times as fast two workers are as one, for `run` and `extract_batch`; wants a quiet machine
	$(BIN)/python benchmarks/workers.py $(CORPUS)

score: $(READY) ## figures on the annotated articles where they lie beside the project
	$(BIN)/python tools/score.py $(GOLD)

train: $(READY) ## train the model of names anew from the data that lie beside the project; the same data give the same bytes
	$(BIN)/python -m pip install --quiet --group train
	$(BIN)/python tools/train_names.py $(NAMES) plugins/arabnews_entities/data/names.model

hot: $(READY) ## list anew the modules that a compiled wheel compiles, from a profile of the corpus
	$(BIN)/python tools/hot_modules.py $(CORPUS)

clean: ## remove what was built
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
