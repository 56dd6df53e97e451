#include "CNcurses.h"

#include <termios.h>

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

static bool default_colors;
static int shown_cursor = -1;
// How the terminal is set while it is ours. ncurses does not see it any more after `cn_open`.
static struct termios ours;

CNOpening cn_examine(const char *term) {
    int why = 0;
    TERMINAL *before = cur_term;
    if (setupterm(term, 1, &why) != OK) return CNUnknownTerminal;
    const char *place = tigetstr("cup");
    CNOpening answer = (place == NULL || place == (char *)-1) ? CNUnfitTerminal : CNOpened;
    TERMINAL *examined = set_curterm(before);
    del_curterm(examined);
    return answer;
}

int cn_colors_of(const char *term) {
    int why = 0;
    TERMINAL *before = cur_term;
    if (setupterm(term, 1, &why) != OK) return 0;
    int colors = tigetnum("colors");
    TERMINAL *examined = set_curterm(before);
    del_curterm(examined);
    return colors > 0 ? colors : 0;
}

const char *cn_version(void) {
    return curses_version();
}

CNOpening cn_open(const char *term) {
    CNOpening examined = cn_examine(term);
    if (examined != CNOpened) return examined;
    use_tioctl(TRUE);
    FILE *output = cn_begin_output();
    if (output == NULL || newterm(term, output, stdin) == NULL) return CNOpenFailed;
    // It would undo a palette that the person has set for all programs.
    orig_colors = NULL;
    raw();
    noecho();
    // Return and ctrl-j stay two keys.
    nonl();
    typeahead(-1);
    scrollok(stdscr, FALSE);
    shown_cursor = -1;
    tcgetattr(0, &ours);
    cn_gather_output(output);
    return CNOpened;
}

void cn_leave(void) {
    endwin();
    cn_add_page();
    shown_cursor = -1;
}

void cn_come_back(void) {
    tcsetattr(0, TCSANOW, &ours);
    clearok(curscr, TRUE);
}

int cn_start_colors(void) {
    if (!has_colors() || start_color() != OK) return 0;
    default_colors = use_default_colors() == OK;
    return COLORS;
}

bool cn_has_default_colors(void) { return default_colors; }

int cn_pair_count(void) { return COLOR_PAIRS; }

bool cn_define_pair(int pair, int foreground, int background) {
    return init_extended_pair(pair, foreground, background) == OK;
}

static attr_t attributes_of(int bits) {
    attr_t attributes = A_NORMAL;
    if (bits & CNBold) attributes |= A_BOLD;
    if (bits & CNDim) attributes |= A_DIM;
    if (bits & CNItalic) attributes |= A_ITALIC;
    if (bits & CNUnderline) attributes |= A_UNDERLINE;
    if (bits & CNReverse) attributes |= A_REVERSE;
    return attributes;
}

// Controls, bidi controls, tags and what is no character: ncurses sends whatever stands in the
// later places of a cell as it is, so this is the last gate before the terminal.
static bool is_refused(uint32_t scalar) {
    if (scalar < 0x20 || (scalar >= 0x7F && scalar <= 0x9F)) return true;
    if (scalar >= 0x202A && scalar <= 0x202E) return true;
    if (scalar >= 0x2066 && scalar <= 0x2069) return true;
    if (scalar == 0x2028 || scalar == 0x2029 || scalar == 0x200E || scalar == 0x200F) return true;
    if (scalar >= 0xD800 && scalar <= 0xDFFF) return true;
    return scalar == 0xFEFF || (scalar >= 0xE0000 && scalar <= 0xE00FF) || scalar > 0x10FFFF;
}

int cn_scalars_per_cell(void) { return CCHARW_MAX; }

void cn_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
    cchar_t cell;
    if (setcchar(&cell, L" ", attributes_of(attributes), 0, &pair) != OK) return;
    int used = 0;
    for (int i = 0; i < count && used < CCHARW_MAX; i++) {
        // A refused first scalar leaves the blank; without a base nothing may follow.
        if (is_refused(scalars[i])) {
            if (i == 0) break;
            continue;
        }
        cell.chars[used++] = (wchar_t)scalars[i];
    }
    mvadd_wch(row, column, &cell);
}

static void show_cursor(int visible) {
    if (visible == shown_cursor) return;
    curs_set(visible);
    shown_cursor = visible;
}

void cn_update(int row, int column) {
    if (row >= 0) wmove(stdscr, row, column);
    if (row < 0) show_cursor(0);
    wnoutrefresh(stdscr);
    doupdate();
    if (row >= 0) show_cursor(1);
    cn_add_page();
}

void cn_resize(int height, int width) {
    resize_term(height, width);
    clearok(curscr, TRUE);
}

void cn_distrust_screen(void) { clearok(curscr, TRUE); }

void cn_distrust_row(int row) { wredrawln(stdscr, row, 1); }
