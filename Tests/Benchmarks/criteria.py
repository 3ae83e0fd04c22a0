"""Every criterion of finding customers, over a million of them with contracts and transactions, beside
the best SQL written by hand for the same question in the sqlite3 shell.

Where a criterion ignores case and marks, the SQL compares the folded name (which the table has) or uses
LIKE, which is easier: the shell has nothing that ignores Vietnamese marks.
"""
import os
import random
import subprocess

from measure import (ENVIRONMENT, clock, compare, crm, fresh, generate, options, path, sqlite)

LIVE = "from customer t where t.deleted is null"
NORTH = "(select id from customer_group where name = 'Miền Bắc')"
YOUNG = "(select id from customer_group where name = '15-25')"
MEMBER = "(select record from customer_groups where target = {})".format


def sums(inner, having):
    """Customers by what is grouped of a table that refers to them."""
    return f"and t.id in (select customer from {inner} group by customer having {having})"


# What is asked, the words of crm, what stands after LIVE.
CRITERIA = [
    ("code", ["list", "--code", "KH0400000..KH0500000"],
     "and code between 'KH0400000' and 'KH0500000'"),
    ("name", ["list", "--name", "nguyen duc"], "and name_fold like '%nguyen duc%'"),
    ("owner", ["list", "--owner", "nv3"], "and owner = (select id from user where code = 'nv3')"),
    ("tax code", ["list", "--tax-code", "0301234"], "and tax_code like '%0301234%'"),
    ("email", ["list", "--email", "kh500000@example.vn"],
     "and id in (select record from customer_emails_key where key = 'kh500000@example.vn')"),
    ("part of an email", ["list", "--email", "kh50000"], "and emails like '%kh50000%'"),
    ("phone", ["list", "--phone", "0900500000"],
     "and id in (select record from customer_phones_key where key = '0900500000')"),
    ("part of a phone", ["list", "--phone", "500000"],
     "and id in (select record from customer_phones_key where key like '%500000%' "
     "union select customer from contact where id in (select record from contact_phones_key "
     "where key like '%500000%'))"),
    ("mine", ["list", "--mine"], "and owner = (select id from user where code = 'admin')"),
    ("unassigned", ["list", "--unassigned"], "and owner is null"),
    ("stars", ["list", "--stars", "3.."], "and stars >= 3"),
    ("tier", ["list", "--tier", "Vàng"], "and tier = (select id from tier where name = 'Vàng')"),
    ("level", ["list", "--level", "interested"], "and level = 'interested'"),
    ("relationship", ["list", "--relationship", "Đã mua"],
     "and relationship = (select id from relationship where name = 'Đã mua')"),
    ("common", ["list", "--common"], "and common = 1"),
    ("forgotten", ["list", "--forgotten"],
     "and (last_contact < '2026-08-24' or (last_contact is null and "
     "created < unixepoch('2026-08-24')))"),
    ("created", ["filter", "--created", "2026-06-10..2026-06-20"],
     "and created >= unixepoch('2026-06-10', '-7 hours') "
     "and created < unixepoch('2026-06-21', '-7 hours')"),
    ("birthday", ["filter", "--birthday", "20/11"], "and substr(birthday, -5) = '11-20'"),
    ("office address", ["filter", "--office-address", "12 lê lợi"],
     "and office_address like '%12 lê lợi%'"),
    ("website", ["filter", "--website", "shop7"], "and website like '%shop7%'"),
    ("country", ["filter", "--country", "Lào"], "and country like '%lào%'"),
    ("province", ["filter", "--province", "Hà Nội"], "and province like '%hà nội%'"),
    ("district", ["filter", "--district", "Quận 3"], "and district like '%quận 3%'"),
    ("ward", ["filter", "--ward", "Phường 7"], "and ward like '%phường 7%'"),
    ("unread", ["list", "--unread"],
     "and id in (select customer from comment where deleted is null and id in "
     "(select record from comment_unread_by "
     "where target = (select id from user where code = 'admin')))"),
    ("group and", ["filter", "--and", "Miền Bắc", "15-25"],
     f"and id in {MEMBER(NORTH)} and id in {MEMBER(YOUNG)}"),
    ("group or", ["filter", "--or", "Miền Bắc", "15-25"],
     f"and (id in {MEMBER(NORTH)} or id in {MEMBER(YOUNG)})"),
    ("group not", ["filter", "--not", "Miền Bắc", "15-25"],
     f"and not (id in {MEMBER(NORTH)} and id in {MEMBER(YOUNG)})"),
    ("group not, not", ["filter", "--not", "Miền Bắc", "--not", "15-25"],
     f"and id not in {MEMBER(NORTH)} and id not in {MEMBER(YOUNG)}"),
    ("group and field", ["filter", "--and", "Miền Bắc", "province=Hà Nội"],
     f"and id in {MEMBER(NORTH)} and province = 'Hà Nội'"),
    ("contracts none", ["filter", "--by", "contracts", "--none"],
     "and id not in (select customer from contract where deleted is null)"),
    ("contracts any, dated, active",
     ["filter", "--by", "contracts", "--any", "--from", "1/1/2026", "--to", "30/6/2026",
      "--status", "active"],
     "and id in (select customer from contract where deleted is null and status = 'active' and "
     "date between '2026-01-01' and '2026-06-30')"),
    ("contracts value", ["filter", "--by", "contracts", "--value", "10tr..50tr"],
     sums("contract where deleted is null", "sum(value) between 10000000 and 50000000")),
    ("contracts times", ["filter", "--by", "contracts", "--times", "2.."],
     sums("contract where deleted is null", "count(*) >= 2")),
    ("contracts fewer than", ["filter", "--by", "contracts", "--fewer-than", "2"],
     "and id not in (select customer from contract where deleted is null group by customer "
     "having count(*) >= 2)"),
    ("transactions none, dated, done",
     ["filter", "--by", "transactions", "--none", "--from", "1/1/2026", "--status", "done"],
     "and id not in (select customer from dealing where deleted is null and status = 'done' and "
     "date >= '2026-01-01')"),
    ("transactions times", ["filter", "--by", "transactions", "--times", "1..2"],
     sums("dealing where deleted is null", "count(*) between 1 and 2")),
]


def rows(name, heading, lines):
    with open(path(name), "w") as file:
        file.write(heading + "\n")
        file.writelines(line + "\n" for line in lines)
    clock(crm("large.sqlite", "import", path(name), "--create-missing"))


def prepare():
    """Gives the million owners, levels, tiers and more, 300,000 contracts, 400,000 transactions and
    200,000 comments, 5,000 of them unread."""
    rng = random.Random(3)
    rows("staff.csv", "Tên đăng nhập,Họ tên", (f"nv{n},Nhân viên {n}" for n in range(10)))
    clock(crm("large.sqlite", "tier", "add", "--name", "Vàng", "--rank", "1"))
    rows("contracts.csv", "code,customer,name,value,status,date",
         (f"HD{n:07},KH{rng.randint(1, 1_000_000):07},Bảo trì,{rng.randint(1, 90)}000000,"
          f"{rng.choice(['active', 'draft', 'completed'])},"
          f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(2025, 2026)}"
          for n in range(300_000)))
    rows("transactions.csv", "code,customer,name,type,status,date",
         (f"GD{n:07},KH{rng.randint(1, 1_000_000):07},Gặp gỡ,{rng.choice(['Gặp', 'Gọi'])},"
          f"{rng.choice(['planned', 'done'])},"
          f"{rng.randint(1, 28)}/{rng.randint(1, 12)}/{rng.randint(2025, 2026)}"
          for n in range(400_000)))
    # What no score, key table or index of words depends on can be set without crm.
    subprocess.run(sqlite("large.sqlite", """
        update customer set owner = (select id from user where code = 'nv' || (customer.id % 10))
          where id % 3 > 0;
        update customer set owner = (select id from user where code = 'admin') where id % 30 = 0;
        update customer set tier = (select id from tier) where id % 20 = 0;
        update customer set level = 'interested' where id % 7 = 0;
        update customer set common = 1 where id % 50 = 0;
        update customer set tax_code = '03' || (1000000 + id) || '9' where id % 4 = 0;
        update customer set website = 'https://shop' || id || '.vn' where id % 5 = 0;
        update customer set country = 'Lào' where id % 40 = 0;
        update customer set created = unixepoch('2026-06-01') + id % 100 * 86400;
        update customer set last_contact = '2026-05-01' where id % 60 = 0;
        with recursive n(i) as (select 1 union all select i + 1 from n where i < 200000)
          insert into comment (id, code, customer, text, author, date, exchange, created)
          select i, 'TD' || i, i * 5, 'Gọi', (select id from user where code = 'nv1'),
            '2026-06-01', 1, 0 from n;
        insert into comment_unread_by
          select id, (select id from user where code = 'admin') from comment where id % 40 = 0;
        """), check=True)


def count(command):
    return int(subprocess.run(command, env=ENVIRONMENT, stdout=subprocess.PIPE, check=True).stdout)


def asking():
    for name, words, condition in CRITERIA:
        what = f"find by {name}, count"
        if options.only not in what:
            continue
        ours = crm("large.sqlite", "customer", *words, "--count")
        theirs = sqlite("large.sqlite", f"select count(*) {LIVE} {condition}")
        found = (count(ours), count(theirs))
        if found[0] != found[1]:
            print(f"{what}: crm finds {found[0]:,}, the SQL {found[1]:,}")
        compare(what, ours, theirs, "≤ 2", runs=3)


def scoring():
    """Every score anew, as the points of a group of everybody change."""
    what = "recompute 1,000,000 scores / the update in SQL"
    if options.only not in what:
        return
    clock(crm("large.sqlite", "group", "add", "--name", "Mọi người", "--points", "1"))
    clock(crm("large.sqlite", "customer", "group", "add", "--to", "Mọi người", "--where",
              "created is not empty", "--yes"))
    points = iter(range(2, 100))
    command = crm("large.sqlite", "group", "edit", "Mọi người", "--points", "2")
    compare(what, command, sqlite("large.sqlite", """
        begin immediate;
        update customer set score = (
            select coalesce(sum(g.points), 0) from customer_groups l
              join customer_group g on g.id = l.target where l.record = customer.id)
          + (select coalesce(sum(y.points), 0) from dealing d
              join transaction_type y on y.id = d.type
              where d.customer = customer.id and d.status = 'done' and d.deleted is null);
        update customer set stars = (score >= 10) + (score >= 20) + (score >= 40) + (score >= 60)
          + (score >= 80);
        commit;"""), "≤ 3", runs=3,
        before=lambda: command.__setitem__(command.index("--points") + 1, str(next(points))))


def run():
    generate(1_000_000, "large.csv")
    if not os.path.exists(path("large.sqlite")):
        fresh("large.sqlite")()
        clock(crm("large.sqlite", "import", path("large.csv"), "--create-missing"))
    prepare()
    asking()
    scoring()
