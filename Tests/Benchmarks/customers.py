#!/usr/bin/env python3
"""Writes the benchmark's customers as CSV: customers.py COUNT [TWINS] > FILE. The same counts give the same file.

TWINS of them are written once more, as TW and the number of the first, the way a second hand types them:
without marks, with a slip, in another order, abbreviated, with other spellings or without this and that.
"""
import random
import sys
import unicodedata

SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý".split()
MIDDLE = "Văn Thị Minh Ngọc Quốc Thanh Hồng Đức Gia Bảo Phương Kim".split()
GIVEN = ("An Bình Chi Dũng Đạt Giang Hà Hải Hạnh Hoa Hùng Khánh Lan Linh Long Mai Nam Nga Oanh "
         "Phúc Quân Sơn Thảo Trang Tú Vinh Yến").split()
PROVINCES = ["Hà Nội", "TP. Hồ Chí Minh", "Đà Nẵng", "Hải Phòng", "Cần Thơ", "Nghệ An", "Lâm Đồng",
             "Khánh Hòa"]
SOURCES = ["Website", "Facebook", "Zalo", "Hotline", "Giới thiệu", "Triển lãm"]
REGIONS = ["Miền Bắc", "Miền Trung", "Miền Nam"]
AGES = ["15-25", "26-40", "41-60"]
RELATIONSHIPS = ["Tiềm năng", "Đang tư vấn", "Đã mua", "Thân thiết", "Ngừng giao dịch"]
HEADINGS = ("Mã KH,Tên khách hàng,Loại,Giới tính,Ngày sinh,Điện thoại,Email,Địa chỉ văn phòng,"
            "Tỉnh/Thành phố,Quận/Huyện,Phường/Xã,Nguồn,Nhóm khách hàng,Mối quan hệ,Mô tả,Website")


def phone(number, rng):
    digits = rng.choice(["090", "091", "098", "032", "070"]) + "%07d" % number
    spelling = rng.random()
    if spelling < 0.5:
        return digits
    if spelling < 0.7:
        return digits[:4] + "." + digits[4:7] + "." + digits[7:]
    return ("+84" if spelling < 0.9 else "84 ") + digits[1:]


def plain(text):
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in letters if not unicodedata.combining(c))


def slip(text, rng):
    """One letter left out, doubled, changed or swapped with the next."""
    if len(text) < 4:
        return text
    at = rng.randrange(1, len(text) - 1)
    kind = rng.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1:]
    if kind == 1:
        return text[:at] + text[at] + text[at:]
    if kind == 2:
        return text[:at] + rng.choice("aeiouhntg") + text[at + 1:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2:]


def name_again(name, rng):
    words = name.split()
    kind = rng.randrange(6)
    if kind == 0:
        return plain(name)
    if kind == 1:
        return slip(name, rng)
    if kind == 2:
        return " ".join(words[-1:] + words[:-1])
    if kind == 3:
        return " ".join([words[0][:2] + "."] + words[1:])
    if kind == 4:
        return name.upper()
    return name


def again(row, rng):
    """A customer as a second hand types it; two of phone, email, birthday and address stay at least."""
    row = list(row)
    row[0] = "TW" + row[0][2:]
    row[1] = name_again(row[1], rng)
    lost = rng.sample([4, 5, 6, 7], 2)
    for at in lost:
        if rng.random() < 0.6:
            row[at] = ""
    if row[5] and rng.random() < 0.2:
        digits = list(row[5])
        at = rng.randrange(len(digits) - 6, len(digits))
        digits[at] = rng.choice("0123456789") if digits[at].isdigit() else digits[at]
        row[5] = "".join(digits)
    if row[7] and rng.random() < 0.5:
        row[7] = rng.choice([plain(row[7]), "Số " + row[7], slip(row[7], rng)])
    row[8] = {"TP. Hồ Chí Minh": "TPHCM"}.get(row[8], row[8]) if rng.random() < 0.5 else plain(row[8])
    row[9] = row[9].replace("Quận ", "Q.") if rng.random() < 0.5 else row[9]
    row[10] = row[10].replace("Phường ", "P") if rng.random() < 0.5 else row[10]
    return row


def main(count, twins=0):
    rng = random.Random(7)
    other = random.Random(11)
    doubled = set(other.sample(range(1, count + 1), twins))
    out = sys.stdout
    out.write(HEADINGS + "\n")
    for i in range(1, count + 1):
        groups = "; ".join([rng.choice(REGIONS), rng.choice(AGES),
                            "VIP" if rng.random() < 0.1 else "Thường"])
        day = "%02d/%02d/%d" % (rng.randint(1, 28), rng.randint(1, 12), rng.randint(1950, 2008))
        row = [
            "KH%07d" % i, f"{rng.choice(SURNAMES)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}",
            "Cá nhân", rng.choice(["Nam", "Nữ"]), day, phone(i, rng), f"kh{i}@example.vn",
            f"{rng.randint(1, 400)} Lê Lợi", rng.choice(PROVINCES), f"Quận {rng.randint(1, 12)}",
            f"Phường {rng.randint(1, 20)}", rng.choice(SOURCES), groups,
            rng.choice(RELATIONSHIPS), '"Khách quen, hay mua"' if rng.random() < 0.5 else "", "",
        ]
        out.write(",".join(row) + "\n")
        if i in doubled:
            out.write(",".join(again(row, other)) + "\n")


main(*map(int, sys.argv[1:3]))
