#include "CZlib.h"

#include <dlfcn.h>
#include <limits.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct czlib_stream {
    z_stream zlib;
};

// The functions by their own types; none of them is linked.
static struct {
    __typeof__(&inflateInit2_) init;
    __typeof__(&inflate) inflate;
    __typeof__(&inflateValidate) validate;
    __typeof__(&inflateReset) reset;
    __typeof__(&inflateCopy) copy;
    __typeof__(&inflateEnd) end;
} functions;

static bool is_open;

static void open_library(void) {
    void *library = dlopen("libz.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    *(void **)&functions.init = dlsym(library, "inflateInit2_");
    *(void **)&functions.inflate = dlsym(library, "inflate");
    *(void **)&functions.validate = dlsym(library, "inflateValidate");
    *(void **)&functions.reset = dlsym(library, "inflateReset");
    *(void **)&functions.copy = dlsym(library, "inflateCopy");
    *(void **)&functions.end = dlsym(library, "inflateEnd");
    is_open = functions.init && functions.inflate && functions.validate && functions.reset &&
              functions.copy && functions.end;
}

static int window_bits(czlib_wrapping wrapping) {
    switch (wrapping) {
    case czlib_gzip: return 16 + MAX_WBITS;
    case czlib_zlib: return MAX_WBITS;
    case czlib_raw: return -MAX_WBITS;
    }
    return MAX_WBITS;
}

czlib_stream *czlib_open(czlib_wrapping wrapping) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_library);
    if (!is_open) return NULL;
    czlib_stream *stream = calloc(1, sizeof *stream);
    if (!stream) return NULL;
    int bits = window_bits(wrapping);
    if (functions.init(&stream->zlib, bits, ZLIB_VERSION, sizeof stream->zlib) == Z_OK) {
        // Checksums are not looked at.
        functions.validate(&stream->zlib, 0);
        return stream;
    }
    free(stream);
    return NULL;
}

czlib_stream *czlib_copy(czlib_stream *stream) {
    czlib_stream *copy = calloc(1, sizeof *copy);
    if (!copy) return NULL;
    if (functions.copy(&copy->zlib, &stream->zlib) == Z_OK) return copy;
    free(copy);
    return NULL;
}

void czlib_restart(czlib_stream *stream) { functions.reset(&stream->zlib); }

void czlib_close(czlib_stream *stream) {
    functions.end(&stream->zlib);
    free(stream);
}

// Before 1.2.12 the length at the end of a member is looked at all the same.
static bool is_wrong_length(const char *message) {
    return message && !strcmp(message, "incorrect length check");
}

static uInt bounded(size_t count) { return count < UINT_MAX ? (uInt)count : UINT_MAX; }

czlib_outcome czlib_inflate(
    czlib_stream *stream, const uint8_t *input, size_t *input_count, uint8_t *output,
    size_t *output_count
) {
    z_stream *zlib = &stream->zlib;
    zlib->next_in = (Bytef *)input;
    zlib->avail_in = bounded(*input_count);
    zlib->next_out = output;
    zlib->avail_out = bounded(*output_count);
    int code = functions.inflate(zlib, Z_SYNC_FLUSH);
    *input_count = zlib->next_in - input;
    *output_count = zlib->next_out - output;
    switch (code) {
    case Z_STREAM_END: return czlib_ended;
    case Z_OK:
    case Z_BUF_ERROR: return czlib_goes_on;
    default: return is_wrong_length(zlib->msg) ? czlib_ended : czlib_damaged;
    }
}
