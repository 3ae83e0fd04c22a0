"""Labelled public sets of duplicates: their rows as customers, and what recordlinkage makes of them.

  labelled.py NAME FILE   prints its pairs of a set as JSON; needs recordlinkage

What tells the true clusters goes into the code of a customer at most, which is never compared; the social security
number of the febrl sets, nearly a key, is left out.
"""
import csv
import datetime
import json
import re
import sys

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


def write(name, source, target):
    """Writes a set as a file for `crm import`."""
    with open(target, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS)
        writer.writerows(SETS[name][2](row) for row in rows(source))


def recipe(name, file):
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


if __name__ == "__main__":
    recipe(*sys.argv[1:])
