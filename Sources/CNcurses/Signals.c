#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

void cn_die_of(int signal);

static const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { caught_count = sizeof caught / sizeof caught[0] };
static struct sigaction actions_before[caught_count];
static int ends[2] = {-1, -1};
// The signal that asked the program to end and was not looked at yet.
static atomic_int asked_to_end;

static bool asks_to_end(int signal) {
    return signal == SIGTERM || signal == SIGHUP || signal == SIGINT || signal == SIGQUIT;
}

static void note(int signal) {
    int before = errno;
    // Asked twice without an answer, the program is stuck, on a stalled terminal perhaps.
    if (asks_to_end(signal) && atomic_exchange(&asked_to_end, signal) == signal) cn_die_of(signal);
    unsigned char byte = (unsigned char)signal;
    if (write(ends[1], &byte, 1) < 0) { /* A full pipe is read soon enough. */ }
    errno = before;
}

int cn_catch_signals(void) {
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigset_t wanted;
    sigemptyset(&wanted);
    for (int i = 0; i < caught_count; i++) {
        sigaction(caught[i], NULL, &actions_before[i]);
        // Whoever started us without hang-ups or without job control meant it.
        if (actions_before[i].sa_handler == SIG_IGN) continue;
        sigaction(caught[i], &action, NULL);
        sigaddset(&wanted, caught[i]);
    }
    // The mask is inherited too, but nobody means that one.
    sigprocmask(SIG_UNBLOCK, &wanted, NULL);
    return ends[0];
}

int cn_next_signal(void) {
    unsigned char byte = 0;
    if (read(ends[0], &byte, 1) != 1) return 0;
    if (asks_to_end(byte)) atomic_store(&asked_to_end, 0);
    return byte;
}

void cn_stop_job(void) {
    struct sigaction now;
    if (sigaction(SIGTSTP, NULL, &now) != 0 || now.sa_handler == SIG_IGN) return;
    struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
    struct sigaction stop, go_on;
    // `make run` and the like must stop too, or the shell waits for them; this process comes
    // last and by its own thread, so that it is certainly stopped when `raise` returns.
    sigaction(SIGCONT, &standard, &go_on);
    sigaction(SIGTSTP, &ignore, &stop);
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &standard, NULL);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &stop, NULL);
    sigaction(SIGCONT, &go_on, NULL);
}

void cn_release_signals(void) {
    if (ends[0] < 0) return;
    for (int i = 0; i < caught_count; i++) sigaction(caught[i], &actions_before[i], NULL);
    close(ends[0]);
    close(ends[1]);
    ends[0] = ends[1] = -1;
}
