#!/bin/sh
# Removes the Shell Jump items of machines that are gone, by their tags:
#
#   remove-machine.sh TAG...
#
# The API account is read from a file, as cron has no environment to speak of; the tilde is for
# btapi to expand. Needs perl.
set -eu

status=0
for tag in "$@"; do
    # A line of the list: 0__id=31. All that match are removed, and a tag that nothing has is
    # worth a word but no failure: the machine may never have been registered.
    found=$(printf 'tag=%s\n' "$tag" |
        btapi --env-file=~/.config/bt-sra/account -kK list jump-item/shell-jump)
    ids=$(printf '%s\n' "$found" | perl -ne 'print "$1\n" if /^[0-9]+__id=([0-9]+)$/')
    if [ -z "$ids" ]; then
        echo "$tag: nothing to remove" >&2
        continue
    fi
    for id in $ids; do
        if btapi --env-file=~/.config/bt-sra/account delete jump-item/shell-jump "$id"; then
            echo "$tag: removed Shell Jump $id"
        else
            status=1
        fi
    done
done
exit "$status"
