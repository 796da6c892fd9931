#!/usr/bin/env bash
# The Command API asked with curl, and judged with xmllint, jq and grep: the vendor's test scenario,
# and what the guides say of the protocol of both versions.
#
# Usage: btapi simulate [--product P] -- bash tests/outside/command_protocol.sh pra|rs
set -euo pipefail

product=$1
root="https://$BT_API_HOST"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checks=0 faults=0

# right TEXT COMMAND…: the command succeeds.
right() {
    local text=$1
    shift
    checks=$((checks + 1))
    if ! "$@" >"$work/out" 2>&1; then
        faults=$((faults + 1))
        printf '  FAULT %s\n' "$text"
        head -c 600 "$work/out" "$work/body" "$work/head" 2>/dev/null | sed 's/^/    /' || true
    fi
}

# The test scenario of the guides: an API account, its id and secret in base64, a token, and one
# call that tells version and permissions. The secret is in no argument.
umask 077
printf '%s:%s' "$BT_CLIENT_ID" "$BT_CLIENT_SECRET" | base64 -w0 >"$work/pair"
printf 'header = "Authorization: Basic %s"\n' "$(cat "$work/pair")" >"$work/basic"
curl -sS -K "$work/basic" -d grant_type=client_credentials "$root/oauth2/token" >"$work/token"
right "a token is Bearer and lasts an hour" \
    jq -e '.token_type == "Bearer" and .expires_in == 3600' "$work/token"
printf 'header = "Authorization: Bearer %s"\n' "$(jq -r .access_token "$work/token")" >"$work/bearer"

# ask STATUS [curl options] URL: one call; head and body are kept.
ask() {
    local status=$1 got
    shift
    sleep 0.06 # 20 requests a second are allowed
    got=$(curl -sS -K "$work/bearer" -o "$work/body" -D "$work/head" -w '%{http_code}' "$@") || got="curl:$?"
    right "${*}: $got, not $status" [ "$got" = "$status" ]
}
header() { sed -n "s/^$1: //Ip" "$work/head" | tr -d '\r'; }
says() { right "$1 is '$(header "$1")', not '$2'" [ "$(header "$1")" = "$2" ]; }
# xpath EXPRESSION: what the answer says there.
xpath() { xmllint --nonet --xpath "$1" "$work/body" 2>/dev/null; }
rooted() { right "the root is '$(xpath 'local-name(/*)')', not '$1'" [ "$(xpath 'local-name(/*)')" = "$1" ]; }

ask 200 "$root/api/command?action=get_api_info"
rooted api_information
says content-type 'text/xml; charset=UTF-8'
right "it has a version" grep -Eq '<api_version>[0-9]+\.[0-9]+\.[0-9]+</api_version>' "$work/body"
clock=$(xpath 'string(//*[local-name()="timestamp"])')
apart=$(($(date +%s) - ${clock:-0}))
right "the clock is that of here, $clock" [ "${apart#-}" -lt 60 ]
right "it says what the account may do" \
    [ "$(xpath 'string(//*[@name="perm_command"])')" = full_access ]

# GET and POST are equal; other forms of a body are not taken.
ask 200 "$root/api/command?action=check_health"
cp "$work/body" "$work/get"
ask 200 -d action=check_health "$root/api/command"
right "GET and POST answer the same" cmp "$work/get" "$work/body"
right "the declaration is followed by a blank line" \
    cmp <(head -c 40 "$work/body") <(printf '<?xml version="1.0" encoding="UTF-8"?>\n\n')
ask 200 -d action=get_logged_in_reps "$root/api/command?action=check_health"
rooted logged_in_reps # the body wins
curl -sS -K "$work/bearer" -o "$work/body" -D "$work/head" -F action=check_health "$root/api/command"
right "multipart is refused" [ "$(xpath 'local-name(/*)')" != health_check ]

# No other method does anything: HEAD is not GET where GET changes something.
session=$(curl -sS -H "Authorization: Bearer $BT_SIMULATOR_TOKEN" "$BT_SIMULATOR_CONTROL/sessions" | jq -r '.running[0].lsid')
ask 405 --head "$root/api/command?action=terminate_session&lsid=$session"
ask 405 -X PUT -d "action=terminate_session&lsid=$session" "$root/api/command"
ask 200 -d "action=get_session_attributes&lsid=$session" "$root/api/command"
rooted custom_attributes

# Refusals of an action have the status 200.
for form in '' action= action=no_such_action 'action=get_session_attributes' \
    'action=get_session_attributes&lsid=00000000000000000000000000000000' 'action=set_failover_role&role=king'; do
    ask 200 -d "$form" "$root/api/command"
    rooted error
done

# Without a good token: JSON.
for bearer in '' 'Authorization: Bearer nonsense' 'Authorization: Basic eDp5'; do
    got=$(curl -sS -o "$work/body" -w '%{http_code}' ${bearer:+-H "$bearer"} "$root/api/command?action=get_api_info")
    right "no token: $got" [ "$got" = 401 ]
    right "it is told in JSON" jq -e '.error == "access_denied" and (.message | type == "string")' "$work/body"
done

# The address that needs no token.
got=$(curl -sS -o "$work/body" -w '%{http_code}' "$root/check_health")
right "the plain health: $got" [ "$got" = 200 ]
right "it is a sentence" [ "$(wc -c <"$work/body")" -lt 200 ]

# A session: its attributes are set, kept and cleared.
ask 200 --data-urlencode "session.custom.external_key=A & B <c> é" -d "action=set_session_attributes&lsid=$session" "$root/api/command"
rooted success
right "it is said so" grep -q 'Session attributes were set' "$work/body"
ask 200 -d "action=get_session_attributes&lsid=$session" "$root/api/command"
right "what was set is there" [ "$(xpath 'string(//*[@code_name="external_key"])')" = "A & B <c> é" ]
ask 200 -d "action=set_session_attributes&lsid=$session&session.custom.external_key=" "$root/api/command"
ask 200 -d "action=get_session_attributes&lsid=$session" "$root/api/command"
right "an empty text clears" [ "$(xpath 'count(//*[@code_name="external_key"])')" = 0 ]

# The level of the account: reading alone, then nothing but what tells the level.
level() {
    curl -sS -o /dev/null -X PATCH -H "Authorization: Bearer $BT_SIMULATOR_TOKEN" -d "{\"perm_command\": \"$1\"}" \
        "$BT_SIMULATOR_CONTROL/accounts/$BT_CLIENT_ID"
}
level read_only
ask 200 -d "action=get_session_attributes&lsid=$session" "$root/api/command"
rooted custom_attributes
ask 200 -d "action=terminate_session&lsid=$session" "$root/api/command"
rooted error
level deny
ask 200 -d action=get_api_info "$root/api/command"
right "a denied account is told so" [ "$(xpath 'string(//*[@name="perm_command"])')" = deny ]
ask 200 -d action=check_health "$root/api/command"
rooted error
level full_access

# Version 2: JSON, and statuses that say what is wrong.
v2="$root/api/command/v2"
json() { right "$1" jq -e "$2" "$work/body"; }
ask 200 -H 'Accept: application/json' "$v2/health"
says content-type application/json
json "health tells the part in failover" '.failover_role == "primary" and (.appliance_id | test("^[0-9a-fA-F]{32}$"))'
ask 200 -H 'Accept: application/json' "$v2/user"
json "users are those who are logged in" 'length >= 2 and all(.[]; .logged_in_since | endswith("+00:00"))'
ask 200 -H 'Accept: application/json' "$v2/appliance"
json "appliances have ids" 'all(.[]; .id | test("^[0-9a-f]{32}$"))'
ask 400 -H 'Accept: application/json' "$v2/user?odd=1"
json "an unknown parameter is told" '.message | type == "string"'
ask 404 -H 'Accept: application/json' "$v2/session/00000000000000000000000000000000"
ask 422 -H 'Accept: application/json' -X PATCH -H 'Content-Type: application/json' \
    -d "{\"external_key\": \"$(head -c 1100 /dev/zero | tr '\0' x)\"}" "$v2/session/$session"
json "too long is told by field" '.errors | has("external_key")'
ask 200 -X OPTIONS "$v2/session/$session"
right "the methods are named without blanks" grep -Eqi '^allow: GET,HEAD,PATCH,DELETE' "$work/head"
ask 405 -X PUT -d '{}' "$v2/user"
ask 415 -X PATCH -d '{"external_key": "x"}' "$v2/session/$session" # curl says it is a form
ask 406 -H 'Accept: text/html' "$v2/user"
ask 200 --head "$v2/health"
if [ "$product" = pra ]; then
    ask 200 -H 'Accept: application/json' "$v2/info"
    json "info tells product and level" '.product == "pra" and .permissions.perm_command == "full_access"'
    ask 200 -H 'Accept: application/json' "$v2/client?type=access_console"
    json "consoles have users" 'length >= 1 and all(.[]; .type == "access_console" and (.user_id | type == "number"))'
    ask 422 -H 'Accept: application/json' -H 'Content-Type: application/json' -d '{"role": "king"}' "$v2/failover-role"
fi
ask 204 -X DELETE "$v2/session/$session"

echo "command protocol, $product: $checks checks, $faults faults"
[ "$faults" = 0 ]
