# What people type: `make run` to see Annals at work, `make test` before a commit. `make` lists all.

SWIFT ?= swift
PREFIX ?= /usr/local
REGISTER ?= annals.sqlite
DOSSIERS ?= Dossiers
ROOM ?= Chronology
RUNS ?= 1000000

export SWIFT

release := .build/release/annals

.DEFAULT_GOAL := help
.PHONY: help prepare build run test lint hostile killed check-api check-pages check-reader check-review goldens benchmark benchmark-chronology benchmark-tagging \
	benchmark-keeping fuzz install uninstall clean

help: ## list what can be made
	@sed -n 's/^\([a-z][-a-z]*\):[^#]*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 30

prepare: ## check for Swift and install the Debian packages that are missing
	@Scripts/prepare

build: prepare ## build the program, optimised
	@$(SWIFT) build -c release --product annals

run: build ## read Dossiers/ into a register and show what Annals makes of them
	@Scripts/tour $(release) $(REGISTER) $(DOSSIERS)

test: lint ## check the style and run every test
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

lint: prepare ## check the style alone
	@$(SWIFT) format lint --recursive --strict Package.swift Sources Tests Benchmarks Fuzzing

hostile: prepare ## read every broken and malicious file that the tests can make
	@$(SWIFT) build --build-tests
	@ANNALS_HOSTILE=all $(SWIFT) test --skip-build --filter HostileTests

check-api: ## hold the server to its own description with schemathesis (Python 3)
	@$(SWIFT) build --product annals
	@Scripts/check-api .build/debug/annals

check-pages: ## open every page in headless Chromium and ask axe what is wrong (Python 3)
	@$(SWIFT) build --product annals
	@Scripts/check-pages .build/debug/annals

check-reader: ## use the site in headless Chromium as a reader does, with scripts and without (Python 3)
	@$(SWIFT) build --product annals
	@Scripts/check-reader .build/debug/annals

check-review: ## review proposals in headless Chromium, by keyboard and without JavaScript (Python 3)
	@$(SWIFT) build --product annals
	@Scripts/check-review .build/debug/annals

killed: build ## kill a reading and a review 1,000 times each at random moments, for 20 minutes at most
	@$(SWIFT) build --build-tests
	@ANNALS_KILLS=1000 ANNALS_KILL_SECONDS=600 ANNALS_PROGRAM=$(abspath $(release)) \
		$(SWIFT) test --skip-build --filter "Killed at any moment"

goldens: prepare ## record what tests expect anew; read the difference like code
	@ANNALS_RECORD_GOLDENS=1 $(SWIFT) test
	@git --no-pager diff --stat -- Tests README.md

benchmark: build ## measure start-up, reading and asking
	@Scripts/benchmark $(release)

benchmark-chronology: prepare ## measure EDTF strings a second beside other libraries (Python 3)
	@Benchmarks/Chronology/compare

benchmark-tagging: prepare ## measure MB of text tagged a second beside wc and grep
	@Benchmarks/Tagging/compare

benchmark-keeping: prepare ## measure questions to 10 k, 100 k and 1 M generated missions (Python 3, 8 GB)
	@desk=$$(mktemp -d) && trap 'rm -rf "$$desk"' EXIT && Benchmarks/Keeping/compare "$$desk"

fuzz: prepare ## feed ROOM with RUNS half-valid inputs until a law breaks
	@Scripts/fuzz $(ROOM) $(RUNS)

install: build ## install the program below PREFIX (/usr/local)
	@install -d "$(DESTDIR)$(PREFIX)/bin"
	@install -m 755 $(release) "$(DESTDIR)$(PREFIX)/bin/annals"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/annals"

uninstall: ## remove what install installed
	@rm -f "$(DESTDIR)$(PREFIX)/bin/annals"

clean: ## remove what was built; registers stay
	@rm -rf .build
