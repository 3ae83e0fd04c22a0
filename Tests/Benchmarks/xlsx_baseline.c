/* What an export to .xlsx is measured against: the cells of a tab-separated file written with
   libxlsxwriter in constant-memory mode, and nothing else done.

     gcc -O2 xlsx_baseline.c -lxlsxwriter -o xlsx_baseline
     xlsx_baseline INPUT.tsv OUTPUT.xlsx KINDS

   KINDS has a letter a column: t text, n number, m money, d day as 2026-12-20. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

int main(int argc, char **argv) {
  if (argc != 4) return fprintf(stderr, "usage: xlsx_baseline INPUT OUTPUT KINDS\n"), 2;
  FILE *input = fopen(argv[1], "r");
  if (!input) return perror(argv[1]), 1;
  const char *kinds = argv[3];
  size_t columns = strlen(kinds);
  lxw_workbook_options options = {.constant_memory = LXW_TRUE};
  lxw_workbook *book = workbook_new_opt(argv[2], &options);
  lxw_worksheet *sheet = workbook_add_worksheet(book, "Sheet");
  lxw_format *heading = workbook_add_format(book), *text = workbook_add_format(book),
             *money = workbook_add_format(book), *day = workbook_add_format(book);
  format_set_bold(heading);
  format_set_num_format(text, "@");
  format_set_num_format(money, "#,##0");
  format_set_num_format(day, "dd/mm/yyyy");
  for (size_t c = 0; c < columns; c++) worksheet_set_column(sheet, c, c, 16, NULL);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t length;
  lxw_row_t row = 0;
  for (; (length = getline(&line, &capacity, input)) > 0; row++) {
    if (line[length - 1] == '\n') line[length - 1] = 0;
    char *rest = line, *cell;
    for (lxw_col_t c = 0; c < columns && (cell = strsep(&rest, "\t")); c++) {
      if (!*cell) continue;
      int year, month, date;
      if (row == 0) {
        worksheet_write_string(sheet, row, c, cell, heading);
      } else if (kinds[c] == 'n' || kinds[c] == 'm') {
        worksheet_write_number(sheet, row, c, strtod(cell, NULL), kinds[c] == 'm' ? money : NULL);
      } else if (kinds[c] == 'd' && sscanf(cell, "%d-%d-%d", &year, &month, &date) == 3) {
        lxw_datetime value = {.year = year, .month = month, .day = date};
        worksheet_write_datetime(sheet, row, c, &value, day);
      } else {
        worksheet_write_string(sheet, row, c, cell, text);
      }
    }
  }
  worksheet_freeze_panes(sheet, 1, 0);
  worksheet_autofilter(sheet, 0, 0, row - 1, columns - 1);
  lxw_error error = workbook_close(book);
  if (error) fprintf(stderr, "%s\n", lxw_strerror(error));
  return error != 0;
}
