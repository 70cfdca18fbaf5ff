"""A real mail server on loopback, that can be told to be slow, to refuse, or to die in the middle."""

import re
import socketserver
from contextlib import contextmanager
from threading import Thread
from time import sleep

DIES = object()
TAKES = "250 taken"


class Talk(socketserver.StreamRequestHandler):
    """One conversation; what the server answers to a word of it stands in `server.says`, else it agrees."""

    def handle(self):
        self.answer("220 here", "hello")
        while line := self.rfile.readline():
            word = line.split()[0].decode().lower()
            if word == "data":
                self.answer("354 go on", "data")
                self.take()
            else:
                self.answer("221 bye" if word == "quit" else "250 yes", word)

    def take(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        self.coming = b"".join(lines).decode()
        self.answer(TAKES, "taken")

    def answer(self, usual: str, word: str):
        sleep(self.server.slow.get(word, 0))
        said = self.server.says.get(word, usual)
        if callable(said):
            said = said(self.server)
        if said is DIES:
            self.connection.close()
            raise ConnectionAbortedError
        if said == TAKES:
            self.server.taken.append(self.coming)
        self.wfile.write(f"{said}\r\n".encode())


class SmtpServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Talk)
        self.says: dict[str, object] = {}
        self.slow: dict[str, float] = {}
        self.taken: list[str] = []

    @property
    def message_ids(self) -> list[str]:
        return [re.search(r"^Message-ID: (.*)$", mail, re.MULTILINE)[1].strip() for mail in self.taken]

    def handle_error(self, request, address):
        """What dies here was told to."""


@contextmanager
def smtp_server():
    with SmtpServer() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()
