// Stands between the program and the system (LD_PRELOAD) and lets calls on the files of the database fail, as a plan in a file says:
// "errno after times": the first `after` calls pass, then `times` fail. No plan: all pass. A changed plan counts anew.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int (*real_open)(const char *, int, ...);
static char seen[64];
static long calls;

static int planned(void) {
    const char *plan = getenv("FAULT_PLAN");
    if (!real_open) real_open = dlsym(RTLD_NEXT, "open64");
    if (!plan) return 0;
    int fd = real_open(plan, O_RDONLY | O_CLOEXEC);
    if (fd < 0) { seen[0] = 0; calls = 0; return 0; }
    char text[64] = {0};
    ssize_t got = read(fd, text, sizeof text - 1);
    close(fd);
    if (got <= 0) return 0;
    if (strcmp(text, seen) != 0) { strcpy(seen, text); calls = 0; }
    int number; long after, times;
    if (sscanf(text, "%d %ld %ld", &number, &after, &times) != 3) return 0;
    long call = calls++;
    return call >= after && call < after + times ? number : 0;
}

static int ours(int fd) {
    char link[64], path[512] = {0};
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    return readlink(link, path, sizeof path - 1) > 0 && strstr(path, "tsumugu.sqlite") != NULL;
}

#define FAIL_IF_PLANNED(is_ours) do { int saved = errno; int number = (is_ours) ? planned() : 0; errno = saved; \
    if (number) { errno = number; return -1; } } while (0)
#define REAL(name) do { if (!real_##name) real_##name = dlsym(RTLD_NEXT, #name); } while (0)

static ssize_t (*real_pwrite64)(int, const void *, size_t, off64_t);
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { REAL(pwrite64); FAIL_IF_PLANNED(ours(fd)); return real_pwrite64(fd, bytes, length, at); }
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { REAL(pwrite); FAIL_IF_PLANNED(ours(fd)); return real_pwrite(fd, bytes, length, at); }
static ssize_t (*real_write)(int, const void *, size_t);
ssize_t write(int fd, const void *bytes, size_t length) { REAL(write); FAIL_IF_PLANNED(ours(fd)); return real_write(fd, bytes, length); }
static int (*real_fsync)(int);
int fsync(int fd) { REAL(fsync); FAIL_IF_PLANNED(ours(fd)); return real_fsync(fd); }
static int (*real_fdatasync)(int);
int fdatasync(int fd) { REAL(fdatasync); FAIL_IF_PLANNED(ours(fd)); return real_fdatasync(fd); }
static int (*real_ftruncate64)(int, off64_t);
int ftruncate64(int fd, off64_t length) { REAL(ftruncate64); FAIL_IF_PLANNED(ours(fd)); return real_ftruncate64(fd, length); }
static int (*real_ftruncate)(int, off_t);
int ftruncate(int fd, off_t length) { REAL(ftruncate); FAIL_IF_PLANNED(ours(fd)); return real_ftruncate(fd, length); }

static int opened(const char *path, int flags, int mode) {
    if (!real_open) real_open = dlsym(RTLD_NEXT, "open64");
    FAIL_IF_PLANNED(strstr(path, "tsumugu.sqlite") != NULL);
    return real_open(path, flags, mode);
}
int open(const char *path, int flags, ...) {
    va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more);
    return opened(path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    va_list more; va_start(more, flags); int mode = va_arg(more, int); va_end(more);
    return opened(path, flags, mode);
}
