#!/bin/sh
# A walk through btapi: sets up a small site, looks around, and cleans up after itself.
#
# Try it on the simulated appliance, which needs nothing but btapi:
#
#   btapi simulate --recipient http://127.0.0.1:8710/ -- sh examples/tour.sh
#
# It works the same on a real appliance (Privileged Remote Access, an API account with access to
# the Configuration API, to vault accounts, to the Command API, to reports of sessions and to
# backups, which it can do without), named by BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET.
set -eu

if [ -t 1 ]; then bold=$(printf '\033[1m') plain=$(printf '\033[0m'); else bold='' plain=''; fi
say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
tell() { printf '   %s\n' "$*"; }
# The value of a field in key=value output.
field() { sed -n "s/^$1=//p"; }

stamp=$$
folder=$(mktemp -d)
made=
listener=

# Whatever happens, nothing that was made stays behind: the newest goes first.
clean_up() {
    status=$?
    trap - EXIT
    set +e
    if [ -n "$listener" ]; then kill "$listener"; fi
    for thing in $made; do
        btapi delete "${thing%/*}" "${thing##*/}" && tell "deleted $thing"
    done
    rm -rf "$folder"
    exit "$status"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Creates the thing whose fields are on standard input, and remembers to delete it.
make() {
    created=$(btapi -kK add "$1")
    id=$(printf '%s\n' "$created" | field id)
    made="$1/$id $made"
    tell "created $1 number $id"
}

say "1. Who are we?"
btapi -K whoami | field name | sed 's/^/   the API account: /'

say "2. A place for a new network: a Jump Group and a Jumpoint"
make jump-group <<EOT
name="Tour $stamp"
comments=Made by the tour; it may be deleted.
EOT
group=$id
make jumpoint <<EOT
name="Tour $stamp Jumpoint"
platform=linux-x86
shell_jump_enabled=True
EOT
jumpoint=$id

say "3. The installer of that Jumpoint"
cd "$folder"
btapi -K download "jumpoint/$jumpoint/installer" > report
installer=$(field file < report)
tell "saved $installer, $(field size < report) bytes"
tell "SHA-256 $(field sha256 < report)"

say "4. A key for its machines, in the vault"
# The key has many lines; in quotes they all belong to the one value.
key="-----BEGIN OPENSSH PRIVATE KEY-----
$(head -c 900 /dev/urandom | base64)
-----END OPENSSH PRIVATE KEY-----"
make vault/account <<EOT
type=ssh
name="Tour $stamp key"
username=ubuntu
private_key="$key"
EOT
account=$id

say "5. Register a machine, as its first boot would"
make jump-item/shell-jump <<EOT
name="web 7"
hostname=198.51.100.7
protocol=ssh
port=22
terminal=xterm
username=ubuntu
tag=tour-$stamp
jump_group_id=$group
jump_group_type=shared
jumpoint_id=$jumpoint
EOT
item=$id

say "6. Let some people in: three grants of a group policy"
make group-policy <<EOT
name="Tour $stamp operators"
EOT
policy=$id
echo "jumpoint_id=$jumpoint" | btapi -k add "group-policy/$policy/jumpoint" > granted
tell "the Jumpoint"
echo "jump_group_id=$group" | btapi -k add "group-policy/$policy/jump-group" > granted
tell "the Jump Group"
btapi -k add "group-policy/$policy/vault-account" > granted <<EOT
account_id=$account
role=inject
EOT
tell "the key, to be used but not seen"
btapi post "group-policy/$policy/provision"
tell "and all of it applied"

say "7. What is there now?"
btapi -o table list jump-item/shell-jump "tag=tour-$stamp" | sed 's/^/   /'
tell "the same as JSON, or the beginning of it:"
btapi list jump-item/shell-jump "tag=tour-$stamp" | head -n 5 | sed 's/^/   /'
all=$(btapi -K list jump-item/shell-jump | grep -c '^[0-9]*__id=')
tell "of $all Shell Jumps on the site"

say "8. Change one thing"
echo "comments=seen by the tour" | btapi -k update jump-item/shell-jump "$item" > changed
tell "comments: $(btapi -K get jump-item/shell-jump "$item" | field comments)"

say "9. Change many things: out as CSV, edited, and in again"
btapi export shell-jump "tag=tour-$stamp" > items.csv
sed 's/seen by the tour/edited in a table/' items.csv > edited.csv
btapi import edited.csv --dry-run -v 2>&1 | sed 's/^/   /'
btapi import edited.csv -o json > imported
tell "comments: $(btapi get jump-item/shell-jump "$item" --query .comments)"

say "10. Use the key, and give it back"
btapi post "vault/account/$account/check-out" > credential
tell "checked out: $(wc -c < credential | tr -d ' ') bytes that nobody prints"
btapi post "vault/account/$account/check-in" > returned
rm credential

say "11. How is the appliance, and what goes on?"
btapi health | sed 's/^/   /'
btapi command get_logged_in_reps -o table --columns id,public_display_name,support_session_count | sed 's/^/   /'
btapi api GET '/api/command/v2/client?type=access_console' --query '.[].session_lsids[]' > sessions || true
session=$(head -n 1 sessions)
if [ -n "$session" ]; then
    tell "the attributes of session $session:"
    btapi command get_session_attributes "lsid=$session" -o table --columns display_name,value | sed 's/^/   /'
else
    tell "no session is running"
fi

say "12. What went on before?"
# A month of sessions, one a line as they come; the last one as people read it.
btapi report AccessSession --since 30d --by end -o ndjson --columns lsid,duration,primary_customer.name > ended || true
tell "sessions that ended within 30 days: $(wc -l < ended | tr -d ' ')"
session=$(tail -n 1 ended | sed 's/.*"lsid":"\([^"]*\)".*/\1/')
if [ -n "$session" ]; then
    btapi session show "$session" > told
    head -n 25 told | sed 's/^/   /'
    tell "and so on, in $(wc -l < told | tr -d ' ') lines; as a page for auditors:"
    btapi session html "$session" -O session.html 2>&1 | sed 's/^/   /'
else
    tell "none; so there is nothing to tell"
fi

say "13. A backup"
mkdir backups
if btapi backup --dir backups --keep 2 > saved 2> refused; then
    tell "saved $(basename backups/*.nsb), $(cat backups/*.nsb | wc -c | tr -d ' ') bytes, and its SHA-256 beside it"
else
    case $? in
    4 | 5) tell "skipped: the API account may not, or the appliance has no Backup API" ;;
    *) cat refused >&2; exit 1 ;;
    esac
fi

say "14. What happens is told at once"
session=$(head -n 1 sessions)
# Waits until a file has a line of that kind.
await() {
    tries=0
    until grep -q "$1" "$2" 2> missing; do
        tries=$((tries + 1))
        if [ "$tries" -gt 60 ]; then cat listening >&2; exit 1; fi
        sleep 1
    done
}
if [ -n "${BT_SIMULATOR_RECIPIENT-}" ] && [ -n "$session" ]; then
    address=${BT_SIMULATOR_RECIPIENT#*://}
    btapi listen --bind "${address%%/*}" --out events 2> listening &
    listener=$!
    await 'http://' listening
    # A session ends: here nobody needs it any more.
    btapi command terminate_session "lsid=$session" > ended
    await '"event":"support_conference_end"' events
    # Events are JSON, one a line.
    sed 's/^{"event":"\([^"]*\)".*"lsid":"\([^"]*\)","fields".*/\1 \2/' events | sed 's/^/   /'
    kill "$listener"
    wait "$listener" || true
    listener=
else
    tell "an appliance needs a recipient for that, set up in its /login interface with the address of"
    tell "  btapi listen --bind 0.0.0.0:8443 --cert site.pem --key site.key --secret-file secret"
    tell "the simulated one has it with  btapi simulate --recipient http://127.0.0.1:8710/"
fi

say "15. Mistakes are caught before they are sent"
printf 'name=web 8\nhostname=198.51.100.8\nport=twentytwo\n' | btapi -k add jump-item/shell-jump 2>&1 | sed 's/^/   /' || true
btapi delete jump-item/shell-jump "" 2>&1 | sed 's/^/   /' || true

say "16. Leave no trace"
