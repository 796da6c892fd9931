#!/bin/sh
# Saves a backup of the appliance, and tells somebody if that needs a look. For cron, or by hand.
#
#   backup.sh DIR [KEEP]
#
# Needs btapi, and the appliance in BT_API_HOST, BT_CLIENT_ID and BT_CLIENT_SECRET, or in the file
# that BT_ENV_FILE names. Set BT_BACKUP_PASSWORD as well to protect the backups.
set -eu

dir=$1
keep=${2:-14}

status=0
btapi ${BT_ENV_FILE:+--env-file="$BT_ENV_FILE"} backup --dir "$dir" --keep "$keep" --no-progress || status=$?
case $status in
0) ;;
1) echo "backup.sh: saved, but something needs a look" >&2 ;;
11) echo "backup.sh: another backup is going on; nothing to do" >&2; exit 0 ;;
*) echo "backup.sh: NO backup was saved (exit code $status); the last good one is still there" >&2 ;;
esac
exit "$status"
