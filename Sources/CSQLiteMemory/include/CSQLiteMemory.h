/* Settings of SQLite that Swift cannot make, because the function takes variable arguments. */
#ifndef CSQLITEMEMORY_H
#define CSQLITEMEMORY_H

/* Stops SQLite from counting its own memory, which costs a lock at every allocation, and lets it
   hold 120 KB of the pages a statement of many rows would take back on failure, instead of 64 KB,
   before they go into a temporary file. More than 128 KB it cannot write to one.
   Lets names of databases be URIs, some builds do so anyway.
   To be called before the first connection is opened; later calls do nothing. */
void crm_sqlite_configure(void);

#endif
