// The floor of streaming: a chat client on bare ncurses and libcurl. It records nothing, wraps
// nothing and trusts everything; enter sends, ctrl-q quits.
//
//     chat BASE_URL

#include <curl/curl.h>
#include <locale.h>
#include <ncursesw/curses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static WINDOW *answer, *composer;
static char prompt[4096];
static size_t prompt_length;
static char line[65536];
static size_t line_length;
static bool changed;

static long long now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000LL + time.tv_nsec / 1000000;
}

static void show_composer(void) {
    werase(composer);
    mvwaddstr(composer, 0, 0, "> ");
    waddnstr(composer, prompt, (int)prompt_length);
    wnoutrefresh(composer);
    doupdate();
}

// The only part of an event that this client knows.
static void show_event(const char *event) {
    const char *start = strstr(event, "\"content\":\"");
    if (start == NULL) return;
    char text[4096];
    size_t length = 0;
    for (const char *next = start + 11; *next && *next != '"' && length < sizeof text - 1; next++) {
        if (*next == '\\' && next[1]) {
            next++;
            text[length++] = *next == 'n' ? '\n' : *next;
        } else {
            text[length++] = *next;
        }
    }
    text[length] = 0;
    waddstr(answer, text);
    changed = true;
}

static size_t take(char *bytes, size_t size, size_t count, void *context) {
    (void)context;
    for (size_t i = 0; i < size * count; i++) {
        if (bytes[i] == '\n') {
            line[line_length] = 0;
            if (strncmp(line, "data: ", 6) == 0) show_event(line + 6);
            line_length = 0;
        } else if (line_length < sizeof line - 1) {
            line[line_length++] = bytes[i];
        }
    }
    return size * count;
}

static void send_prompt(CURLM *multi, const char *base) {
    char url[1024];
    snprintf(url, sizeof url, "%s/chat/completions", base);
    CURL *request = curl_easy_init();
    curl_easy_setopt(request, CURLOPT_URL, url);
    curl_easy_setopt(request, CURLOPT_COPYPOSTFIELDS,
                     "{\"model\":\"load\",\"stream\":true,\"messages\":[]}");
    curl_easy_setopt(request, CURLOPT_WRITEFUNCTION, take);
    curl_multi_add_handle(multi, request);
    prompt_length = 0;
    show_composer();
}

static bool take_keys(CURLM *multi, const char *base) {
    char keys[256];
    ssize_t count = read(0, keys, sizeof keys);
    if (count <= 0) return false;
    for (ssize_t i = 0; i < count; i++) {
        unsigned char key = (unsigned char)keys[i];
        if (key == 0x11) return false;
        if (key == '\r' || key == '\n') {
            send_prompt(multi, base);
        } else if (key == 0x7F) {
            while (prompt_length > 0 && ((unsigned char)prompt[--prompt_length] & 0xC0) == 0x80) {}
        } else if (key >= 0x20 && prompt_length < sizeof prompt) {
            prompt[prompt_length++] = keys[i];
        }
    }
    show_composer();
    return true;
}

static void finish_requests(CURLM *multi) {
    int left = 0;
    CURLMsg *message;
    while ((message = curl_multi_info_read(multi, &left)) != NULL) {
        if (message->msg != CURLMSG_DONE) continue;
        CURL *request = message->easy_handle;
        curl_multi_remove_handle(multi, request);
        curl_easy_cleanup(request);
    }
}

int main(int count, char **arguments) {
    if (count < 2) return 2;
    setlocale(LC_CTYPE, "");
    initscr();
    raw();
    noecho();
    answer = newwin(LINES - 2, COLS, 0, 0);
    composer = newwin(1, COLS, LINES - 1, 0);
    scrollok(answer, TRUE);
    mvaddstr(LINES - 2, 0, "Parameters");
    refresh();
    show_composer();
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    struct curl_waitfd keyboard = {.fd = 0, .events = CURL_WAIT_POLLIN};
    long long painted = 0;
    for (bool open = true; open;) {
        int running = 0;
        int wait = changed ? (int)(painted + 16 - now_ms()) : 60000;
        if (wait > 0) curl_multi_poll(multi, &keyboard, 1, wait, NULL);
        struct pollfd key = {.fd = 0, .events = POLLIN};
        if (poll(&key, 1, 0) > 0) open = take_keys(multi, arguments[1]);
        curl_multi_perform(multi, &running);
        finish_requests(multi);
        if (changed && now_ms() >= painted + 16) {
            wnoutrefresh(answer);
            wnoutrefresh(composer);
            doupdate();
            painted = now_ms();
            changed = false;
        }
    }
    endwin();
    return 0;
}
