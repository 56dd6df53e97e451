// zlib for Swift, opened when the first compressed body comes: most programs never see one, and
// the first frame shall not wait for it. libcurl needs zlib itself, so it is where libcurl is.
#ifndef CZLIB_H
#define CZLIB_H

#include <stddef.h>
#include <stdint.h>

typedef enum { czlib_gzip, czlib_zlib, czlib_raw } czlib_wrapping;

typedef enum {
    // Everything that fitted was done: more input or more room is needed.
    czlib_goes_on,
    // The stream is over; input may be left.
    czlib_ended,
    czlib_damaged,
} czlib_outcome;

typedef struct czlib_stream czlib_stream;

// A stream to inflate; NULL when zlib is missing or there is no memory.
czlib_stream *_Nullable czlib_open(czlib_wrapping wrapping);
// The same stream once more, as far as it is; NULL when there is no memory.
czlib_stream *_Nullable czlib_copy(czlib_stream *_Nonnull stream);
// Begins anew, for another member of the same wrapping.
void czlib_restart(czlib_stream *_Nonnull stream);
void czlib_close(czlib_stream *_Nonnull stream);

// Inflates, and sets the counts to what was taken and given.
czlib_outcome czlib_inflate(
    czlib_stream *_Nonnull stream, const uint8_t *_Nullable input, size_t *_Nonnull input_count,
    uint8_t *_Nonnull output, size_t *_Nonnull output_count
);

#endif
