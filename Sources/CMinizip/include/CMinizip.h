#ifndef CRM_CMINIZIP_H
#define CRM_CMINIZIP_H

#include <stdint.h>

/* What crm needs of minizip, which is loaded when the first zip archive is read: linked to the
   executable, it and zlib would be loaded at the start of every command. */

typedef struct crmzip crmzip;

/* Reads bytes of the archive from a place on; returns how many, or -1. */
typedef long (*crmzip_reader)(void *context, uint64_t offset, void *buffer, unsigned long count);

typedef struct {
  char name[1024];
  uint64_t compressed;
  uint64_t unpacked; /* as the directory says */
  uint64_t place;  /* where the directory describes the entry */
  uint64_t number; /* its number in the directory */
  int is_encrypted;
  int is_readable; /* stored or deflated */
} crmzip_entry;

/* Loads the library; returns what is wrong, or NULL. */
const char *crmzip_load(void);

/* Opens an archive; NULL where it is none or damaged. */
crmzip *crmzip_open(crmzip_reader read, void *context, uint64_t size);
void crmzip_close(crmzip *archive);

/* Goes through the entries: 1 for an entry, 0 after the last, -1 for damage. */
int crmzip_next(crmzip *archive, int first, crmzip_entry *entry);

/* Begins reading an entry; 0 or -1. */
int crmzip_enter(crmzip *archive, uint64_t place, uint64_t number);

/* Reads the entry on: bytes read, 0 at its end with the checksum right, -1 for damage. */
long crmzip_read(crmzip *archive, void *buffer, unsigned count);

#endif
