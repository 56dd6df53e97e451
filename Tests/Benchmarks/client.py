#!/usr/bin/env python3
"""Measures the client and the commands against curl, in one run on one machine.

    client.py --floors FOLDER --client-bench PROGRAM [--full] [--only WORD] BINARY

`--full` streams 1,000,000 chunks; without it 200,000.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time

from load import Load


def run(command, environment):
    """Seconds on the clock and on a processor from a program's start to its end, and its peak in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"client.py: exit code {process.returncode} of {' '.join(command)}")
    wall = time.perf_counter() - start
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(ours, floor, environment, rounds):
    """The medians of both, taken in turn."""
    runs = [(run(ours, environment), run(floor, environment)) for _ in range(rounds + 1)][1:]
    return [[statistics.median(values) for values in zip(*side)] for side in zip(*runs)]


class Bench:
    def __init__(self, options):
        self.options = options
        self.home = tempfile.mkdtemp(prefix="fader-bench-")
        self.load = Load(os.path.join(options.floors, "chunks"))
        self.environment = {"LANG": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": self.home}
        if "LD_LIBRARY_PATH" in os.environ:
            self.environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]

    def close(self):
        self.load.stop()
        shutil.rmtree(self.home, ignore_errors=True)

    def send(self, count, *options):
        url = self.load.base(count, 0)
        start = [os.path.abspath(self.options.binary), "send", "--no-library"]
        return start + ["--base-url", url, "--model", "load", *options, "go"]

    def curl(self, count):
        url = self.load.base(count, 0) + "/chat/completions"
        body = '{"model":"load","messages":[{"role":"user","content":"go"}],"stream":true}'
        headers = ["-H", "Content-Type: application/json"]
        return ["curl", "-sN", *headers, "-d", body, "-o", "/dev/null", url]

    # Figures.

    def long_stream(self, title, options, aim):
        count = 1_000_000 if self.options.full else 200_000
        ours, curl = compare(self.send(count, *options), self.curl(count), self.environment, 5)
        self.row(f"{title}, {count:,} chunks, s CPU", ours[1], curl[1], aim, "{:.3f}")
        self.row(f"{title}, memory at most, MB", ours[2], curl[2], "", "{:.1f}")

    def raw(self):
        self.long_stream("send --raw", ["--raw"], "1.5 x curl -N")

    def text(self):
        self.long_stream("send", [], "4 x curl -N")

    def short_answer(self):
        ours, curl = compare(self.send(1), self.curl(1), self.environment, 25)
        self.row("one short answer, ms", ours[0] * 1e3, curl[0] * 1e3, "4 x curl", "{:.1f}")
        self.row("one short answer, ms CPU", ours[1] * 1e3, curl[1] * 1e3, "", "{:.1f}")

    def many(self):
        url = self.load.base(10_000, 0) + "/chat/completions"
        for _, threads, seconds, memory in self.ask("many", url, "64"):
            self.row("64 exchanges at once, threads", threads, 0, "not one each", "{:.0f}")
            self.row("64 exchanges of 10,000, s CPU", seconds, 0, "", "{:.3f}")
            self.row("64 exchanges, memory at most, MB", memory, 0, "", "{:.1f}")

    def memory(self):
        for title, ours, other in self.ask("memory"):
            if title.startswith("event stream"):
                self.row(f"{title}, MB/s", ours, other, "400", "{:.0f}")
            else:
                self.row(f"{title}, chunks/s", ours, other, "1,000,000", "{:,.0f}")

    def ask(self, *arguments):
        """The lines of the program that measures the libraries."""
        command = [self.options.client_bench, *arguments]
        output = subprocess.run(command, env=self.environment, text=True, stdout=subprocess.PIPE, check=True)
        for line in output.stdout.splitlines():
            title, *numbers = line.split("\t")
            yield title, *map(float, numbers)

    def row(self, title, ours, other, aim, form):
        floor, ratio = (form.format(other), f"{ours / other:.2f}") if other else ("-", "-")
        print(f"{title:<46} {form.format(ours):>12} {floor:>12} {ratio:>8}   {aim}", flush=True)

    def run(self):
        print("The floor of the event stream is memchr for its lines; the other number beside chunks/s")
        print("is Foundation's JSON alone; everything else is beside curl.")
        print(f"{'figure':<46} {'fader':>12} {'floor':>12} {'ratio':>8}   aim")
        for figure in [self.memory, self.raw, self.text, self.short_answer, self.many]:
            if not self.options.only or self.options.only in figure.__name__:
                figure()


def main():
    parser = argparse.ArgumentParser(description="Measure the client against curl.")
    parser.add_argument("--floors", required=True, help="folder of the chunk server")
    parser.add_argument("--client-bench", required=True, help="measures the libraries")
    parser.add_argument("--full", action="store_true", help="1,000,000 chunks")
    parser.add_argument("--only", help="memory, raw, text, short_answer or many")
    parser.add_argument("binary")
    options = parser.parse_args()
    bench = Bench(options)
    try:
        bench.run()
    finally:
        bench.close()


if __name__ == "__main__":
    main()
