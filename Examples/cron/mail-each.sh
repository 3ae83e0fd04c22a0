#!/usr/bin/env bash
# Mails everybody what they have to do: overdue, today, tomorrow. Who has nothing gets no mail.
#   Examples/cron/mail-each.sh [DAYS]
# MAIL_COMMAND is called as mail is: -s SUBJECT ADDRESS, the text on its standard input.
set -euo pipefail
crm=${CRM:-crm}
mail=${MAIL_COMMAND:-mail}
days=${1:-2}
"$crm" user list --where 'active = yes and emails is not empty' --columns code,emails \
  --format tsv --no-header |
  while IFS=$'\t' read -r login addresses; do
    text=$("$crm" agenda --user "$login" --days "$days" </dev/null)
    [[ -n $text ]] || continue
    "$mail" -s "Việc cần làm" "${addresses%%;*}" <<<"$text"
  done
