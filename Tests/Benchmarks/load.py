"""The chunk server, and when it sent each stream's last chunk."""

import subprocess


class Load:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[1]

    def base(self, count, rate):
        return f"{self.url}/{count}/{rate}/v1"

    def last_sent(self):
        return int(self.process.stdout.readline().split()[2]) / 1e9

    def stop(self):
        self.process.kill()
        self.process.wait()
