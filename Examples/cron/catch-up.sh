#!/usr/bin/env bash
# Says what cron would have said on days the machine was off: one run a day, the clock from outside.
#   Examples/cron/catch-up.sh 2026-12-28 2027-01-02
set -euo pipefail
crm=${CRM:-crm}
day=${1:?first day, as 2026-12-28}
last=${2:-$day}
while [[ ! $day > $last ]]; do
  "$crm" remind birthdays --days 0 --today "$day"
  "$crm" remind staff-birthdays --today "$day"
  day=$(date -d "$day + 1 day" +%F)
done
