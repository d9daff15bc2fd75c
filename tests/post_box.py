"""An SMTP server for tests: keeps what it gets, and refuses or hangs when told to."""

import email
import email.policy
import socket
import threading
from email.message import EmailMessage

from aiosmtpd.controller import Controller


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class PostBox:
    """Runs in a thread, on a free port of this machine, as a context manager.

    `messages`: what arrived, parsed. `recipients`: the envelope's, one list a message.
    `answer`: set to an SMTP answer such as "451 try later" and every message gets it and is
    not kept. `release`: cleared, every message waits until it is set again.
    """

    host = "127.0.0.1"

    def __init__(self):
        self.port = free_port()
        self.messages: list[EmailMessage] = []
        self.recipients: list[list[str]] = []
        self.answer: str | None = None
        self.release = threading.Event()
        self.release.set()
        self._controller: Controller | None = None

    def start(self) -> None:
        self._controller = Controller(self, hostname=self.host, port=self.port)
        self._controller.start()

    def stop(self) -> None:
        """Be down, as a server is: connections are refused."""
        self.release.set()
        if self._controller:
            self._controller.stop()
            self._controller = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        self.stop()

    async def handle_DATA(self, server, session, envelope) -> str:
        await server.loop.run_in_executor(None, self.release.wait, 30)
        if self.answer:
            return self.answer
        self.messages.append(
            email.message_from_bytes(envelope.content, policy=email.policy.default)
        )
        self.recipients.append(list(envelope.rcpt_tos))
        return "250 kept"

    def bodies(self, index: int = -1) -> dict[str, str]:
        """The parts of one message, `{"text/plain": …, "text/html": …}`."""
        parts = {}
        for part in self.messages[index].walk():
            if part.get_content_maintype() == "text":
                parts[part.get_content_type()] = part.get_content()
        return parts
