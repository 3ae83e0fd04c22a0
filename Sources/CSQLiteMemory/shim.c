#include "CSQLiteMemory.h"
#include <sqlite3.h>

void crm_sqlite_configure(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, 120 << 10);
  sqlite3_config(SQLITE_CONFIG_URI, 1);
}
