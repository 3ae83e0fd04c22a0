#ifndef CRM_CDYNAMICLIBRARY_H
#define CRM_CDYNAMICLIBRARY_H

#include <pthread.h>
#include <stddef.h>

/* Libraries that are loaded when they are first needed: linked to the executable, they would be
   loaded at the start of every command. */

typedef struct {
  const char *name;
  void *target; /* where the function's address goes */
} crmlibrary_symbol;

/* Loads the first library of `names` that is there and finds its functions; NULL ends both lists.
   Returns what is wrong, in `trouble`, or NULL; `place` becomes that of the name. */
const char *crmlibrary_load(
    const char *const *names, const crmlibrary_symbol *symbols, char trouble[128], int *place);

/* Declares `library`, a struct of the functions that X lists with the types of their header;
   `library_place`, which of the names was there; and `load`, which loads the library once and
   returns what is wrong, or NULL. The names follow, the one that messages use last. */
#define CRM_LIBRARY(load, FUNCTIONS, ...)                                                    \
  static struct {                                                                            \
    FUNCTIONS(CRM_LIBRARY_MEMBER)                                                            \
  } library;                                                                                 \
  static int library_place = 0;                                                              \
  static const char *library_trouble = NULL;                                                 \
  static pthread_once_t library_once = PTHREAD_ONCE_INIT;                                    \
  static void load_library(void) {                                                           \
    static char trouble[128];                                                                \
    static const char *const names[] = {__VA_ARGS__, NULL};                                  \
    const crmlibrary_symbol symbols[] = {FUNCTIONS(CRM_LIBRARY_SYMBOL){NULL, NULL}};         \
    library_trouble = crmlibrary_load(names, symbols, trouble, &library_place);              \
  }                                                                                          \
  const char *load(void) {                                                                   \
    pthread_once(&library_once, load_library);                                               \
    return library_trouble;                                                                  \
  }

#define CRM_LIBRARY_MEMBER(name) __typeof__(&name) name;
#define CRM_LIBRARY_SYMBOL(name) {#name, &library.name},

#endif
