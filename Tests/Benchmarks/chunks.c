// A provider under load: answers every request with an event stream of as many chunks, at such a
// rate, as the path says, and tells when it sent the last one.
//
//     chunks [PORT]        prints `listening http://127.0.0.1:PORT`
//
// POST /COUNT/RATE/v1/chat/completions: COUNT chunks, RATE a second, 0 as fast as they are taken.
// The last chunk holds a ◆. Then it prints `sent COUNT NANOSECONDS` by the monotonic clock.
//
// POST /COUNT/RATE/markdown/v1/chat/completions: the same, as models write Markdown.
//
// GET /COUNT/RATE/v1/models: a list of COUNT models.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

typedef struct {
    int socket;
    char bytes[65536];
    size_t used;
    bool failed;
} Sender;

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void flush(Sender *sender) {
    for (size_t sent = 0; sent < sender->used && !sender->failed;) {
        ssize_t count = write(sender->socket, sender->bytes + sent, sender->used - sent);
        if (count <= 0) sender->failed = true;
        else sent += (size_t)count;
    }
    sender->used = 0;
}

static void event(Sender *sender, const char *data) {
    if (sender->used + 1024 > sizeof sender->bytes) flush(sender);
    char *end = sender->bytes + sender->used;
    sender->used += (size_t)sprintf(end, "%zx\r\ndata: %s\n\n\r\n", strlen(data) + 8, data);
}

// Tokens of an answer with a heading, emphasis, a list, code and a table, again and again.
static const char *const markdown[] = {
    "## ", "Nucleus", " sampling", "\\n\\n", "**", "重点", "：", "**", "请", "先", "读", " `", "top", "_p", "`",
    " 的", "说明", "，", "then", " change", " the", " *", "temperature", "*", ".", " It", " flattens",
    " or", " sharpens", " the", " whole", " curve", ".\\n\\n", "1", ".", " **", "Sort", "**:", " by",
    " probability", "\\n", "2", ".", " Cut", " at", " `", "p", "`", "，", "只", "留", "下", "核", "\\n",
    "  ", " -", " keep", " the", " head", "\\n", "3", ".", " Renorm", "alise", "\\n\\n", "```", "python",
    "\\n", "def", " cut", "(probs", ",", " p", "=", "0", ".", "95", "):", "\\n", "    ", "order", " =",
    " sorted", "(probs", ")", "  #", " 降序", "\\n", "    ", "return", " order", "[:", "n", "]\\n", "```",
    "\\n\\n", "|", " name", " |", " default", " |", " 效果", " |\\n", "|---", "|--:", "|---", "|\\n", "|",
    " top", "_p", " |", " ", "1", " |", " 截", "去", "尾部", " |\\n", "|", " temperature", " |", " ", "0",
    ".7", " |", " 越高", "越", "**", "随机", "**", " |\\n\\n", ">", " See", " [", "the", " paper", "](",
    "https", "://", "example", ".com", "/p", ").\\n\\n",
};

static void content(Sender *sender, long index, bool last, bool isMarkdown) {
    char text[64], data[512];
    if (isMarkdown) {
        const char *token = markdown[index % (long)(sizeof markdown / sizeof *markdown)];
        snprintf(text, sizeof text, "%s%s", token, last ? "\\n\\n◆" : "");
    } else {
        const char *space = index % 12 == 11 ? "\\n" : " ";
        snprintf(text, sizeof text, "w%ld%s%s", index % 1000, last ? "◆" : "", space);
    }
    snprintf(data, sizeof data,
             "{\"id\":\"chatcmpl-load\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,"
             "\"model\":\"load\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"%s\"},"
             "\"finish_reason\":null}]}",
             text);
    event(sender, data);
}

static void finish(Sender *sender, long count) {
    char data[512];
    event(sender, "{\"id\":\"chatcmpl-load\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,"
                  "\"model\":\"load\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
    snprintf(data, sizeof data,
             "{\"id\":\"chatcmpl-load\",\"object\":\"chat.completion.chunk\",\"created\":1760000000,"
             "\"model\":\"load\",\"choices\":[],\"usage\":{\"prompt_tokens\":1,"
             "\"completion_tokens\":%ld,\"total_tokens\":%ld}}",
             count, count + 1);
    event(sender, data);
    event(sender, "[DONE]");
    sender->used += (size_t)sprintf(sender->bytes + sender->used, "0\r\n\r\n");
    flush(sender);
}

static void stream(Sender *sender, long count, long rate, bool isMarkdown) {
    sender->used = (size_t)sprintf(sender->bytes,
                                   "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
                                   "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n");
    long long start = now();
    for (long index = 0; index < count && !sender->failed; index++) {
        long long due = rate > 0 ? start + index * 1000000000LL / rate : 0;
        if (now() < due) {
            flush(sender);
            struct timespec time = {due / 1000000000, due % 1000000000};
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
        }
        content(sender, index, index + 1 == count, isMarkdown);
    }
    long long sent = now();
    flush(sender);
    finish(sender, count);
    if (!sender->failed) printf("sent %ld %lld\n", count, sent);
    fflush(stdout);
}

static void models(Sender *sender, long count) {
    sender->used = (size_t)sprintf(sender->bytes,
                                   "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                   "Connection: close\r\n\r\n{\"object\":\"list\",\"data\":[");
    for (long index = 0; index < count && !sender->failed; index++) {
        if (sender->used + 128 > sizeof sender->bytes) flush(sender);
        sender->used += (size_t)sprintf(sender->bytes + sender->used,
                                        "%s{\"id\":\"maker-%ld/model-%ld\",\"object\":\"model\"}",
                                        index ? "," : "", index % 50, index);
    }
    sender->used += (size_t)sprintf(sender->bytes + sender->used, "]}");
    flush(sender);
}

// Reads a request with its body; false when there is none.
static bool read_request(int socket, char *request, size_t size) {
    size_t used = 0;
    while (used + 1 < size) {
        ssize_t count = read(socket, request + used, size - used - 1);
        if (count <= 0) return false;
        used += (size_t)count;
        request[used] = 0;
        char *body = strstr(request, "\r\n\r\n");
        if (body == NULL) continue;
        char *length = strcasestr(request, "\r\ncontent-length:");
        size_t wanted = length && length < body ? strtoul(length + 17, NULL, 10) : 0;
        // A long conversation is read and thrown away.
        size_t have = used - (size_t)(body + 4 - request);
        char rest[65536];
        while (have < wanted && (count = read(socket, rest, sizeof rest)) > 0) have += (size_t)count;
        return have >= wanted;
    }
    return false;
}

static void *serve(void *argument) {
    Sender *sender = argument;
    char *request = malloc(1 << 20);
    long count = 0, rate = 0;
    int end = 0;
    if (request != NULL && read_request(sender->socket, request, 1 << 20)) {
        if (sscanf(request, "POST /%ld/%ld/markdown/%n", &count, &rate, &end) == 2 && end > 0) {
            stream(sender, count, rate, true);
        } else if (sscanf(request, "POST /%ld/%ld/v1/", &count, &rate) == 2) {
            stream(sender, count, rate, false);
        } else if (sscanf(request, "GET /%ld/%ld/v1/models", &count, &rate) == 2) {
            models(sender, count);
        }
    }
    shutdown(sender->socket, SHUT_WR);
    close(sender->socket);
    free(request);
    free(sender);
    return NULL;
}

int main(int count, char **arguments) {
    signal(SIGPIPE, SIG_IGN);
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int yes = 1;
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (count > 1) address.sin_port = htons((uint16_t)atoi(arguments[1]));
    socklen_t length = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 64) != 0) return 1;
    getsockname(listener, (struct sockaddr *)&address, &length);
    printf("listening http://127.0.0.1:%d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        int socket = accept(listener, NULL, NULL);
        if (socket < 0) continue;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        Sender *sender = calloc(1, sizeof *sender);
        pthread_t thread;
        if (sender == NULL) return 1;
        sender->socket = socket;
        if (pthread_create(&thread, NULL, serve, sender) == 0) pthread_detach(thread);
    }
}
