#!/usr/bin/env bash
# Builds and runs programs outside the workspace that depend on our crates as a user's do, and
# looks at what they bring along: the types alone, and the facade with two features.
#
#   tests/outside/scratch.sh
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "scratch: $*" >&2; exit 1; }

(cd "$root" && cargo build -q -p bt-sra-cli)
btapi=${CARGO_TARGET_DIR:-$root/target}/debug/btapi
export CARGO_TARGET_DIR=$work/target

# Copies a program out of the workspace, with the versions that the workspace is tested with.
outside() {
    local from=$1 to=$work/${1##*/}
    mkdir "$to"
    cp -r "$root/$from/Cargo.toml" "$root/$from/src" "$to"
    sed -i "s|path = \"[./]*/crates/|path = \"$root/crates/|" "$to/Cargo.toml"
    cp "$root/Cargo.lock" "$to/Cargo.lock"
    cd "$to"
    cargo build -q
}

# Fails if one of the crates named, or anything of the tools and the tests, is in the tree.
lacks() {
    local tree banned
    tree=$(cargo tree -e normal --prefix none --format '{p}' | cut -d ' ' -f 1 | sort -u)
    for banned in bt-sra-cli bt-sra-simulator bt-sra-catalog xtask clap axum rcgen zip rustix "$@"; do
        if grep -qx "$banned" <<< "$tree"; then fail "${PWD##*/} brings $banned along"; fi
    done
    echo "${PWD##*/}: $(wc -l <<< "$tree") crates, none of them unwanted"
}

# Fails unless a crate is built with exactly these features.
features() {
    local built
    built=$(cargo tree -e normal --prefix none --format '{p} {f}' | grep "^$1 " | sed 's/ (\*)$//' | awk '{print $NF}' | sort -u)
    [ "$built" = "$2" ] || fail "$1 is built with \"$built\", not \"$2\""
}

outside tests/outside/config-alone
lacks bt-sra bt-sra-auth bt-sra-store redis
features bt-sra-config pra
"$btapi" simulate --seed 7 -- sh -c 'btapi list jump-item/shell-jump' > "$work/items.json"
"$work/target/debug/config-alone" < "$work/items.json" > "$work/requests" 2> "$work/notes"
grep -Eqx 'PATCH /api/config/v1/jump-item/shell-jump/[0-9]+ \{"jump_group_id":2,"jump_group_type":"shared"\}' \
    "$work/requests" || fail "no request was written: $(head -c 300 "$work/requests")"
cat "$work/notes"
if echo '[{"id":"one"}]' | "$work/target/debug/config-alone" 2> "$work/notes"; then fail "nonsense was read"; fi
grep -q 'the answer is not what was expected' "$work/notes" || fail "nonsense: $(cat "$work/notes")"

outside examples/rust/set-up
lacks bt-sra-store redis
features bt-sra config,pra
features bt-sra-config pra
"$btapi" simulate -- sh -c "$work/target/debug/set-up web-7 198.51.100.7 && echo -- \
    && $work/target/debug/set-up web-7 198.51.100.8" > "$work/told"
diff - "$work/told" << 'END' || fail "set-up did something else"
Jump Group: created
Shell Jump: created
the password in the vault has 22 letters
--
Jump Group: as it should be
Shell Jump: changed hostname
the password in the vault has 22 letters
END
echo "set-up: creates once, and changes what differs"

outside examples/rust/chatbot
lacks bt-sra-config bt-sra-store redis
features bt-sra command,rs
features bt-sra-command rs
"$btapi" simulate --product rs -- "$work/target/debug/chatbot" INC-1204 'The printer is on fire.' > "$work/said"
grep -Eqx 'Please go on here: https://127\.0\.0\.1:[0-9]+/\?ak=[0-9a-f]{32}&chat=1' "$work/said" || fail "chatbot: $(cat "$work/said")"
if "$btapi" simulate -- "$work/target/debug/chatbot" INC-1204 x 2> "$work/notes"; then fail "PRA has session keys"; fi
grep -q 'Invalid action' "$work/notes" || fail "chatbot: $(cat "$work/notes")"
