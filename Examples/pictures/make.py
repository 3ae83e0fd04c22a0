"""Draws the README's pictures from what the program really shows: a terminal and a workbook.

    CRM=.build/release/crm python3 Examples/pictures/make.py

writes terminal.svg and workbook.svg beside itself, from the sample files in a database that is thrown
away.
"""

import html
import os
import pty
import re
import shutil
import subprocess
import tempfile
import unicodedata
import zipfile
import xml.etree.ElementTree as xml

HERE = os.path.dirname(os.path.abspath(__file__))
CRM = os.path.abspath(os.environ.get("CRM", os.path.join(HERE, "../../.build/release/crm")))
WIDTH = 96
SHOWN = [
    ["customer", "filter", "--and", "Miền Bắc", "15-25", "--columns", "code,name,birthday,owner"],
    ["customer", "list", "--where", "orders.total >= 5tr", "--sort", "-orders.total", "--limit", "4",
     "--columns", "name,orders.total"],
    ["customer", "delete", "KH000003", "--yes"],
    ["undo"],
]


def on_terminal(words, folder, environment):
    """Runs the program on a terminal of its own; returns what is seen there."""
    master, slave = pty.openpty()
    subprocess.run(["stty", "cols", str(WIDTH), "rows", "60"], stdin=slave, check=True)
    child = subprocess.Popen([CRM, *words], stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=environment)
    os.close(slave)
    seen = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        seen += part
    child.wait()
    os.close(master)
    return seen.decode().replace("\r\n", "\n").rstrip("\n").split("\n")


def shell(word):
    return word if re.fullmatch(r"[\w@%+=:,./-]+", word, re.A) else "'" + word + "'"


def svg(width, height, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}">\n{body}</svg>\n')


def terminal(lines):
    body = '<rect width="100%" height="100%" rx="8" fill="#1d2330"/>\n'
    body += '<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">\n'
    for number, line in enumerate(lines):
        bold = "\x1b[1m" in line
        text = unicodedata.normalize("NFC", re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", line))
        colour = "#8fd18f" if text.startswith("$ ") else "#ffffff" if bold else "#d5dae5"
        body += (f'<text x="16" y="{30 + number * 20}" fill="{colour}" xml:space="preserve" '
                 f'font-weight="{"bold" if bold else "normal"}">{html.escape(text)}</text>\n')
    return svg(WIDTH * 8.6 + 32, len(lines) * 20 + 32, body + "</g>\n")


def cells(path):
    """The first sheet of a workbook: the columns that are seen, and their texts."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
    hidden = set()
    for column in sheet.iter(space + "col"):
        if column.get("hidden") == "1":
            hidden.update(range(int(column.get("min")), int(column.get("max")) + 1))
    rows = []
    for row in sheet.iter(space + "row"):
        texts = {}
        for cell in row.iter(space + "c"):
            letters = re.match("[A-Z]+", cell.get("r")).group()
            place = 0
            for letter in letters:
                place = place * 26 + ord(letter) - 64
            texts[place] = "".join(cell.itertext())
        rows.append(texts)
    seen = [place for place in range(1, max(rows[0]) + 1) if place not in hidden]
    return [[row.get(place, "") for place in seen] for row in rows]


def workbook(rows):
    rows, width = rows[:9], 0
    body = '<rect width="100%" height="100%" fill="#ffffff"/>\n<g font-family="Liberation Sans, Arial, sans-serif" font-size="13">\n'
    for column in range(min(7, len(rows[0]))):
        wide = 18 + 7.4 * min(26, max(len(row[column]) for row in rows))
        for number, row in enumerate(rows):
            text = row[column] if len(row[column]) <= 26 else row[column][:25] + "…"
            fill = "#e8eef7" if number == 0 else "#ffffff"
            body += (f'<rect x="{width}" y="{number * 24}" width="{wide}" height="24" fill="{fill}" stroke="#c5cbd6"/>\n'
                     f'<text x="{width + 8}" y="{number * 24 + 17}" fill="#222222" '
                     f'font-weight="{"bold" if number == 0 else "normal"}">{html.escape(text)}</text>\n')
        width += wide
    return svg(width + 1, len(rows) * 24 + 1, body + "</g>\n")


def main():
    folder = tempfile.mkdtemp()
    environment = dict(os.environ, CRM_DB=folder + "/crm.sqlite", CRM_LANG="vi", CRM_TODAY="2026-11-22",
                       CRM_USER="an", TERM="xterm")
    try:
        subprocess.run([CRM, "init"], env=environment, check=True, capture_output=True)
        for name in ["nhan-vien", "san-pham", "khach-hang", "don-hang"]:
            subprocess.run([CRM, "import", f"{HERE}/../data/{name}.csv", "--create-missing"], cwd=folder,
                           env=environment, capture_output=True)
        lines = []
        for words in SHOWN:
            lines += ["$ crm " + " ".join(map(shell, words))] + on_terminal(words, folder, environment) + [""]
        with open(HERE + "/terminal.svg", "w") as file:
            file.write(terminal(lines[:-1]))
        subprocess.run([CRM, "export", "order", "--xlsx", "don-hang.xlsx"], cwd=folder, env=environment, check=True)
        with open(HERE + "/workbook.svg", "w") as file:
            file.write(workbook(cells(folder + "/don-hang.xlsx")))
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
