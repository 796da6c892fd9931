#!/bin/sh
# Removes Jump Clients that have not connected for many days: machines that nobody told us of.
#
#   prune-jump-clients.sh DAYS            says which
#   prune-jump-clients.sh DAYS --delete   deletes them
#
# Needs btapi and jq, and the appliance in BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET.
set -eu

days=$1
really=${2:-}
case $days in '' | *[!0-9]*) echo "usage: prune-jump-clients.sh DAYS [--delete]" >&2; exit 2 ;; esac
case $really in '' | --delete) ;; *) echo "unknown option: $really" >&2; exit 2 ;; esac

# All of them first: what is deleted while a list is read makes the rest of it slip.
all=$(btapi -o ndjson list jump-client)

# Not connected now, and the last contact lies back far enough. Who never connected is left alone.
printf '%s\n' "$all" | jq --raw-output --argjson days "$days" '
    (now - $days * 86400) as $limit
    | [.last_connect_timestamp, .last_disconnect_timestamp] as $seen
    | select($seen[1] != null and ($seen[0] == null or $seen[0] < $seen[1]))
    | ([$seen[] | select(. != null) | sub("[+]00:00$"; "Z") | fromdateiso8601] | max) as $last
    | select($last < $limit)
    | "\(.id) \($last | todateiso8601) \(.name // .hostname // "")"' |
{
    failed=0
    while read -r id last name; do
        if [ -z "$really" ]; then
            echo "would delete Jump Client $id ($name), last seen $last"
        elif btapi delete jump-client "$id"; then
            echo "deleted Jump Client $id ($name), last seen $last"
        else
            # btapi has said why. The others go on.
            failed=1
        fi
    done
    exit "$failed"
}
