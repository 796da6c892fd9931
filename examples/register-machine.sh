#!/bin/sh
# Registers this machine as a Shell Jump item: to be run at first boot, from cloud-init say.
#
# btapi comes from the appliance itself, which hands it out without a login. Needs curl, unzip
# and jq, and in the environment:
#
#   BT_API_HOST, BT_CLIENT_ID, BT_CLIENT_SECRET   the appliance and an API account
#   JUMP_GROUP_ID, JUMPOINT_ID                    where the machine belongs
#
# and if the machine's own view is not good enough:
#
#   MACHINE_NAME, MACHINE_ADDRESS, MACHINE_USER   what it is called, where it is, who logs in
#   MACHINE_TAG                                   by what it is found again (remove-machine.sh)
set -eu

: "${BT_API_HOST:?}" "${JUMP_GROUP_ID:?}" "${JUMPOINT_ID:?}"
name=${MACHINE_NAME:-$(uname -n)}
address=${MACHINE_ADDRESS:-$(hostname -I | cut -d ' ' -f 1)}
user=${MACHINE_USER:-$(id -un)}
tag=${MACHINE_TAG:-$name}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
curl --silent --show-error --fail --location --output btapi.zip \
    "https://$BT_API_HOST/api/config/v1/cli/linux"
unzip -q btapi.zip

echo "
name=\"$name\"
hostname=$address
jump_group_id=$JUMP_GROUP_ID
jump_group_type=shared
jumpoint_id=$JUMPOINT_ID
protocol=ssh
port=22
terminal=xterm
username=$user
tag=$tag
" | ./btapi -k add jump-item/shell-jump > item.json

echo "registered $name as Shell Jump $(jq .id item.json)"
