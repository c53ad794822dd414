"""A real Firefox with the extension in it, driven by WebDriver BiDi on its own socket: no driver is needed."""

import base64
import json
import os
import re
import shutil
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from tests.browser.conftest import needed
from tests.extension.chrome import EXTENSION
from tests.extension.websocket import WebSocket

NAMES = ("firefox-esr", "firefox")
ADDON = "clip@groundwork.example"
PREFERENCES = {
    "network.dns.localDomains": "dana.test,elsewhere.test,other.test",
    "extensions.webextOptionalPermissionPrompts": False,  # who asks is allowed: nobody is there to press the button
}
POPUP = "browser.extension.getViews({ type: 'popup' })[0]"
PATIENCE = 60.0  # seconds; the first start on a busy machine
LEAVE = "document.querySelectorAll('panel').forEach(open => open.hidePopup())"
PRESS = """(() => {{
  const {{ extension }} = WebExtensionPolicy.getByID({addon!r})
  const {{ ExtensionParent }} = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
  ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)
}})()"""


class Firefox:
    """One run on a profile of its own; *.test is this machine."""

    def __init__(self, profile: Path, extension: Path | None = EXTENSION) -> None:
        """extension: where it lies; None for a browser into which nobody has put it yet."""
        path = needed(next((found for name in NAMES if (found := shutil.which(name))), None), "Firefox")
        (profile / "user.js").write_text(
            "".join(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in PREFERENCES.items())
        )
        flags = ["--headless", "--no-remote", "--remote-debugging-port=0", "--remote-allow-system-access"]
        self._process = subprocess.Popen(
            [path, *flags, "--profile", str(profile)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"HOME": str(profile)},
        )
        assert self._process.stderr
        lines = self._process.stderr
        found = next(match for line in lines if "BiDi" in line and (match := re.search(r"ws://\S+", line)))
        self._drain = threading.Thread(target=lambda: [None for _ in lines], daemon=True)  # a full pipe would stop it
        self._drain.start()
        self._socket, self._count = WebSocket(f"{found[0]}/session", PATIENCE), 0
        self.send("session.new", capabilities={"alwaysMatch": {"acceptInsecureCerts": True}})
        self._profile, self.uuid = profile, ""
        if extension:
            self.put_in(extension)
        self.page = self.send("browsingContext.create", type="tab")["context"]

    def send(self, method: str, **params: Any) -> Any:
        self._count += 1
        self._socket.send(json.dumps({"id": self._count, "method": method, "params": params}))
        while True:
            told = json.loads(self._socket.receive())
            if told.get("id") == self._count:
                assert told["type"] == "success", told
                return told["result"]

    def put_in(self, extension: Path) -> None:
        """As "Load Temporary Add-on" does with the file that was chosen."""
        self.send("webExtension.install", extensionData={"type": "path", "path": str(extension)})
        self.uuid = self._uuid_in(self._profile / "prefs.js")

    def opened(self, part: str) -> str:
        """The context of a tab whose address has this in it, once it is there."""
        end = time.monotonic() + PATIENCE
        while not (found := [one for one in self.send("browsingContext.getTree")["contexts"] if part in one["url"]]):
            assert time.monotonic() < end, f"no tab is at {part}"
            time.sleep(0.05)
        return str(found[0]["context"])

    def go(self, url: str, context: str = "") -> None:
        self.send("browsingContext.navigate", context=context or self.page, url=url, wait="complete")

    def open(self, path: str) -> str:
        """A page of the extension in a tab of its own; its context."""
        context = str(self.send("browsingContext.create", type="tab")["context"])
        self.go(f"moz-extension://{self.uuid}/{path}", context)
        self.until("!!document.body.dataset.ready", context)
        return context

    def js(self, expression: str, context: str = "") -> Any:
        told = self.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify((await ({expression})) ?? null))()",
            target={"context": context or self.page},
            awaitPromise=True,
            userActivation=True,
        )
        assert told["type"] == "success", told
        return json.loads(told["result"]["value"])

    def until(self, expression: str, context: str = "") -> Any:
        end = time.monotonic() + PATIENCE
        while not (found := self.js(expression, context)):
            assert time.monotonic() < end, f"waited in vain for {expression}"
            time.sleep(0.05)
        return found

    def click(self, selector: str, context: str) -> None:
        """Click with the mouse: only that counts as a person where the browser is asked for its leave."""
        self.send("browsingContext.activate", context=context)
        self.js(f"document.querySelector({selector!r}).scrollIntoView({{ block: 'center' }})", context)
        at = self.js(
            f"(box => [box.x + box.width / 2, box.y + box.height / 2])(document.querySelector({selector!r}).getBoundingClientRect())",
            context,
        )
        moved = {"type": "pointerMove", "x": round(at[0]), "y": round(at[1])}
        pressed = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        mouse = {"type": "pointer", "id": "mouse", "actions": [moved, *pressed]}
        self.send("input.performActions", context=context, actions=[mouse])

    def type(self, text: str, context: str) -> None:
        """Type with the keyboard, into what has the focus."""
        keys = [{"type": kind, "value": one} for one in text for kind in ("keyDown", "keyUp")]
        self.send("input.performActions", context=context, actions=[{"type": "key", "id": "keyboard", "actions": keys}])

    def allow(self, origin: str, context: str) -> None:
        """Have a page of the extension ask for a permission, by a button that is put into it."""
        asking = f"browser.permissions.request({{ origins: [{origin!r}] }}).then(() => made.remove())"
        made = "Object.assign(document.createElement('button'), { id: 'asking', textContent: 'Ask' })"
        self.js(f"(made => {{ made.onclick = () => {asking}; document.body.prepend(made) }})({made})", context)
        self.click("#asking", context)
        self.until("!document.getElementById('asking')", context)

    def says(self, expression: str, looking: str) -> Any:
        """Wait until this is true in the popup, `popup` in it; seen from another page of the extension."""
        return self.until(f"(popup => popup && ({expression}))({POPUP}?.document)", looking)

    def press(self) -> None:
        """Press the button in the tab of the page."""
        self.send("browsingContext.activate", context=self.page)
        self.leave_popup()  # or the press would only close it
        self.in_window(PRESS.format(addon=ADDON))

    def leave_popup(self) -> None:
        """As a click beside it does."""
        self.in_window(LEAVE)

    def in_window(self, expression: str) -> None:
        """Have the window itself do something, as its own code."""
        tree = self.send("browsingContext.getTree", **{"moz:scope": "chrome"})["contexts"]
        target = {"context": next(one["context"] for one in tree if "browser.xhtml" in one["url"])}
        told = self.send(
            "script.evaluate", expression=expression, target=target, awaitPromise=True, userActivation=True
        )
        assert told["type"] == "success", told

    def picture(self, path: Path, context: str = "") -> None:
        shot = self.send("browsingContext.captureScreenshot", context=context or self.page)
        path.write_bytes(base64.b64decode(shot["data"]))

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait()
        self._drain.join()
        assert self._process.stderr
        self._process.stderr.close()

    def _uuid_in(self, prefs: Path) -> str:
        """What the extension is called in this profile. It is written a moment after the install."""
        wanted = re.compile(re.escape(ADDON) + r'\\":\\"([0-9a-f-]{36})')
        end = time.monotonic() + PATIENCE
        while not (found := wanted.search(prefs.read_text("utf-8") if prefs.exists() else "")):
            assert time.monotonic() < end, "the extension did not come up"
            time.sleep(0.1)
        return found[1]
