# make run [PHOTO=path]   open the app, with a sample photo or your own
# make test               check the code and run every test
# make bundle             dist/kolorit, which needs no Python (docs/packaging.md)
# make packages           the bundle as a Debian package and as one file that installs it
# make translations       take new words of the interface into resources/translations
PYTHON ?= python3
# tests run beside one another, on four cores at most: each needs up to 1.5 GB
BESIDE := --numprocesses auto --maxprocesses 4 --dist worksteal
PHOTO ?= resources/samples/astronaut.jpg
BIN := .venv/bin

# what Qt loads from a Debian or Ubuntu system
QT_PACKAGES := libglib2.0-0 libegl1 libgl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libwayland-cursor0 \
	libwayland-egl1 fonts-dejavu-core

# two checkouts may be tested at once, and the system may be installing what is new
APT_GET := flock /var/lock/kolorit-packages apt-get -o DPkg::Lock::Timeout=600

# programs of others that tests look at written files and pages with, and their packages there
TEST_TOOLS := exiftool:libimage-exiftool-perl identify:imagemagick tiffinfo:libtiff-tools chromium:chromium

.PHONY: run test check translations bundle packages clean

run: .venv/app
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(MAKE) --no-print-directory qt-packages && exec $(BIN)/kolorit "$(PHOTO)"; \
	else \
		echo "There is no display here, so the photo is colored on the command line:"; \
		mkdir -p build/colored; \
		exec $(BIN)/kolorit-cli colorize "$(PHOTO)" -o build/colored --overwrite; \
	fi

test: qt-packages test-tools .venv/dev check
	$(BIN)/pytest $(BESIDE)

check: .venv/dev
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

# the same sources give the same files: hashes and times are fixed
bundle: export PYTHONHASHSEED := 0
bundle: export SOURCE_DATE_EPOCH := 1700000000
bundle: build/bundle-env/made
	rm -rf dist/kolorit
	build/bundle-env/bin/pyinstaller --noconfirm --clean --log-level ERROR \
		--distpath dist --workpath build/pyinstaller packaging/kolorit.spec
	build/bundle-env/bin/python packaging/inventory.py dist/kolorit
	dist/kolorit/kolorit-cli doctor

packages: bundle
	version=$$(build/bundle-env/bin/python -c 'from importlib.metadata import version as v; print(v("kolorit"))'); \
	packaging/debian.sh dist/kolorit $$version && packaging/single_file.sh dist/kolorit $$version

build/bundle-env/made: pyproject.toml constraints.txt
	rm -rf build/bundle-env
	$(PYTHON) -m venv build/bundle-env
	build/bundle-env/bin/pip install --quiet --constraint constraints.txt --editable '.[bundle,heif,raw]'
	@touch $@

# take what the interface says into resources/translations/*.ts, and compile what is translated there
SPEAKS := $(sort $(wildcard $(foreach depth,* */* */*/* */*/*/*,desktop/$(depth).py)))
TS := resources/translations/kolorit
LUPDATE := $(BIN)/pyside6-lupdate -silent -no-obsolete -locations none
translations: .venv/dev
	for language in de es fr ru; do \
		$(LUPDATE) $(SPEAKS) -ts $(TS)_$$language.ts || exit 1; \
	done
	$(LUPDATE) -pluralonly $(SPEAKS) -ts $(TS)_en.ts
	$(BIN)/pyside6-lrelease -silent $(TS)_*.ts

clean:
	rm -rf .venv build dist

.venv/app: pyproject.toml constraints.txt | .venv/made
	$(BIN)/pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/dev: pyproject.toml constraints.txt | .venv/made
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch $@ .venv/app

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Kolorit needs Python 3.11 or newer: make PYTHON=python3.11 ..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		$(MAKE) --no-print-directory debian-packages PACKAGES=python3-venv
	$(PYTHON) -m venv .venv
	@touch $@

.PHONY: qt-packages test-tools debian-packages
qt-packages:
	@$(MAKE) --no-print-directory debian-packages PACKAGES="$(QT_PACKAGES)"

# install the programs that are missing and that can be had, or say what that means for the tests
test-tools:
	@missing=; \
	for tool in $(TEST_TOOLS); do \
		command -v $${tool%:*} >/dev/null || missing="$$missing $${tool#*:}"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
		echo "Checks that need what is missing here are skipped:$$missing"; \
		if command -v apt-get >/dev/null; then echo "To run them too: sudo apt-get install$$missing"; fi; \
		exit 0; \
	fi; \
	$(APT_GET) update -q >/dev/null && known= && \
	for package in $$missing; do \
		if apt-cache show $$package >/dev/null 2>&1; then known="$$known $$package"; \
		else echo "This system has no package $$package: checks that need it are skipped"; fi; \
	done && \
	$(MAKE) --no-print-directory debian-packages PACKAGES="$$known"

# install what is missing of PACKAGES, or say how; other systems bring these libraries themselves, and
# newer releases of Debian and Ubuntu call some of them ...t64
debian-packages:
	@command -v dpkg-query >/dev/null || exit 0; \
	missing=; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f '$${Status}' $$package $${package}t64 2>/dev/null | \
			grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ]; then \
		echo "Please install first: sudo apt-get install$$missing"; exit 1; \
	fi; \
	$(APT_GET) update -q >/dev/null && \
	DEBIAN_FRONTEND=noninteractive $(APT_GET) install -y -q --no-install-recommends $$missing >/dev/null
