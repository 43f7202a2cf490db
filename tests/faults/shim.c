/* Stands between a program and the C library, for files below one folder: makes chosen calls fail or kill the process,
 * or writes down everything that is done to those files, in order. Loaded with LD_PRELOAD; does nothing until it is
 * armed (see shim.py). One thread.
 *
 * A record of the log: struct head, then both paths and the data, as long as the head says.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { IDLE, FAIL, RECORD };
enum { KILL = -1, SHORT = -2, UNREADABLE = -3 }; /* instead of an errno */
enum { CHANGES, WRITES, READS }; /* kinds of calls: what is written can also be cut short */

struct head {
    char op, flag;
    uint16_t first, second, none;
    uint64_t inode;
    int64_t offset;
    uint64_t length;
};

static int mode = IDLE, log_fd = -1, error_number;
static long count, from, until;
static char below[PATH_MAX], struck[PATH_MAX + 64];

/* What Python calls. ``number``: an errno, KILL, SHORT or UNREADABLE (EIO of calls that read, which are left alone
 * otherwise); it strikes the calls numbered first to last, from 1. */
void faults_fail(const char *folder, int number, long first, long last) {
    snprintf(below, sizeof below, "%s/", folder);
    error_number = number, from = first, until = last, count = 0, struck[0] = 0;
    mode = FAIL;
}

void faults_record(const char *folder, const char *log) {
    snprintf(below, sizeof below, "%s/", folder);
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0600);
    mode = RECORD;
}

void faults_idle(void) { mode = IDLE; }
long faults_count(void) { return count; }
const char *faults_struck(void) { return struck; }

static int within(const char *path) { return strncmp(path, below, strlen(below)) == 0; }

/* The path as the folder is given: absolute. */
static const char *absolute(int folder, const char *path, char *room) {
    if (path[0] == '/')
        return path;
    char link[64];
    ssize_t length = -1;
    if (folder == AT_FDCWD) {
        if (getcwd(room, PATH_MAX))
            length = (ssize_t)strlen(room);
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
        length = readlink(link, room, PATH_MAX - 1);
    }
    if (length < 0)
        return path;
    snprintf(room + length, (size_t)(PATH_MAX - length), "/%s", path);
    return room;
}

/* The path that a descriptor is open on, where that is below the folder; else nothing. */
static const char *path_of(int fd, char *room) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, room, PATH_MAX - 1);
    if (length <= 0)
        return NULL;
    room[length] = 0;
    return within(room) || strncmp(room, below, strlen(below) - 1) == 0 ? room : NULL;
}

/* Whether this call is to fail; errno is set then. */
static int strikes(const char *call, const char *path, int kind) {
    if (mode != FAIL || (error_number == SHORT && kind != WRITES) || (error_number == UNREADABLE) != (kind == READS))
        return 0;
    count++;
    if (count < from || count > until)
        return 0;
    if (!struck[0])
        snprintf(struck, sizeof struck, "%s %s", call, path + (within(path) ? strlen(below) : 0));
    if (error_number == KILL)
        syscall(SYS_kill, getpid(), SIGKILL);
    if (error_number > 0 || error_number == UNREADABLE)
        errno = error_number > 0 ? error_number : EIO;
    return 1;
}

static int is_index(const char *path) {
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, "-shm") == 0;
}

static void put(const void *data, size_t length) {
    const char *at = data;
    while (length) {
        ssize_t done = syscall(SYS_write, log_fd, at, length);
        if (done <= 0)
            return;
        at += done, length -= (size_t)done;
    }
}

static void note(char op, char flag, uint64_t inode, int64_t offset, const char *first, const char *second,
                 const void *data, uint64_t length) {
    if (first && is_index(first)) /* SQLite's index of its log: it is made anew */
        return;
    int kept = errno;
    struct head head = {op, flag, (uint16_t)(first ? strlen(first) : 0), (uint16_t)(second ? strlen(second) : 0), 0,
                        inode, offset, length};
    put(&head, sizeof head);
    if (first)
        put(first, head.first);
    if (second)
        put(second, head.second);
    if (data)
        put(data, length);
    errno = kept;
}

static uint64_t inode_of(int fd) {
    struct stat found;
    return fstat(fd, &found) ? 0 : (uint64_t)found.st_ino;
}

void faults_mark(const char *words) {
    if (mode == RECORD)
        note('m', 0, 0, 0, NULL, NULL, words, strlen(words));
}

static int opened(int (*real)(int, const char *, int, mode_t), const char *call, int folder, const char *path, int flags,
                  mode_t bits) {
    char room[PATH_MAX];
    if (mode == IDLE)
        return real(folder, path, flags, bits);
    const char *whole = absolute(folder, path, room);
    if (!within(whole))
        return real(folder, path, flags, bits);
    if (strikes(call, whole, CHANGES))
        return -1;
    struct stat found;
    int is_new = (flags & O_CREAT) && lstat(whole, &found);
    int fd = real(folder, path, flags, bits);
    if (mode == RECORD && fd >= 0) {
        int emptied = (flags & O_TRUNC) && (flags & O_ACCMODE) != O_RDONLY;
        note('o', (char)(is_new | emptied << 1), inode_of(fd), 0, whole, NULL, NULL, 0);
    }
    return fd;
}

static int real_openat(int folder, const char *path, int flags, mode_t bits) {
    return (int)syscall(SYS_openat, folder, path, flags, bits);
}

#define OPEN(name, at)                                                                                                 \
    mode_t bits = 0;                                                                                                   \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                                               \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        bits = va_arg(rest, mode_t);                                                                                   \
        va_end(rest);                                                                                                  \
    }                                                                                                                  \
    return opened(real_openat, name, at, path, flags, bits);

int open(const char *path, int flags, ...) { OPEN("open", AT_FDCWD) }
int open64(const char *path, int flags, ...) { OPEN("open", AT_FDCWD) }
int openat(int folder, const char *path, int flags, ...) { OPEN("openat", folder) }
int openat64(int folder, const char *path, int flags, ...) { OPEN("openat", folder) }

static ssize_t written(const char *call, int fd, const void *data, size_t length, off_t offset) {
    char room[PATH_MAX];
    const char *path = mode == IDLE ? NULL : path_of(fd, room);
    int placed = offset >= 0;
    if (path && strikes(call, path, length > 1 ? WRITES : CHANGES)) {
        if (error_number != SHORT)
            return -1;
        length /= 2;
    }
    if (path && mode == RECORD && !placed) {
        struct stat found;
        int append = (fcntl(fd, F_GETFL) & O_APPEND) && !fstat(fd, &found);
        offset = append ? found.st_size : lseek(fd, 0, SEEK_CUR);
    }
    ssize_t done = placed ? syscall(SYS_pwrite64, fd, data, length, offset) : syscall(SYS_write, fd, data, length);
    if (path && mode == RECORD && done > 0)
        note('w', 0, inode_of(fd), offset, path, NULL, data, (uint64_t)done);
    return done;
}

ssize_t write(int fd, const void *data, size_t length) { return written("write", fd, data, length, -1); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return written("pwrite", fd, data, length, at); }
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
    return written("pwrite", fd, data, length, at);
}

static ssize_t taken(const char *call, int fd, void *data, size_t length, off_t offset) {
    char room[PATH_MAX];
    const char *path = mode == FAIL && error_number == UNREADABLE ? path_of(fd, room) : NULL;
    if (path && strikes(call, path, READS))
        return -1;
    return offset >= 0 ? syscall(SYS_pread64, fd, data, length, offset) : syscall(SYS_read, fd, data, length);
}

ssize_t read(int fd, void *data, size_t length) { return taken("read", fd, data, length, -1); }
ssize_t pread(int fd, void *data, size_t length, off_t at) { return taken("pread", fd, data, length, at); }
ssize_t pread64(int fd, void *data, size_t length, off64_t at) { return taken("pread", fd, data, length, at); }

/* SQLite maps the index of its log. */
static void *mapped(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    char room[PATH_MAX];
    const char *path = mode == FAIL && fd >= 0 ? path_of(fd, room) : NULL;
    if (path && strikes("mmap", path, CHANGES))
        return MAP_FAILED;
    return (void *)syscall(SYS_mmap, at, length, protection, flags, fd, offset);
}

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
    return mapped(at, length, protection, flags, fd, offset);
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
    return mapped(at, length, protection, flags, fd, offset);
}

static int synced(const char *call, long number, int fd) {
    char room[PATH_MAX];
    const char *path = mode == IDLE ? NULL : path_of(fd, room);
    if (path && strikes(call, path, CHANGES))
        return -1;
    int done = (int)syscall(number, fd);
    if (path && mode == RECORD && done == 0)
        note('s', 0, inode_of(fd), 0, path, NULL, NULL, 0);
    return done;
}

int fsync(int fd) { return synced("fsync", SYS_fsync, fd); }
int fdatasync(int fd) { return synced("fdatasync", SYS_fdatasync, fd); }

static int cut(int fd, off_t length) {
    char room[PATH_MAX];
    const char *path = mode == IDLE ? NULL : path_of(fd, room);
    if (path && strikes("ftruncate", path, CHANGES))
        return -1;
    int done = (int)syscall(SYS_ftruncate, fd, length);
    if (path && mode == RECORD && done == 0)
        note('t', 0, inode_of(fd), length, path, NULL, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

static int moved(const char *call, int from_folder, const char *from_path, int to_folder, const char *to_path) {
    char first[PATH_MAX], second[PATH_MAX];
    const char *source = NULL, *target = NULL;
    if (mode != IDLE) {
        source = absolute(from_folder, from_path, first);
        target = absolute(to_folder, to_path, second);
        if (!within(target))
            source = target = NULL;
    }
    if (target && strikes(call, target, CHANGES))
        return -1;
    int done = call[0] == 'l' ? (int)syscall(SYS_linkat, from_folder, from_path, to_folder, to_path, 0)
                              : (int)syscall(SYS_renameat2, from_folder, from_path, to_folder, to_path, 0);
    if (target && mode == RECORD && done == 0)
        note(call[0], 0, 0, 0, source, target, NULL, 0);
    return done;
}

int rename(const char *a, const char *b) { return moved("rename", AT_FDCWD, a, AT_FDCWD, b); }
int renameat(int x, const char *a, int y, const char *b) { return moved("rename", x, a, y, b); }
int link(const char *a, const char *b) { return moved("link", AT_FDCWD, a, AT_FDCWD, b); }
int linkat(int x, const char *a, int y, const char *b, int flags) {
    (void)flags;
    return moved("link", x, a, y, b);
}

static int gone(const char *call, int folder, const char *path, int flags) {
    char room[PATH_MAX];
    const char *whole = mode == IDLE ? NULL : absolute(folder, path, room);
    if (whole && !within(whole))
        whole = NULL;
    if (whole && strikes(call, whole, CHANGES))
        return -1;
    int done = (int)syscall(SYS_unlinkat, folder, path, flags);
    if (whole && mode == RECORD && done == 0)
        note('u', 0, 0, 0, whole, NULL, NULL, 0);
    return done;
}

int unlink(const char *path) { return gone("unlink", AT_FDCWD, path, 0); }
int unlinkat(int folder, const char *path, int flags) { return gone("unlink", folder, path, flags); }
int rmdir(const char *path) { return gone("rmdir", AT_FDCWD, path, AT_REMOVEDIR); }

static int made(int folder, const char *path, mode_t bits) {
    char room[PATH_MAX];
    const char *whole = mode == IDLE ? NULL : absolute(folder, path, room);
    if (whole && !within(whole))
        whole = NULL;
    if (whole && strikes("mkdir", whole, CHANGES))
        return -1;
    int done = (int)syscall(SYS_mkdirat, folder, path, bits);
    if (whole && mode == RECORD && done == 0)
        note('d', 0, 0, 0, whole, NULL, NULL, 0);
    return done;
}

int mkdir(const char *path, mode_t bits) { return made(AT_FDCWD, path, bits); }
int mkdirat(int folder, const char *path, mode_t bits) { return made(folder, path, bits); }

/* Copies that no write call sees: callers fall back to one that does. */
ssize_t copy_file_range(int a, off64_t *x, int b, off64_t *y, size_t length, unsigned flags) {
    if (mode == IDLE)
        return syscall(SYS_copy_file_range, a, x, b, y, length, flags);
    errno = ENOSYS;
    return -1;
}
ssize_t sendfile(int a, int b, off_t *x, size_t length) {
    if (mode == IDLE)
        return syscall(SYS_sendfile, a, b, x, length);
    errno = EINVAL;
    return -1;
}
