"""A program on a terminal of 120 columns and 40 rows, with a clock."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ROWS, COLUMNS = 40, 120
CURSOR_QUERY = b"\x1b[6n"


class Screen:
    """Starts a program and takes part in what a terminal does: it reads, and answers queries."""

    def __init__(self, command, environment):
        self.bytes_read = 0
        self.output = b""
        self.started = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execve(command[0], command, environment)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.kill()

    def kill(self):
        if self.process:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.process = 0
        if self.terminal >= 0:
            os.close(self.terminal)
            self.terminal = -1

    def read(self, timeout):
        """Reads once; False when nothing came in time, or the program is gone."""
        if not select.select([self.terminal], [], [], max(0, timeout))[0]:
            return False
        try:
            data = os.read(self.terminal, 1 << 16)
        except OSError:
            return False
        self.bytes_read += len(data)
        # Enough to find what was cut in two, and no more.
        self.output = (self.output + data)[-65536:]
        for _ in range(data.count(CURSOR_QUERY)):
            os.write(self.terminal, b"\x1b[%d;2R" % ROWS)
        return True

    def type(self, text):
        os.write(self.terminal, text if isinstance(text, bytes) else text.encode())

    def type_all(self, data):
        """Writes much as a terminal does, a piece whenever there is room."""
        while data:
            data = data[os.write(self.terminal, data[:4096]) :]

    def wait_for(self, text, timeout=60):
        """Reads until a text comes and returns the time that it took; forgets what came before."""
        wanted = text.encode()
        start = time.perf_counter()
        while wanted not in self.output:
            left = start + timeout - time.perf_counter()
            if left <= 0 or not self.read(left):
                tail = re.sub(rb"\x1b\[[0-9;:?]*[a-zA-Z]", b"", self.output[-1500:])
                raise SystemExit(f"bench: waited in vain for {text!r}; last came {tail!r}")
        self.output = b""
        return time.perf_counter() - start

    def drain(self, seconds):
        """Reads all that comes in a time."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self.read(left)
        self.output = b""

    def memory(self):
        """Resident memory in MB."""
        with open(f"/proc/{self.process}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def cpu(self):
        """Seconds of processor time so far, of threads that have ended too."""
        # Linux: the clock that counts the run time of a whole process, from its id.
        return time.clock_gettime((~self.process << 3) | 2)

    def quit(self):
        """Ends the program with ctrl-q."""
        self.type(b"\x11")
        end = time.perf_counter() + 10
        while time.perf_counter() < end:
            self.read(0.02)
            if os.waitpid(self.process, os.WNOHANG)[0]:
                self.process = 0
                return
        raise SystemExit("bench: the program does not end on ctrl-q")
