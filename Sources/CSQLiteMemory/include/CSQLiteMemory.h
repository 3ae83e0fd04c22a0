/* Settings of SQLite that Swift cannot make, because the function takes variable arguments. */
#ifndef CSQLITEMEMORY_H
#define CSQLITEMEMORY_H

/* Stops SQLite from counting its own memory, which costs a lock at every allocation.
   To be called before the first connection is opened; later calls do nothing. */
void crm_sqlite_stop_counting_memory(void);

#endif
