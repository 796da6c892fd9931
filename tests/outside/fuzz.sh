#!/usr/bin/env bash
# Builds all fuzz targets and runs each for some seconds: fuzz.sh [SECONDS] [TARGET...]
# `smoke` instead of SECONDS tries the same inputs each time, and few of them: that targets still
# stand, and what was found once is not back.
# Needs cargo-fuzz. Takes the nightly toolchain where there is one; otherwise the stable one is
# told to take the flags of cargo-fuzz, without the address sanitizer.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-5}
shift || true
bound=(-max_total_time="$seconds")
[ "$seconds" != smoke ] || bound=(-seed=1 -runs=3000 -max_total_time=20)
toolchain=() sanitizer=address
if rustc +nightly --version >/dev/null 2>&1; then
    toolchain=(+nightly)
else
    export RUSTC_BOOTSTRAP=1
    sanitizer=none
fi
fuzz() { cargo "${toolchain[@]}" fuzz "$@"; }

command -v cargo-fuzz >/dev/null || { echo "fuzz.sh: cargo-fuzz is missing: cargo install cargo-fuzz" >&2; exit 2; }
start=$SECONDS
fuzz build --sanitizer "$sanitizer"
echo "== built in $((SECONDS - start))s"

targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(fuzz list)
found=0
for target in "${targets[@]}"; do
    start=$SECONDS log=$(mktemp)
    # What it has learnt stays in fuzz/corpus, which is nobody's to commit.
    if ! fuzz run --sanitizer "$sanitizer" "$target" -- \
        "${bound[@]}" -timeout=10 -rss_limit_mb=2048 >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        echo "fuzz.sh: $target has found something; its input is in fuzz/artifacts/$target" >&2
        found=1
        continue
    fi
    printf '%-10s %s, %ds\n' "$target" "$(grep -o 'Done [0-9]* runs' "$log")" $((SECONDS - start))
    rm -f "$log"
done
exit $found
