# The doors of Fader. `make` lists them.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# Told to `fader` by `make run`: make run ARGS='--theme light'
ARGS ?=

# No colours: the flag for them is part of every compile command, and a build with a terminal would
# compile anew all that one without has made.
PLAIN = --no-color-diagnostics
BUILD = $(SWIFT) build $(PLAIN)

# libcurl is opened when it is first needed, not at the start: an empty library takes its place in
# the link, and Sources/CCurl/Forwarding.c stands in for what would refer to it. lld, which comes with
# Swift, does not warn of what Swift's own libraries do. Nobody links with the program, so it exports nothing.
STANDIN = $(CURDIR)/.build/stand-in
# What nobody calls is left out, function by function. Where the C library can read them (glibc 2.36), the 100,000
# places that depend on where the program lies take 20 kB of its file, not 2.4 MB that each start reads.
UNUSED = -Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xlinker --gc-sections
PACKED := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); \
    if (v[1] > 2 || v[2] >= 36) print "-Xlinker -z -Xlinker pack-relative-relocs" }')
RELEASE = -c release --static-swift-stdlib --disable-local-rpath -Xlinker -s -Xlinker --no-export-dynamic \
    -Xswiftc -use-ld=lld -Xswiftc -L$(STANDIN) $(UNUSED) $(PACKED)
BINARY = .build/release/fader
CLIENT = .build/release/client-bench
LIBRARY = .build/release/LibraryProbe
CONTENT = .build/release/screen-bench
DEB = .build/deb

# What a release needs before it is built.
SET_UP = .ci/setup build && mkdir -p $(STANDIN) && ar rc $(STANDIN)/libcurl.a
export SWIFT
SOURCES = Package.swift $(shell find Sources -type f)
FORMATTED = Package.swift Sources Tests

.DEFAULT_GOAL := help
.PHONY: help run build test check torture bench fuzz deb format install uninstall clean

help:
	@echo 'make run                open the workbench on the practice provider (no key, no network)'
	@echo 'make test               set up, check format and imports, run every test'
	@echo 'make check              the part of it that runs nothing: format, imports, whether all compiles'
	@echo 'make torture            the reliability tests in full: kills, full disks, locks, stalls, damage'
	@echo 'make bench              measure against floors written in C'
	@echo 'make fuzz               10,000,000 mutated inputs for all that reads what a server sends'
	@echo 'make build              a release in $(BINARY)'
	@echo 'make deb                a Debian package in $(DEB)'
	@echo 'make install PREFIX=…   binary, themes, manual page, completions (default $(PREFIX); DESTDIR is honoured)'
	@echo 'make uninstall PREFIX=… take them away again'
	@echo 'make format             lay the sources out as the check wants them'
	@echo 'make clean              remove what was built'

run: build
	@if [ -t 0 ] && [ -t 1 ]; then \
	    exec $(BINARY) $(ARGS); \
	else \
	    echo 'No terminal here: sending one prompt to the practice provider instead of opening the workbench.'; \
	    $(BINARY) send --provider practice --no-library --no-stdin -p max_tokens=4096 'What is nucleus sampling?' && echo; \
	fi

build:
	@$(SET_UP)
	$(BUILD) $(RELEASE) --product fader

$(BINARY): $(SOURCES)
	@$(MAKE) build
	@touch -c $(BINARY)

# One after the other: many tests wait for processes and sockets, and a few cores run them all.
TESTING = $(PLAIN) --skip-build --disable-xctest --no-parallel

test:
	@.ci/setup test
	@$(MAKE) check
	.build/debug/fuzz --seconds 30
	$(SWIFT) test $(TESTING) --skip EndToEndTests
	$(SWIFT) test $(TESTING) --filter EndToEndTests

# Format, and imports that nobody declared.
check:
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)
	$(BUILD) --build-tests --explicit-target-dependency-import-check error

# The reliability part of the tests with all its kills, full disks, damaged copies, and the tours: some 25 minutes.
torture:
	@.ci/setup test
	$(BUILD) --build-tests
	FADER_TORTURE=1 $(SWIFT) test $(TESTING) --filter Reliability

# The same inputs each time; `make fuzz COUNT=… SEED=…` for others.
COUNT ?= 10000000
SEED ?= 1

fuzz:
	@$(SET_UP)
	$(BUILD) $(RELEASE) --product fuzz
	.build/release/fuzz --count $(COUNT) --seed $(SEED)

bench: build
	@.ci/setup bench
	$(BUILD) $(RELEASE) --product client-bench
	$(BUILD) $(RELEASE) --product LibraryProbe
	$(BUILD) $(RELEASE) --product screen-bench
	@$(MAKE) --no-print-directory -C Tests/Benchmarks BINARY=$(abspath $(BINARY)) CLIENT=$(abspath $(CLIENT)) \
		LIBRARY=$(abspath $(LIBRARY)) CONTENT=$(abspath $(CONTENT))

format:
	$(SWIFT) format --in-place --recursive --parallel $(FORMATTED)

SHARE = $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION = $(SHARE)/bash-completion/completions/fader
ZSH_COMPLETION = $(SHARE)/zsh/site-functions/_fader
FISH_COMPLETION = $(SHARE)/fish/vendor_completions.d/fader.fish
MANUAL = $(SHARE)/man/man1/fader.1

# Builds only when a source is newer, so that `sudo make install` after `make build` needs no Swift.
install: $(BINARY)
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/fader/themes $(dir $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL))
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/fader
	install -m 644 themes/*.toml $(SHARE)/fader/themes/
	install -m 644 Docs/fader.1 $(MANUAL)
	$(BINARY) --generate-completion-script bash | sed '1{/^#!/d;}' > $(BASH_COMPLETION)
	$(BINARY) --generate-completion-script zsh > $(ZSH_COMPLETION)
	$(BINARY) --generate-completion-script fish > $(FISH_COMPLETION)

# The folders are laid out as dpkg's tools want to find them.
DEB_ROOT = $(DEB)/debian/fader

# A package goes to other machines, whose C library may be older.
deb: PACKED =
deb: build
	@.ci/setup deb
	@rm -rf $(DEB) && mkdir -p $(DEB_ROOT)
	@$(MAKE) --no-print-directory install PREFIX=/usr DESTDIR=$(DEB_ROOT) \
	    ZSH_COMPLETION=$(DEB_ROOT)/usr/share/zsh/vendor-completions/_fader
	.packaging/deb $(DEB)

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/fader $(MANUAL) $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION)
	rm -rf $(SHARE)/fader

clean:
	rm -rf .build
