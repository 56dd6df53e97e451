#include "CCurl.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// The functions by their own types; none of them is linked.
static struct {
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_version) version;
    __typeof__(&curl_version_info) version_info;
    __typeof__(&curl_easy_init) easy_init;
    __typeof__(&curl_easy_cleanup) easy_cleanup;
    CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
    CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
    __typeof__(&curl_easy_pause) easy_pause;
    __typeof__(&curl_easy_strerror) easy_strerror;
    __typeof__(&curl_slist_append) slist_append;
    __typeof__(&curl_slist_free_all) slist_free_all;
    __typeof__(&curl_multi_init) multi_init;
    __typeof__(&curl_multi_cleanup) multi_cleanup;
    CURLMcode (*multi_setopt)(CURLM *, CURLMoption, ...);
    __typeof__(&curl_multi_add_handle) multi_add_handle;
    __typeof__(&curl_multi_remove_handle) multi_remove_handle;
    __typeof__(&curl_multi_perform) multi_perform;
    __typeof__(&curl_multi_poll) multi_poll;
    __typeof__(&curl_multi_wakeup) multi_wakeup;
    __typeof__(&curl_multi_info_read) multi_info_read;
} curl;

static const struct {
    const char *name;
    void *place;
} wanted[] = {
    {"curl_global_init", &curl.global_init},
    {"curl_version", &curl.version},
    {"curl_version_info", &curl.version_info},
    {"curl_easy_init", &curl.easy_init},
    {"curl_easy_cleanup", &curl.easy_cleanup},
    {"curl_easy_setopt", &curl.easy_setopt},
    {"curl_easy_getinfo", &curl.easy_getinfo},
    {"curl_easy_pause", &curl.easy_pause},
    {"curl_easy_strerror", &curl.easy_strerror},
    {"curl_slist_append", &curl.slist_append},
    {"curl_slist_free_all", &curl.slist_free_all},
    {"curl_multi_init", &curl.multi_init},
    {"curl_multi_cleanup", &curl.multi_cleanup},
    {"curl_multi_setopt", &curl.multi_setopt},
    {"curl_multi_add_handle", &curl.multi_add_handle},
    {"curl_multi_remove_handle", &curl.multi_remove_handle},
    {"curl_multi_perform", &curl.multi_perform},
    {"curl_multi_poll", &curl.multi_poll},
    {"curl_multi_wakeup", &curl.multi_wakeup},
    {"curl_multi_info_read", &curl.multi_info_read},
};

static const char *reason(char *text, size_t size, const char *what, const char *detail) {
    snprintf(text, size, "%s: %s", what, detail ? detail : "not found");
    return text;
}

// Fills `curl` when `keep`; NULL when every function is there.
static const char *open_library(const char *file, bool keep) {
    static _Thread_local char why[256];
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) return reason(why, sizeof why, file, dlerror());
    const char *missing = NULL;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        void *function = dlsym(library, wanted[i].name);
        if (!function) missing = wanted[i].name;
        if (keep) memcpy(wanted[i].place, &function, sizeof function);
    }
    if (missing) reason(why, sizeof why, file, missing);
    if (missing || !keep) dlclose(library);
    return missing ? why : NULL;
}

const char *ccurl_load(const char *file) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static char loaded[256];
    const char *why = NULL;
    pthread_mutex_lock(&lock);
    if (strcmp(loaded, file)) why = open_library(file, !*loaded);
    if (!why && !*loaded) {
        if (curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
            snprintf(loaded, sizeof loaded, "%s", file);
        else
            why = "libcurl cannot be initialised";
    }
    pthread_mutex_unlock(&lock);
    return why;
}

const char *ccurl_version(void) { return curl.version(); }
unsigned int ccurl_version_number(void) { return curl.version_info(CURLVERSION_NOW)->version_num; }

CURL *ccurl_easy(void) { return curl.easy_init(); }
void ccurl_easy_free(CURL *easy) { curl.easy_cleanup(easy); }

CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl.easy_setopt(easy, option, value);
}

CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count) {
    curl.easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
    return curl.easy_setopt(easy, CURLOPT_POSTFIELDS, bytes);
}

CURLcode ccurl_set_error_buffer(CURL *easy, char *buffer) {
    return curl.easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

CURLcode ccurl_set_lines(CURL *easy, CURLoption option, struct curl_slist *lines) {
    return curl.easy_setopt(easy, option, lines);
}

CURLcode ccurl_set_body_function(CURL *easy, ccurl_data_function function, void *context) {
    curl.easy_setopt(easy, CURLOPT_WRITEDATA, context);
    return curl.easy_setopt(easy, CURLOPT_WRITEFUNCTION, function);
}

CURLcode ccurl_set_head_function(CURL *easy, ccurl_data_function function, void *context) {
    curl.easy_setopt(easy, CURLOPT_HEADERDATA, context);
    return curl.easy_setopt(easy, CURLOPT_HEADERFUNCTION, function);
}

CURLcode ccurl_set_socket_function(CURL *easy, ccurl_socket_function function, void *context) {
    curl.easy_setopt(easy, CURLOPT_SOCKOPTDATA, context);
    return curl.easy_setopt(easy, CURLOPT_SOCKOPTFUNCTION, function);
}

CURLcode ccurl_set_send_function(CURL *easy, ccurl_send_function function, void *context) {
    curl.easy_setopt(easy, CURLOPT_PREREQDATA, context);
    return curl.easy_setopt(easy, CURLOPT_PREREQFUNCTION, function);
}

long ccurl_get_long(CURL *easy, CURLINFO info) {
    long value = 0;
    curl.easy_getinfo(easy, info, &value);
    return value;
}

curl_off_t ccurl_get_size(CURL *easy, CURLINFO info) {
    curl_off_t value = 0;
    curl.easy_getinfo(easy, info, &value);
    return value;
}

const char *ccurl_get_text(CURL *easy, CURLINFO info) {
    char *value = NULL;
    curl.easy_getinfo(easy, info, &value);
    return value;
}

CURLcode ccurl_resume(CURL *easy) { return curl.easy_pause(easy, CURLPAUSE_CONT); }
const char *ccurl_describe(CURLcode code) { return curl.easy_strerror(code); }

struct curl_slist *ccurl_lines_add(struct curl_slist *lines, const char *line) {
    struct curl_slist *longer = curl.slist_append(lines, line);
    return longer ? longer : lines;
}

void ccurl_lines_free(struct curl_slist *lines) {
    for (struct curl_slist *line = lines; line; line = line->next)
        explicit_bzero(line->data, strlen(line->data));
    curl.slist_free_all(lines);
}

CURLM *ccurl_multi(void) { return curl.multi_init(); }
void ccurl_multi_free(CURLM *multi) { curl.multi_cleanup(multi); }

CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl.multi_setopt(multi, option, value);
}

CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy) { return curl.multi_add_handle(multi, easy); }

CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy) {
    return curl.multi_remove_handle(multi, easy);
}

CURLMcode ccurl_multi_perform(CURLM *multi) {
    int running;
    return curl.multi_perform(multi, &running);
}

CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds) {
    return curl.multi_poll(multi, NULL, 0, milliseconds, NULL);
}

CURLMcode ccurl_multi_wakeup(CURLM *multi) { return curl.multi_wakeup(multi); }

CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *code) {
    int left;
    CURLMsg *message;
    while ((message = curl.multi_info_read(multi, &left)))
        if (message->msg == CURLMSG_DONE) {
            *code = message->data.result;
            return message->easy_handle;
        }
    return NULL;
}
