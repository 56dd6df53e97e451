// The floor of the first paint: a 120×40 workbench on bare ncurses, until ctrl-q.

#include <locale.h>
#include <ncursesw/curses.h>
#include <unistd.h>

static void pane(int row, int column, int rows, int columns, const char *title) {
    WINDOW *box_of_pane = subwin(stdscr, rows, columns, row, column);
    if (box_of_pane == NULL) return;
    box(box_of_pane, 0, 0);
    mvwaddstr(box_of_pane, 0, 2, title);
    for (int line = 1; line < rows - 1; line++) {
        mvwaddnstr(box_of_pane, line, 2,
                   "top_p keeps the most likely words until their share is reached, and draws from these",
                   columns - 4);
    }
}

int main(void) {
    setlocale(LC_CTYPE, "");
    initscr();
    raw();
    noecho();
    start_color();
    mvaddstr(0, 1, "Fader  nucleus sampling, explained");
    pane(1, 0, 22, 70, " Conversation ");
    pane(1, 70, 22, 50, " Parameters ");
    pane(23, 0, 12, 70, " Traffic ");
    pane(23, 70, 12, 50, " Usage ");
    pane(35, 0, 4, 120, "");
    mvaddstr(39, 1, "enter send  alt-enter newline  tab pane  ^p commands  ? help");
    refresh();
    char key = 0;
    while (key != 0x11 && read(0, &key, 1) == 1) {}
    endwin();
    return 0;
}
