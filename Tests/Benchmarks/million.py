"""A million customers: memory, the first page, what cron asks every day."""
import os

from measure import (clock, compare, crm, figure, fresh, generate, options, path, peak, sqlite)

FORMS = ("xlsx", "csv", "tsv", "json", "jsonl", "markdown", "vcf")


def filled():
    """Imports a million customers, measuring what it takes."""
    generate(1_000_000, "large.csv")
    fresh("large.sqlite")()
    kilobytes = peak(crm("large.sqlite", "import", path("large.csv"), "--create-missing"))
    figure("peak memory of importing 1,000,000", f"{kilobytes / 1024:.0f} MB", "≤ 80 MB")


def showing():
    compare("customer show CODE of 1,000,000 / sqlite3 reading that row",
            crm("large.sqlite", "customer", "show", "KH0500000"),
            sqlite("large.sqlite", "select * from customer where code = 'KH0500000'"), "≤ 5",
            runs=20)
    once("first page of list", "customer", "list", "--limit", "20")
    once("first page of list --where 'groups = VIP'", "customer", "list", "--where",
         "groups = VIP", "--limit", "20")


def searching():
    """Words of every record, of some, typed with marks, unfinished, and as a restricted user."""
    for words, limit in (("le loi", "≤ 4"), ("nguyen", "≤ 4"), ("nguyễn", "≤ 4"), ("ngu", "≤ 10"),
                         ("09", "≤ 10"), ("nguyen 09", "≤ 10")):
        compare(f"customer search '{words}' / customer list, --limit 20 each",
                crm("large.sqlite", "customer", "search", words, "--limit", "20"),
                crm("large.sqlite", "customer", "list", "--limit", "20"), limit)
    for words, match in (("le loi", '"le" "loi"*'), ("nguyen", '"nguyen"*')):
        compare(f"customer search '{words}' --count / sqlite3 counting the same",
                crm("large.sqlite", "customer", "search", words, "--count"),
                sqlite("large.sqlite", "select count(*) from customer_search "
                       f"where customer_search match '{match}'"), "≤ 2")


def once(name, *words, limit="milliseconds"):
    """Prints the milliseconds of a command, the least of three."""
    if options.only in name:
        seconds = min(clock(crm("large.sqlite", *words)) for _ in range(3))
        figure(name, f"{seconds * 1000:.0f} ms", limit)


def reminding():
    once("remind birthdays --days 0", "remind", "birthdays", "--days", "0", limit="≤ 100 ms")
    clock(crm("large.sqlite", "customer", "edit", "--where", "code = KH0000001..KH0010000",
              "--last-contact", "2026-01-05", "--yes"))
    once("remind forgotten --days 90, 10,000 of them", "remind", "forgotten", "--days", "90",
         limit="≤ 100 ms")


def exporting(form):
    """Memory of an export of 10,000 and of 1,000,000 customers."""
    what = f"memory of export --{form}, 10,000 and 1,000,000"
    if options.only not in what:
        return
    kilobytes = [peak(crm(database, "export", "customer", f"--{form}", path(f"ours.{form}")))
                 for database in ("tiny.sqlite", "large.sqlite")]
    os.remove(path(f"ours.{form}"))
    figure(what, " and ".join(f"{size / 1024:.0f}" for size in kilobytes) + " MB", "flat")


def sell():
    """An order of two lines for each customer."""
    with open(path("products.csv"), "w") as file:
        file.write("Mã sản phẩm,Tên,Giá,Thuế\n")
        file.writelines(f"SP{number:03},Hàng {number},{number}0000,8\n" for number in range(50))
    with open(path("orders.csv"), "w") as file:
        file.write("Số đơn hàng,Mã khách hàng,Ngày,Mã sản phẩm,Số lượng,Đơn giá\n")
        for number in range(1, 1_000_001):
            for line in range(2):
                file.write(f"DH{number:07},KH{number:07},{1 + number % 28:02}/{1 + number % 12:02}/2025,"
                           f"SP{(number * 7 + line) % 50:03},{1 + (number + line) % 5},{1 + number % 90}0000\n")
    for name in ("products.csv", "orders.csv"):
        clock(crm("large.sqlite", "import", path(name)))


def checking():
    name = "doctor of 1,000,000 with orders / sqlite3 integrity_check"
    if options.only in name:
        sell()
        compare(name, crm("large.sqlite", "doctor"),
                sqlite("large.sqlite", "pragma integrity_check"), "≤ 4", runs=3)


def run():
    filled()
    showing()
    searching()
    reminding()
    generate(10_000, "tiny.csv")
    fresh("tiny.sqlite")()
    clock(crm("tiny.sqlite", "import", path("tiny.csv"), "--create-missing"))
    for form in FORMS:
        exporting(form)
    checking()
