#!/usr/bin/env bash
# The rules of the protocol, asked with curl and judged with jq and grep: what the text of the
# vendor's document says beyond its table of operations.
#
# Usage: btapi simulate -- bash tests/outside/protocol.sh
set -euo pipefail

base="https://$BT_API_HOST/api/config/v1"
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
        sed 's/^/    /' "$work/out" "$work/head" | head -20
    fi
}

# The secret goes to curl in a file of its own, never in an argument.
umask 077
printf 'user = "%s:%s"\n' "$BT_CLIENT_ID" "$BT_CLIENT_SECRET" >"$work/basic"
curl -sS -K "$work/basic" -d grant_type=client_credentials "https://$BT_API_HOST/oauth2/token" >"$work/token"
right "a token is Bearer and lasts an hour" \
    jq -e '.token_type == "Bearer" and .expires_in == 3600 and (.access_token | length > 20)' "$work/token"
printf 'header = "Authorization: Bearer %s"\n' "$(jq -r .access_token "$work/token")" >"$work/bearer"

# ask STATUS [curl options] PATH: one call; head and body are kept.
ask() {
    local status=$1 answered got
    shift
    sleep 0.06 # 20 requests a second are allowed
    answered=$(curl -sS -K "$work/bearer" -H 'Accept: application/json' -o "$work/body" -D "$work/head" \
        -w '%{http_code} %{size_download}' "${@:1:$#-1}" "$base${!#}") || answered="curl:$? 0"
    got=${answered% *} size=${answered#* }
    right "${*}: $got, not $status" [ "$got" = "$status" ]
}
header() { sed -n "s/^$1: //Ip" "$work/head" | tr -d '\r'; }
says() { right "$1 is '$(header "$1")', not '$2'" [ "$(header "$1")" = "$2" ]; }

# HEAD is GET without the body.
for path in /jump-group /jump-group/1 /jump-item/shell-jump?per_page=5 /user/2; do
    ask 200 "$path"
    length=$(wc -c <"$work/body")
    grep -iv '^date:\|^x-ratelimit-remaining:' "$work/head" >"$work/get"
    ask 200 --head "$path"
    right "HEAD $path has no body" [ "$size" = 0 ]
    grep -iv '^date:\|^x-ratelimit-remaining:' "$work/head" >"$work/other"
    names() { cut -d: -f1 "$1" | tr 'A-Z' 'a-z' | grep -v 'transfer-encoding\|content-length' | sort; }
    right "HEAD $path has the headers of GET" cmp <(names "$work/get") <(names "$work/other")
    right "GET $path had a body" [ "$length" -gt 10 ]
done
ask 404 --head /jump-group/999999

# OPTIONS and 405 name the methods, without blanks.
while read -r path allow; do
    ask 200 -X OPTIONS "$path"
    says allow "$allow"
    ask 405 -X PUT -d '{}' "$path"
    says allow "$allow"
    right "405 has a message" jq -e '.message | type == "string"' "$work/body"
done <<'PATHS'
/jump-group GET,HEAD,POST
/jump-group/1 GET,HEAD,PATCH,DELETE
/session-policy GET,HEAD
/user/provision POST
/vault/account/1/check-out POST
/openapi.yaml GET,HEAD
PATHS
ask 405 -X DELETE /jump-group

# Pages: the five headers, and links that lead through all of them.
ask 200 '/jump-item/shell-jump?per_page=7'
total=$(header x-bt-pagination-total) last=$(header x-bt-pagination-last-page)
says x-bt-pagination-current-page 1
says x-bt-pagination-per-page 7
right "$last pages of 7 hold $total" [ "$last" = $(((total + 6) / 7)) ]
link() { header link | tr ',' '\n' | sed -n "s/^ *<$(printf '%s' "$base" | sed 's/[.\/]/\\&/g')\(.*\)>; rel=\"$1\"$/\1/p"; }
right "the first page has first, next and last only" [ "$(header link | grep -o 'rel="[a-z]*"' | tr '\n' ' ')" = 'rel="first" rel="next" rel="last" ' ]
seen=0 pages=0 next='/jump-item/shell-jump?per_page=7'
while [ -n "$next" ]; do
    ask 200 "$next"
    seen=$((seen + $(jq length "$work/body"))) pages=$((pages + 1))
    [ "$pages" -le 1000 ] || break
    next=$(link next)
done
right "the links lead through $pages of $last pages and $seen of $total rows" [ "$pages $seen" = "$last $total" ]
right "the last page has first, previous and last only" [ "$(header link | grep -o 'rel="[a-z]*"' | tr '\n' ' ')" = 'rel="first" rel="previous" rel="last" ' ]
ask 200 "/jump-item/shell-jump?per_page=7&current_page=$((last + 1))"
right "a page past the end is empty" jq -e '. == []' "$work/body"
ask 200 '/jump-group?name=no%20such%20group'
right "an empty list is a list" jq -e '. == []' "$work/body"
says x-bt-pagination-last-page 1
says x-bt-pagination-total 0
right "first and last are there, even if they are the same" [ "$(header link | grep -o 'rel="[a-z]*"' | tr '\n' ' ')" = 'rel="first" rel="last" ' ]
ask 200 '/jump-group?name=WEB'
right "filters are exact, without case" jq -e 'length == 1 and .[0].name == "Web"' "$work/body"
ask 200 '/jump-group?name=We'
right "filters match no part" jq -e '. == []' "$work/body"
for wrong in per_page=0 per_page=101 per_page=x current_page=0 current_page=x; do
    ask 422 "/jump-group?$wrong"
    right "$wrong is named" jq -e --arg name "${wrong%%=*}" '.errors[$name][0] | type == "string"' "$work/body"
done

# Times end in +00:00, and are taken in UTC only.
ask 200 /jump-client
right "times end in +00:00" jq -e '[.. | strings | select(test("^[0-9]{4}-[0-9]{2}-[0-9]{2}T"))] | length > 20 and all(test("^[0-9-]{10}T[0-9:]{8}\\+00:00$"))' "$work/body"
job() { jq -n --arg at "$1" '{name: "by curl", start_at: $at, operating_system: "Linux", endpoint_ids: [1], payload: {cmd: "sh %script%", script: "true"}}' >"$work/job"; }
for at in 2031-01-02T03:04:05Z 2031-01-02T03:04:05+00:00 2031-01-02T03:04:05.678Z; do
    job "$at"
    ask 201 -H 'Content-Type: application/json' -d "@$work/job" /endpoint-automation/job
    right "$at is taken without its milliseconds" jq -e '.start_at == "2031-01-02T03:04:05+00:00"' "$work/body"
done
for at in 2031-01-02T03:04:05 2031-01-02T03:04:05+01:00 2031-01-02 tomorrow; do
    job "$at"
    ask 422 -d "@$work/job" /endpoint-automation/job
    right "$at is refused by name" jq -e '.errors.start_at' "$work/body"
done

# Numbers are numbers; no Content-Type is needed; unknown names are 401, wrong values 422.
item='{"name":"curl","hostname":"h","jumpoint_id":1,"jump_group_id":1,"protocol":"ssh","port":22}'
ask 201 -H 'Content-Type:' -d "$item" /jump-item/shell-jump
id=$(jq .id "$work/body")
ask 422 -d "$(jq -c '.port = "22"' <<<"$item")" /jump-item/shell-jump
right "422 has message and errors" jq -e '.message == "Validation Failed" and (.errors.port | length == 1)' "$work/body"
ask 401 -d "$(jq -c '.bogus = 1' <<<"$item")" /jump-item/shell-jump
right "the unknown field is named, as no matter of the token" jq -e '(.message | contains("bogus")) and (has("error") | not)' "$work/body"
ask 401 '/jump-group?bogus=1'
ask 422 -d 'no json' /jump-item/shell-jump
ask 200 -X PATCH -d "{\"id\":$id,\"name\":\"curled\"}" "/jump-item/shell-jump/$id"
right "a part is changed and the rest stays" jq -e '.name == "curled" and .hostname == "h"' "$work/body"
ask 204 -X DELETE "/jump-item/shell-jump/$id"
right "204 has no body" [ ! -s "$work/body" ]
ask 404 "/jump-item/shell-jump/$id"
right "404 has a message" jq -e '.message | type == "string"' "$work/body"

# Tokens.
printf 'header = "Authorization: Bearer nonsense"\n' >"$work/bad"
curl -sS -K "$work/bad" -o "$work/body" -D "$work/head" "$base/jump-group"
right "a bad token is access_denied, word for word" jq -e '. == {error: "access_denied", message: "The resource owner or authorization server denied the request."}' "$work/body"
right "a bad token is 401" grep -q '^HTTP/1.1 401' "$work/head"
right "no token is 401" [ "$(curl -sS -o "$work/body" -w '%{http_code}' "$base/jump-group")" = 401 ]
printf 'user = "%s:wrong"\n' "$BT_CLIENT_ID" >"$work/wrong"
right "a wrong secret is refused" [ "$(curl -sS -K "$work/wrong" -d grant_type=client_credentials -o "$work/body" -w '%{http_code}' "https://$BT_API_HOST/oauth2/token")" = 401 ]
right "another grant is refused" [ "$(curl -sS -K "$work/basic" -d grant_type=password -o "$work/body" -w '%{http_code}' "https://$BT_API_HOST/oauth2/token")" = 400 ]

# The limits are told with every answer.
ask 200 /jump-group
says x-ratelimit-limit 15000
right "what remains is a number below the limit" [ "$(header x-ratelimit-remaining)" -lt 15000 ]

# Connections: kept if the client wants, closed if it says so, HTTP/1.0 too.
sleep 1
curl -sS -K "$work/bearer" -o /dev/null -o /dev/null -w '%{num_connects}\n' "$base/jump-group/1" "$base/jump-group/2" >"$work/connects"
right "a second call goes over the same connection" [ "$(tr '\n' ' ' <"$work/connects")" = '1 0 ' ]
curl -sS -K "$work/bearer" -H 'Connection: close' -D "$work/head" -o /dev/null -o /dev/null -w '%{num_connects}\n' "$base/jump-group/1" "$base/jump-group/2" >"$work/connects"
right "a connection that is to be closed is" [ "$(tr '\n' ' ' <"$work/connects")" = '1 1 ' ]
right "the answer says so" grep -qi '^connection: close' "$work/head"
ask 200 --http1.0 /jump-group/1
right "the answer is whole" jq -e '.id == 1' "$work/body"

# Downloads and what needs no token.
ask 200 /openapi.yaml
says content-type application/yaml
right "it is the document" grep -Eq '^"?openapi"?: ' "$work/body"
right "the tool is handed out without a token" [ "$(curl -sSL -o "$work/btapi.zip" -w '%{http_code}' "$base/cli/linux")" = 200 ]
right "and runs right after unpacking" sh -c "cd '$work' && unzip -q btapi.zip && ./btapi --version"
ask 200 /jumpoint/6/installer
right "the installer has a name" grep -qi '^content-disposition: attachment; filename=' "$work/head"
says content-type application/x-executable

# What the vendor's provider asks first.
curl -sS -K "$work/bearer" -H 'Accept: application/json' "https://$BT_API_HOST/get_mech_list?version=3" >"$work/body"
right "the site says what it is" jq -e '.product == "bpam" and (.mechs | index("local")) and .default_mech == "local" and (.cache == "0" or .cache == "1") and (.company | type == "string")' "$work/body"

echo "protocol: $checks checks, $faults faults"
[ "$faults" = 0 ]
