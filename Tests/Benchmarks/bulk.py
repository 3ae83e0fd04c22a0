"""A hundred thousand customers in, out, and changed at once."""
import os
import subprocess
import sys

from measure import (CRM, ENVIRONMENT, HERE, bulk, clock, compare, crm, fresh, generate, path,
                     remove, wanted)
from workbooks import COLUMNS

SQLITE_COLUMNS = "code text unique, " + ", ".join(f"c{i}" for i in range(2, 17))


def starting():
    compare("version / sqlite3 :memory: 'select 1'", [CRM, "--version"],
            ["sqlite3", ":memory:", "select 1"], "≤ 3", runs=30)


def filled():
    """Returns the command that imports the customers into a database which `fresh` made."""
    generate(100_000, "small.csv")
    return crm("small.sqlite", "import", path("small.csv"), "--create-missing")


def importing():
    command = filled()
    bare = ["sqlite3", path("bare.sqlite"), f"create table c ({SQLITE_COLUMNS})", ".mode csv",
            f".import --skip 1 {path('small.csv')} c"]
    compare("import 100,000 with every check / sqlite3 .import", command, bare, "≤ 8",
            fresh("small.sqlite"), lambda: remove("bare.sqlite"))
    what = "import 100,000 / sqlite-utils insert --csv"
    if wanted(what):
        subprocess.run([sys.executable, "-m", "venv", path("venv")], check=True)
        subprocess.run([path("venv/bin/pip"), "install", "-q", "sqlite-utils"], check=True)
        compare(what, command,
                [path("venv/bin/sqlite-utils"), "insert", path("utils.sqlite"), "c",
                 path("small.csv"), "--csv"], "≤ 0.33",
                fresh("small.sqlite"), lambda: remove("utils.sqlite"), runs=3)


def exporting():
    what = "export --xlsx 100,000 × 15 / the same cells in C"
    if not wanted(what):
        return
    baseline = path("xlsx_baseline")
    subprocess.run(["gcc", "-O2", os.path.join(HERE, "xlsx_baseline.c"), "-o", baseline,
                    "-lxlsxwriter"], check=True)
    tsv = subprocess.run(crm("small.sqlite", "customer", "list", "--columns", COLUMNS,
                             "--format", "tsv"), env=ENVIRONMENT, stdout=subprocess.PIPE,
                         check=True).stdout
    with open(path("small.tsv"), "wb") as file:
        file.write(tsv)
    compare(what,
            crm("small.sqlite", "export", "customer", "--xlsx", path("ours.xlsx"), "--columns",
                COLUMNS),
            [baseline, path("small.tsv"), path("theirs.xlsx"), "ttttdtttttttttt"], "≤ 1.5")


def changing():
    undo = crm("small.sqlite", "undo")

    def all_of_them(name, *words):
        where = ["--where", "created is not empty", "--yes"]
        bulk(name, crm("small.sqlite", "customer", *words, *where), undo)

    all_of_them("bulk edit of 100,000 customers", "edit", "--department", "A")
    all_of_them("transfer of 100,000 customers", "transfer", "--to", "admin")
    all_of_them("share of 100,000 customers", "share", "--with", "all")
    all_of_them("regrouping of 100,000 customers", "group", "move", "--to", "Cũ")
    all_of_them("a further group for 100,000 customers", "group", "add", "--to", "Cũ")
    with open(path("pairs.tsv"), "w") as file:
        file.writelines(f"KH{2 * n - 1:07}\tKH{2 * n:07}\n" for n in range(1, 10_001))
    bulk("merging of 10,000 pairs",
         crm("small.sqlite", "customer", "merge", "--pairs", path("pairs.tsv"), "--yes"), undo,
         "≤ 10 s")


def run():
    starting()
    importing()
    fresh("small.sqlite")()
    clock(filled())
    exporting()
    clock(crm("small.sqlite", "group", "add", "--name", "Cũ", "--points", "10"))
    changing()
