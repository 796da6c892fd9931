#!/bin/sh
# Writes down what is configured on the appliance, and what has changed since the last time: for
# auditors, to be run at night. An API account that may read is enough.
#
#   inventory.sh FOLDER
#
# FOLDER gets `inventory.ndjson`, one thing a line with its resource beside it, and the changes
# since the run before are printed, one a line, ready for a log collector:
#
#   {"change":"changed","resource":"jump-group","id":4,"name":"Web","fields":["comments"]}
#
# The file is replaced only by a whole one: when a list fails, the last inventory stays. Needs
# btapi and jq, and the appliance in BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET. RESOURCES
# says what to write down, where it is not the following.
set -eu
umask 077

folder=$1
resources=${RESOURCES:-"api-account group-policy jump-client jump-group jump-item/remote-rdp
    jump-item/remote-vnc jump-item/shell-jump jump-policy jumpoint team user"}

mkdir -p "$folder"
now=$folder/inventory.ndjson
new=$(mktemp "$folder/.inventory.XXXXXX")
page=$(mktemp "$folder/.page.XXXXXX")
trap 'rm -f "$new" "$page"' EXIT

for resource in $resources; do
    # Not in a pipe: a list that fails in the middle has to stop this, and a pipe would hide it.
    btapi -o ndjson list "$resource" > "$page"
    # The keys of Jumpoints are for installing them, not for auditors. What passes with every
    # connection is no configuration.
    jq --compact-output --arg resource "$resource" '
        {resource: $resource}
        + del(.docker_deploy_key, .key_info, .password)
        | with_entries(select(.key | test("^last_|^failed_login") | not))' "$page" >> "$new"
done

if [ -e "$now" ]; then
    jq --null-input --compact-output --slurpfile before "$now" --slurpfile after "$new" '
        def by_key: map({key: "\(.resource) \(.id)", value: .}) | from_entries;
        def what: {resource, id, name: (.name // .username // .display_name)};
        ($before | by_key) as $before | ($after | by_key) as $after
        | (($after | keys_unsorted[]) | select($before[.] == null) | {change: "added"} + ($after[.] | what)),
          (($before | keys_unsorted[]) | select($after[.] == null) | {change: "removed"} + ($before[.] | what)),
          (($after | keys_unsorted[]) as $key | $before[$key] as $old | $after[$key] as $new
            | select($old != null and $old != $new)
            | {change: "changed"} + ($new | what)
              + {fields: [($old + $new | keys_unsorted[]) as $field
                  | select($old[$field] != $new[$field]) | $field]})'
else
    echo "first inventory: $(wc -l < "$new") things" >&2
fi
# Last of all: when printing fails, the same changes are told again the next time.
mv "$new" "$now"
