#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

// Wide-character ncurses as functions that Swift can call, for output only: keys are read from
// the descriptor by `Terminal`. Everything here belongs to the main thread, except where it says
// otherwise.

// MARK: Display.c: what is on the screen

typedef enum {
    CNOpened,
    /// The terminal database knows no terminal of this name.
    CNUnknownTerminal,
    /// It is known, and cannot place its cursor.
    CNUnfitTerminal,
    CNOpenFailed,
} CNOpening;

/// Asks the terminal database about a name, without writing anything.
CNOpening cn_examine(const char *term);
/// How many colours the terminal database gives a name; 0 for none.
int cn_colors_of(const char *term);
/// `ncurses 6.4.20221231`
const char *cn_version(void);
/// Takes the terminal: raw mode, alternate screen, cursor hidden.
CNOpening cn_open(const char *term);
/// Adds what gives the screen back until `cn_come_back`, or for good.
void cn_leave(void);
void cn_come_back(void);

/// Starts colours and says how many there are; 0 where there are none.
int cn_start_colors(void);
/// Whether -1 may be used for the terminal's own colours.
bool cn_has_default_colors(void);
int cn_pair_count(void);
bool cn_define_pair(int pair, int foreground, int background);

/// The bits of `attributes`, as in ScreenKit's `Style.Attributes`.
enum { CNBold = 1, CNDim = 2, CNItalic = 4, CNUnderline = 8, CNReverse = 16 };

/// How many scalars one cell holds at most.
int cn_scalars_per_cell(void);
/// Puts one cluster at a place. Its first scalar decides how many columns it takes.
void cn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair);
/// Adds what has changed to what is to be sent; the cursor is hidden when `row` is negative.
void cn_update(int row, int column);
void cn_resize(int height, int width);
/// The next update paints everything, or one row, whatever is thought to be there already.
void cn_distrust_screen(void);
void cn_distrust_row(int row);

// MARK: Colors.c

/// Takes out of what ncurses wrote the colours that are there already; says how many bytes are left.
/// Nothing is known of colours before the first byte.
size_t cn_thin_colors(char *bytes, size_t count);

// MARK: Output.c: what is on its way to the terminal

/// The terminal as a file for ncurses to open.
FILE *cn_begin_output(void);
/// From here on that file is one in memory, and what ncurses writes there is ours to send.
void cn_gather_output(FILE *output);
/// Adds what ncurses has written to what is to be sent.
void cn_add_page(void);
void cn_add(const void *bytes, size_t count);
/// Sends what the terminal takes without waiting; true when nothing waits any more.
bool cn_push(void);
bool cn_is_waiting(void);
/// The descriptor that becomes writable when the terminal takes more.
int cn_output(void);
/// Waits for the terminal to take everything, but not longer; false when it did not.
bool cn_drain(int milliseconds);
/// Throws away what waits, here and in the kernel: the terminal does not read.
void cn_discard(void);
/// Writes to a terminal past everything that waits, and gives up soon. Async-signal-safe.
void cn_write_at_the_end(int descriptor, const char *bytes, size_t count);

// MARK: Width.c: how many columns a scalar takes

/// ncurses asks `wcwidth`; this program defines it, so that both use one table.
void cn_use_widths(int (*width)(uint32_t scalar));
int cn_width(uint32_t scalar);

// MARK: WayOut.c: giving the terminal back when the program dies

/// Remembers how the terminal is set, to be called before it is taken.
void cn_remember_terminal(void);
/// Sets the terminal as it was.
void cn_restore_terminal(void);
/// Learns the sequences that undo ours, to be called while the terminal is described.
void cn_prepare_way_out(void);
/// From here to `cn_disarm_way_out` a fatal signal first gives the terminal back.
void cn_arm_way_out(void);
void cn_disarm_way_out(void);
/// Keeps what is written to standard error off the screen; it is printed after leaving.
void cn_hold_errors(void);
void cn_release_errors(void);
/// No core files, and no looking in by other processes: memory holds keys and conversations.
void cn_keep_memory_private(void);

/// Has large blocks go back to the system as soon as they are free. Left alone, the allocator keeps
/// ever larger ones once one was given back, and they lie around until the end.
void cn_keep_memory_small(void);

/// Returns what the allocator holds in reserve to the system.
void cn_give_back_memory(void);
/// Whether the mouse is asked for; if nobody says, it is.
void cn_use_mouse(bool uses);
/// Switches our modes (paste, mouse, focus) on or off.
void cn_modes_on(void);
void cn_modes_off(void);
/// The terminal knows kitty's protocol for keys: `cn_keys_on` asks for it, `cn_modes_off` and the
/// way out give it up.
void cn_know_keys(void);
/// To be called when the program's own screen is there.
void cn_keys_on(void);

// MARK: Signals.c: signals as bytes in a pipe

/// Catches WINCH, TSTP, CONT, TERM, HUP, INT and QUIT; returns the descriptor to poll, or -1.
int cn_catch_signals(void);
/// The next signal that came, or 0.
int cn_next_signal(void);
/// Stops the job as ctrl-z does and returns when it goes on.
void cn_stop_job(void);
void cn_release_signals(void);

// MARK: Guest.c: another program that has the terminal for a while

/// Starts a program by its path, with the terminal as its own; its process, or -1.
int cn_start_guest(char *const arguments[], char *const environment[]);
/// A descriptor that can be read once the program has ended; -1 where the system has none.
int cn_guest_handle(int guest);
/// How it ended, 128 and more for a signal; -1 while it runs. Not to be asked for again then.
int cn_guest_status(int guest);

// MARK: Loop.c: Dispatch's main queue on the main thread

/// A descriptor that is readable when the main queue has work.
int cn_main_queue_handle(void);
void cn_drain_main_queue(void);
bool cn_is_main_thread(void);

#endif
