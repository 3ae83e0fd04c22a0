"""A backup beside cp and sync, over some hundred megabytes: how long it takes to be made, checked and put back."""
import os
import statistics

from measure import clock, crm, figure, fresh, generate, options, path, remove, wanted

MADE = "backup without its checks / cp, sync"
CHECKED = "checks of a backup / the same by sqlite3"
RESTORED = "restore without its checks / two times cp, sync"


def copy(name):
    return f"cp {path('kept.sqlite')} {path(name)} && sync {path(name)}"


def run():
    if not wanted(MADE, CHECKED, RESTORED):
        return
    generate(1_000_000 if options.million else 200_000, "kept.csv")
    fresh("kept.sqlite")()
    clock(crm("kept.sqlite", "import", path("kept.csv"), "--create-missing"))
    backup, restore = crm("kept.sqlite", "backup", path("backup.sqlite")), crm("other.sqlite", "restore", path("backup.sqlite"))
    times = {name: [] for name in ("backup", "cp", "checks", "shell", "restore")}
    fresh("other.sqlite")()
    for _ in range(options.runs):
        remove("backup.sqlite", "copy.sqlite")
        times["backup"].append(clock(backup))
        times["cp"].append(clock(["sh", "-c", copy("copy.sqlite")]))
        # Checks the backup as making it did, and does nothing else.
        times["checks"].append(clock([*restore, "--dry-run"]))
        times["shell"].append(clock(["sqlite3", path("backup.sqlite"), "pragma integrity_check; pragma foreign_key_check"]))
        times["restore"].append(clock([*restore, "--confirm", "other.sqlite"]))
        for name in os.listdir(path("")):
            if ".replaced-" in name:
                os.remove(path(name))
    size = os.path.getsize(path("kept.sqlite")) >> 20
    mine = {name: statistics.median(seconds) for name, seconds in times.items()}
    made, restored = mine["backup"] - mine["checks"], mine["restore"] - mine["checks"]
    ratio(f"{MADE}, {size} MB", made, mine["cp"], "≤ 1.3")
    ratio(CHECKED, mine["checks"], mine["shell"], "≤ 1.1")
    # It keeps the old one, too.
    ratio(RESTORED, restored, 2 * mine["cp"], "≤ 2.5")


def ratio(name, ours, theirs, limit):
    figure(name, f"{ours:.2f} s, {theirs:.2f} s, ratio {ours / theirs:.2f}", limit)
