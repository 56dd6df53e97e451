#include "CNcurses.h"

#include <string.h>

// ncurses names both colours whenever one of them changes. What the terminal has already need not be
// said again: it is a seventh of all that a stream sends.

enum { longest = 24 };

typedef struct {
    char text[longest];
    size_t length;
} Color;

typedef enum { attribute, foreground, background, unknown } Meaning;

static size_t count_of(char sign, const char *text, size_t length) {
    size_t count = 0;
    for (size_t i = 0; i < length; i++) count += text[i] == sign;
    return count;
}

// Whether the parameters are one colour of 38 or 48, and no more.
static bool is_one_color(const char *text, size_t length) {
    size_t signs = count_of(';', text, length);
    if (text[2] == ':') return signs == 0;
    if (length < 5 || text[2] != ';' || text[4] != ';') return false;
    return count_of(':', text, length) == 0 && ((text[3] == '5' && signs == 2) || (text[3] == '2' && signs == 4));
}

static Meaning meaning_of(const char *text, size_t length) {
    bool is_number = count_of(';', text, length) + count_of(':', text, length) == 0;
    if (length == 1 && text[0] >= '1') return attribute;
    if (length == 2 && text[0] == '2' && is_number) return attribute;
    if (length == 2 && is_number && text[1] != '8') {
        if (text[0] == '3' || text[0] == '9') return foreground;
        if (text[0] == '4') return background;
    }
    if (length == 3 && is_number && memcmp(text, "10", 2) == 0) return background;
    if (length > 2 && length <= longest && text[1] == '8' && is_one_color(text, length)) {
        if (text[0] == '3') return foreground;
        if (text[0] == '4') return background;
    }
    return unknown;
}

// Whether it was another one.
static bool becomes(Color *color, const char *text, size_t length) {
    if (color->length == length && memcmp(color->text, text, length) == 0) return false;
    memcpy(color->text, text, length);
    color->length = length;
    return true;
}

// Where the parameters of a sequence end.
static size_t end_of_parameters(const char *bytes, size_t start, size_t count) {
    while (start < count && ((bytes[start] >= '0' && bytes[start] <= ';'))) start++;
    return start;
}

// Whether a sequence of colours or attributes changes anything.
static bool is_needed(Color colors[2], const char *text, size_t length) {
    switch (meaning_of(text, length)) {
    case attribute: return true;
    case foreground: return becomes(&colors[0], text, length);
    case background: return becomes(&colors[1], text, length);
    case unknown: break;
    }
    colors[0].length = colors[1].length = 0;
    return true;
}

size_t cn_thin_colors(char *bytes, size_t count) {
    Color colors[2] = {{.length = 0}, {.length = 0}};
    size_t kept = 0;
    for (size_t start = 0, end; start < count; start = end) {
        const char *next = memchr(bytes + start + 1, '\033', count - start - 1);
        end = next == NULL ? count : (size_t)(next - bytes);
        if (bytes[start] == '\033' && start + 1 < count && bytes[start + 1] == '[') {
            end = end_of_parameters(bytes, start + 2, count);
            bool is_look = end < count && bytes[end] == 'm';
            if (is_look && !is_needed(colors, bytes + start + 2, end++ - start - 2)) continue;
        }
        memmove(bytes + kept, bytes + start, end - start);
        kept += end - start;
    }
    return kept;
}
