#!/usr/bin/env bash
# Imports the files of a folder in the order they need each other, and stops where one fails for
# another reason than rows in error (exit code 1: those rows are in FILE.rejects.csv).
#   Examples/scripts/import-folder.sh FOLDER
set -euo pipefail
crm=${CRM:-crm}
folder=${1:?a folder of CSV files}
for name in nhan-vien san-pham khach-hang lien-he don-hang the-cham-soc; do
  file=$folder/$name.csv
  [ -f "$file" ] || continue
  "$crm" import "$file" --create-missing || [ $? -eq 1 ]
done
