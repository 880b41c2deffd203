"""The address on this machine that a browser is sent back to after a sign-in (RFC 8252 §7.3).

Browsers ask for more than they are sent to (an icon, a preview), old tabs come back with the answers to earlier sign-ins, and
other programs knock at open ports: whatever is not the answer gets a page of its own, and the waiting goes on.
"""

from __future__ import annotations

import contextlib
import html
import queue
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import urlsplit

from daemon.errors import SignInFailed
from daemon.mailbox.oauth_sign_in import NotOurAnswer

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title} – afterword</title>
<style>body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem;
color-scheme: light dark }}</style></head>
<body><main><h1>{title}</h1><p>{text}</p></main></body></html>
"""
_CONNECTION_TIMEOUT = 10.0


class Loopback:
    """Listens on 127.0.0.1, and nowhere else, from its making until it is closed; used as a context manager."""

    def __init__(self, host: str, port: int = 0) -> None:
        """`host` is how the browser shall call this machine; `port` 0 takes any that is free. Raises SignInFailed."""
        self._judge: Callable[[str], str] | None = None
        self._outcome: queue.Queue[str | SignInFailed] = queue.Queue(1)
        try:
            self._server = _Server(("127.0.0.1", port), self._handler())
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or "no such port"
            raise SignInFailed(f"nobody can listen on port {port} of this machine: {reason}; take another one: --port") from None
        self.port: int = self._server.server_address[1]
        self.redirect_uri = f"http://{host}:{self.port}/"

    def __enter__(self) -> Loopback:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.server_close()

    def wait_for_code(self, judge: Callable[[str], str], timeout: float) -> str:
        """The code, as `judge` finds it in the address that the browser was sent to.

        `judge` raises NotOurAnswer for what shall not end the waiting, and SignInFailed for what shall. Raises that, and
        SignInFailed after `timeout` seconds.
        """
        self._judge = judge
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
        try:
            outcome = self._outcome.get(timeout=timeout)
        except queue.Empty:
            raise SignInFailed(
                f"nobody came back from the browser within {_in_words(timeout)}; if its page said that the access is "
                "blocked, docs/gmail.md knows why"
            ) from None
        finally:
            self._server.shutdown()
        if isinstance(outcome, SignInFailed):
            raise outcome
        return outcome

    def _judged(self, path: str) -> tuple[HTTPStatus, str, str, str | SignInFailed | None]:
        """The status, title and text of the page for a request, and what ends the waiting, if it does."""
        if self._judge is None or urlsplit(path).path != "/":
            return HTTPStatus.NOT_FOUND, "There is nothing here", "The sign-in is still waiting for its answer.", None
        try:
            code = self._judge(path)
        except NotOurAnswer as error:
            return HTTPStatus.BAD_REQUEST, "This is not the answer", f"{error}. The sign-in is still waiting.", None
        except SignInFailed as error:
            return HTTPStatus.OK, "You are not signed in", f"{error}. You can close this page.", error
        return HTTPStatus.OK, "Back to the terminal", "It has your answer. You can close this page.", code

    def _end(self, outcome: str | SignInFailed) -> None:
        # the first one counts; a page that is loaded again changes nothing
        with contextlib.suppress(queue.Full):
            self._outcome.put_nowait(outcome)

    def _handler(loopback) -> type[BaseHTTPRequestHandler]:  # noqa: N805 the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            timeout = _CONNECTION_TIMEOUT

            def do_GET(self) -> None:
                status, title, text, outcome = loopback._judged(self.path)
                body = _PAGE.format(title=html.escape(title), text=html.escape(text)).encode()
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                # the address holds the code: it goes to nobody else
                self.send_header("Referrer-Policy", "no-referrer")
                self.end_headers()
                self.wfile.write(body)
                if outcome is not None:
                    # not before: the program may end at once, and the page with it
                    loopback._end(outcome)

            def log_message(self, *arguments: object) -> None:
                """Nothing: the requests hold the code."""

        return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # on a port that was just used we would else wait for a minute
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that hangs up in the middle is nobody's trouble."""


def _in_words(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
