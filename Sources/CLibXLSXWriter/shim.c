#define _GNU_SOURCE
#include "CLibXLSXWriter.h"
#include "CDynamicLibrary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* Every function of the library that is used, with the types of its header. */
#define FUNCTIONS(X)              \
  X(workbook_new_opt)             \
  X(workbook_add_worksheet)       \
  X(workbook_add_format)          \
  X(workbook_close)               \
  X(lxw_workbook_free)            \
  X(worksheet_write_string)       \
  X(worksheet_write_number)       \
  X(worksheet_write_boolean)      \
  X(worksheet_set_column)         \
  X(worksheet_freeze_panes)       \
  X(worksheet_autofilter)         \
  X(worksheet_set_column_opt)     \
  X(worksheet_activate)           \
  X(worksheet_set_landscape)      \
  X(worksheet_set_paper)          \
  X(worksheet_fit_to_pages)       \
  X(worksheet_repeat_rows)        \
  X(worksheet_repeat_columns)     \
  X(worksheet_data_validation_range) \
  X(worksheet_write_comment)      \
  X(worksheet_hide)               \
  X(format_set_font_color)        \
  X(format_set_bold)              \
  X(format_set_text_wrap)         \
  X(format_set_align)             \
  X(format_set_num_format)        \
  X(lxw_strerror)

/* The version of the header first; the functions used are the same in all of them. */
CRM_LIBRARY(
    crmxlsx_load, FUNCTIONS, "libxlsxwriter.so." LXW_SOVERSION, "libxlsxwriter.so.4",
    "libxlsxwriter.so.5", "libxlsxwriter.so.6", "libxlsxwriter.so.7", "libxlsxwriter.so.8",
    "libxlsxwriter.so.9", "libxlsxwriter.so.10", "libxlsxwriter.so.11", "libxlsxwriter.so.12",
    "libxlsxwriter.so")

struct crmxlsx_book {
  lxw_workbook *workbook;
  char *path;
  char *folder;
  uint64_t largest; /* bytes of the largest sheet's temporary file */
  uint64_t total;   /* bytes of all of them */
  lxw_format *styles[CRMXLSX_STYLES];
};

static void release(crmxlsx_book *book) {
  free(book->path);
  free(book->folder);
  free(book);
}

static lxw_worksheet *worksheet(crmxlsx_sheet *sheet) { return (lxw_worksheet *)sheet; }

crmxlsx_book *crmxlsx_open(const char *path, const char *folder) {
  if (crmxlsx_load()) return NULL;
  crmxlsx_book *book = calloc(1, sizeof *book);
  if (!book) return NULL;
  book->path = strdup(path);
  book->folder = folder ? strdup(folder) : NULL;
  /* Later versions of the library look for more options than this header knows. */
  union {
    lxw_workbook_options known;
    char later[256];
  } options;
  memset(&options, 0, sizeof options);
  options.known.constant_memory = LXW_TRUE;
  options.known.tmpdir = book->folder;
  book->workbook = library.workbook_new_opt(book->path, &options.known);
  if (!book->workbook) {
    release(book);
    return NULL;
  }
  static const char *const formats[CRMXLSX_STYLES] = {
      [CRMXLSX_TEXT] = "@",
      [CRMXLSX_LINES] = "General",
      [CRMXLSX_HEADING] = "@",
      [CRMXLSX_REQUIRED] = "@",
      [CRMXLSX_INTEGER] = "0",
      [CRMXLSX_MONEY] = "#,##0",
      [CRMXLSX_PERCENT_WHOLE] = "0%",
      [CRMXLSX_PERCENT] = "0.00%",
      [CRMXLSX_DAY] = "dd/mm/yyyy",
      [CRMXLSX_DATE_TIME] = "dd/mm/yyyy hh:mm",
      [CRMXLSX_DURATION] = "[h]:mm:ss"};
  for (int style = 0; style < CRMXLSX_STYLES; style++) {
    if (!formats[style]) continue;
    lxw_format *format = library.workbook_add_format(book->workbook);
    if (!format) {
      crmxlsx_abandon(book);
      return NULL;
    }
    library.format_set_num_format(format, formats[style]);
    if (style == CRMXLSX_HEADING || style == CRMXLSX_REQUIRED) library.format_set_bold(format);
    if (style == CRMXLSX_REQUIRED) library.format_set_font_color(format, 0xC00000);
    if (style == CRMXLSX_LINES) library.format_set_text_wrap(format);
    /* Days stand where the texts beside them begin, and those of no year, which are texts, do. */
    if (style == CRMXLSX_DAY || style == CRMXLSX_DATE_TIME)
      library.format_set_align(format, LXW_ALIGN_LEFT);
    book->styles[style] = format;
  }
  return book;
}

crmxlsx_sheet *crmxlsx_add_sheet(crmxlsx_book *book, const char *name) {
  return (crmxlsx_sheet *)library.workbook_add_worksheet(book->workbook, name);
}

int crmxlsx_column(
    crmxlsx_book *book, crmxlsx_sheet *sheet, uint16_t column, double width, crmxlsx_style style) {
  return library.worksheet_set_column(
      worksheet(sheet), column, column, width, book->styles[style]);
}

/* A list of texts, or of the cells of a formula; whichever is NULL is not meant. */
static int validate(
    crmxlsx_sheet *sheet, uint16_t column, const char *const *texts, const char *formula,
    int closed) {
  union {
    lxw_data_validation known;
    char later[512];
  } validation;
  memset(&validation, 0, sizeof validation);
  validation.known.validate =
      texts ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA;
  if (texts) validation.known.value_list = (void *)texts;
  if (formula) validation.known.value_formula = (void *)formula;
  if (!closed) validation.known.show_error = LXW_VALIDATION_OFF;
  return library.worksheet_data_validation_range(
      worksheet(sheet), 1, column, LXW_ROW_MAX - 1, column, &validation.known);
}

int crmxlsx_choices(
    crmxlsx_sheet *sheet, uint16_t column, const char *const *texts, int closed) {
  return validate(sheet, column, texts, NULL, closed);
}

int crmxlsx_choices_of(
    crmxlsx_sheet *sheet, uint16_t column, const char *formula, int closed) {
  return validate(sheet, column, NULL, formula, closed);
}

int crmxlsx_note(crmxlsx_sheet *sheet, uint16_t column, const char *text) {
  return library.worksheet_write_comment(worksheet(sheet), 0, column, text);
}

void crmxlsx_hide(crmxlsx_sheet *sheet) { library.worksheet_hide(worksheet(sheet)); }

int crmxlsx_string(
    crmxlsx_book *book, crmxlsx_sheet *sheet, uint32_t row, uint16_t column, const char *text,
    crmxlsx_style style) {
  return library.worksheet_write_string(
      worksheet(sheet), row, column, text, book->styles[style]);
}

int crmxlsx_number(
    crmxlsx_book *book, crmxlsx_sheet *sheet, uint32_t row, uint16_t column, double number,
    crmxlsx_style style) {
  return library.worksheet_write_number(
      worksheet(sheet), row, column, number, book->styles[style]);
}

int crmxlsx_bool(
    crmxlsx_book *book, crmxlsx_sheet *sheet, uint32_t row, uint16_t column, int value) {
  return library.worksheet_write_boolean(
      worksheet(sheet), row, column, value, book->styles[CRMXLSX_PLAIN]);
}

int crmxlsx_hide_column(crmxlsx_sheet *sheet, uint16_t column, double width) {
  lxw_row_col_options hidden = {.hidden = 1};
  return library.worksheet_set_column_opt(
      worksheet(sheet), column, column, width, NULL, &hidden);
}

void crmxlsx_show_first(crmxlsx_sheet *sheet) { library.worksheet_activate(worksheet(sheet)); }

int crmxlsx_end_sheet(
    crmxlsx_book *book, crmxlsx_sheet *sheet, uint32_t last_row, uint16_t last_column,
    uint16_t fixed, uint16_t pages) {
  library.worksheet_freeze_panes(worksheet(sheet), 1, fixed);
  library.worksheet_set_landscape(worksheet(sheet));
  library.worksheet_set_paper(worksheet(sheet), 9);
  library.worksheet_fit_to_pages(worksheet(sheet), pages, 0);
  library.worksheet_repeat_rows(worksheet(sheet), 0, 0);
  if (fixed > 0 && pages > 1) library.worksheet_repeat_columns(worksheet(sheet), 0, fixed - 1);
  library.worksheet_autofilter(worksheet(sheet), 0, 0, last_row, last_column);
  /* The library does not look whether its temporary file took what it wrote: on a full disk it
     would make a workbook with rows missing. The member's place is known of this version only. */
  if (library_place == 0 && worksheet(sheet)->optimize_tmpfile) {
    FILE *file = worksheet(sheet)->optimize_tmpfile;
    errno = 0;
    if (fflush(file) != 0 || ferror(file)) return errno ? errno : ENOSPC;
    off_t size = ftello(file);
    if (size > 0 && (uint64_t)size > book->largest) book->largest = (uint64_t)size;
    if (size > 0) book->total += (uint64_t)size;
  }
  return 0;
}

/* Bytes free on the disk of a path; none known is plenty. */
static uint64_t room(const char *path) {
  struct statvfs disk;
  if (statvfs(path, &disk) != 0) return UINT64_MAX;
  return (geteuid() == 0 ? disk.f_bfree : disk.f_bavail) * disk.f_frsize;
}

int crmxlsx_has_room(crmxlsx_book *book) {
  return room(book->folder ? book->folder : "/tmp") >=
         book->largest + book->largest / 5 + (1 << 20);
}

int crmxlsx_close(crmxlsx_book *book) {
  /* The library prints errors that it also returns. Where the disk may fill up they are kept off
     the screen: the caller says it better. */
  static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
  int saved = -1;
  if (room(book->path) < book->total + (1 << 20)) {
    pthread_mutex_lock(&mutex);
    int null = open("/dev/null", O_WRONLY | O_CLOEXEC);
    saved = null < 0 ? -1 : fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    if (saved >= 0) dup2(null, STDERR_FILENO);
    if (null >= 0) close(null);
    if (saved < 0) pthread_mutex_unlock(&mutex);
  }
  int error = library.workbook_close(book->workbook);
  if (saved >= 0) {
    dup2(saved, STDERR_FILENO);
    close(saved);
    pthread_mutex_unlock(&mutex);
  }
  release(book);
  return error;
}

void crmxlsx_abandon(crmxlsx_book *book) {
  library.lxw_workbook_free(book->workbook);
  release(book);
}

const char *crmxlsx_message(int error) { return library.lxw_strerror(error); }

int crmxlsx_needs_escape(const char *text, uintptr_t length) {
  for (uintptr_t i = 0; i < length; i++) {
    unsigned char byte = (unsigned char)text[i];
    if (byte == 0) return 1;
    if (byte == '_' && i + 1 < length && text[i + 1] == 'x') return 1;
    if (byte == 0xEF && i + 2 < length && (unsigned char)text[i + 1] == 0xBF &&
        (unsigned char)text[i + 2] >= 0xBE)
      return 1;
  }
  return 0;
}
