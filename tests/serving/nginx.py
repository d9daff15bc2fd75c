"""A real nginx with the configuration that docs/deploy ships, in a folder of its own."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from pathlib import Path

import pytest
from django.conf import settings

from tests.post_box import free_port

SHIPPED = Path(settings.BASE_DIR, "docs/deploy/nginx.conf")
HOST = "twinning.example.org"
MAIN = """
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
    include {mime_types};
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def nginx_path() -> str:
    """Return where nginx is; ends the test if it is nowhere."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/usr/local/sbin")
    if not found:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("nginx is missing: install it (Debian: nginx-light).")
    return found


@dataclass(frozen=True)
class Proxy:
    """Where nginx listens and writes its log, and how to ask it as a browser would."""

    log: Path
    process: int
    http_port: int
    https_port: int
    trust: ssl.SSLContext

    def connect(self) -> ssl.SSLSocket:
        """Open a connection as a browser does."""
        plain = socket.create_connection(("127.0.0.1", self.https_port), timeout=20)
        return self.trust.wrap_socket(plain, server_hostname=HOST)

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        """Ask over HTTPS; a header is named in Python's way: `accept_encoding`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = HTTPSConnection("127.0.0.1", self.https_port, context=self.trust, timeout=20)
        connection.request(method, path, headers={"Host": HOST} | named)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def ask_plainly(self, path: str) -> HTTPResponse:
        """Ask over HTTP."""
        connection = HTTPConnection("127.0.0.1", self.http_port, timeout=20)
        connection.request("GET", path, headers={"Host": HOST})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer


@contextmanager
def proxy_before(site_port: str, folder: Path, var_dir: Path) -> Iterator[Proxy]:
    """Run nginx before the site on `site_port`, as shipped but for addresses and paths."""
    http_port, https_port = free_port(), free_port()
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        + ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST},IP:127.0.0.1"]
        + ["-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    text = SHIPPED.read_text()
    for shipped, here in {
        "    listen [::]:80 default_server;\n": "",
        "    listen [::]:443 ssl http2;\n": "",
        "listen 80 default_server": f"listen 127.0.0.1:{http_port} default_server",
        "listen 443 ssl": f"listen 127.0.0.1:{https_port} ssl",
        "/etc/ssl/twinning/fullchain.pem": str(certificate),
        "/etc/ssl/twinning/privkey.pem": str(key),
        "/srv/twinning/var": str(var_dir),
        "/var/cache/nginx/twinning": str(folder / "cache"),
        "/var/log/nginx": str(folder),
        "127.0.0.1:8000": f"127.0.0.1:{site_port}",
    }.items():
        assert shipped in text, f"The shipped configuration has no longer: {shipped}"
        text = text.replace(shipped, here)
    (folder / "site.conf").write_text(text)
    nginx = nginx_path()
    mime_types = Path("/etc/nginx/mime.types")
    user = "user root;" if os.geteuid() == 0 else ""  # who may read the folders of the tests
    main = folder / "nginx.conf"
    main.write_text(MAIN.format(folder=folder, mime_types=mime_types, user=user))
    with subprocess.Popen(
        [nginx, "-c", str(main), "-p", str(folder), "-g", "daemon off;"], stderr=subprocess.PIPE
    ) as process:
        trust = ssl.create_default_context(cafile=str(certificate))
        try:
            _wait_for(https_port, process)
            yield Proxy(folder / "twinning.log", process.pid, http_port, https_port, trust)
        finally:
            process.terminate()
    assert process.returncode == 0


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    process.kill()
    assert process.stderr is not None
    pytest.fail(f"nginx does not start: {process.stderr.read().decode()}")
