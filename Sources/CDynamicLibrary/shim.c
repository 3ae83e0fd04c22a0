#define _GNU_SOURCE
#include "CDynamicLibrary.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

const char *crmlibrary_load(
    const char *const *names, const crmlibrary_symbol *symbols, char trouble[128], int *place) {
  void *handle = NULL;
  *place = 0;
  for (;; ++*place) {
    handle = dlopen(names[*place], RTLD_NOW | RTLD_LOCAL);
    if (handle || !names[*place + 1]) break;
  }
  if (!handle) {
    snprintf(trouble, 128, "%s not found", names[*place]);
    return trouble;
  }
  for (; symbols->name; symbols++) {
    void *address = dlsym(handle, symbols->name);
    memcpy(symbols->target, &address, sizeof address);
    if (address) continue;
    snprintf(trouble, 128, "%s missing", symbols->name);
    return trouble;
  }
  return NULL;
}
