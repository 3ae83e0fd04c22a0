"""Activities: an agenda, open tasks, a timeline among a million customers and a million tasks of 200 users."""
from measure import clock, compare, crm, figure, fresh, generate, options, path

USERS = 200


def people():
    with open(path("staff.csv"), "w") as file:
        file.write("Tài khoản,Họ tên,Nhóm quyền\n")
        file.writelines(f"nv{number:03},Nhân viên {number},admin\n" for number in range(USERS))


def tasks(count, name, customers):
    """Every tenth is open; those of a user are spread over two years, some of them overdue."""
    with open(path(name), "w") as file:
        file.write("Mã khách hàng,Tên công việc,Hạn hoàn thành,Người thực hiện,Tình trạng\n")
        for number in range(count):
            state = "Mới" if number % 10 == 0 else "Hoàn thành"
            day = f"{1 + number % 28:02}/{1 + number // 28 % 12:02}/{2026 + number // 336 % 2}"
            file.write(f"KH{1 + number * 7 % customers:07},Gọi lại báo giá {number},{day} {8 + number % 9}:30,"
                       f"nv{number // 10 % USERS:03},{state}\n")


def importing():
    name = "import of 100,000 tasks / of 100,000 customers"
    if options.only not in name:
        return
    generate(100_000, "customers.csv")
    people()
    tasks(100_000, "tasks.csv", 100_000)

    def filled():
        fresh("acts.sqlite")()
        clock(crm("acts.sqlite", "import", path("staff.csv")))
        clock(crm("acts.sqlite", "import", path("customers.csv"), "--create-missing"))
    compare(name, crm("acts.sqlite", "import", path("tasks.csv"), "--into", "task"),
            crm("other.sqlite", "import", path("customers.csv"), "--create-missing"), "≤ 1.5",
            before=filled, before_theirs=fresh("other.sqlite"), runs=3)
    compare("completing 10,000 tasks / the same edit of customers",
            crm("acts.sqlite", "task", "done", "--where", "code = CV000001..CV010000", "--yes"),
            crm("acts.sqlite", "customer", "edit", "--where", "code = KH0000001..KH0010000",
                "--level", "interested", "--yes"), "≤ 2", runs=3,
            before=lambda: clock(crm("acts.sqlite", "task", "edit", "--where", "code = CV000001..CV010000",
                                     "--status", "new", "--yes")),
            before_theirs=lambda: clock(crm("acts.sqlite", "customer", "edit", "--where",
                                            "code = KH0000001..KH0010000", "--level", "new", "--yes")))


def reading():
    """Over a million of both."""
    generate(1_000_000, "large.csv")
    people()
    tasks(1_000_000, "large-tasks.csv", 1_000_000)
    fresh("acts.sqlite")()
    clock(crm("acts.sqlite", "import", path("staff.csv")))
    clock(crm("acts.sqlite", "import", path("large.csv"), "--create-missing"))
    figure("import of 1,000,000 tasks",
           f"{clock(crm('acts.sqlite', 'import', path('large-tasks.csv'), '--into', 'task')):.1f} s", "seconds")
    page = crm("acts.sqlite", "customer", "list", "--limit", "20")
    for words in (("agenda", "--user", "nv007"), ("agenda", "--user", "nv007", "--days", "30", "--ics", "-"),
                  ("task", "list", "--performers", "nv007", "--open", "--limit", "20"),
                  ("customer", "timeline", "KH0500001", "--limit", "20"),
                  ("customer", "show", "KH0500001", "--panel", "activity")):
        compare(f"{' '.join(words)} / list --limit 20", crm("acts.sqlite", *words), page, "≤ 4", runs=11)


def run():
    importing()
    if options.million:
        reading()
