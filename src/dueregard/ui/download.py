"""How a file is handed over: by its name's ending, never guessed at, never kept on the way."""

from collections.abc import Iterable

from django.http import HttpResponse, StreamingHttpResponse

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
}


def download(content: bytes, *, name: str) -> HttpResponse:
    """A file to take away. Its name says nothing about anybody."""
    return HttpResponse(content, content_type=_media(name), headers=_headers(name))


def download_piece_by_piece(pieces: Iterable[bytes], *, name: str) -> StreamingHttpResponse:
    """The same of a file too large to hold."""
    return StreamingHttpResponse(pieces, content_type=_media(name), headers=_headers(name))


def _media(name: str) -> str:
    return MEDIA[name.rpartition(".")[2]]


def _headers(name: str) -> dict[str, str]:
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
