"""What every benchmark measures with: two commands in turn, the peak of one, databases of crm and of sqlite3.

Ratios are of medians of wall-clock times; memory is the largest resident set.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
parser = argparse.ArgumentParser(
    description="Measures crm against the sqlite3 shell and the tools a user would pick instead, in one run.")
parser.add_argument("--crm", default=os.path.join(TOP, ".build/release/crm"), help="the release build")
parser.add_argument("--runs", type=int, default=5, help="runs of each of the two commands")
parser.add_argument("--million", action="store_true", help="also over a million customers (half an hour more)")
parser.add_argument("--only", default="", help="the figures that have this in their names")
parser.add_argument("--sets", default=os.path.join(TOP, "../shared/material/dedupe"),
                    help="the folder of the labelled duplicates: FILE.csv and FILE.truth.json")
options = parser.parse_args()
options.sets = os.path.abspath(options.sets)
CRM = os.path.abspath(options.crm)
FOLDER = tempfile.mkdtemp(prefix="crm-benchmark-")
ENVIRONMENT = dict(os.environ, CRM_LANG="vi", CRM_TODAY="2026-11-22", CRM_USER="admin")


def path(name):
    return os.path.join(FOLDER, name)


def clock(command, before=None):
    """Returns seconds and peak kilobytes of one run; the preparation is not counted."""
    if before:
        before()
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                               stdin=subprocess.DEVNULL, cwd=FOLDER, env=ENVIRONMENT)
    _, errors = process.communicate()
    seconds = time.perf_counter() - started
    if process.returncode:
        sys.exit(f"{command}: exit {process.returncode}\n{errors.decode()}")
    return seconds


def peak(command, before=None):
    """Returns the largest resident set of one run, in kilobytes."""
    if before:
        before()
    out = subprocess.run(["/usr/bin/time", "-f", "%M", *command], cwd=FOLDER, env=ENVIRONMENT,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(out.stderr.decode().strip().split("\n")[-1])


def compare(name, ours, theirs, limit, before=None, before_theirs=None, runs=None):
    """Runs two commands in turn and prints the ratio of their medians beside what is wanted."""
    if options.only not in name:
        return
    a, b = [], []
    for _ in range(runs or options.runs):
        a.append(clock(ours, before))
        b.append(clock(theirs, before_theirs))
    mine, other = statistics.median(a), statistics.median(b)
    print(f"{name:58} {mine:9.4f} s {other:9.4f} s  ratio {mine / other:6.2f}  wanted {limit}",
          flush=True)


def figure(name, value, limit):
    if options.only in name:
        print(f"{name:58} {value:>24}  wanted {limit}", flush=True)


def remove(*names):
    for name in names:
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(path(name) + suffix):
                os.remove(path(name) + suffix)


def fresh(name):
    def prepare():
        remove(name)
        subprocess.run([CRM, "init", "--db", path(name)], check=True, env=ENVIRONMENT,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return prepare


def generate(count, name):
    """Writes the benchmark's customers, once."""
    if os.path.exists(path(name)):
        return
    with open(path(name), "w") as file:
        subprocess.run([sys.executable, os.path.join(HERE, "customers.py"), str(count)],
                       stdout=file, check=True)


def crm(database, *words):
    return [CRM, *words, "--db", path(database)]


def sqlite(database, sql):
    return ["sqlite3", path(database), sql]


def bulk(name, command, undo, limit="≤ 3 s"):
    """Runs a command and its undo in turn and prints the median seconds of each."""
    if options.only not in name:
        return
    seconds = [[], []]
    for _ in range(3):
        seconds[0].append(clock(command))
        seconds[1].append(clock(undo))
    figure(name, f"{statistics.median(seconds[0]):.2f} s", limit)
    figure(f"its undo ({name})", f"{statistics.median(seconds[1]):.2f} s", limit)


def wanted(*names):
    """Whether one of these figures was asked for."""
    return any(options.only in name for name in names)


def tear_down():
    shutil.rmtree(FOLDER, ignore_errors=True)
