#!/usr/bin/env bash
# Proves that the copy is worth something: restores it to a new place, checks it, and says how far it
# goes. Nothing is changed, but for a folder that is removed again. For the crontab, once a week:
#   Examples/replication/restore-drill.sh CONFIG [FOLDER]
# FOLDER keeps what was restored: after a disaster, that is the restoring.
# Exits with 1 where the copy cannot be restored, is damaged, or lacks operations.
set -euo pipefail
crm=${CRM:-crm}
litestream=${LITESTREAM:-litestream}
config=${1:?the configuration of Litestream}
: "${CRM_DB:?the database}"
umask 077
if [ $# -gt 1 ]; then
  folder=$2
  mkdir -p "$folder"
else
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
restored=$folder/crm.sqlite

# The latest operation, its number first.
latest() { "$crm" log --limit 1 --format tsv --db "$1" | tail -n +2; }

# What the copy has to hold: what was done before its last interval began.
wanted=$(if [ -e "$CRM_DB" ]; then latest "$CRM_DB"; fi)
sleep "${WAIT:-3}"
"$litestream" restore -config "$config" -integrity-check full -o "$restored" "$CRM_DB" >&2
chmod 600 "$restored"
"$crm" doctor --db "$restored" >&2
found=$(latest "$restored")
echo "Restored / Đã khôi phục: $found"
if [ -n "$wanted" ] && [ "${found%%$'\t'*}" -lt "${wanted%%$'\t'*}" ]; then
  echo "The copy lacks / Bản sao còn thiếu: $wanted" >&2
  exit 1
fi
