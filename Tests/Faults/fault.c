/* Stands between a program and its files, and fails as disks and machines do.

     cc -shared -fPIC -O1 -o fault.so fault.c
     LD_PRELOAD=./fault.so FAULT_FILES=/tmp/crm.sqlite FAULT=fail FAULT_AT=3 crm …

   Only calls on files whose path begins with FAULT_FILES are counted and fail.

     FAULT        count  nothing but counting
                  fail   the call number FAULT_AT returns FAULT_ERROR
                  kill   the process is killed just before that call
                  lose   the power goes just before that call, or where the process ends earlier, then:
                         of what was written since the last sync of each file, sectors are kept or
                         lost by chance; a name given or taken since the last sync of its folder, too
     FAULT_CALLS  which calls count: o open, r read, w write, s sync, t truncate, n rename and unlink;
                  all but opening and reading, unless it says otherwise
     FAULT_AT     1 is the first; 0 is none of them
     FAULT_LASTS  every later call fails, too
     FAULT_ERROR  a number of errno.h, EIO unless it says otherwise
     FAULT_SEED   of what is kept and lost
     FAULT_LIES   syncs do nothing and say that they did
     FAULT_DELAY  microseconds that each sync takes
     FAULT_NOW    what time it is, in seconds since 1970
     FAULT_REPORT a file that gets the number of calls, once the process ends by itself

   One process at a time loses power: what others have yet to sync is not known here. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { SECTOR = 512 };

static const char *files, *mode, *calls;
static long at, count;
static int error_number, lasts, lies;
static unsigned delay;
static unsigned long long state;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static long number(const char *name, long otherwise) {
  const char *text = getenv(name);
  return text && *text ? atol(text) : otherwise;
}

__attribute__((constructor)) static void begin(void) {
  files = getenv("FAULT_FILES");
  mode = getenv("FAULT");
  calls = getenv("FAULT_CALLS");
  if (!files) files = "/";
  if (!mode) mode = "count";
  if (!calls) calls = "wstn";
  at = number("FAULT_AT", 0);
  error_number = number("FAULT_ERROR", EIO);
  lasts = number("FAULT_LASTS", 0);
  lies = number("FAULT_LIES", 0);
  delay = number("FAULT_DELAY", 0);
  state = number("FAULT_SEED", 1) * 2654435761ULL + 88172645463325252ULL;
}

/* Marsaglia's xorshift. */
static int coin(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return (state >> 33) & 1;
}

/* What has yet to reach the disk. */

struct change {
  off_t offset; /* of a truncation: the new size */
  size_t length;
  char *bytes; /* none for a truncation */
};

/* A file as it is on the disk, and what was done to it since. */
struct image {
  dev_t device;
  ino_t inode;
  char path[PATH_MAX];
  char *bytes;
  size_t size;
  struct change *changes;
  size_t changeCount;
  struct image *next;
};

/* A name that was taken away or given since the folder was synced. */
struct naming {
  char from[PATH_MAX];
  char to[PATH_MAX]; /* empty where it was unlinked */
  int source, replaced; /* what stood there, kept open; -1 for nothing */
  struct naming *next;
};

static struct image *images;
static struct naming *namings;

static int losing(void) { return strcmp(mode, "lose") == 0; }

static char *content(int descriptor, size_t *size) {
  struct stat status;
  fstat(descriptor, &status);
  *size = status.st_size;
  char *bytes = malloc(*size ? *size : 1);
  size_t read = 0;
  while (read < *size) {
    long got = syscall(SYS_pread64, descriptor, bytes + read, *size - read, read);
    if (got <= 0) break;
    read += got;
  }
  *size = read;
  return bytes;
}

static int named(int descriptor, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  path[length > 0 ? length : 0] = 0;
  return length > 0;
}

/* What processes share in memory does not outlive a machine. */
static int shared(const char *path) {
  size_t length = strlen(path);
  return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

static struct image *image(int descriptor, const char *path) {
  struct stat status;
  if (fstat(descriptor, &status) || !S_ISREG(status.st_mode)) return NULL;
  for (struct image *found = images; found; found = found->next)
    if (found->device == status.st_dev && found->inode == status.st_ino) {
      /* It may have another name by now. */
      snprintf(found->path, PATH_MAX, "%s", path);
      return found;
    }
  struct image *made = calloc(1, sizeof *made);
  made->device = status.st_dev;
  made->inode = status.st_ino;
  snprintf(made->path, PATH_MAX, "%s", path);
  /* Its own descriptor: the program's may be for writing only. */
  int reading = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC, 0);
  if (reading >= 0) made->bytes = content(reading, &made->size), close(reading);
  made->next = images;
  return images = made;
}

static void note(int descriptor, const char *path, const void *bytes, size_t length, off_t offset) {
  struct image *known = losing() && !shared(path) ? image(descriptor, path) : NULL;
  if (!known) return;
  known->changes = realloc(known->changes, (known->changeCount + 1) * sizeof(struct change));
  struct change *made = &known->changes[known->changeCount++];
  made->offset = offset;
  made->length = length;
  made->bytes = bytes ? memcpy(malloc(length ? length : 1), bytes, length) : NULL;
}

static void resize(struct image *file, size_t size) {
  if (size == file->size) return;
  file->bytes = realloc(file->bytes, size ? size : 1);
  if (size > file->size) memset(file->bytes + file->size, 0, size - file->size);
  file->size = size;
}

static void apply(struct image *file, const struct change *change, int torn) {
  if (!change->bytes) {
    if (!torn || coin()) resize(file, change->offset);
    return;
  }
  for (size_t done = 0; done < change->length;) {
    off_t place = change->offset + done;
    size_t piece = SECTOR - place % SECTOR;
    if (piece > change->length - done) piece = change->length - done;
    if (!torn || coin()) {
      if ((size_t)place + piece > file->size) resize(file, place + piece);
      memcpy(file->bytes + place, change->bytes + done, piece);
    }
    done += piece;
  }
}

static void settle(struct image *file, int torn) {
  for (size_t index = 0; index < file->changeCount; index++) {
    apply(file, &file->changes[index], torn);
    free(file->changes[index].bytes);
  }
  file->changeCount = 0;
}

static void synced(int descriptor, const char *path) {
  struct stat status;
  if (!losing() || lies || fstat(descriptor, &status)) return;
  if (S_ISDIR(status.st_mode)) {
    for (; namings; namings = namings->next) {
      if (namings->source >= 0) close(namings->source);
      if (namings->replaced >= 0) close(namings->replaced);
    }
    return;
  }
  struct image *known = image(descriptor, path);
  if (known) settle(known, 0);
}

static int kept(const char *path) {
  return syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW, 0);
}

static void note_name(const char *from, const char *to) {
  if (!losing() || shared(from)) return;
  struct naming *made = calloc(1, sizeof *made);
  snprintf(made->from, PATH_MAX, "%s", from);
  snprintf(made->to, PATH_MAX, "%s", to);
  made->source = kept(from);
  made->replaced = *to ? kept(to) : -1;
  made->next = namings;
  namings = made;
}

static void put(const char *path, const char *bytes, size_t size) {
  int file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  for (size_t done = 0; file >= 0 && done < size;) {
    long wrote = syscall(SYS_write, file, bytes + done, size - done);
    if (wrote <= 0) break;
    done += wrote;
  }
  if (file >= 0) close(file);
}

static void put_back(const char *path, int descriptor) {
  size_t size;
  char *bytes = content(descriptor, &size);
  put(path, bytes, size);
  free(bytes);
}

static void lose(void) {
  for (struct image *file = images; file; file = file->next) {
    settle(file, 1);
    struct stat status;
    /* Through the name, where it still leads there: the content of what has none is gone. */
    if (stat(file->path, &status) == 0 && status.st_ino == file->inode)
      put(file->path, file->bytes, file->size);
  }
  for (struct naming *name = namings; name; name = name->next) {
    if (coin() || name->source < 0) continue;
    put_back(name->from, name->source);
    if (*name->to && name->replaced >= 0) put_back(name->to, name->replaced);
    else if (*name->to) syscall(SYS_unlinkat, AT_FDCWD, name->to, 0);
  }
}

__attribute__((destructor)) static void end(void) {
  if (losing()) {
    lose();
    _exit(137);
  }
  const char *report = getenv("FAULT_REPORT");
  if (!report) return;
  char text[32];
  put(report, text, snprintf(text, sizeof text, "%ld\n", count));
}

/* The calls. */

/* Whether a call is to fail; it may not return at all. */
static int fails(char call, const char *path) {
  if (strncmp(path, files, strlen(files)) != 0 || !strchr(calls, call)) return 0;
  count++;
  if (at == 0 || (lasts ? count < at : count != at)) return 0;
  if (strcmp(mode, "kill") == 0) kill(getpid(), SIGKILL);
  if (losing()) {
    lose();
    kill(getpid(), SIGKILL);
  }
  if (strcmp(mode, "fail") != 0) return 0;
  errno = error_number;
  return 1;
}

/* Whether the descriptor's file is one of those; the folder of one is where it is synced. */
static int watched(int descriptor, char *path) {
  if (!named(descriptor, path)) return 0;
  size_t length = strlen(path);
  return strncmp(path, files, strlen(files)) == 0
    || (strncmp(path, files, length) == 0 && files[length] == '/');
}

static void absolute(const char *name, char *path) {
  char folder[PATH_MAX];
  if (*name == '/' || !getcwd(folder, sizeof folder)) snprintf(path, PATH_MAX, "%s", name);
  else snprintf(path, PATH_MAX, "%.2000s/%.2000s", folder, name);
}

static ssize_t writing(int descriptor, const void *bytes, size_t length, off_t offset, int here) {
  char path[PATH_MAX];
  int is_watched = watched(descriptor, path);
  pthread_mutex_lock(&lock);
  long wrote = -1;
  if (!is_watched || !fails('w', path)) {
    if (here) offset = lseek(descriptor, 0, SEEK_CUR);
    if (is_watched) note(descriptor, path, bytes, length, offset);
    wrote = here ? syscall(SYS_write, descriptor, bytes, length)
                 : syscall(SYS_pwrite64, descriptor, bytes, length, offset);
  }
  pthread_mutex_unlock(&lock);
  return wrote;
}

ssize_t write(int descriptor, const void *bytes, size_t length) {
  return writing(descriptor, bytes, length, 0, 1);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t length, off_t offset) {
  return writing(descriptor, bytes, length, offset, 0);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t length, off64_t offset) {
  return writing(descriptor, bytes, length, offset, 0);
}

static ssize_t reading(int descriptor, void *bytes, size_t length, off_t offset, int here) {
  char path[PATH_MAX];
  if (strchr(calls, 'r') && watched(descriptor, path) && fails('r', path)) return -1;
  return here ? syscall(SYS_read, descriptor, bytes, length)
              : syscall(SYS_pread64, descriptor, bytes, length, offset);
}

ssize_t read(int descriptor, void *bytes, size_t length) {
  return reading(descriptor, bytes, length, 0, 1);
}

ssize_t pread(int descriptor, void *bytes, size_t length, off_t offset) {
  return reading(descriptor, bytes, length, offset, 0);
}

ssize_t pread64(int descriptor, void *bytes, size_t length, off64_t offset) {
  return reading(descriptor, bytes, length, offset, 0);
}

static int syncing(int descriptor, long system_call) {
  char path[PATH_MAX];
  if (!watched(descriptor, path)) return syscall(system_call, descriptor);
  if (fails('s', strlen(path) < strlen(files) ? files : path)) return -1;
  if (delay) usleep(delay);
  pthread_mutex_lock(&lock);
  int result = lies ? 0 : syscall(system_call, descriptor);
  if (result == 0) synced(descriptor, path);
  pthread_mutex_unlock(&lock);
  return result;
}

int fsync(int descriptor) { return syncing(descriptor, SYS_fsync); }

int fdatasync(int descriptor) { return syncing(descriptor, SYS_fdatasync); }

int ftruncate(int descriptor, off_t size) {
  char path[PATH_MAX];
  if (watched(descriptor, path)) {
    if (fails('t', path)) return -1;
    note(descriptor, path, NULL, 0, size);
  }
  return syscall(SYS_ftruncate, descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

int unlink(const char *name) {
  char path[PATH_MAX];
  absolute(name, path);
  if (fails('n', path)) return -1;
  if (strncmp(path, files, strlen(files)) == 0) note_name(path, "");
  return syscall(SYS_unlinkat, AT_FDCWD, name, 0);
}

int rename(const char *from, const char *to) {
  char path[PATH_MAX], new_path[PATH_MAX];
  absolute(from, path);
  absolute(to, new_path);
  if (fails('n', path) || (strncmp(path, files, strlen(files)) != 0 && fails('n', new_path)))
    return -1;
  if (strncmp(new_path, files, strlen(files)) == 0) note_name(path, new_path);
  return syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
}

static int opening(const char *name, int flags, mode_t permissions) {
  char path[PATH_MAX];
  if (strchr(calls, 'o')) {
    absolute(name, path);
    if (fails('o', path)) return -1;
  }
  return syscall(SYS_openat, AT_FDCWD, name, flags, permissions);
}

int open(const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t permissions = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opening(name, flags, permissions);
}

int open64(const char *name, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t permissions = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opening(name, flags | O_LARGEFILE, permissions);
}

time_t time(time_t *place) {
  static long now = -1;
  if (now < 0) now = number("FAULT_NOW", 0);
  struct timespec moment;
  clock_gettime(CLOCK_REALTIME, &moment);
  time_t result = now ? now : moment.tv_sec;
  if (place) *place = result;
  return result;
}
