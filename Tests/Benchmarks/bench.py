#!/usr/bin/env python3
"""Measures the workbench against floors written in C, in one run on one machine.

    bench.py --floors FOLDER [--full] [--only WORD] BINARY

`--full` takes the whole times (20 s and 60 s of streaming); without it they are a quarter of that.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import threading
import time

from load import Load, LongEvent
from screen import Screen

MARK = "\u25c6"  # in the last chunk


class Subject:
    """A program to measure: how it is started, and what its first picture shows."""

    def __init__(self, name, command, environment, mark="Parameters"):
        self.name, self.command, self.environment, self.mark = name, command, environment, mark

    def open(self, *load):
        screen = Screen(self.command(*(load or (0, 0))), self.environment)
        screen.first_paint = screen.wait_for(self.mark)
        # What a program does after its first picture is not what is measured.
        screen.drain(0.4)
        return screen


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


# Figures: each takes a subject and returns numbers.


def first_paint(subject, load, bench):
    times = []
    for _ in range(20):
        with Screen(subject.command(0, 0), subject.environment) as screen:
            times.append(screen.wait_for(subject.mark) * 1000)
    return [statistics.median(times)]


def keys(screen, number, rest):
    """Milliseconds from a key to its character on the screen."""
    times = []
    for index in range(number):
        # A character that nothing else on the screen holds.
        key = chr(0x5000 + index % 2000)
        screen.output = b""
        screen.type(key)
        times.append(screen.wait_for(key) * 1000)
        screen.type(b"\x7f")
        screen.drain(rest)
    return [percentile(times, 0.5), percentile(times, 0.99)]


def key_when_idle(subject, load, bench):
    with subject.open() as screen:
        return keys(screen, 300, 0.01)


def key_while_streaming(subject, load, bench, kind="plain"):
    with subject.open(20_000, 1000, kind) as screen:
        screen.type("go\r")
        screen.drain(1)
        return keys(screen, 300, 0.02)


def key_while_markdown_streams(subject, load, bench):
    return key_while_streaming(subject, load, bench, "markdown")


def behind_the_server(subject, load, bench):
    seconds = bench.seconds(20)
    with subject.open(1000 * seconds, 1000) as screen:
        screen.type("go\r")
        screen.wait_for(MARK, timeout=seconds + 60)
        shown = time.monotonic()
        return [(shown - load.last_sent()) * 1000]


def cpu_of(subject, load, count, rate=0, runs=1, kind="plain"):
    """Seconds of processor time from the prompt until the answer is there and at rest."""
    times = []
    for _ in range(runs):
        with subject.open(count, rate, kind) as screen:
            before = screen.cpu()
            screen.type("go\r")
            screen.wait_for(MARK, timeout=300)
            load.last_sent()
            screen.drain(0.5)
            times.append(screen.cpu() - before)
            screen.quit()
    return statistics.median(times)


def cpu_at_full_speed(subject, load, bench):
    return [cpu_of(subject, load, 20_000, runs=5)]


def cpu_at_reading_speed(subject, load, bench, kind="plain"):
    seconds = bench.seconds(60)
    return [cpu_of(subject, load, 100 * seconds, 100, kind=kind) * 60 / seconds]


def cpu_at_reading_speed_of_markdown(subject, load, bench):
    return cpu_at_reading_speed(subject, load, bench, "markdown")


def bytes_at_reading_speed(subject, load, bench, kind="plain"):
    """Kilobytes to the terminal in each second, with all panes on the screen."""
    seconds = bench.seconds(20)
    with subject.open(100 * seconds, 100, kind) as screen:
        before = screen.bytes_read
        screen.type("go\r")
        screen.wait_for(MARK, timeout=seconds + 60)
        return [(screen.bytes_read - before) / seconds / 1000]


def bytes_of_markdown(subject, load, bench):
    return bytes_at_reading_speed(subject, load, bench, "markdown")


def pasted(subject, load, bench):
    """Milliseconds until the end of 1 MiB that is pasted is on the screen, and until a key in it is."""
    text = "The quick brown fox 还有汉字 jumps over it. " * 2 + "\n"
    whole = (text * ((1 << 20) // len(text.encode())) + MARK).encode()
    whole = b"\x1b[200~" + whole + b"\x1b[201~"
    times = []
    for _ in range(5):
        # Each has a library of its own, or the draft would be there already.
        with subject.open() as screen:
            started = time.perf_counter()
            writer = threading.Thread(target=screen.type_all, args=(whole,))
            writer.start()
            screen.wait_for(MARK)
            times.append((time.perf_counter() - started) * 1000)
            writer.join()
            screen.drain(1.5)
            key = keys(screen, 20, 0.05)[0]
    return [statistics.median(times), key]


def cpu_by_length(subject, load, bench):
    """A chunk of a long answer against one of a short answer."""
    once = cpu_of(subject, load, 10, runs=5)
    long = (cpu_of(subject, load, 20_000, runs=5) - once) / 20_000
    short = (cpu_of(subject, load, 2_000, runs=5) - once) / 2_000
    return [long / short if short > 0 else float("nan")]


def memory(subject, load, bench):
    with subject.open(20_000) as screen:
        start = screen.memory()
        screen.type("go\r")
        screen.wait_for(MARK, timeout=120)
        load.last_sent()
        screen.drain(0.5)
        return [start, screen.memory()]


def idle(subject, load, bench):
    """Milliseconds of processor time and bytes written in each second of doing nothing."""
    with subject.open() as screen:
        screen.drain(2)
        cpu, written = screen.cpu(), screen.bytes_read
        screen.drain(bench.seconds(20))
        seconds = bench.seconds(20)
        return [
            (screen.cpu() - cpu) * 1000 / seconds,
            (screen.bytes_read - written) / seconds,
        ]


def key_in_list(subject, count, opening, mark):
    """Milliseconds until a list answers a letter that all of its rows hold."""
    times = []
    with subject.open(count) as screen:
        screen.type(opening)
        screen.wait_for(mark)
        for _ in range(100):
            screen.drain(0.03)
            pressed = time.perf_counter()
            screen.type("e")
            screen.read(10)
            times.append((time.perf_counter() - pressed) * 1000)
            screen.type(b"\x7f")
    return percentile(times, 0.5)


def key_in_models(subject, load, bench):
    small, *large = (key_in_list(subject, count, b"\x07", "model-3") for count in (50, 5_000, 65_000))
    return [time / small for time in large]


def key_in_sessions(subject, load, bench):
    small, large = (
        key_in_list(bench.workbench(sessions=count), 0, b"\x0f", f"title {count - 3}")
        for count in (50, 10_000)
    )
    return [large / small]


def step_in_sessions(subject, load, bench):
    """Milliseconds until the row below is selected."""
    figures = []
    for count in (500, 100_000):
        times = []
        with bench.workbench(sessions=count).open() as screen:
            screen.type(b"\x0f")
            screen.wait_for(f"title {count - 3}")
            for _ in range(100):
                screen.drain(0.03)
                pressed = time.perf_counter()
                screen.type(b"\x1b[B")
                screen.read(10)
                times.append((time.perf_counter() - pressed) * 1000)
        figures.append(percentile(times, 0.5))
    return figures


def key_in_conversation(subject, load, bench):
    """A character in the prompt below a long conversation, against one below a short one."""
    small, large = (
        keys_below(bench.conversation(turns), 100) for turns in (20, 10_000)
    )
    return [large, large / small]


def keys_below(subject, number, opening=b""):
    with subject.open() as screen:
        screen.type(opening)
        screen.drain(1)
        return keys(screen, number, 0.03)[0]


def conversation_opened(subject, load, bench):
    """Milliseconds from the start to the last turn, beyond those to an empty workbench."""
    empty, *_ = first_paint(bench.workbench(), load, bench)
    subject, times = bench.conversation(10_000), []
    for _ in range(5):
        with Screen(subject.command(0, 0), subject.environment) as screen:
            times.append(screen.wait_for("turn 9999 ends") * 1000)
    return [statistics.median(times) - empty]


def key_with_preview(subject, load, bench):
    return [keys_below(bench.conversation(1_000), 50, b"\x1br")]


def step_in_event(bench, size):
    """Milliseconds until an unfolded event has moved by a line."""
    event = LongEvent(size)
    try:
        with bench.workbench(load=event).open() as screen:
            screen.type("go\r")
            screen.wait_for("bytes.")
            screen.drain(1)
            # The traffic pane, its first event, unfolded.
            for key in (b"\x1b4", b"\x1b[H", b"\r"):
                screen.type(key)
                screen.drain(0.5)
            times = []
            for _ in range(100):
                pressed = time.perf_counter()
                screen.type("j")
                screen.read(10)
                times.append((time.perf_counter() - pressed) * 1000)
                screen.drain(0.03)
            return percentile(times, 0.5)
    finally:
        event.stop()


def step_in_long_event(subject, load, bench):
    small, large = (step_in_event(bench, size) for size in (9_000, 900_000))
    return [large, large / small]


FIGURES = [
    # title, unit, function, floor if a floor has such a thing, aims, format
    ("first paint", "ms", first_paint, "paint", ["10"], "{:.1f}"),
    ("key to screen, idle, p50 / p99", "ms", key_when_idle, "echo", ["0.3", "1.5"], "{:.2f}"),
    ("the same at 1,000 chunks/s", "ms", key_while_streaming, "chat", ["0.5", "3"], "{:.2f}"),
    ("the same at 1,000 Markdown chunks/s", "ms", key_while_markdown_streams, "chat", ["3 x floor", "-"], "{:.2f}"),
    ("behind the server at 1,000 chunks/s", "ms", behind_the_server, "chat", ["30"], "{:.1f}"),
    ("CPU for 20,000 chunks at full speed", "s", cpu_at_full_speed, "chat", ["0.1"], "{:.3f}"),
    ("CPU for 60 s at 100 chunks/s", "s", cpu_at_reading_speed, "chat", ["1.5 x floor"], "{:.2f}"),
    ("the same of Markdown", "s", cpu_at_reading_speed_of_markdown, "chat", ["2 x floor"], "{:.2f}"),
    ("bytes at 100 chunks/s", "kB/s", bytes_at_reading_speed, "chat", ["12"], "{:.1f}"),
    ("the same of Markdown, bytes", "kB/s", bytes_of_markdown, "chat", ["12"], "{:.1f}"),
    ("1 MiB pasted / a key in it", "ms", pasted, None, ["30", "2"], "{:.1f}"),
    ("CPU of a chunk, 20,000 against 2,000", "x", cpu_by_length, "chat", ["1.05"], "{:.2f}"),
    ("key, 5,000 / 65,000 models to 50", "x", key_in_models, None, ["2", "8"], "{:.2f}"),
    ("key, 10,000 sessions to 50", "x", key_in_sessions, None, ["2"], "{:.2f}"),
    ("row, 500 / 100,000 sessions", "ms", step_in_sessions, None, ["1", "1"], "{:.2f}"),
    ("key, 10,000 turns / to 20", "ms, x", key_in_conversation, None, ["-", "2"], "{:.2f}"),
    ("10,000 turns opened and shown", "ms", conversation_opened, None, ["60"], "{:.1f}"),
    ("key, next request of 1,000 turns", "ms", key_with_preview, None, ["3"], "{:.2f}"),
    ("a step in an event of 0.9 MB, to 9 kB", "ms / x", step_in_long_event, None, ["3", "2"], "{:.2f}"),
    ("memory at start / after 20,000 chunks", "MB", memory, "chat", ["25", "30"], "{:.1f}"),
    ("idle CPU ms/s / bytes/s", "", idle, "chat", ["0", "0"], "{:.2f}"),
]


class Bench:
    def __init__(self, options):
        self.options = options
        self.home = tempfile.mkdtemp(prefix="fader-bench-")
        self.load = Load(os.path.join(options.floors, "chunks"))
        self.runs = 0

    def seconds(self, whole):
        return whole if self.options.full else max(5, whole // 4)

    def environment(self):
        return {
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", ""),
            "HOME": self.home,
        }

    def workbench(self, sessions=0, load=None):
        binary = os.path.abspath(self.options.binary)
        if self.options.floor_as_subject:
            return Subject("subject", lambda *load: [binary, self.load.base(*load)], self.environment())
        library = os.path.join(self.home, f"{sessions}-sessions.sqlite") if sessions else None
        subject = Subject(
            os.path.basename(binary),
            lambda *wanted: self.fader(binary, library, load or self.load, *wanted),
            self.environment(),
        )
        if library:
            with subject.open() as screen:
                screen.quit()
            self.fill(library, sessions)
        return subject

    def fader(self, binary, library, load, *wanted):
        self.runs += 1
        library = library or os.path.join(self.home, f"{self.runs}.sqlite")
        url = load.base(*wanted)
        return [binary, "open", "--new", "--base-url", url, "--model", "load", "--library", library]

    def conversation(self, turns):
        """A workbench with one long session open."""
        path = os.path.join(self.home, f"{turns}-turns.sqlite")
        binary = os.path.abspath(self.options.binary)
        environment = self.environment()
        if not os.path.exists(path):
            new = lambda *load: self.fader(binary, path, self.load, *load)
            with Subject("new", new, environment).open() as screen:
                screen.quit()
            self.fill_turns(path, turns)
        command = [binary, "open", "--session", "long", "--library", path]
        return Subject(os.path.basename(binary), lambda *load: command, environment)

    def fill_turns(self, path, turns):
        rows = (
            (
                f"t{number}",
                f"t{number - 1}" if number else None,
                "assistant" if number % 2 else "user",
                "Words and more words, 还有汉字. " * (12 if number % 2 else 2) + f"turn {number} ends",
                number,
            )
            for number in range(turns)
        )
        with sqlite3.connect(path) as library:
            library.execute(
                "INSERT INTO session (id, title, created, updated, provider, model, parameters, system, head)"
                f" VALUES ('long', 'long', 1, 1, 'practice', 'practice', '{{}}', '', 't{turns - 1}')"
            )
            library.executemany(
                "INSERT INTO turn (session, id, parent, role, content, reasoning, state, created)"
                " VALUES ('long', ?, ?, ?, ?, '', 'done', ?)",
                rows,
            )

    def fill(self, path, sessions):
        """Puts sessions into a library, the newest of which has the highest number."""
        rows = ((f"s{number}", f"title {number}", number, number) for number in range(sessions))
        with sqlite3.connect(path) as library:
            library.executemany(
                "INSERT INTO session (id, title, created, updated, provider, model, parameters, system)"
                " VALUES (?, ?, ?, ?, 'generic', 'load', '{}', '')",
                rows,
            )

    def floor(self, name):
        program = os.path.join(os.path.abspath(self.options.floors), name)
        return Subject(name, lambda *load: [program, self.load.base(*load)], self.environment())

    def run(self):
        subject = self.workbench()
        print(f"{'figure':<40} {subject.name:>16} {'C floor':>16} {'ratio':>13}   aim")
        for title, unit, measure, floor, aims, form in FIGURES:
            if self.options.only and self.options.only not in title:
                continue
            ours = measure(subject, self.load, self)
            least = measure(self.floor(floor), self.load, self) if floor else []
            self.print_row(f"{title}, {unit}".rstrip(", "), ours, least, aims, form)
        self.print_notes()

    def print_row(self, title, ours, least, aims, form):
        def join(values):
            return " / ".join(form.format(value) for value in values)

        ratios = [f"{a / b:.1f}" if b > 0 else "-" for a, b in zip(ours, least)] or ["-"]
        row = f"{title:<40} {join(ours):>16} {join(least) or '-':>16} {' / '.join(ratios):>13}"
        print(f"{row}   {' / '.join(aims)}", flush=True)

    def print_notes(self):
        if self.options.only:
            return
        linked = first_paint(self.floor("paint-curl"), self.load, self)[0]
        print(f"first paint of ncurses linked to libcurl: {linked:.1f} ms")
        curl = ["curl", "-sN", "-o", "/dev/null", "-d", "{}"]
        url = self.load.base(20_000, 0) + "/chat/completions"
        before = os.times()
        subprocess.run(curl + [url], check=True)
        after = os.times()
        used = after.children_user + after.children_system
        used -= before.children_user + before.children_system
        print(f"CPU of `curl -N -o /dev/null` for the same 20,000 chunks: {used:.3f} s")

    def close(self):
        self.load.stop()
        shutil.rmtree(self.home, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description="Measure the workbench against floors in C.")
    parser.add_argument("--floors", required=True, help="folder of the floors")
    parser.add_argument("--full", action="store_true", help="the whole times of the table")
    parser.add_argument("--only", help="figures whose title holds this")
    parser.add_argument("--floor-as-subject", action="store_true", help="BINARY is `chat`")
    parser.add_argument("binary")
    bench = Bench(parser.parse_args())
    try:
        bench.run()
    finally:
        bench.close()


if __name__ == "__main__":
    main()
