#!/usr/bin/env python3
"""Writes or reads the benchmark's workbooks; needs XlsxWriter and python-calamine.

  sheets.py write text|numbers ROWS FILE   nine columns under a row of headings
  sheets.py read FILE                      loads every cell with calamine and prints the rows
"""
import random
import sys

import python_calamine
import xlsxwriter


def text(i, rng):
    return ["KH%07d" % i, rng.choice(["Nguyễn", "Trần", "Đặng"]) + " Văn " + "ABCDEFGH"[i % 8],
            "09%08d" % (i * 7 % 10**8), f"kh{i}@example.vn", f"{rng.randint(1, 400)} Lê Lợi",
            rng.choice(["Hà Nội", "Đà Nẵng", "Cần Thơ"]), f"Phường {rng.randint(1, 20)}",
            rng.choice(["Zalo", "Website"]), "%010d" % (i * 13)]


def numbers(i, rng):
    return [i, rng.randint(30000, 47000), rng.uniform(30000, 47000), rng.randint(1, 10**9),
            round(rng.uniform(0, 1000), 2), 900000000 + i, rng.random(), i * 1000,
            rng.uniform(0, 1000)]


def write(kind, rows, path):
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    shown = ["General", "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "#,##0", "0.00", "0000000000", "0.0%",
             '#,##0 "₫"', "General"]
    formats = [book.add_format({"num_format": code}) for code in shown]
    rng = random.Random(7)
    for column in range(9):
        sheet.write_string(0, column, f"Cột {column + 1}")
    for row in range(1, rows + 1):
        cells = text(row, rng) if kind == "text" else numbers(row, rng)
        for column, cell in enumerate(cells):
            if kind == "text":
                sheet.write_string(row, column, cell)
            else:
                sheet.write_number(row, column, cell, formats[column])
    book.close()


if sys.argv[1] == "write":
    write(sys.argv[2], int(sys.argv[3]), sys.argv[4])
else:
    book = python_calamine.CalamineWorkbook.from_path(sys.argv[2])
    print(sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names))
