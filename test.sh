#!/usr/bin/env bash
# Runs every test of Webox: the C# tests, then the clients'. `--full` adds the long suites.
# Installs what they need: npm packages, and as root Debian's PostgreSQL, Chromium and PDF readers when they are missing.
set -uo pipefail
cd "$(dirname "$0")"

case "${1:-}" in
  "") ;;
  --full) export WEBOX_FULL=1 ;;
  *) echo "usage: ./test.sh [--full]" >&2; exit 64 ;;
esac

# Debian's packages of what only some tests need; without them those tests are skipped and say so.
packages=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || packages+=(postgresql)
command -v chromium >/dev/null || packages+=(chromium)
command -v npm >/dev/null || packages+=(npm)
command -v pdftotext >/dev/null || packages+=(poppler-utils)
command -v qpdf >/dev/null || packages+=(qpdf)
if [ ${#packages[@]} -gt 0 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing ${packages[*]} …"
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${packages[@]}"; } >/dev/null ||
    echo "Could not install ${packages[*]}: the tests that need them are skipped." >&2
fi

# Each process here is short-lived: what it would win by compiling twice it never earns back.
export DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=200

log=$(mktemp) broken=$(mktemp)
trap 'rm -f "$log" "$broken"' EXIT
status=0

dotnet build Webox.sln -v quiet -nologo || exit 1
dotnet test Webox.sln --no-build -nologo -v quiet --logger 'console;verbosity=minimal' 2>&1 | tee "$log" || status=1
# One line for each test assembly: "Passed!  - Failed:     0, Passed:    12, Skipped:     0, Total: …".
sum() { grep -oE "$1: +[0-9]+" "$log" | awk '{ total += $NF } END { print total + 0 }'; }
passed=$(sum Passed) failed=$(sum Failed) skipped=$(sum Skipped)
grep -A 25 -E '^ +Failed [^:]' "$log" >"$broken"

(cd tests/Clients && npm ci --ignore-scripts --no-audit --no-fund --silent) || exit 1
(cd tests/Clients && node --test --test-concurrency=2) 2>&1 | tee "$log" || status=1
# The closing lines of node's test runner: "ℹ pass 12".
count() { awk -v word="$1" '$2 == word { n = $3 } END { print n + 0 }' "$log"; }
passed=$((passed + $(count pass))) failed=$((failed + $(count fail) + $(count cancelled))) skipped=$((skipped + $(count skipped)))
grep -A 40 -E '^ *(not ok|✖) ' "$log" >>"$broken"

# What failed stands at the end too, where it is found when all that came before has scrolled away.
[ "$failed" = 0 ] || { status=1; echo; echo "What failed:"; head -n 400 "$broken"; }
[ "$passed" != 0 ] || status=1
echo
if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
exit $status
