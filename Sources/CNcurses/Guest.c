#include "CNcurses.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// In our own process group: what the keyboard signals reaches both, and a stop stops the job.
int cn_start_guest(char *const arguments[], char *const environment[]) {
    posix_spawnattr_t habits;
    sigset_t all, none;
    sigfillset(&all);
    sigemptyset(&none);
    if (posix_spawnattr_init(&habits) != 0) return -1;
    posix_spawnattr_setsigdefault(&habits, &all);
    posix_spawnattr_setsigmask(&habits, &none);
    posix_spawnattr_setflags(&habits, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    pid_t guest = 0;
    int problem = posix_spawn(&guest, arguments[0], NULL, &habits, arguments, environment);
    posix_spawnattr_destroy(&habits);
    return problem == 0 ? guest : -1;
}

int cn_guest_handle(int guest) { return (int)syscall(SYS_pidfd_open, guest, 0); }

int cn_guest_status(int guest) {
    int status = 0;
    pid_t ended = waitpid(guest, &status, WNOHANG);
    if (ended == 0 || (ended < 0 && errno == EINTR)) return -1;
    if (ended < 0) return 127;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
