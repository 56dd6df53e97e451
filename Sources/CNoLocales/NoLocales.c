// Foundation brings ICU, and ICU a table of 34 MB: how each language and region writes dates, numbers and names. It
// was half of the release, and nobody here asks for any of it: what Fader and its dependencies take of Foundation is
// bytes, locks and addresses. A static link takes this empty table in its place, as ICU's own "stubdata" library does;
// who asks is then told that the data is missing. A link with shared libraries, as the tests have it, does not see it.
//
// The name ends in the version of ICU that Swift brings. Under another one this table is not taken, and the release is
// as large as it was.

#include <stdint.h>

struct header {
    uint16_t size;
    uint8_t magic[2];
    uint16_t info_size, reserved;
    uint8_t is_big_endian, charset, character_size, padding;
    uint8_t format[4], format_version[4], data_version[4];
    uint8_t rest[8];
    uint32_t count, offset;
};

__attribute__((visibility("hidden"), aligned(16))) const struct header icudt76_dat = {
    .size = 32,
    .magic = {0xda, 0x27},
    .info_size = 20,
    .is_big_endian = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__,
    .character_size = 2,
    .format = {'T', 'o', 'C', 'P'},
    .format_version = {1},
};
