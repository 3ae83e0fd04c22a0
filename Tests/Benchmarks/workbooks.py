"""Workbooks read and imported, beside python-calamine and the CSV import of the same records."""
import os
import subprocess
import sys

from measure import (CRM, HERE, clock, compare, crm, figure, fresh, options, path, peak)

COLUMNS = ("code,name,kind,gender,birthday,phones,emails,office_address,province,district,"
           "ward,source,relationship,description,created")


def reading():
    """Workbooks into rows, beside python-calamine loading the same file."""
    what = "read .xlsx of {:,} × 9 {} / python-calamine".format
    flat = "memory of reading .xlsx, 20,000 and 100,000 × 9"
    wanted = [kind for kind in ("text", "numbers") if options.only in what(100_000, kind)]
    if not wanted and options.only not in flat:
        return
    python, sheets = path("sheets/bin/python"), os.path.join(HERE, "sheets.py")
    try:
        subprocess.run([sys.executable, "-m", "venv", path("sheets")], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "python-calamine", "xlsxwriter"],
                       check=True)
    except (OSError, subprocess.CalledProcessError):
        print("reading .xlsx: skipped, python-calamine or XlsxWriter cannot be installed")
        return

    def ours(kind, rows):
        file = path(f"{kind}-{rows}.xlsx")
        if not os.path.exists(file):
            subprocess.run([python, sheets, "write", kind, str(rows), file], check=True)
        return [CRM, "import", file, "--preview", "--count"]

    for kind in wanted:
        command = ours(kind, 100_000)
        compare(what(100_000, kind), command, [python, sheets, "read", command[2]], "≤ 1.5")
    kilobytes = [peak(ours("text", rows)) for rows in (20_000, 100_000)]
    figure(flat, " and ".join(f"{size / 1024:.0f}" for size in kilobytes) + " MB", "≤ 60 MB, flat")


def importing():
    """The same records out of a workbook and out of CSV, every check on."""
    what = "import --xlsx 100,000 × 15 / import --csv of the same"
    if options.only not in what:
        return
    for form in ("xlsx", "csv"):
        clock(crm("small.sqlite", "export", "customer", f"--{form}", path(f"same.{form}"),
                  "--columns", COLUMNS))
    into = [crm("same.sqlite", "import", path(f"same.{form}"), "--create-missing")
            for form in ("xlsx", "csv")]
    compare(what, *into, "≤ 2", fresh("same.sqlite"), fresh("same.sqlite"))


def run():
    importing()
    reading()
