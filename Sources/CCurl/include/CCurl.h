// libcurl for Swift, which cannot call variadic functions: one typed function for each kind of
// argument. The library is opened when it is first needed, not when the program starts: loading
// it with its TLS takes some milliseconds that the first frame should not wait for.
#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stdbool.h>
#include <stddef.h>

typedef size_t (*ccurl_data_function)(
    char *_Nullable bytes, size_t size, size_t count, void *_Nullable context
);

typedef int (*ccurl_socket_function)(
    void *_Nullable context, curl_socket_t socket, curlsocktype purpose
);
typedef int (*ccurl_send_function)(
    void *_Nullable context, char *_Nullable server, char *_Nullable here, int server_port, int port
);

// Opens libcurl; every function below may be called only after this gave NULL, and otherwise the
// answer, good until the thread's next call, says what is missing. The first file that serves is
// kept for the process. Any thread may call this, any number of times.
const char *_Nullable ccurl_load(const char *_Nonnull file);
// `libcurl/7.88.1 OpenSSL/3.0.17 …`
const char *_Nonnull ccurl_version(void);
// 0x075801 for 7.88.1.
unsigned int ccurl_version_number(void);

CURL *_Nullable ccurl_easy(void);
void ccurl_easy_free(CURL *_Nonnull easy);
CURLcode ccurl_set_long(CURL *_Nonnull easy, CURLoption option, long value);
CURLcode ccurl_set_size(CURL *_Nonnull easy, CURLoption option, curl_off_t value);
CURLcode ccurl_set_text(CURL *_Nonnull easy, CURLoption option, const char *_Nonnull value);
// libcurl keeps the pointer, not the bytes.
CURLcode ccurl_set_body(CURL *_Nonnull easy, const void *_Nonnull bytes, size_t count);
CURLcode ccurl_set_error_buffer(CURL *_Nonnull easy, char *_Nonnull buffer);
CURLcode ccurl_set_lines(CURL *_Nonnull easy, CURLoption option, struct curl_slist *_Nullable);
CURLcode ccurl_set_body_function(CURL *_Nonnull easy, ccurl_data_function _Nonnull, void *_Nonnull);
CURLcode ccurl_set_head_function(CURL *_Nonnull easy, ccurl_data_function _Nonnull, void *_Nonnull);
// Called with each new socket, before it is connected, and with each request, before any of it is
// written on a connection. CURL_SOCKOPT_ERROR and CURL_PREREQFUNC_ABORT end the transfer.
CURLcode ccurl_set_socket_function(CURL *_Nonnull easy, ccurl_socket_function _Nonnull, void *_Nonnull);
CURLcode ccurl_set_send_function(CURL *_Nonnull easy, ccurl_send_function _Nonnull, void *_Nonnull);
long ccurl_get_long(CURL *_Nonnull easy, CURLINFO info);
curl_off_t ccurl_get_size(CURL *_Nonnull easy, CURLINFO info);
const char *_Nullable ccurl_get_text(CURL *_Nonnull easy, CURLINFO info);
CURLcode ccurl_resume(CURL *_Nonnull easy);
const char *_Nonnull ccurl_describe(CURLcode code);

// Appends a copy of the line. `ccurl_lines_free` overwrites the lines first: a key may be in one.
struct curl_slist *_Nullable ccurl_lines_add(struct curl_slist *_Nullable, const char *_Nonnull);
void ccurl_lines_free(struct curl_slist *_Nullable lines);

CURLM *_Nullable ccurl_multi(void);
void ccurl_multi_free(CURLM *_Nonnull multi);
CURLMcode ccurl_multi_set_long(CURLM *_Nonnull multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *_Nonnull multi, CURL *_Nonnull easy);
CURLMcode ccurl_multi_remove(CURLM *_Nonnull multi, CURL *_Nonnull easy);
CURLMcode ccurl_multi_perform(CURLM *_Nonnull multi);
CURLMcode ccurl_multi_poll(CURLM *_Nonnull multi, int milliseconds);
CURLMcode ccurl_multi_wakeup(CURLM *_Nonnull multi);
// The next transfer that is over, and how it went; NULL when there is none.
CURL *_Nullable ccurl_multi_next_done(CURLM *_Nonnull multi, CURLcode *_Nonnull code);

#endif
