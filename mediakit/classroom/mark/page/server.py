"""A small server for the marking page: on this computer only, with a token, for one browser.

Nobody else can reach it: it listens on 127.0.0.1; every address begins with a token that is drawn anew each time; a
page of another site that guesses the port is refused by its Host or Origin. Nothing of a student's is ever HTML here.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from threading import Lock
from typing import Any

from mediakit.classroom.mark.page.pieces import Desk
from mediakit.errors import LearnerError

MOST_BYTES = 100_000
_FILES = {
    "": ("page.html", "text/html"),
    "page.css": ("page.css", "text/css"),
    "page.js": ("page.js", "text/javascript"),
}
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class MarkingServer(ThreadingHTTPServer):
    """Serves one class. address: what to open in the browser; it holds the token."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        self.desk, self.lock, self.token = desk, Lock(), secrets.token_urlsafe(24)
        super().__init__(("127.0.0.1", port), _Handler)

    @property
    def hosts(self) -> set[str]:
        """By which names a browser on this computer may ask."""
        return {f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")}

    @property
    def address(self) -> str:
        """What to open."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: MarkingServer
    timeout = 20
    server_version, sys_version = "mediakit", ""

    def do_GET(self) -> None:
        name = self._path()
        if name is None:
            return
        if name in _FILES:
            file, kind = _FILES[name]
            content = files("mediakit.classroom.mark.page").joinpath(file).read_bytes()
            self._send(HTTPStatus.OK, content, kind)
        elif name == "data":
            self._answer(lambda _: self.server.desk.data(), {})
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such page.")

    def do_POST(self) -> None:
        name = self._path()
        if name is None:
            return
        if self.headers.get("Origin", "").removeprefix("http://") not in self.server.hosts:
            self._refuse(HTTPStatus.FORBIDDEN, "This was sent by another page.")
            return
        if self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "This is no mark.")
            return
        said = self.headers.get("Content-Length", "")
        if not said.isdigit() or int(said) > MOST_BYTES:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "This is too long for a mark.")
            return
        try:
            given = json.loads(self.rfile.read(int(said)))
        except (ValueError, RecursionError):
            given = None
        does: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "mark": self.server.desk.mark,
            "change": self.server.desk.change,
        }
        if not isinstance(given, dict) or name not in does:
            self._refuse(HTTPStatus.BAD_REQUEST, "This is no mark.")
            return
        self._answer(does[name], given)

    def _path(self) -> str | None:
        """What is asked for, behind the token; None, and an answer sent, when the asker has not the right to ask."""
        if self.headers.get("Host", "") not in self.server.hosts:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "This page is for this computer alone.")
            return None
        _, _, rest = self.path.partition("/")
        token, slash, name = rest.partition("/")
        if not slash or not compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(HTTPStatus.FORBIDDEN, "Open the address that stands in the terminal.")
            return None
        return name

    def _answer(self, does: Callable[[dict[str, Any]], dict[str, Any]], given: dict[str, Any]) -> None:
        try:
            with self.server.lock:
                made = does(given)
        except LearnerError as problem:
            self._refuse(HTTPStatus.CONFLICT, str(problem))
            return
        self._send(HTTPStatus.OK, json.dumps(made).encode(), "application/json")

    def _refuse(self, status: HTTPStatus, said: str) -> None:
        self.close_connection = True
        self._send(status, json.dumps({"error": said}).encode(), "application/json")

    def _send(self, status: HTTPStatus, content: bytes, kind: str) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's own name
        """Nothing: the terminal belongs to the teacher."""
