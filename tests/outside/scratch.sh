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
    for banned in bt-sra-cli bt-sra-simulator bt-sra-catalog xtask clap rcgen zip "$@"; do
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
lacks bt-sra bt-sra-auth bt-sra-store axum redis
features bt-sra-config pra
"$btapi" simulate --seed 7 -- sh -c 'btapi list jump-item/shell-jump' > "$work/items.json"
"$work/target/debug/config-alone" < "$work/items.json" > "$work/requests" 2> "$work/notes"
grep -Eqx 'PATCH /api/config/v1/jump-item/shell-jump/[0-9]+ \{"jump_group_id":2,"jump_group_type":"shared"\}' \
    "$work/requests" || fail "no request was written: $(head -c 300 "$work/requests")"
cat "$work/notes"
if echo '[{"id":"one"}]' | "$work/target/debug/config-alone" 2> "$work/notes"; then fail "nonsense was read"; fi
grep -q 'the answer is not what was expected' "$work/notes" || fail "nonsense: $(cat "$work/notes")"

outside examples/rust/set-up
lacks bt-sra-store axum redis
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
features bt-sra command,rs,webhook,webhook-server
features bt-sra-command rs
cat > "$work/talk.sh" << 'END'
# Lets a customer and a representative talk by way of the chatbot.
set -euo pipefail
control() {
    local place=${BT_SIMULATOR_CONTROL#http://} answer
    exec 3<> "/dev/tcp/${place%:*}/${place##*:}"
    printf 'POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s' \
        "$1" "$place" "$BT_SIMULATOR_TOKEN" "${#2}" "$2" >&3
    answer=$(cat <&3)
    exec 3>&-
    [[ $answer == 'HTTP/1.1 200'* ]] || { echo "$1: $answer" >&2; exit 1; }
}
await() {
    local tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ "$tries" -lt 150 ] || { echo "in vain: $*" >&2; cat notes said >&2; exit 1; }
        sleep 0.2
    done
}
control /triggers '{"trigger": "session_field_added", "code_name": "chat_transcript", "display_name": "Chat"}'
mkfifo typed
CHATBOT_LISTEN=127.0.0.1:0 CHATBOT_SECRET=s3cr3t "$1" INC-1204 'The printer is on fire.' < typed > said 2> notes &
bot=$!
exec 4> typed
await grep -q 'taken at http' notes
url=$(sed -n 's/.*taken at //p' notes)
control /recipients "{\"name\": \"bot\", \"url\": \"$url?outbound_event_token=s3cr3t\"}"
await grep -q 'takes you there' said
control /triggers '{"trigger": "session_joined", "id": 3}'
await grep -q 'is here' said
control /triggers '{"trigger": "user_chats", "id": 3, "body": "Which [b]one[/b]?"}'
await grep -q ': Which one?$' said
echo 'The red one.' >&4
echo /handover >&4
wait "$bot"
END
(cd "$work" && "$btapi" simulate --product rs -- bash talk.sh "$work/target/debug/chatbot")
sed -n 's/^[^:]*: \(Which one?\)$/\1/p' "$work/said" | grep -q . || fail "chatbot: $(cat "$work/said")"
tail -n 1 "$work/said" | grep -Eqx 'Please go on here: https://127\.0\.0\.1:[0-9]+/\?ak=[0-9a-f]{32}&chat=1' \
    || fail "chatbot: $(cat "$work/said")"
echo "chatbot: carries what is said, and hands over"
if CHATBOT_LISTEN=127.0.0.1:0 "$btapi" simulate -- "$work/target/debug/chatbot" INC-1204 x 2> "$work/notes"; then fail "PRA has session keys"; fi
grep -q 'Invalid action' "$work/notes" || fail "chatbot: $(cat "$work/notes")"
