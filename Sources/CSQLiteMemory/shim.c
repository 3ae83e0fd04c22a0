#include "CSQLiteMemory.h"
#include <sqlite3.h>

void crm_sqlite_set_memory(void) {
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, 120 << 10);
}
