"""What `crm customer duplicates` finds of labelled duplicates, beside recordlinkage with the recipe of its guide, and
how long it takes over very many customers. Everything is read with the usual settings.
"""
import csv
import json
import os
import subprocess
import sys
import time

import labelled
from measure import ENVIRONMENT, FOLDER, HERE, clock, crm, figure, fresh, options, path, remove, wanted

DATABASE = "duplicates.sqlite"


def found(file):
    """Returns the pairs of codes in a file and what the search took: seconds, those of processors, the peak in MB."""
    fresh(DATABASE)()
    clock(crm(DATABASE, "import", file, "--create-missing", "--allow-duplicate"))
    start = time.perf_counter()
    done = subprocess.run(
        ["/usr/bin/time", "-f", "%U %M", *crm(DATABASE, "customer", "duplicates", "--lang", "en", "--format", "csv")],
        cwd=FOLDER, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    seconds = time.perf_counter() - start
    remove(DATABASE)
    pairs = {frozenset((row["Keep"], row["Other"])) for row in csv.DictReader(done.stdout.splitlines())}
    worked, kilobytes = done.stderr.split()[-2:]
    return pairs, seconds, float(worked), int(kilobytes) / 1024


def score(name, by, pairs, truth):
    right = len(pairs & truth)
    print(f"{name:20} {by:24} {right / max(1, len(pairs)):9.3f} {right / len(truth):7.3f} "
          f"{2 * right / max(1, len(pairs) + len(truth)):6.3f}", flush=True)


def recordlinkage():
    """Returns a Python that has the package, or nothing where it cannot be installed."""
    python = path("linkage/bin/python")
    try:
        subprocess.run([sys.executable, "-m", "venv", path("linkage")], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", "recordlinkage"], check=True)
        return python
    except (OSError, subprocess.CalledProcessError):
        print("recordlinkage cannot be installed: without it")


def sets():
    if not wanted("labelled duplicates"):
        return
    if not os.path.isdir(options.sets):
        return print(f"labelled duplicates: skipped, no folder {options.sets}")
    python = recordlinkage()
    print(f"{'labelled duplicates':20} {'by':24} {'precision':>9} {'recall':>7} {'F1':>6}")
    for name, (file, truth, *_) in labelled.SETS.items():
        file = os.path.join(options.sets, file + ".csv")
        labelled.write(name, file, path("set.csv"))
        with open(os.path.join(options.sets, truth + ".truth.json")) as text:
            pairs = {frozenset(pair) for pair in json.load(text)["pairs"]}
        score(name, "crm", found(path("set.csv"))[0], pairs)
        if python:
            done = subprocess.run([python, labelled.__file__, name, file], check=True, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            for by, theirs in json.loads(done.stdout).items():
                score(name, f"recordlinkage, {by}", {frozenset(pair) for pair in theirs}, pairs)


def scale(count, twins, limit):
    """So many customers, of whom so many are there twice."""
    name = f"duplicates among {count + twins:,}, {twins:,} of them twins"
    if not wanted(name):
        return
    with open(path("set.csv"), "w") as out:
        subprocess.run([sys.executable, os.path.join(HERE, "customers.py"), str(count), str(twins)], stdout=out,
                       check=True)
    pairs, seconds, worked, megabytes = found(path("set.csv"))
    right = sum(len({code[2:] for code in pair}) == 1 for pair in pairs)
    figure(name, f"{seconds:.1f} s ({worked:.1f} s of processors), {megabytes:.0f} MB", limit)
    figure(f"{name}: precision, recall", f"{right / max(1, len(pairs)):.3f}, {right / twins:.3f}", "≥ 0.9, ≥ 0.99")


def run():
    sets()
    scale(100_000, 5_000, "≤ 12 s on two cores")
    if options.million:
        scale(1_000_000, 50_000, "≤ 120 s on two cores, ≤ 1,000 MB")
