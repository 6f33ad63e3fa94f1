"""A small web server for a site: for trying it out, and for a school's own network."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from mediakit.errors import LearnerError

_FINGERPRINTED = re.compile(r"\.[0-9a-f]{7,20}\.js$")


class Handler(SimpleHTTPRequestHandler):
    """Sends the compressed copy of a file to a browser that takes it, and lets it keep what has not changed."""

    protocol_version = "HTTP/1.1"
    extensions_map = {  # noqa: RUF012 (the base class has it so)
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".bin": "application/octet-stream",
        ".ipynb": "application/json",
    }

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        packed = path.with_name(path.name + ".gz")
        if "gzip" not in self.headers.get("Accept-Encoding", "") or not packed.is_file():
            return super().send_head()
        stamp = self.date_time_string(int(packed.stat().st_mtime))
        if self.headers.get("If-Modified-Since") == stamp:
            self.send_response(304)
            self.end_headers()
            return None
        file = packed.open("rb")
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(packed.stat().st_size))
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Last-Modified", stamp)
        self.end_headers()
        return file

    def end_headers(self) -> None:
        # A file whose name holds its own fingerprint never changes: a browser that has it need not ask again.
        if _FINGERPRINTED.search(self.path.partition("?")[0]):
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        else:
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Nothing is written down about who opens what."""

    def handle(self) -> None:
        try:
            super().handle()
        except OSError:  # a browser that went away
            self.close_connection = True


def server(
    folder: Path, host: str = "127.0.0.1", port: int = 0, handler: type[Handler] = Handler
) -> ThreadingHTTPServer:
    """A server of this folder, not yet running. Raises `LearnerError` when the port is taken."""
    try:
        return ThreadingHTTPServer((host, port), partial(handler, directory=str(folder)))
    except OSError as problem:
        raise LearnerError(f"Port {port} cannot be used ({problem.strerror}). Name another: --port 8800") from None


def serve(folder: Path, port: int, say: Callable[[str], None]) -> None:
    """Runs until Ctrl-C, open to the school's network."""
    running = server(folder, "0.0.0.0", port)
    say(f"On this computer: http://localhost:{port}/\nIn the same network: http://{_own_address()}:{port}/")
    say("Stop with Ctrl-C.")
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        running.server_close()


def _own_address() -> str:
    """This computer's address in its network; nothing is sent to find out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return "this-computer"
