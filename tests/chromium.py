"""Chromium, and axe-core in it: for fixtures, and for tests that give it a thread of its own."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(settings.BASE_DIR, ".ci/node_modules/axe-core/axe.min.js")
SWITCHES = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]


def installed_chromium() -> str:
    """Return its path; fail if there is none."""
    names = [os.environ.get("CHROMIUM", "chromium"), "chromium-browser", "google-chrome"]
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        pytest.fail("Chromium is missing: install it, or set CHROMIUM to its path.")
    return found


@contextmanager
def launched_chromium(path: str, home: Path) -> Iterator[Browser]:
    """Yield a browser whose own leavings go to `home`, where pytest cleans up."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=SWITCHES, env={**os.environ, "HOME": str(home)}
        )
        yield browser
        browser.close()


def check_with_axe(page: Page, disable: Iterable[str] = ()) -> None:
    """Fail on whatever axe-core finds wrong, best practices included."""
    if not page.evaluate("'axe' in window"):
        # On a page that came without scripts axe may run all the same. Chromium takes
        # "enable" only from a session that had disabled them.
        chromium = page.context.new_cdp_session(page)
        for disabled in (True, False):
            chromium.send("Emulation.setScriptExecutionDisabled", {"value": disabled})
        page.evaluate(AXE.read_text())
    result = page.evaluate(
        # It would copy imported style sheets into inline ones, which the site's policy
        # forbids, for a rule that is off (css-orientation-lock).
        "rules => axe.run(document, "
        "{resultTypes: ['violations'], rules, preload: {assets: ['media']}})",
        # axe leaves out what came with WCAG 2.2 (2.5.8) unless asked for.
        {"target-size": {"enabled": True}} | {rule: {"enabled": False} for rule in disable},
    )
    findings = [
        f"{found['id']}: {found['help']}\n"
        + "\n".join(f"    {node['html'][:200]}" for node in found["nodes"])
        for found in result["violations"]
    ]
    assert not findings, f"axe on {page.url}:\n" + "\n".join(findings)
