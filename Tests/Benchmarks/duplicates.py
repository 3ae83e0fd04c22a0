#!/usr/bin/env python3
"""Measures `crm customer duplicates`: what it finds of labelled duplicates, beside the recordlinkage package with
the recipe of its guide, and how long it takes over very many customers.

  duplicates.py [--crm PATH] [--sets FOLDER] [--million]

FOLDER holds the public sets: febrl_dataset1.csv, febrl_dataset3.csv, splink_fake_1000.csv,
dedupeio_csv_example_messy_input.csv, and NAME.truth.json with the true pairs of each. The true clusters go into
the code of a customer at most, which is never compared; the social security number of the febrl sets is left out.
Every set is read with the same settings. recordlinkage is put into a virtual environment of its own.
"""
import argparse
import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
HEADINGS = ["code", "name", "kind", "birthday", "phones", "emails", "fax", "house_number", "ward", "district",
            "province"]


def rows(file):
    with open(file, newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, skipinitialspace=True):
            yield {key: " ".join((value or "").split()) for key, value in row.items() if key}


def day(text):
    try:
        return datetime.datetime.strptime(text, "%Y%m%d").strftime("%Y-%m-%d")
    except ValueError:
        return ""


def email(text):
    return text if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", text) else ""


def febrl(row):
    return [row["rec_id"], f"{row['given_name']} {row['surname']}".strip() or "?", "individual",
            day(row["date_of_birth"]), "", "", "", f"{row['street_number']} {row['address_1']}", row["address_2"],
            row["suburb"], f"{row['state']} {row['postcode']}"]


def splink(row):
    return [row["unique_id"], f"{row['first_name']} {row['surname']}".strip() or "?", "individual", row["dob"], "",
            email(row["email"]), "", "", "", "", row["city"]]


def sites(row):
    return [row["Id"], row["Site name"] or "?", "organisation", "", row["Phone"], email(row["Email Address"]),
            row["Fax"], row["Address"], "", "", row["Zip"]]


# Each set: its file, its truth, a customer of a row; then what the recipe blocks by, compares exactly, and
# compares by Jaro-Winkler from 0.85 on, as the guide does for the first.
FEBRL = (febrl, ["given_name", "surname", "date_of_birth"],
         ["given_name", "date_of_birth", "suburb", "state"], ["surname", "address_1"])
SETS = {
    "febrl_dataset1": ("febrl_dataset1", "febrl_dataset1", *FEBRL),
    "febrl_dataset3": ("febrl_dataset3", "febrl_dataset3", *FEBRL),
    "splink_fake_1000": ("splink_fake_1000", "splink_fake_1000", splink, ["first_name", "surname", "dob", "email"],
                         ["dob", "city"], ["first_name", "surname", "email"]),
    "dedupeio": ("dedupeio_csv_example_messy_input", "dedupeio_csv_example", sites, ["Site name", "Address", "Phone"],
                 ["Phone", "Zip"], ["Site name", "Address"]),
}


def recipe(file, name):
    """Prints the pairs of the guide's rule (more than half of the fields agree) and of the ECM classifier."""
    import pandas
    import recordlinkage
    _, _, customer, blocks, exact, alike = SETS[name]
    frame = pandas.DataFrame(list(rows(file))).replace("", None)
    frame.index = [customer(row)[0] for row in rows(file)]
    index = recordlinkage.Index()
    for block in blocks:
        index.block(block)
    pairs = index.index(frame)
    compare = recordlinkage.Compare()
    for field in exact:
        compare.exact(field, field, label=field)
    for field in alike:
        compare.string(field, field, method="jarowinkler", threshold=0.85, label=field)
    features = compare.compute(pairs, frame)
    rule = features[features.sum(axis=1) > (len(exact) + len(alike)) / 2].index
    learnt = recordlinkage.ECMClassifier(binarize=0.8).fit_predict(features)
    json.dump({"rule": list(rule), "ECM": list(learnt)}, sys.stdout)


class Benchmark:
    def __init__(self, options):
        self.crm = os.path.abspath(options.crm)
        self.sets = options.sets
        self.folder = tempfile.mkdtemp(prefix="crm-duplicates-")
        self.environment = dict(os.environ, CRM_LANG="en", CRM_TODAY="2026-11-22", CRM_USER="admin",
                                CRM_DB=self.path("crm.sqlite"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words, timed=False):
        command = (["/usr/bin/time", "-f", "%M"] if timed else []) + [self.crm, *words]
        done = subprocess.run(command, env=self.environment, cwd=self.folder, text=True, capture_output=True)
        if done.returncode:
            sys.exit(f"{' '.join(words)}: exit {done.returncode}\n{done.stderr[-2000:]}")
        return done

    def imported(self, file):
        for suffix in ("", "-wal", "-shm"):
            if os.path.exists(self.path("crm.sqlite") + suffix):
                os.remove(self.path("crm.sqlite") + suffix)
        self.run("init")
        self.run("import", file, "--create-missing", "--allow-duplicate")

    def found(self):
        """Returns pairs of codes, the seconds and the peak in MB of one search with the usual settings."""
        start = time.perf_counter()
        done = self.run("customer", "duplicates", "--format", "csv", timed=True)
        seconds = time.perf_counter() - start
        pairs = {frozenset((row["Keep"], row["Other"])) for row in csv.DictReader(done.stdout.splitlines())}
        return pairs, seconds, int(done.stderr.split()[-1]) / 1024

    def labelled(self):
        if not os.path.exists(os.path.join(self.sets, "febrl_dataset1.csv")):
            return print(f"labelled duplicates: skipped, no sets in {self.sets}")
        python = self.path("venv/bin/python")
        try:
            subprocess.run([sys.executable, "-m", "venv", self.path("venv")], check=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "recordlinkage"], check=True)
        except (OSError, subprocess.CalledProcessError):
            print("recordlinkage cannot be installed: without it")
            python = None
        print(f"{'labelled duplicates':20} {'by':24} {'precision':>9} {'recall':>7} {'F1':>6}")
        for name, (file, truth, customer, *_) in SETS.items():
            file = os.path.join(self.sets, file + ".csv")
            with open(self.path("set.csv"), "w", newline="") as out:
                writer = csv.writer(out)
                writer.writerow(HEADINGS)
                writer.writerows(customer(row) for row in rows(file))
            self.imported(self.path("set.csv"))
            with open(os.path.join(self.sets, truth + ".truth.json")) as text:
                wanted = {frozenset(pair) for pair in json.load(text)["pairs"]}
            self.score(name, "crm", self.found()[0], wanted)
            if python:
                done = subprocess.run([python, __file__, "--recipe", file, name], text=True, check=True,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
                for by, pairs in json.loads(done.stdout).items():
                    self.score(name, f"recordlinkage, {by}", {frozenset(pair) for pair in pairs}, wanted)

    @staticmethod
    def score(name, by, found, wanted):
        right = len(found & wanted)
        precision, recall = right / max(1, len(found)), right / len(wanted)
        f1 = 2 * right / max(1, len(found) + len(wanted))
        print(f"{name:20} {by:24} {precision:9.3f} {recall:7.3f} {f1:6.3f}", flush=True)

    def scale(self, count, twins, limit):
        """So many customers, of whom so many are there twice."""
        with open(self.path("set.csv"), "w") as out:
            subprocess.run([sys.executable, os.path.join(HERE, "customers.py"), str(count), str(twins)], stdout=out,
                           check=True)
        self.imported(self.path("set.csv"))
        pairs, seconds, megabytes = self.found()
        right = sum(len({code[2:] for code in pair}) == 1 for pair in pairs)
        print(f"duplicates among {count + twins:,}, {twins:,} of them twins: {seconds:.1f} s, {megabytes:.0f} MB, "
              f"precision {right / max(1, len(pairs)):.3f}, recall {right / twins:.3f}  wanted {limit}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--crm", default=os.path.join(TOP, ".build/release/crm"))
    parser.add_argument("--sets", default=os.path.join(os.path.dirname(TOP), "shared/material/dedupe"))
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--recipe", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.recipe:
        return recipe(*options.recipe)
    benchmark = Benchmark(options)
    try:
        benchmark.labelled()
        benchmark.scale(100_000, 5_000, "≤ 12 s on two cores")
        if options.million:
            benchmark.scale(1_000_000, 50_000, "≤ 120 s on two cores, ≤ 1,000 MB")
    finally:
        shutil.rmtree(benchmark.folder, ignore_errors=True)


main()
