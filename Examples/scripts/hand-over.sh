#!/usr/bin/env bash
# Hands every customer of somebody who leaves to somebody else, as one operation that can be undone.
#   Examples/scripts/hand-over.sh FROM TO
set -euo pipefail
crm=${CRM:-crm}
from=${1:?the login of who leaves}
to=${2:?the login of who takes over}
"$crm" customer hand-over --where "owner = \"$from\"" --to "$to" --yes
"$crm" user edit "$from" --active no
