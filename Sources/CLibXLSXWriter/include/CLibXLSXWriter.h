#ifndef CRM_CLIBXLSXWRITER_H
#define CRM_CLIBXLSXWRITER_H

#include <stdint.h>

/* What crm needs of libxlsxwriter, which is loaded when the first workbook is written: linked to
   the executable, it would add 1.5 ms to the start of every command. */

typedef struct crmxlsx_book crmxlsx_book;
typedef struct crmxlsx_sheet crmxlsx_sheet;

/* The cell formats of a workbook. */
typedef enum {
  CRMXLSX_PLAIN,
  CRMXLSX_TEXT,
  CRMXLSX_LINES, /* texts of several lines */
  CRMXLSX_HEADING,
  CRMXLSX_REQUIRED,
  CRMXLSX_INTEGER,
  CRMXLSX_MONEY,
  CRMXLSX_PERCENT_WHOLE,
  CRMXLSX_PERCENT,
  CRMXLSX_DAY,
  CRMXLSX_DATE_TIME,
  CRMXLSX_DURATION,
  CRMXLSX_STYLES
} crmxlsx_style;

/* Loads the library. Returns NULL, or why it cannot be used: a text that stays. */
const char *crmxlsx_load(void);

/* Starts a workbook in constant-memory mode; temporary files go to `folder`, or where the system
   wants them if it is NULL. NULL: no memory. */
crmxlsx_book *crmxlsx_open(const char *path, const char *folder);

/* Adds a sheet whose name is valid and new; NULL if the library refuses. */
crmxlsx_sheet *crmxlsx_add_sheet(crmxlsx_book *book, const char *name);

/* Sets up a column before its cells are written. */
int crmxlsx_column(crmxlsx_book *, crmxlsx_sheet *, uint16_t column, double width, crmxlsx_style);

/* Offers the texts of the NULL-terminated list in the cells of a column below the heading; `closed`
   allows no others. */
int crmxlsx_choices(crmxlsx_sheet *, uint16_t column, const char *const *texts, int closed);

/* Offers what stands in the cells of a range, `=lists!$A$1:$A$9`. */
int crmxlsx_choices_of(crmxlsx_sheet *, uint16_t column, const char *formula, int closed);

/* Comments on the heading of a column. */
int crmxlsx_note(crmxlsx_sheet *, uint16_t column, const char *text);

/* Hides a sheet that is not the first. */
void crmxlsx_hide(crmxlsx_sheet *);

/* Cells in ascending order of rows. All return 0 or an error of the library. */
int crmxlsx_string(
    crmxlsx_book *, crmxlsx_sheet *, uint32_t row, uint16_t column, const char *, crmxlsx_style);
int crmxlsx_number(
    crmxlsx_book *, crmxlsx_sheet *, uint32_t row, uint16_t column, double, crmxlsx_style);
int crmxlsx_bool(crmxlsx_book *, crmxlsx_sheet *, uint32_t row, uint16_t column, int);

/* Hides a column, before its sheet ends; `width` is what it has when it is shown again. */
int crmxlsx_hide_column(crmxlsx_sheet *, uint16_t column, double width);

/* Lets the workbook open on a sheet. */
void crmxlsx_show_first(crmxlsx_sheet *);

/* Freezes the heading and the first columns, puts a filter on the rows up to and including
   `last_row`, and sets the page up: landscape, the columns on `pages` side by side, on each the
   heading and the frozen columns. Returns 0, or an errno if the sheet's temporary file could not be written. */
int crmxlsx_end_sheet(
    crmxlsx_book *, crmxlsx_sheet *, uint32_t last_row, uint16_t last_column, uint16_t fixed,
    uint16_t pages);

/* Whether the folder of temporary files has room for the copy of a sheet that closing makes. To be
   asked first: the library would not notice, and leave rows out. */
int crmxlsx_has_room(crmxlsx_book *);

/* Writes the workbook and frees it. Returns 0 or an error of the library. */
int crmxlsx_close(crmxlsx_book *);

/* Frees the workbook without writing it. */
void crmxlsx_abandon(crmxlsx_book *);

/* What an error of the library means, in English. */
const char *crmxlsx_message(int error);

/* Whether Excel would not take the text as it is: a zero byte, `_x` as in `_x000D_`, or one of
   the two code points that XML does not allow. */
int crmxlsx_needs_escape(const char *text, uintptr_t length);

#endif
