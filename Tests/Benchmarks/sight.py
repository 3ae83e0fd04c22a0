"""What it costs to see only a part: a million customers and two million orders of 1,000 users in 100 units, with 100,000 shares.

Actors who may see nothing, few, a third and all are timed against the administrator, whom nothing is hidden from, and against SQL written
by hand for the same rows. Times are those of the processor, which other work on the machine moves less than the clock's.
"""
import os
import sqlite3
import statistics
import subprocess
import sys

from measure import ENVIRONMENT, crm, fresh, options, path

BASE = "sight.sqlite"
ROLES = [("sight-none", []), ("sight-own", [("view", "own"), ("edit", "own")]),
         ("sight-unit", [("view", "unit"), ("edit", "unit")]),
         ("sight-all", [("view", "all"), ("edit", "own")])]
# Login, role, unit: who owns nothing and has no unit, one of a thousand, the head of a third, somebody who sees all.
ACTORS = [("nothing", "sight-none", None), ("few", "sight-own", 4), ("third", "sight-unit", 1),
          ("all", "sight-all", 5)]
COMMANDS = [
    ("customer list --limit 20", 1.5), ("customer list --where province='Huế' --limit 20", 1.5),
    ("customer list --where orders.total>=4tr --limit 20", 1.5), ("customer list --sort -created --limit 20", 1.5),
    ("customer list --count", 2.5), ("customer list --where province='Huế' --count", 2.5),
    ("customer list --where orders.total>=4tr --count", 2.5), ("order list --limit 20", 1.5),
    ("order list --where status=draft --limit 20", 1.5), ("order list --count", 2.5),
    ("order list --where status=draft --count", 2.5), ("customer search khach --limit 20", 4),
    ("customer search 09 --limit 20", 4), ("order search giao --limit 20", 4), ("order search gia --limit 20", 4),
]


def people(db):
    """Three regions with 97 units below them, ten users and a few in each; ids begin at 1000."""
    db.execute("INSERT INTO unit (id, code, name, parent, created) SELECT 1000 + value, 'S' || value, 'Đơn vị ' || value, "
               "CASE WHEN value > 3 THEN 1001 + value % 3 END, 0 FROM generate_series(1, 100)")
    rights = 100_000
    for role, (code, given) in enumerate(ROLES, 1001):
        db.execute("INSERT INTO role (id, code, name, created) VALUES (?, ?, ?, 0)", (role, code, code))
        for action, reach in given:
            rights += 1
            db.execute("INSERT INTO role_right (id, role, record_kind, action, reach) VALUES (?, ?, 'all', ?, ?)",
                       (rights, role, action, reach))
    db.execute("INSERT INTO user (id, code, name, unit, role, active, created) SELECT 1000 + value, 'nv' || value, "
               "'Nhân viên ' || value, 1004 + value % 97, 1002, 1, 0 FROM generate_series(0, 999)")
    for number, (login, role, unit) in enumerate(ACTORS):
        user = {"few": "nv8"}.get(login)
        if user:
            db.execute("UPDATE user SET code = ? WHERE code = ?", (login, user))
            continue
        db.execute("INSERT INTO user (id, code, name, unit, role, active, created) VALUES (?, ?, ?, ?, "
                   "(SELECT id FROM role WHERE code = ?), 1, 0)",
                   (5000 + number, login, login, unit and 1000 + unit, role))


def records(db):
    """Every user owns a thousand customers; nine orders of ten are of the customer's owner."""
    db.execute("""INSERT INTO customer (id, code, name, name_fold, kind, gender, birthday, phones, emails, office_address, province,
        district, owner, level, supplier, common, score, stars, last_contact, approval, created, created_by, updated)
        SELECT value, printf('S%07d', value), 'Khách hàng số ' || value, 'khach hang so ' || value, 'individual', 'male', '1990-05-20',
        printf('09%08d', value), 'kh' || value || '@example.vn', value % 400 || ' Lê Lợi',
        CASE value / 7 % 8 WHEN 0 THEN 'Huế' WHEN 1 THEN 'Đà Nẵng' ELSE 'Hà Nội' END, 'Quận ' || value % 12,
        1000 + value * 7919 % 1000, 'new', 0, value % 5000 = 77, value % 100, value % 6, '2026-10-01', 'none', 1790000000 + value, 1,
        1790000000 FROM generate_series(1, 1000000)""")
    db.execute("INSERT INTO customer_search (rowid, words) SELECT value, printf('s%07d khach hang so %d 09%08d', value, value, value) "
               "FROM generate_series(1, 1000000)")
    db.execute("""INSERT INTO sales_order (id, code, customer, date, kind, channel, status, owner, note, subtotal, tax_total, total,
        approval, created, created_by, updated)
        SELECT value, printf('S%07d', value), 1 + value * 104729 % 1000000, date('2026-11-01', '-' || value % 300 || ' days'), 'sale',
        'tele', CASE value / 11 % 10 WHEN 0 THEN 'draft' ELSE 'confirmed' END,
        CASE value % 10 WHEN 0 THEN 1000 + value * 31 % 1000 ELSE 1000 + (1 + value * 104729 % 1000000) * 7919 % 1000 END,
        CASE value % 3 WHEN 0 THEN 'Giao buổi sáng' WHEN 1 THEN 'Gia hạn' END, value % 3000000, 0, value % 3000000, 'none', 1790000000 + value, 1, 1790000000 FROM generate_series(1, 2000000)""")
    db.execute("INSERT INTO sales_order_search (rowid, words) SELECT value, printf('s%07d ', value) || CASE value % 3 "
               "WHEN 0 THEN 'giao buoi sang' WHEN 1 THEN 'gia han' ELSE '' END FROM generate_series(1, 2000000)")
    db.execute("""INSERT INTO share (id, record_kind, record, principal_kind, principal, rights)
        SELECT value, CASE value % 4 WHEN 0 THEN 'order' ELSE 'customer' END, 1 + value * 7877 % 1000000,
        CASE value % 10 WHEN 0 THEN 'unit' ELSE 'user' END,
        CASE value % 10 WHEN 0 THEN 1004 + value / 10 % 97 ELSE 1000 + value / 3 % 1000 END,
        CASE value % 2 WHEN 0 THEN 'view' ELSE 'edit' END FROM generate_series(1, 100000)""")
    db.execute("INSERT INTO customer_viewers (record, target) SELECT value * 50, 1000 + value % 1000 FROM generate_series(1, 20000)")


class Series:
    """A database to which generate_series(FIRST, LAST) means something; Python's SQLite may be without."""

    def __init__(self, db):
        self.db = db

    def execute(self, sql, values=()):
        if "generate_series(" in sql:
            head, tail = sql.split("generate_series(")
            first, last = tail.rstrip().rstrip(")").split(", ")
            sql = (f"{head}(WITH RECURSIVE series(value) AS (SELECT {first} UNION ALL SELECT value + 1 FROM series "
                   f"WHERE value < {last}) SELECT value FROM series)")
        return self.db.execute(sql, values)


def fill():
    """Makes the database, unless the folder has it."""
    if os.path.exists(path(BASE)):
        return
    fresh(BASE)()
    db = sqlite3.connect(path(BASE))
    db.execute("PRAGMA synchronous = OFF")
    people(Series(db))
    records(Series(db))
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def colleagues(login):
    return {"few": "SELECT id FROM user WHERE code = 'few'",
            "third": "WITH RECURSIVE below(id) AS (SELECT unit FROM user WHERE code = 'third' UNION SELECT u.id FROM unit u "
                     "JOIN below b ON u.parent = b.id) SELECT id FROM user WHERE unit IN (SELECT id FROM below)"}[login]


def by_hand(login, command):
    """The SQL somebody would write for what an actor sees; None where there is none."""
    if login not in ("few", "third"):
        return None
    users = colleagues(login)
    me = f"(SELECT id FROM user WHERE code = '{login}')"
    shared = "SELECT record FROM share WHERE record_kind = '%s' AND (principal_kind = 'user' AND principal = " + me + " OR " \
        "principal_kind = 'unit' AND principal = (SELECT unit FROM user WHERE code = '" + login + "'))"
    seen = (f"SELECT id FROM customer WHERE owner IN ({users}) UNION SELECT id FROM customer WHERE common = 1 UNION SELECT record FROM "
            f"customer_viewers WHERE target = {me} UNION " + shared % "customer")
    rows = {"customer list --count": f"SELECT count(*) FROM customer WHERE deleted IS NULL AND id IN ({seen})",
            "customer list --limit 20": f"SELECT code, name, phones, emails, province, owner, stars FROM customer WHERE deleted IS NULL "
                                        f"AND (owner IN ({users}) OR common = 1 OR id IN ({seen})) ORDER BY id LIMIT 20",
            "order list --count": f"SELECT count(*) FROM sales_order WHERE deleted IS NULL AND id IN (SELECT id FROM sales_order WHERE "
                                  f"owner IN ({users}) UNION SELECT id FROM sales_order WHERE customer IN ({seen}) UNION "
                                  + shared % "order" + ")",
            "order list --limit 20": f"SELECT code, customer, date, status, total FROM sales_order WHERE deleted IS NULL AND (owner IN "
                                     f"({users}) OR customer IN ({seen})) ORDER BY id LIMIT 20"}
    return rows.get(command)


def processor(command):
    """Returns the milliseconds of processor time that a command takes; finding nothing is no fault."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command}: exit {process.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def milliseconds(command, runs):
    return statistics.median(processor(command) for _ in range(runs))


def measured(command, limit, words, runs):
    """Prints what a command takes each actor, beside the administrator."""
    unseen = milliseconds(crm(BASE, *words), runs)
    parts = [f"{unseen:7.1f}"]
    for login, _, _ in ACTORS:
        if words[1] == "show" and login == "nothing":
            parts.append(" " * 15)
            continue
        mine = milliseconds(crm(BASE, "--as", login, *words), runs)
        parts.append(f"{mine:7.1f} {mine / unseen:6.2f}")
        sql = by_hand(login, command)
        if sql:
            parts.append(f"({milliseconds(['sqlite3', path(BASE), sql], runs):6.1f})")
    print(f"{command:52} " + " ".join(parts) + f"  wanted {limit}", flush=True)


def run():
    if options.only not in "sight":
        return
    fill()
    print("sight: milliseconds of the administrator, of who sees " + ", ".join(login for login, _, _ in ACTORS)
          + " with the ratio (and by hand)")
    for command, limit in COMMANDS:
        words = command.replace("'", '"').split(" ")
        measured(command, limit, words, options.runs)
    with sqlite3.connect(path(BASE)) as db:
        code = db.execute("SELECT code FROM customer WHERE owner = (SELECT id FROM user WHERE code = 'few') "
                          "AND owner IN (" + colleagues("third") + ") LIMIT 1").fetchone()[0]
    measured("customer show", 1.5, ["customer", "show", code], options.runs)
