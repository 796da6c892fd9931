#!/bin/sh
# Sets up access to a new network from a machine inside it: a Jumpoint installed here, a Jump
# Group, a key in the vault, a first Jump Item, and a group policy that may use all of it.
#
#   new-network.sh NAME GROUP_POLICY_ID KEY_FILE
#
# KEY_FILE is the private key that opens the machines of the network. Needs btapi and jq, the
# appliance and an API account in BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET; the account
# must be allowed to manage vault accounts. INSTALL_DIR says where the Jumpoint goes, and for
# root JUMPOINT_USER as whom it runs.
set -eu

name=$1
policy=$2
key=$(cat "$3")
target=${INSTALL_DIR:-/opt/jumpoint}

# Creates what is on standard input, and prints its id.
add() { created=$(btapi -k add "$1") && printf '%s\n' "$created" | jq .id; }

jumpoint=$(echo "
name=\"$name Jumpoint\"
platform=linux-x86
shell_jump_enabled=True
" | add jumpoint)

saved=$(btapi download "jumpoint/$jumpoint/installer")
installer=$(printf '%s\n' "$saved" | jq -r .file)
chmod +x "$installer"
if [ "$(id -u)" = 0 ]; then
    sh "$installer" --install-dir "$target" --user "${JUMPOINT_USER:-nobody}"
else
    sh "$installer" --install-dir "$target"
fi
rm "$installer"
"$target/init-script" start

group=$(echo "name=\"$name\"" | add jump-group)

account=$(echo "
type=ssh
name=\"$name key\"
username=ubuntu
private_key=\"$key\"
" | add vault/account)

item=$(echo "
name=\"$name gateway\"
hostname=10.0.0.1
jump_group_id=$group
jump_group_type=shared
jumpoint_id=$jumpoint
protocol=ssh
port=22
terminal=xterm
username=ubuntu
" | add jump-item/shell-jump)

echo "jumpoint_id=$jumpoint" | btapi -k add "group-policy/$policy/jumpoint" > /dev/null
echo "jump_group_id=$group" | btapi -k add "group-policy/$policy/jump-group" > /dev/null
echo "
account_id=$account
role=inject
" | btapi -k add "group-policy/$policy/vault-account" > /dev/null

jq --null-input --compact-output \
    --argjson jumpoint "$jumpoint" --argjson group "$group" \
    --argjson account "$account" --argjson item "$item" \
    '{$jumpoint, $group, $account, $item}'
