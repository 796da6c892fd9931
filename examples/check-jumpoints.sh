#!/bin/sh
# Says whether the Jumpoints are connected, as monitoring systems ask it: one line, and the exit
# status 0 (all are), 1 (some are not), 2 (none is) or 3 (not known).
#
#   check-jumpoints.sh [NAME]...
#
# Without names all that are enabled are looked at. Needs btapi and jq, and the appliance in
# BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET.
set -u

if ! all=$(btapi -o json list jumpoint); then
    echo "UNKNOWN: the Jumpoints cannot be listed"
    exit 3
fi
printf '%s\n' "$all" | jq --raw-output '
    [.[] | select(.enabled)
         | select(($ARGS.positional | length) == 0 or (.name as $name | $ARGS.positional | index($name)))] as $all
    | [$all[] | select(.connected | not) | .name] as $gone
    | ($ARGS.positional - [$all[].name]) as $unknown
    | if ($unknown | length) > 0 then "3 UNKNOWN: no such Jumpoint is enabled: \($unknown | join(", "))"
      elif ($all | length) == 0 then "3 UNKNOWN: there is no Jumpoint"
      elif ($gone | length) == 0 then "0 OK: \($all | length) connected"
      elif ($gone | length) < ($all | length) then "1 WARNING: not connected: \($gone | join(", "))"
      else "2 CRITICAL: not connected: \($gone | join(", "))" end' --args "$@" |
{
    read -r status line || { status=3 line="UNKNOWN: the answer was not understood"; }
    echo "$line"
    exit "$status"
}
