#!/usr/bin/env bash
# Everything a reviewer would run, on a machine that has only Node and npm: dependencies, a browser, format, types,
# build, sizes, and all tests. The last line says how many passed and failed.
set -u
cd "$(dirname "$0")/.." || exit 1
exec </dev/null

give_up() {
  printf '\n%s\n\n0 passed, 1 failed\n' "$1"
  exit 1
}

find_chromium() {
  local it
  for it in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    [ -n "$it" ] && command -v "$it" && return
  done
  return 1
}

install_chromium() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  printf 'No Chromium found: installing the Debian package.\n'
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
}

node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  give_up 'Node 20.19 or newer is needed: https://nodejs.org'

# npm writes this file last: it is older than the lock file when something is missing.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --no-audit --no-fund || give_up 'The dependencies could not be installed.'
fi

find_chromium >/dev/null || install_chromium
CHROMIUM="$(find_chromium)" ||
  give_up 'No Chromium found. Install Chromium or Chrome (Debian: apt-get install chromium), or set CHROMIUM to its path.'
export CHROMIUM

passed=0
failed=0
check() {
  local name="$1"
  shift
  if "$@"; then
    passed=$((passed + 1))
    printf '✓ %s\n' "$name"
  else
    failed=$((failed + 1))
    printf '✗ %s\n' "$name"
  fi
}

check format npx prettier --check --log-level warn .
check types npx tsc --noEmit
check build npx vite build --logLevel warn
check sizes npx tsx test/support/sizes.ts

report="$(mktemp)"
trap 'rm -f "$report"' EXIT
npx vitest run --reporter=default --reporter=json --outputFile.json="$report"
code=$?
read -r good bad < <(node -e '
  const { numPassedTests, numFailedTests } = JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))
  console.log(numPassedTests, numFailedTests)
' "$report") || { good=0 && bad=0; }
# A file that cannot even be loaded fails no test of its own.
[ "$code" -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
passed=$((passed + good))
failed=$((failed + bad))

printf '\n%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
