"""Serving the site."""

import socket
import sys
from argparse import Namespace

from granian import Granian
from granian.constants import Interfaces

from dueregard.config.commands.asking import say, stop
from dueregard.config.commands.fitness import stop_if_unfit


def serve(asked: Namespace) -> None:
    """Serve the site, unless something makes that unsafe."""
    stop_if_unfit()
    host = getattr(asked, "host", "127.0.0.1")
    stop_if_taken(host, asked.port)
    say(f"Due Regard is at http://{'localhost' if host == '127.0.0.1' else host}:{asked.port}/  (stop with Ctrl-C)")
    sys.stdout.flush()
    Granian(
        "dueregard.config.wsgi:application",
        address=host,
        port=asked.port,
        interface=Interfaces.WSGI,
        blocking_threads=1,
        log_access=False,
        websockets=False,
    ).serve()


def stop_if_taken(host: str, port: int) -> None:
    """Go no further where something listens already: the server would share the port with it and get every other request."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        stop(f"{host} port {port} cannot be listened on ({error.strerror}): name another with --port")
