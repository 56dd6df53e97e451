// FoundationNetworking, which a dependency of ours imports and nobody here calls, refers to these
// functions. Linked in the ordinary way they would load libcurl and thirty libraries behind it
// before the first frame: 4 ms and 6 MB. The release links with these in libcurl's place (see the
// Makefile), and whoever should call one gets libcurl's own, loaded then.
//
// Each takes and returns words: on every Linux ABI that Swift has, pointers, numbers and the one
// variable argument of a `setopt` or `getinfo` travel in the same registers.

#include <dlfcn.h>
#include <stddef.h>

typedef void *word;
typedef word (*function)(word, word, word, word);

static function find(const char *name) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    return library ? (function)dlsym(library, name) : NULL;
}

#define FORWARD(name)                                                                       \
    __attribute__((visibility("hidden"))) word name(word a, word b, word c, word d) {       \
        function real = find(#name);                                                        \
        return real ? real(a, b, c, d) : NULL;                                              \
    }

FORWARD(curl_easy_cleanup)
FORWARD(curl_easy_getinfo)
FORWARD(curl_easy_init)
FORWARD(curl_easy_pause)
FORWARD(curl_easy_setopt)
FORWARD(curl_easy_strerror)
FORWARD(curl_free)
FORWARD(curl_global_init)
FORWARD(curl_multi_add_handle)
FORWARD(curl_multi_assign)
FORWARD(curl_multi_cleanup)
FORWARD(curl_multi_info_read)
FORWARD(curl_multi_init)
FORWARD(curl_multi_remove_handle)
FORWARD(curl_multi_setopt)
FORWARD(curl_multi_socket_action)
FORWARD(curl_slist_append)
FORWARD(curl_slist_free_all)
FORWARD(curl_url)
FORWARD(curl_url_get)
FORWARD(curl_url_set)
FORWARD(curl_version)
FORWARD(curl_version_info)
