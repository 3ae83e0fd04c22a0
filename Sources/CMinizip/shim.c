#define _GNU_SOURCE
#include "CMinizip.h"
#include "CDynamicLibrary.h"

#include <minizip/unzip.h>
#include <stdlib.h>
#include <string.h>

/* Every function of the library that is used, with the types of its header. */
#define FUNCTIONS(X)         \
  X(unzOpen2_64)             \
  X(unzClose)                \
  X(unzGoToFirstFile)        \
  X(unzGoToNextFile)         \
  X(unzGetCurrentFileInfo64) \
  X(unzGetFilePos64)         \
  X(unzGoToFilePos64)        \
  X(unzOpenCurrentFile)      \
  X(unzReadCurrentFile)      \
  X(unzCloseCurrentFile)

CRM_LIBRARY(crmzip_load, FUNCTIONS, "libminizip.so.1", "libminizip.so")

struct crmzip {
  unzFile file;
  crmzip_reader read;
  void *context;
  uint64_t size;
  uint64_t offset;
  int is_inside;
  int has_failed;
  /* minizip reads the directory byte by byte. */
  uint64_t window_start;
  unsigned long window_count;
  char window[4096];
};

/* The archive as minizip's input: it opens nothing by name. */
static voidpf ZCALLBACK open_input(voidpf opaque, const void *name, int mode) {
  (void)name;
  (void)mode;
  return opaque;
}

static uLong ZCALLBACK read_input(voidpf opaque, voidpf stream, void *buffer, uLong count) {
  (void)stream;
  crmzip *archive = opaque;
  if (count >= sizeof archive->window) {
    long got = archive->read(archive->context, archive->offset, buffer, count);
    if (got < 0) archive->has_failed = 1;
    if (got > 0) archive->offset += (uint64_t)got;
    return got > 0 ? (uLong)got : 0;
  }
  uLong done = 0;
  while (done < count) {
    uint64_t place = archive->offset - archive->window_start;
    if (archive->offset < archive->window_start || place >= archive->window_count) {
      long got = archive->read(
          archive->context, archive->offset, archive->window, sizeof archive->window);
      if (got < 0) archive->has_failed = 1;
      if (got <= 0) break;
      archive->window_start = archive->offset;
      archive->window_count = (unsigned long)got;
      place = 0;
    }
    uLong some = archive->window_count - (unsigned long)place;
    if (some > count - done) some = count - done;
    memcpy((char *)buffer + done, archive->window + place, some);
    archive->offset += some;
    done += some;
  }
  return done;
}

static uLong ZCALLBACK write_input(voidpf opaque, voidpf stream, const void *buffer, uLong count) {
  (void)opaque;
  (void)stream;
  (void)buffer;
  (void)count;
  return 0;
}

static ZPOS64_T ZCALLBACK tell_input(voidpf opaque, voidpf stream) {
  (void)stream;
  return ((crmzip *)opaque)->offset;
}

static long ZCALLBACK seek_input(voidpf opaque, voidpf stream, ZPOS64_T offset, int origin) {
  (void)stream;
  crmzip *archive = opaque;
  uint64_t base = origin == ZLIB_FILEFUNC_SEEK_CUR   ? archive->offset
                  : origin == ZLIB_FILEFUNC_SEEK_END ? archive->size
                                                     : 0;
  uint64_t target = base + offset;
  if (target > archive->size) return -1;
  archive->offset = target;
  return 0;
}

static int ZCALLBACK close_input(voidpf opaque, voidpf stream) {
  (void)opaque;
  (void)stream;
  return 0;
}

static int ZCALLBACK error_input(voidpf opaque, voidpf stream) {
  (void)stream;
  return ((crmzip *)opaque)->has_failed;
}

crmzip *crmzip_open(crmzip_reader read, void *context, uint64_t size) {
  if (crmzip_load()) return NULL;
  crmzip *archive = calloc(1, sizeof *archive);
  if (!archive) return NULL;
  archive->read = read;
  archive->context = context;
  archive->size = size;
  zlib_filefunc64_def input = {open_input,  read_input,  write_input, tell_input,
                               seek_input, close_input, error_input, archive};
  archive->file = library.unzOpen2_64("", &input);
  if (archive->file) return archive;
  free(archive);
  return NULL;
}

void crmzip_close(crmzip *archive) {
  if (archive->is_inside) library.unzCloseCurrentFile(archive->file);
  library.unzClose(archive->file);
  free(archive);
}

int crmzip_next(crmzip *archive, int first, crmzip_entry *entry) {
  int status = first ? library.unzGoToFirstFile(archive->file)
                     : library.unzGoToNextFile(archive->file);
  if (status == UNZ_END_OF_LIST_OF_FILE) return 0;
  if (status != UNZ_OK) return -1;
  unz_file_info64 info;
  unz64_file_pos place;
  memset(entry->name, 0, sizeof entry->name);
  if (library.unzGetCurrentFileInfo64(
          archive->file, &info, entry->name, sizeof entry->name - 1, NULL, 0, NULL, 0) != UNZ_OK ||
      library.unzGetFilePos64(archive->file, &place) != UNZ_OK)
    return -1;
  entry->compressed = info.compressed_size;
  entry->unpacked = info.uncompressed_size;
  entry->place = place.pos_in_zip_directory;
  entry->number = place.num_of_file;
  entry->is_encrypted = (info.flag & 1) != 0;
  entry->is_readable = info.compression_method == 0 || info.compression_method == Z_DEFLATED;
  return 1;
}

int crmzip_enter(crmzip *archive, uint64_t place, uint64_t number) {
  unz64_file_pos position = {place, number};
  if (library.unzGoToFilePos64(archive->file, &position) != UNZ_OK) return -1;
  archive->is_inside = library.unzOpenCurrentFile(archive->file) == UNZ_OK;
  return archive->is_inside ? 0 : -1;
}

long crmzip_read(crmzip *archive, void *buffer, unsigned count) {
  if (!archive->is_inside) return 0;
  int got = library.unzReadCurrentFile(archive->file, buffer, count);
  if (got > 0) return got;
  archive->is_inside = 0;
  int status = library.unzCloseCurrentFile(archive->file);
  return got == 0 && status == UNZ_OK && !archive->has_failed ? 0 : -1;
}
