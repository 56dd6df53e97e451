"""The chunk server, and when it sent each stream's last chunk; and a server of one long event."""

import http.server
import json
import subprocess
import threading


class Load:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().split()[1]

    def base(self, count, rate=0, kind="plain"):
        folder = "" if kind == "plain" else f"/{kind}"
        return f"{self.url}/{count}/{rate}{folder}/v1"

    def last_sent(self):
        return int(self.process.stdout.readline().split()[2]) / 1e9

    def stop(self):
        self.process.kill()
        self.process.wait()


class LongEvent:
    """Answers with one event of so many bytes."""

    def __init__(self, size):
        words = "seventeen bytes. " * (size // 17)
        chunk = {"choices": [{"index": 0, "delta": {"content": words}, "finish_reason": "stop"}]}
        body = f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n".encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def base(self, *_):
        return f"http://127.0.0.1:{self.server.server_port}/v1"

    def stop(self):
        self.server.shutdown()
        self.server.server_close()
