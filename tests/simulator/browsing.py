"""A simulator in a process of its own, and a real browser that looks at its page."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest

# It has no types.
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # as said
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, sync_playwright

from pilotwire.simulator.client import Client
from pilotwire.simulator.plan import ChargerPlan

__all__ = ["DESKTOP", "PHONE", "Look", "Tab", "browsing", "simulating"]

DESKTOP = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)
PATIENCE = 20_000
"""Milliseconds that a busy machine gets for anything."""

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SCREENSHOTS = os.environ.get("PILOTWIRE_SCREENSHOTS")
"""Where pictures of the page are put, if anywhere."""


@dataclass(frozen=True)
class Look:
    """How somebody looks at the page."""

    size: ViewportSize
    dark: bool

    @property
    def is_phone(self) -> bool:
        return self.size == PHONE

    def __str__(self) -> str:
        return f"{'phone' if self.is_phone else 'desktop'}-{'dark' if self.dark else 'light'}"


@dataclass
class Tab:
    """A tab that shows a station, and all that went wrong in it."""

    page: Page
    station: str
    simulator: Client
    look: Look
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def view(self, name: str) -> None:
        """Choose a view."""
        self.page.get_by_role("tab", name=name, exact=True).click()
        self.page.get_by_role("tabpanel", name=name, exact=True).wait_for()

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def sees(self, text: str, within: str | None = None) -> None:
        """Wait until a text is there."""
        place = self.page if within is None else self.page.get_by_role("region", name=within)
        place.get_by_text(text).first.wait_for()

    def no_longer_sees(self, text: str, within: str) -> None:
        """Wait until a text is no longer there."""
        place = self.page.get_by_role("region", name=within)
        place.get_by_text(text).first.wait_for(state="hidden")

    def barriers(self, part: str | None = None, *, colours_alone: bool = False) -> list[str]:
        """What axe-core finds serious or critical, in all of the page or a part of it."""
        rules = {"runOnly": ["color-contrast"]} if colours_alone else {}
        options = {"resultTypes": ["violations"], **rules}
        found = Axe().run(self.page, context=part, options=options).response
        assert found["passes"], "axe-core has looked at nothing"
        return [
            f"{each['id']}: {node['target']} {node['html'][:200]}"
            for each in found["violations"]
            if each["impact"] in {"serious", "critical"}
            for node in each["nodes"]
        ]

    def picture(self, name: str) -> None:
        """Take a picture, where pictures are wanted."""
        if SCREENSHOTS:
            self.page.wait_for_timeout(400)  # whatever moves has come to rest
            self.page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png")


class Browsing:
    """The simulator and the browser, for several tests."""

    def __init__(self, browser: Browser, url: str, simulator: Client) -> None:
        self.browser = browser
        self.url = url
        self.simulator = simulator
        self._count = 0

    @contextmanager
    def tab(
        self, look: Look, *, identity: str | None = None, **plan: object
    ) -> Generator[Tab, None, None]:
        """A tab that shows a station of its own; it has nothing to complain of at the end."""
        self._count += 1
        identity = identity or f"CS-{self._count}"
        self.simulator.add(ChargerPlan.model_validate({"identity": identity, **plan}))
        scheme: Literal["dark", "light"] = "dark" if look.dark else "light"
        with self.browser.new_context(
            viewport=look.size, color_scheme=scheme, reduced_motion="reduce"
        ) as context:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            tab = Tab(page, identity, self.simulator, look)
            page.on("console", lambda said: _hear(tab, said.type, said.text))
            page.on("pageerror", lambda error: tab.complaints.append(str(error)))
            page.on("request", lambda request: tab.hosts.add(urlsplit(request.url).netloc))
            page.goto(f"{self.url}/?station={identity}")
            page.get_by_text("accepted").first.wait_for()
            yield tab
            assert tab.complaints == []
            assert tab.hosts <= {urlsplit(self.url).netloc, ""}, "something was fetched elsewhere"
        self.simulator.remove(identity)


def _hear(tab: Tab, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        tab.complaints.append(f"{kind}: {text}")


@contextmanager
def browsing() -> Generator[Browsing, None, None]:
    """A simulator with its own CSMS, and Chromium; the test is skipped where that is not there."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with simulating() as url, Client(url) as simulator, sync_playwright() as playwright:
        browser = _chromium(playwright, CHROMIUM)
        try:
            yield Browsing(browser, url, simulator)
        finally:
            browser.close()


def _chromium(playwright: Playwright, path: str) -> Browser:
    # Its sandbox wants a user who is not root; it sees nothing here but our own page.
    args = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=args)


@contextmanager
def simulating(*options: str) -> Generator[str, None, None]:
    """A simulator that listens, with a CSMS of its own; gives its URL."""
    ports = ("--port", "0", "--csms-port", "0")
    command = [sys.executable, "-m", "pilotwire", "sim", *ports, *options]
    with subprocess.Popen(  # noqa: S603 -- it is ours
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            yield _url_of(process)
        finally:
            process.terminate()
            process.communicate(timeout=30)


def _url_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        found = re.search(r"listening on (http://\S+)", line)
        if found is not None:
            return found[1]
    raise AssertionError(f"the simulator has ended: {said}")
