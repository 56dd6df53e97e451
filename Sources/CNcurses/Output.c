#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// What goes to the terminal waits here until the terminal takes it. ncurses itself would wait, in
// `write`, for a terminal that does not read, and the whole program with it.

// Where ncurses writes: a file in memory.
static int page = -1;
// The terminal once more, opened so that writing never waits; -1 where that may not be opened (after
// `su`, for example). Descriptor 1 cannot be set so: it shares its description with the shell.
static int terminal = -1;
static char *waiting;
static size_t first, end, capacity;

// A pseudo-terminal that has room at all takes as much as this.
enum { piece = 256 };

FILE *cn_begin_output(void) {
    int copy = fcntl(1, F_DUPFD_CLOEXEC, 3);
    return copy < 0 ? NULL : fdopen(copy, "w");
}

void cn_gather_output(FILE *output) {
    int flags = O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC;
    if (terminal < 0) terminal = open("/proc/self/fd/1", flags);
    page = memfd_create("page", MFD_CLOEXEC);
    if (page >= 0) dup3(page, fileno(output), O_CLOEXEC);
}

static bool reserve(size_t count) {
    if (capacity - end >= count) return true;
    memmove(waiting, waiting + first, end - first);
    end -= first;
    first = 0;
    if (capacity - end >= count) return true;
    char *larger = realloc(waiting, end + count + 4096);
    if (larger == NULL) return false;
    waiting = larger;
    capacity = end + count + 4096;
    return true;
}

void cn_add(const void *bytes, size_t count) {
    if (!reserve(count)) return;
    memcpy(waiting + end, bytes, count);
    end += count;
}

void cn_add_page(void) {
    off_t count = page < 0 ? 0 : lseek(page, 0, SEEK_CUR);
    if (count <= 0) return;
    if (reserve((size_t)count)) {
        ssize_t got = pread(page, waiting + end, (size_t)count, 0);
        if (got > 0) end += cn_thin_colors(waiting + end, (size_t)got);
    }
    lseek(page, 0, SEEK_SET);
}

int cn_output(void) { return terminal < 0 ? 1 : terminal; }

// Writes what goes at once, waiting so long for room at most: how much; 0 when there is no room; -1
// when the terminal is gone.
static ssize_t write_some(int descriptor, const char *bytes, size_t count, int milliseconds) {
    bool may_block = descriptor != terminal;
    struct pollfd room = {.fd = descriptor, .events = POLLOUT};
    if ((may_block || milliseconds > 0) && poll(&room, 1, milliseconds) == 0) return 0;
    if (may_block && count > piece) count = piece;
    ssize_t written = write(descriptor, bytes, count);
    if (written >= 0) return written;
    return errno == EINTR || errno == EAGAIN ? 0 : -1;
}

bool cn_is_waiting(void) { return first < end; }

bool cn_push(void) {
    while (first < end) {
        ssize_t written = write_some(cn_output(), waiting + first, end - first, 0);
        if (written == 0) return false;
        first = written < 0 ? end : first + (size_t)written;
    }
    first = end = 0;
    return true;
}

static long now_in_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

bool cn_drain(int milliseconds) {
    long limit = now_in_milliseconds() + milliseconds;
    while (!cn_push()) {
        long left = limit - now_in_milliseconds();
        if (left <= 0) return false;
        struct pollfd room = {.fd = cn_output(), .events = POLLOUT};
        poll(&room, 1, (int)left);
    }
    return true;
}

void cn_discard(void) {
    first = end = 0;
    tcflush(1, TCOFLUSH);
    // Perhaps in the middle of a sequence: CAN ends it.
    cn_add("\030", 1);
}

void cn_write_at_the_end(int descriptor, const char *bytes, size_t count) {
    for (int tries = 0; count > 0 && tries < 3;) {
        ssize_t written = write_some(descriptor, bytes, count, 100);
        if (written < 0) return;
        if (written == 0 && ++tries == 1) tcflush(descriptor, TCOFLUSH);
        bytes += written;
        count -= (size_t)written;
    }
}
