#include "CNcurses.h"

#include <sys/syscall.h>
#include <unistd.h>

// What Foundation's run loop uses to serve the main queue on the main thread. Without it Dispatch
// on Linux ends the main thread and serves the main queue from its workers, which costs two
// changes of thread for each key.
extern int _dispatch_get_main_queue_handle_4CF(void);
extern void _dispatch_main_queue_callback_4CF(void *message);

int cn_main_queue_handle(void) { return _dispatch_get_main_queue_handle_4CF(); }

void cn_drain_main_queue(void) {
    uint64_t wakeups = 0;
    if (read(cn_main_queue_handle(), &wakeups, sizeof wakeups) < 0) return;
    _dispatch_main_queue_callback_4CF(NULL);
}

bool cn_is_main_thread(void) { return syscall(SYS_gettid) == getpid(); }
