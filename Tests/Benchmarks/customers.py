#!/usr/bin/env python3
"""Writes the benchmark's customers as CSV: customers.py COUNT > FILE. The same count gives the same file."""
import random
import sys

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


def main(count):
    rng = random.Random(7)
    out = sys.stdout
    out.write(HEADINGS + "\n")
    for i in range(1, count + 1):
        groups = "; ".join([rng.choice(REGIONS), rng.choice(AGES),
                            "VIP" if rng.random() < 0.1 else "Thường"])
        day = "%02d/%02d/%d" % (rng.randint(1, 28), rng.randint(1, 12), rng.randint(1950, 2008))
        out.write(",".join([
            "KH%07d" % i, f"{rng.choice(SURNAMES)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}",
            "Cá nhân", rng.choice(["Nam", "Nữ"]), day, phone(i, rng), f"kh{i}@example.vn",
            f"{rng.randint(1, 400)} Lê Lợi", rng.choice(PROVINCES), f"Quận {rng.randint(1, 12)}",
            f"Phường {rng.randint(1, 20)}", rng.choice(SOURCES), groups,
            rng.choice(RELATIONSHIPS), '"Khách quen, hay mua"' if rng.random() < 0.5 else "", "",
        ]) + "\n")


main(int(sys.argv[1]))
