#!/usr/bin/env bash
# Builds, serves, tests and measures claimcheck. Installs what is missing first and says so; safe to run again.
#
# Exit codes: 0 all done, 1 something failed, 2 wrong usage or something is missing that this script cannot install.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# The wasm-pack the web tests were written against. (wasm-bindgen's version is the one in Cargo.lock.)
readonly WASM_PACK_VERSION=0.15.1
# wasm-pack exits 0 even where it skipped every test (a file without `run_in_browser`, a feature that is off): fewer than this is a failure.
readonly WEB_TESTS_MIN=5
# Likewise for `node --test`, which is content with files that hold no test.
readonly E2E_TESTS_MIN=70
# The yardstick of ./build.sh bench.
readonly HARPER_VERSION=2.10.0
# As `engines` in package.json says.
readonly NODE_MIN=20

readonly TARGET="${CARGO_TARGET_DIR:-target}"
readonly WEB="$TARGET/web"       # bindings, lexicon, compiled base and source sheets: what www/build.mjs turns into dist/
readonly TOOLS="$TARGET/tools"   # tools of the exact version needed, where PATH has none; nothing outside the project is replaced
case $TOOLS in
  /*) export PATH="$TOOLS/bin:$PATH" ;;
  *) export PATH="$PWD/$TOOLS/bin:$PATH" ;;
esac

usage() {
  cat <<'USAGE'
usage: ./build.sh              build the static site into dist/
       ./build.sh serve [PORT] build it, then serve it on 127.0.0.1 (default port 8080)
       ./build.sh test         formatting, lints, native tests, browser tests; exit code 0 only if all passed
       ./build.sh bench        measure; prints a table and writes bench/results.json
USAGE
}

# ---- saying what happens ------------------------------------------------------------------------------------------------------

current_step="starting"

step() {
  current_step="$*"
  printf '\n== %s\n' "$*"
}

fail() { # fail EXIT_CODE MESSAGE...
  local code=$1
  shift
  printf 'build.sh: %s\n' "$*" >&2
  current_step=""
  exit "$code"
}

report_failure() { # a failing command has printed its own error; this names the step it belongs to
  local code=$?
  if [[ $code -ne 0 && -n $current_step ]]; then
    printf '\nbuild.sh: FAILED (exit code %s) at: %s\n' "$code" "$current_step" >&2
  fi
}
trap report_failure EXIT

has() { command -v "$1" >/dev/null 2>&1; }

# ---- what must be there -------------------------------------------------------------------------------------------------------

# Takes commands, installs the Debian packages of those that are missing, all at once. Without root rights (or without apt) it names them.
ensure_system() {
  local command packages=()
  for command in "$@"; do
    has "$command" && continue
    case $command in
      cc) packages+=(gcc libc6-dev) ;; # the linker of native Rust programs
      node) packages+=(nodejs) ;;
      chromedriver) packages+=(chromium-driver) ;;
      *) packages+=("$command") ;;
    esac
  done
  [[ ${#packages[@]} -eq 0 ]] && return

  if [[ $(id -u) -ne 0 ]] || ! has apt-get; then
    fail 2 "missing: ${packages[*]}. Install with: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages[*]}"
  fi
  step "Installing ${packages[*]} (apt-get)"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

ensure_node() {
  ensure_system node npm
  node -e "process.exit(parseInt(process.versions.node) >= $NODE_MIN ? 0 : 1)" ||
    fail 2 "Node.js $(node --version) is too old: version $NODE_MIN or later is needed"
}

ensure_cargo() {
  has cargo || fail 2 "missing: cargo. Install Rust with rustup, https://rustup.rs"
  [[ -f Cargo.lock ]] || cargo generate-lockfile
}

ensure_wasm_target() {
  # Asks the compiler, not rustup: a distribution's Rust may bring the target without rustup.
  local libdir
  libdir=$(rustc --print target-libdir --target wasm32-unknown-unknown)
  [[ -d $libdir ]] && return
  has rustup || fail 2 "missing: the wasm32-unknown-unknown target of $(rustc --version). Install with: rustup target add wasm32-unknown-unknown"
  step "Installing the wasm32-unknown-unknown target (rustup)"
  rustup target add wasm32-unknown-unknown
}

ensure_rust_component() { # ensure_rust_component CARGO_SUBCOMMAND COMPONENT
  cargo "$1" --version >/dev/null 2>&1 && return
  has rustup || fail 2 "missing: $2. Install with: rustup component add $2"
  step "Installing $2 (rustup)"
  rustup component add "$2"
}

tool_version() { # prints the version of a tool on PATH, nothing where there is none
  if has "$1"; then "$1" --version | awk '{ print $2; exit }'; fi
}

# An unoptimized build without debug information: five times quicker to install, and the tools' own speed does not matter here.
# CARGO_TARGET_DIR is dropped so that the tools' build files do not mix with the project's.
cargo_install() {
  env -u CARGO_TARGET_DIR CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=0 cargo install --root "$TOOLS" --force --debug "$@"
}

wasm_bindgen_locked() { # the version in Cargo.lock; the CLI must be the same one, because the two share an unversioned format
  awk '$1 == "name" { name = $3 } $1 == "version" && name == "\"wasm-bindgen\"" { gsub(/"/, "", $3); print $3 }' Cargo.lock
}

ensure_wasm_bindgen() {
  local version
  version=$(wasm_bindgen_locked)
  [[ -n $version ]] || fail 1 "Cargo.lock names no wasm-bindgen"
  # wasm-pack looks for the test runner beside wasm-bindgen, so both come from one place.
  if [[ $(tool_version wasm-bindgen) == "$version" && -x $(dirname "$(command -v wasm-bindgen)")/wasm-bindgen-test-runner ]]; then
    return
  fi
  step "Installing wasm-bindgen $version into $TOOLS (cargo install, about 2 minutes, once)"
  # Not --locked: the lock file of this crate's 0.2.130 does not resolve.
  cargo_install wasm-bindgen-cli --version "=$version" --bin wasm-bindgen --bin wasm-bindgen-test-runner
  hash -r
}

ensure_wasm_pack() {
  [[ $(tool_version wasm-pack) == "$WASM_PACK_VERSION" ]] && return
  step "Installing wasm-pack $WASM_PACK_VERSION into $TOOLS (cargo install, about 2 minutes, once)"
  cargo_install wasm-pack --version "=$WASM_PACK_VERSION" --locked
  hash -r
}

ensure_npm_packages() {
  # The stamp holds what was installed, so that a second run costs nothing and a changed lock file is noticed.
  local stamp=node_modules/.installed wanted
  [[ -f package-lock.json ]] || fail 1 "package-lock.json is missing: run 'npm install' once and commit it"
  wanted=$(cat package.json package-lock.json)
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
  step "Installing npm packages (npm ci)"
  # No package here needs its install script: esbuild's binary is a package of its own, and playwright-core brings no browser.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  printf '%s\n' "$wanted" >"$stamp"
}

# Another checker that runs in the browser, to measure beside ours. No part of the project: without it the bench leaves the row out.
ensure_yardstick() {
  [[ -f $1/node_modules/harper.js/package.json ]] && return
  step "Installing harper.js $HARPER_VERSION into $1 (npm, for comparison only)"
  mkdir -p "$1"
  npm install --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error "harper.js@$HARPER_VERSION" ||
    printf 'harper.js could not be installed: the comparison is left out\n' >&2
}

ensure_for_build() {
  ensure_system cc node npm
  ensure_node
  ensure_cargo
  ensure_wasm_target
  ensure_wasm_bindgen
  ensure_npm_packages
}

ensure_for_bench() {
  ensure_system cc node npm chromium # named together, so that one line installs all
  ensure_for_build
}

ensure_for_test() {
  ensure_system cc node npm chromium chromedriver
  ensure_for_build
  ensure_rust_component fmt rustfmt
  ensure_rust_component clippy clippy
  ensure_wasm_pack
}

# ---- building -----------------------------------------------------------------------------------------------------------------

build_site() {
  step "Building the core as WebAssembly"
  # Without the default features: the lexicon is a file of its own. "z" alone is much slower than "s"; with the inlining of small functions
  # allowed it is a little slower and smaller. The threshold is the largest that keeps page, worker, module and base within 300 kB of brotli.
  # Where in the sources a panic comes from is told to nobody, since the module prints nothing: leaving it out saves 7 kB. The compiler counts the
  # option among its unstable ones, which RUSTC_BOOTSTRAP allows for this crate alone. One that does not know it makes the larger module.
  local placeless=()
  if RUSTC_BOOTSTRAP=1 rustc -Z location-detail=none --print cfg >/dev/null 2>&1; then
    placeless=(-Z location-detail=none)
    export RUSTC_BOOTSTRAP=claimcheck
  fi
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C llvm-args=-inline-threshold=4" \
    cargo rustc --profile web --lib --no-default-features --target wasm32-unknown-unknown -- "${placeless[@]}"
  unset RUSTC_BOOTSTRAP

  step "Making the JavaScript bindings"
  rm -rf "$WEB"
  # Leaving out names and producers is what makes the module small.
  wasm-bindgen --target web --out-dir "$WEB" --out-name claimcheck --remove-name-section --remove-producers-section \
    "$TARGET/wasm32-unknown-unknown/web/claimcheck.wasm"
  # Of all passes these make the file that travels (brotli) smaller, by 3 kB; -Oz and most others make it larger. The one of the npm
  # packages, because Debian's writes modules that do not load.
  node_modules/.bin/wasm-opt --reorder-locals --remove-unused-module-elements --duplicate-function-elimination --optimize-instructions \
    --optimize-instructions --strip-target-features --dae-optimizing --dce --rse --precompute --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
    --enable-mutable-globals --enable-reference-types --enable-multivalue --output "$WEB/claimcheck_bg.wasm" "$WEB/claimcheck_bg.wasm"

  step "Building the command line"
  cargo build --release --features cli

  step "Writing the lexicon, compiling the fact base and its source sheets"
  "$TARGET/release/claimcheck" lexicon -o "$WEB/english.lexicon"
  "$TARGET/release/claimcheck" compile facts/ly-data-breach/*.toml -o "$WEB/ly-data-breach.base"
  "$TARGET/release/claimcheck" sheets --base "$WEB/ly-data-breach.base" -o "$WEB/sources"

  step "Bundling the page into dist/"
  rm -rf dist # no file of an earlier build may linger
  node www/build.mjs "$WEB" dist
}

command_build() {
  ensure_for_build
  build_site
  step "Sizes of dist/"
  node bench/report.mjs sizes dist
}

command_serve() {
  local port=${1:-8080}
  if ! [[ $port =~ ^[0-9]{1,5}$ ]] || ((10#$port > 65535)); then
    fail 2 "serve: '$port' is not a port (0 to 65535)"
  fi
  ensure_for_build
  build_site
  step "Serving dist/ (Ctrl-C stops)"
  exec node www/serve.mjs dist "$port"
}

# ---- testing ------------------------------------------------------------------------------------------------------------------

test_native() {
  step "Formatting (cargo fmt)"
  cargo fmt --check

  step "Lints (cargo clippy), native"
  cargo clippy --all-targets --all-features -- -D warnings
  step "Lints (cargo clippy), WebAssembly: the module as shipped, then its tests"
  cargo clippy --target wasm32-unknown-unknown --lib --no-default-features -- -D warnings
  cargo clippy --target wasm32-unknown-unknown --lib --tests --features authoring -- -D warnings

  step "Native tests and documentation examples (cargo test)"
  cargo test --features cli

  step "Documentation (cargo doc)"
  RUSTDOCFLAGS="-D warnings" cargo doc --lib --no-deps --all-features
}

passed_in_wasm_pack_log() {
  awk 'match($0, /test result: .*[0-9]+ passed/) { split(substr($0, RSTART, RLENGTH), words, " "); n += words[4] } END { print n + 0 }' "$1"
}

web_test_targets() { # cargo's options for the test files that hold web tests, one word a line
  local file
  while IFS= read -r file; do
    file=${file#tests/}
    printf -- '--test\n%s\n' "$(sed 's|/main\.rs$||; s|\.rs$||' <<<"$file")"
  done < <(grep -ls wasm_bindgen_test tests/*.rs tests/*/main.rs)
}

test_web() {
  local log=$TARGET/wasm-pack-test.log passed targets
  mapfile -t targets < <(web_test_targets)
  step "Browser tests of the bindings (wasm-pack test, Chromium)"
  # no-install: wasm-pack would otherwise download what it misses; here that is an error at once.
  # What follows `--` goes to cargo: the web tests compile fact bases themselves, hence `authoring`. Naming the targets leaves out native
  # tests and the documentation examples, which ran above. Chromium's flags stand in webdriver.json. The limits suit slow machines.
  WASM_BINDGEN_TEST_TIMEOUT=300 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 \
    wasm-pack test --headless --chrome --mode no-install -- --features authoring --lib "${targets[@]}" 2>&1 | tee "$log"
  if grep -q 'so skipping' "$log"; then
    fail 1 "a file of web tests was skipped: it lacks wasm_bindgen_test_configure!(run_in_browser)"
  fi
  passed=$(passed_in_wasm_pack_log "$log")
  ((passed >= WEB_TESTS_MIN)) || fail 1 "only $passed browser tests ran, expected at least $WEB_TESTS_MIN"
  printf '%s browser tests passed\n' "$passed"
}

test_page() {
  local log=$TARGET/e2e-test.log passed files
  step "Types of the front end (npm run types)"
  npm run --silent types

  step "End-to-end tests of the page (node --test, Chromium)"
  # Files by name: `node --test FOLDER` means different things in Node 20 and 22.
  files=(tests/e2e/*.test.mjs)
  [[ -f ${files[0]} ]] || fail 1 "no tests/e2e/*.test.mjs"
  # The tap reporter, because its closing counts keep their form from one Node version to the next.
  node --test --test-reporter=tap "${files[@]}" 2>&1 | tee "$log"
  passed=$(awk '/^# pass / { print $3 }' "$log")
  ((${passed:-0} >= E2E_TESTS_MIN)) || fail 1 "only ${passed:-0} end-to-end tests ran, expected at least $E2E_TESTS_MIN"
}

command_test() {
  ensure_for_test
  test_native
  test_web
  build_site
  test_page
  step "All tests passed"
}

# ---- measuring ----------------------------------------------------------------------------------------------------------------

# Timings are printed, never judged: a busy machine must not fail a build.
command_bench() {
  local yardstick=$TOOLS/yardstick
  ensure_for_bench
  ensure_yardstick "$yardstick"
  build_site
  # Results of an earlier run must not pass for this one's.
  rm -f "$TARGET/bench/native.json" bench/results-web.json

  step "Native benchmark (cargo bench)"
  cargo bench --features cli --bench check
  step "Benchmark in the browser (Chromium)"
  HARPER=$yardstick/node_modules/harper.js/dist node tests/e2e/bench.mjs

  step "Results (bench/results.json)"
  node bench/report.mjs merge "$TARGET/bench/native.json" bench/results-web.json dist bench/results.json
}

case "${1:-build}" in
  build) (($# <= 1)) || { usage >&2; fail 2 "build takes no arguments"; }; command_build ;;
  serve) (($# <= 2)) || { usage >&2; fail 2 "serve takes one port"; }; command_serve "${2:-8080}" ;;
  test) (($# == 1)) || { usage >&2; fail 2 "test takes no arguments"; }; command_test ;;
  bench) (($# == 1)) || { usage >&2; fail 2 "bench takes no arguments"; }; command_bench ;;
  -h | --help | help) usage ;;
  *) usage >&2; fail 2 "unknown command '$1'" ;;
esac
