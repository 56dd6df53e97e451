// The floor of key to screen: what is read is written, until ctrl-q.

#include <string.h>
#include <termios.h>
#include <unistd.h>

int main(void) {
    struct termios before, raw;
    tcgetattr(0, &before);
    raw = before;
    cfmakeraw(&raw);
    tcsetattr(0, TCSANOW, &raw);
    if (write(1, "Parameters\r\n", 12) < 0) return 1;
    char bytes[256];
    ssize_t count;
    while ((count = read(0, bytes, sizeof bytes)) > 0 && memchr(bytes, 0x11, (size_t)count) == NULL) {
        if (write(1, bytes, (size_t)count) < 0) break;
    }
    tcsetattr(0, TCSANOW, &before);
    return 0;
}
