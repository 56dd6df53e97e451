#include "CNcurses.h"

#include <malloc.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

// Bracketed paste, focus; buttons with drag, SGR coordinates.
static const char modes_on[] = "\033[?2004h\033[?1004h";
static const char mouse_on[] = "\033[?1002h\033[?1006h";
static const char modes_off[] = "\033[?2026l\033[?1004l\033[?1006l\033[?1002l\033[?2004l";
// Keys told apart, in kitty's protocol, with what an English keyboard would have: for the screen
// that is shown, so that it is asked for after it is there and given up before it goes.
static const char keys_on[] = "\033[>5u";
static const char keys_off[] = "\033[<u";

static struct termios remembered;
static bool have_remembered;
static char way_out[512];
static size_t way_out_length;
static atomic_bool armed;
static bool uses_mouse = true;
static atomic_bool tells_keys;
static int held_errors = -1;
static int real_errors = -1;

void cn_remember_terminal(void) { have_remembered = tcgetattr(0, &remembered) == 0; }

void cn_restore_terminal(void) {
    // Not `TCSADRAIN`: what was sent may never be read.
    if (have_remembered) tcsetattr(0, TCSANOW, &remembered);
}

void cn_use_mouse(bool uses) { uses_mouse = uses; }

void cn_modes_on(void) {
    cn_add(modes_on, sizeof modes_on - 1);
    if (uses_mouse) cn_add(mouse_on, sizeof mouse_on - 1);
    cn_push();
}

void cn_modes_off(void) {
    if (tells_keys) cn_add(keys_off, sizeof keys_off - 1);
    cn_add(modes_off, sizeof modes_off - 1);
    cn_push();
}

// Adds a capability without its padding marks (`$<5>`).
static void append(const char *text) {
    if (text == NULL || text == (char *)-1) return;
    while (*text != 0 && way_out_length < sizeof way_out) {
        if (text[0] == '$' && text[1] == '<') {
            const char *end = strchr(text, '>');
            if (end == NULL) return;
            text = end + 1;
        } else {
            way_out[way_out_length++] = *text++;
        }
    }
}

void cn_prepare_way_out(void) {
    way_out_length = 0;
    append(modes_off);
    append(tigetstr("sgr0"));
    append(tigetstr("op"));
    append(tigetstr("cnorm"));
    append(tigetstr("rmcup"));
    const char *leave = tigetstr("rmcup");
    if (leave == NULL || leave == (char *)-1) append("\033[999;1H\n");
}

void cn_know_keys(void) { tells_keys = true; }

void cn_keys_on(void) {
    if (!tells_keys) return;
    cn_add(keys_on, sizeof keys_on - 1);
    cn_push();
}

// MARK: Standard error

void cn_hold_errors(void) {
    if (held_errors >= 0 || !isatty(2)) return;
    held_errors = memfd_create("stderr", MFD_CLOEXEC);
    real_errors = fcntl(2, F_DUPFD_CLOEXEC, 3);
    if (held_errors < 0 || real_errors < 0) return;
    dup2(held_errors, 2);
}

// Async-signal-safe: prints at most the last 8 KiB that were held.
static void print_held_errors(void) {
    char text[8192];
    off_t length = lseek(held_errors, 0, SEEK_END);
    off_t from = length > (off_t)sizeof text ? length - (off_t)sizeof text : 0;
    ssize_t count = pread(held_errors, text, sizeof text, from);
    if (count > 0) cn_write_at_the_end(real_errors, text, (size_t)count);
}

void cn_release_errors(void) {
    if (held_errors < 0 || real_errors < 0) return;
    print_held_errors();
    dup2(real_errors, 2);
    close(real_errors);
    close(held_errors);
    real_errors = held_errors = -1;
}

// MARK: Fatal signals

static const int fatal_signals[] = {SIGSEGV, SIGILL,  SIGTRAP, SIGABRT,   SIGBUS,  SIGFPE,  SIGSYS,
                                    SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ};
enum { fatal_signal_count = sizeof fatal_signals / sizeof fatal_signals[0] };
static struct sigaction actions_before[fatal_signal_count];
static char signal_stack[64 * 1024];

void cn_die_of(int signal) {
    if (atomic_exchange(&armed, false)) {
        if (tells_keys) cn_write_at_the_end(cn_output(), keys_off, sizeof keys_off - 1);
        cn_write_at_the_end(cn_output(), way_out, way_out_length);
        cn_restore_terminal();
        if (held_errors >= 0) print_held_errors();
    }
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(signal, &standard, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
    raise(signal);
}

void cn_arm_way_out(void) {
    // A stack overflow needs another stack to be handled on.
    stack_t own = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
    sigaltstack(&own, NULL);
    struct sigaction action = {.sa_handler = cn_die_of, .sa_flags = SA_ONSTACK};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < fatal_signal_count; i++) {
        sigaction(fatal_signals[i], &action, &actions_before[i]);
    }
    atomic_store(&armed, true);
}

void cn_disarm_way_out(void) {
    if (!atomic_exchange(&armed, false)) return;
    for (int i = 0; i < fatal_signal_count; i++) {
        sigaction(fatal_signals[i], &actions_before[i], NULL);
    }
}

void cn_keep_memory_private(void) {
    prctl(PR_SET_DUMPABLE, 0);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

void cn_keep_memory_small(void) {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

void cn_give_back_memory(void) {
    malloc_trim(0);
}
