#!/usr/bin/env python3
"""Measures how long stopping takes, in every phase of an exchange: from the signal to the end of the
program, and to the moment in which the server sees the connection closed.

    cancel.py [--runs N] BINARY
"""

import argparse
import os
import select
import signal
import socket
import statistics
import subprocess
import tempfile
import time

AIM = 100  # milliseconds

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n"
CHUNK = b'data: {"choices":[{"index":0,"delta":{"content":"hi"}}]}\n\n'

# A network of its own, whose name server is an address where nobody is.
DEAF_NAMES = """
printf 'nameserver 192.0.2.1\\noptions timeout:30 attempts:5\\n' > "$HOME/resolv.conf" &&
mount --bind "$HOME/resolv.conf" /etc/resolv.conf && ip link set lo up &&
ip addr add 192.0.2.2/32 dev lo && ip route add 192.0.2.1/32 dev lo src 192.0.2.2 && exec "$@"
"""


def listener(backlog):
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen(backlog)
    return server


class Phase:
    """A server that brings an exchange as far as the phase, and no farther."""

    def __init__(self, title, scheme="http"):
        self.title, self.scheme = title, scheme
        self.server = listener(64)

    def url(self):
        return f"{self.scheme}://127.0.0.1:{self.server.getsockname()[1]}/v1"

    def command(self, arguments):
        return arguments

    def reach(self, process):
        """Returns the connection, once the phase is reached."""
        return self.server.accept()[0]


class Names(Phase):
    def url(self):
        return "https://api.nowhere.example/v1"

    def command(self, arguments):
        return ["unshare", "--user", "--map-root-user", "--mount", "--net", "sh", "-c", DEAF_NAMES, "sh"] + arguments

    def reach(self, process):
        wait_for_socket(f"/proc/{process.pid}/net/udp", "010200C0:0035")
        return None


class Connecting(Phase):
    """Nobody accepts, and the queue is full."""

    def __init__(self, title):
        super().__init__(title)
        self.server = listener(0)
        self.fillers = []
        for _ in range(8):
            filler = socket.socket()
            filler.setblocking(False)
            filler.connect_ex(self.server.getsockname())
            self.fillers.append(filler)

    def reach(self, process):
        port = self.server.getsockname()[1]
        # In state 02, SYN_SENT: it waits for an answer.
        wait_for_socket("/proc/net/tcp", f"0100007F:{port:04X} 02", more_than=len(self.fillers) - 1)
        return None


class FirstByte(Phase):
    def reach(self, process):
        connection = super().reach(process)
        while b"\r\n\r\n" not in connection.recv(65536):
            pass
        return connection


class Streaming(FirstByte):
    def reach(self, process):
        connection = super().reach(process)
        connection.sendall(HEAD + CHUNK)
        process.stdout.read(2)
        return connection


def wait_for_socket(table, mark, more_than=0):
    """Waits until the kernel's table (proc(5)) has a socket whose line holds the mark."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        try:
            with open(table) as lines:
                if sum(mark in line for line in lines) > more_than:
                    return
        except FileNotFoundError:
            pass
        time.sleep(0.005)


def closed(connection, process):
    """Seconds until the server sees the end, and until the program has ended."""
    start = time.monotonic()
    process.send_signal(signal.SIGINT)
    seen = None
    while connection is not None and seen is None:
        if not select.select([connection], [], [], 10)[0]:
            break
        try:
            seen = time.monotonic() - start if not connection.recv(65536) else None
        except ConnectionResetError:
            seen = time.monotonic() - start
    process.wait(timeout=60)
    return seen, time.monotonic() - start


def measure(phase, binary, runs, home):
    seen, ended = [], []
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "FADER_API_KEY": "sk-0123456789"}
    for _ in range(runs):
        arguments = [binary, "send", "--no-library", "--base-url", phase.url(), "--model", "m", "Hi"]
        process = subprocess.Popen(
            phase.command(arguments),
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        connection = phase.reach(process)
        first, last = closed(connection, process)
        if process.returncode != 130:
            return None
        if first is not None:
            seen.append(first * 1000)
        ended.append(last * 1000)
    return seen, ended


def row(title, values):
    if not values:
        return f"{title:<46} {'-':>9} {'-':>9}   {AIM}"
    return f"{title:<46} {statistics.median(values):>9.1f} {max(values):>9.1f}   {AIM}"


def main():
    parser = argparse.ArgumentParser(description="Measure how long stopping takes.")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("binary")
    options = parser.parse_args()
    phases = [
        Names("while the name is looked up"),
        Connecting("while connecting"),
        Phase("while TLS is set up", "https"),
        FirstByte("before the first byte"),
        Streaming("in mid-stream"),
    ]
    print(f"{'stopping, ms':<46} {'median':>9} {'longest':>9}   aim")
    with tempfile.TemporaryDirectory() as home:
        for phase in phases:
            result = measure(phase, os.path.abspath(options.binary), options.runs, home)
            if result is None:
                print(f"{phase.title:<46} cannot be measured here")
                continue
            seen, ended = result
            if seen:
                print(row(f"{phase.title}: the server sees it", seen))
            print(row(f"{phase.title}: the program has ended", ended), flush=True)


if __name__ == "__main__":
    main()
