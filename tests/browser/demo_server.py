"""The site as it runs in production, over the Oxford demo, in a folder of its own."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from tests.collected_static import copy_static_files
from tests.post_box import free_port


class DemoServer:
    """`folder` holds all of its state. A context manager; `url` is where it listens."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log = folder / "gunicorn.log"
        self._process: subprocess.Popen | None = None

    @property
    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{self.folder / 'demo.sqlite3'}",
            "DJANGO_SETTINGS_MODULE": "twinning_site.settings",
            "PORT": str(self.port),
            "SITE_URL": self.url,
            "VAR_DIR": str(self.folder),
        }

    def manage(self, *arguments: str) -> str:
        """Run a command of the site over this server's data and return what it printed."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=self._environment,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def __enter__(self):
        self.manage("migrate", "--verbosity", "0")
        copy_static_files(self.folder)
        self.manage("demo")
        self.manage("shell", "-c", "from tests.worker import work_off; work_off()")
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "twinning_site.wsgi", "--threads", "8"]
                + ["--bind", f"127.0.0.1:{self.port}"],
                cwd=settings.BASE_DIR,
                env=self._environment,
                stdout=log,
                stderr=log,
            )
        self._wait()
        return self

    def __exit__(self, *exception):
        self._process.terminate()
        self._process.wait(20)

    def _wait(self) -> None:
        for _attempt in range(150):
            try:
                self.fetch("/")
            except (urllib.error.URLError, ConnectionError):
                assert self._process.poll() is None, self._log.read_text()
                time.sleep(0.2)
            else:
                return
        raise AssertionError("The server did not answer: " + self._log.read_text())

    def fetch(self, path: str) -> str:
        with urllib.request.urlopen(self.url + path, timeout=30) as response:  # noqa: S310
            return response.read().decode()

    def paths(self) -> list[str]:
        """Every page of the sitemap and the sitemaps it names, in the sitemap's order."""
        documents, pages = ["/sitemap.xml"], []
        while documents:
            xml = self.fetch(documents.pop(0))
            found = [urlsplit(url).path for url in re.findall(r"<loc>([^<]+)</loc>", xml)]
            (documents if "<sitemapindex" in xml else pages).extend(found)
        return list(dict.fromkeys(pages))
