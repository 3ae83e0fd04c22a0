"""What many at once cost: sixteen that write beside one, and one that reads beside an import.

The rate of sixteen is of the same seconds on the same disk as that of one, in turn. What a write takes alone holds for it, too: its
closing brings the log into the file, which among sixteen is seldom done.
"""
import statistics
import subprocess
import sys
import threading
import time

from measure import ENVIRONMENT, clock, crm, figure, fresh, generate, options, path, wanted

BASE = "writers.sqlite"
WRITERS = 16
SECONDS = 5
TOGETHER = "16 writers beside one, writes a second"
BESIDE = "list of 20 beside an import of 100,000"


def write(number, until, waits):
    """Adds customers until a moment, and notes how long each took."""
    while time.perf_counter() < until:
        started = time.perf_counter()
        process = subprocess.run(crm(BASE, "customer", "add", "--name", f"Khách {number}-{len(waits)}"), env=ENVIRONMENT,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
        if process.returncode:
            sys.exit(f"a writer failed: {process.stderr.decode()}")
        waits.append(time.perf_counter() - started)


def together(count):
    """Returns the writes a second of so many at once, and the longest that one took."""
    waits = [[] for _ in range(count)]
    started = time.perf_counter()
    threads = [threading.Thread(target=write, args=(number, started + SECONDS, waits[number])) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(map(len, waits)) / (time.perf_counter() - started), max(map(max, waits))


def many():
    fresh(BASE)()
    pairs = []
    for _ in range(options.runs):
        one, _ = together(1)
        all_of_them, longest = together(WRITERS)
        pairs.append((all_of_them, one, longest))
    mine, alone = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
    print(f"{TOGETHER:58} {mine:9.1f} / {alone:9.1f} /  ratio {mine / alone:6.2f}  wanted ≥ 0.9", flush=True)
    figure(f"{TOGETHER}: the longest", f"{max(pair[2] for pair in pairs):.2f} s", "≤ 5 s")


def beside():
    """Reads over and over while a file comes in, and as often when nothing does."""
    generate(100_000, "small.csv")
    fresh(BASE)()
    subprocess.run(crm(BASE, "customer", "add", "--name", "Khách"), env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    look = crm(BASE, "customer", "list", "--limit", "20")
    alone = [clock(look) for _ in range(100)]
    writer = subprocess.Popen(crm(BASE, "import", path("small.csv"), "--create-missing"), env=ENVIRONMENT, stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    during = []
    while writer.poll() is None:
        during.append(clock(look))
    if writer.returncode:
        sys.exit(f"the import failed: exit {writer.returncode}")
    mine, other = statistics.median(during), statistics.median(alone)
    print(f"{BESIDE:58} {mine:9.4f} s {other:9.4f} s  ratio {mine / other:6.2f}  wanted ≤ 1.5", flush=True)
    figure(f"{BESIDE}: the longest", f"{max(during):.3f} s", "≤ 0.5 s")


def run():
    if wanted(TOGETHER):
        many()
    if wanted(BESIDE):
        beside()
