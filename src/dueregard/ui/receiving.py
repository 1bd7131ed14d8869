"""How what a browser sends is received: whole, or refused in words. Nothing of what broke off or found no room is kept."""

import errno
from collections.abc import Callable, Iterable
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from django.shortcuts import render

Next = Callable[[HttpRequest], HttpResponse]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
PIECE = 64 * 1024


class Body(Protocol):
    """What a web server gives to read from."""

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, or all that are left."""

    def readline(self, size: int = -1, /) -> bytes:
        """A line, or as many bytes of one."""


class Whole:
    """The body of a request, as long as its sender said it is. One that ends before is an error: a server only gives less of it."""

    def __init__(self, body: Body, length: int) -> None:
        self._body, self._left = body, length

    def read(self, size: int = -1, /) -> bytes:
        """So many bytes, or all that are left."""
        wanted, pieces = self._left if size < 0 else min(size, self._left), []
        while wanted:
            pieces.append(self._given(self._body.read(wanted)))
            wanted -= len(pieces[-1])
        return b"".join(pieces)

    def readline(self, size: int = -1, /) -> bytes:
        """A line, or as many bytes of one."""
        return self._given(self._body.readline(size)) if self._left and size else b""

    def _given(self, piece: bytes) -> bytes:
        if not piece:
            raise OSError("The body of the request broke off")
        self._left -= len(piece)
        return piece


def whole(application: Application) -> Application:
    """The site behind a web server, which notices where a sender goes away half-way."""

    def received(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        length = str(environ.get("CONTENT_LENGTH") or "")
        if length.isdecimal():
            environ["wsgi.input"] = Whole(environ["wsgi.input"], int(length))
        return application(environ, start)

    return received


class ReceivingMiddleware:
    """Reads what was sent before anything else does: where the disk is full or the sender is gone, a page says so."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if request.method != "POST":
            return None
        try:
            len(request.POST)  # asking for it is what receives it
        except UnreadablePostError:
            _drop(request)
            return render(request, "400.html", status=HTTPStatus.BAD_REQUEST)
        except OSError as full:
            _drop(request)
            if full.errno not in NO_ROOM:
                raise
            _hear_out(request)
            return render(request, "507.html", status=HTTPStatus.INSUFFICIENT_STORAGE)
        return None


def _drop(request: HttpRequest) -> None:
    """Take away what was written of a file so far."""
    for handler in request.upload_handlers:
        with suppress(OSError):  # closing writes what was held back, for which there is no room either
            handler.upload_interrupted()


def _hear_out(request: HttpRequest) -> None:
    """Read the rest without keeping it: a browser listens only once it has sent everything."""
    with suppress(OSError):
        while request.read(PIECE):
            pass
