#include "CNcurses.h"

#include <wchar.h>

static int (*width_of)(uint32_t scalar);

void cn_use_widths(int (*width)(uint32_t scalar)) { width_of = width; }

int cn_width(uint32_t scalar) {
    if (scalar >= 0x20 && scalar < 0x7F) return 1;
    if (scalar < 0x20 || scalar < 0xA0) return scalar == 0 ? 0 : -1;
    return width_of == NULL ? 1 : width_of(scalar);
}

// The C library's table is older than the emoji that models write; a symbol of the executable
// comes before the library's, so ncursesw finds this one.
__attribute__((visibility("default"))) int wcwidth(wchar_t scalar) {
    // The emoji selector stands in a cell of its own, the second column of its emoji.
    return scalar == 0xFE0F ? 1 : cn_width((uint32_t)scalar);
}
