"""A real Chromium with the extension in it, driven as a person would: by its toolbar button."""

import base64
import contextlib
import json
import os
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from playwright.sync_api import BrowserContext, CDPSession, Error, Page, Playwright

from tests.browser.conftest import CHROMIUM, FLAGS, needed
from tests.house import ROOT

EXTENSION = ROOT / "extension"
HOSTS = (
    "--host-resolver-rules=MAP *.test 127.0.0.1",
    "--ignore-certificate-errors",
)  # names that no permission of the extension covers
PATIENCE = 45.0  # seconds; a busy machine is no failure
Found = TypeVar("Found")
OPEN = {"filter": [{"type": "tab"}, {"type": "page"}, {"type": "service_worker"}]}


def wait_for(asked: Callable[[], Found], pump: Page) -> Found:
    """The first answer that is not empty; AssertionError after a while."""
    end = time.monotonic() + PATIENCE
    while not (found := asked()):
        assert time.monotonic() < end, f"waited {PATIENCE:.0f} s in vain"
        pump.wait_for_timeout(25)
    return found


@dataclass
class Target:
    """A target that Playwright shows nothing of, such as the popup of a button."""

    browser: CDPSession
    pump: Page
    target_id: str
    answers: dict[int, Any] = field(default_factory=dict)
    count: int = 0
    session: str = ""

    def __post_init__(self) -> None:
        self.browser.on("Target.receivedMessageFromTarget", self._hear)
        self.session = self.browser.send("Target.attachToTarget", {"targetId": self.target_id, "flatten": False})[
            "sessionId"
        ]

    def send(self, method: str, **params: Any) -> Any:
        self.count += 1
        message = json.dumps({"id": self.count, "method": method, "params": params})
        self.browser.send("Target.sendMessageToTarget", {"sessionId": self.session, "message": message})
        answer = wait_for(lambda: self.answers.pop(self.count, None), self.pump)
        assert "error" not in answer, answer
        return answer["result"]

    def js(self, expression: str) -> Any:
        told = self.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in told, told
        return told["result"].get("value")

    def until(self, expression: str) -> Any:
        """Wait until this is true in it."""
        return wait_for(lambda: self.js(expression), self.pump)

    def ready(self) -> "Target":
        """When the popup has said all it knows at first."""
        self.until("!!document.body.dataset.ready")
        return self

    def text(self) -> str:
        return str(self.js("document.body.innerText"))

    def click(self, selector: str) -> None:
        self.until(f"!!document.querySelector({selector!r})")
        self.js(f"document.querySelector({selector!r}).click()")

    def wear(self, scheme: str) -> None:
        """Show it by day or by night."""
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path: Path, scheme: str = "light") -> None:
        self.wear(scheme)
        path.write_bytes(base64.b64decode(self.send("Page.captureScreenshot", format="png")["data"]))

    def _hear(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self.session:
            message = json.loads(event["message"])
            if "id" in message:
                self.answers[message["id"]] = message


class Chrome:
    """One run of the browser on a profile. Started again on the same profile it is the same browser."""

    def __init__(
        self,
        playwright: Playwright,
        profile: Path,
        extension: Path | None = EXTENSION,
        *,
        language: str = "en",
        more: Sequence[str] = (),
        display: str = "",
    ) -> None:
        """extension: where it lies; None for a browser into which nobody has put it yet. display: where its window is shown, if it has one."""
        path = needed(next((found for name in CHROMIUM if (found := shutil.which(name))), None), "Chromium")
        self.profile = profile
        self.context: BrowserContext = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=path,
            headless=not display,
            no_viewport=bool(display),
            env=os.environ | {"LANGUAGE": language} | ({"DISPLAY": display} if display else {}),
            args=[*FLAGS, *more, *HOSTS, f"--lang={language}", *_loading(extension)],
            ignore_default_args=["--disable-extensions"],
        )
        browser = self.context.browser
        assert browser
        self.browser = browser.new_browser_cdp_session()
        self.page = self._page_of_ours()
        self.id = self._id_of_ours() if extension else ""

    def _page_of_ours(self) -> Page:
        """A tab that is not empty: the options, which open after an install, take an empty one, at any moment."""
        page = self.context.new_page()
        with contextlib.suppress(Error):
            page.goto("chrome://version")
        return page if page.url.startswith("chrome://version") else self._page_of_ours()

    def put_in(self, extension: Path) -> None:
        """As "Load unpacked" does with the folder that was chosen: without a window nobody can choose one."""
        self.browser.send("Extensions.loadUnpacked", {"path": str(extension)})
        self.id = self._id_of_ours()

    def _id_of_ours(self) -> str:
        worker = wait_for(self._woken, self.page)[0]
        return str(worker["url"].split("/")[2])

    def targets(self, kind: str, part: str) -> list[dict[str, Any]]:
        found = self.browser.send("Target.getTargets", OPEN)["targetInfos"]
        return [one for one in found if one["type"] == kind and part in one["url"]]

    def press(self, part: str) -> Target:
        """Press the button in the tab whose address has this in it; the popup that opens."""
        for old in self.targets("page", "popup.html"):
            self.browser.send("Target.closeTarget", {"targetId": old["targetId"]})
        wait_for(lambda: not self.targets("page", "popup.html"), self.page)
        tab = self.targets("tab", part)[0]
        self.browser.send("Target.activateTarget", {"targetId": tab["targetId"]})
        self.browser.send("Extensions.triggerAction", {"id": self.id, "targetId": tab["targetId"]})
        found = wait_for(lambda: self.targets("page", "popup.html"), self.page)
        popup = Target(self.browser, self.page, found[0]["targetId"])
        popup.until("document.body !== null")
        return popup

    def open(self, path: str) -> Page:
        """A page of the extension in a tab."""
        page = self.context.new_page()
        page.goto(f"chrome-extension://{self.id}/{path}")
        page.wait_for_selector("body[data-ready]")
        return page

    def worker(self, expression: str) -> Any:
        """Evaluate in the background, which wakes for it."""
        found = wait_for(self._woken, self.page)
        background = Target(self.browser, self.page, found[0]["targetId"])
        background.until("!!globalThis.chrome?.storage")
        return background.js(expression)

    def kill_worker(self) -> None:
        for one in self.targets("service_worker", "background.js"):
            self.browser.send("Target.closeTarget", {"targetId": one["targetId"]})

    def kill(self) -> None:
        """End the browser as a power cut would, as far as it knows."""
        for pid in _processes(self.profile):
            os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(Error):  # that it has gone is what was wanted
            self.context.close()

    def close(self) -> None:
        self.context.close()

    def _woken(self) -> list[dict[str, Any]]:
        return self.targets("service_worker", "background.js")


def _loading(extension: Path | None) -> list[str]:
    return [f"--disable-extensions-except={extension}", f"--load-extension={extension}"] if extension else []


def _processes(profile: Path) -> list[int]:
    """The processes that were started by us on this profile."""
    mine = []
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and f"--user-data-dir={profile}" in (folder / "cmdline").read_text("utf-8"):
                mine.append(int(folder.name))
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue  # gone meanwhile, or not ours
    return mine
