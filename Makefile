# Chores, one command each; CONTRIBUTING.md says when.
# What a target needs is installed in .venv, with the releases of constraints.txt.
PYTHON := .venv/bin/python

.PHONY: test check docs site upgrade

# What a change needs again and again: everything but what is slow.
test: .venv/installed
	$(PYTHON) -m pytest --quiet -n 2 -m 'not slow'

# All that the build server runs, from nothing; it makes .venv anew where there is none.
check:
	.ci/run </dev/null

# Pages, examples and pictures of docs/ that are made by the tool.
docs: .venv/installed
	$(PYTHON) docs/pages.py
	$(PYTHON) docs/examples.py
	$(PYTHON) tests/quantity_docs.py > docs/quantities.md
	$(PYTHON) tests/time_docs.py > docs/times.md
	$(PYTHON) -m factcheck.report.schema > docs/schema/report.schema.json
	$(PYTHON) docs/rooms.py
	$(PYTHON) docs/images/make.py
	$(PYTHON) docs/desk_day.py --pictures

# The documentation as a site, in build/site.
site:
	.ci/site

# The newest releases into constraints.txt; run `make check` behind it.
upgrade:
	.ci/upgrade

.venv/installed: pyproject.toml constraints.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet -c constraints.txt -e '.[dev]'
	touch $@
