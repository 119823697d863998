"""The system's Chromium: is there one, and how it is started so that our proxy is its only way out.

Called by `browser`, and by `jobfinder doctor` for `missing`, which starts and imports nothing.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jobfinder.outside.settings import Browsing

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Chromium\Application\chrome.exe",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
START_SECONDS = 30.0

SWITCHES = (
    # Loopback goes by the proxy like everything else, so that it is refused there; no name is looked up elsewhere.
    "--proxy-bypass-list=<-loopback>",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    # Its own calls home have no pass and would end at the proxy; these keep it from trying.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--disable-gpu",
    "--js-flags=--max-old-space-size=512",
)
PROTECTIONS = ("--disable-popup-blocking", "--disable-ipc-flooding-protection")
"""What the driver switches off by itself, and hostile pages make good."""

ENVIRONMENT = ("LANG", "LC_ALL", "PATH", "SYSTEMDRIVE", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "WINDIR")
"""All that the browser may know of our environment: keys stay with us."""


def missing(settings: Browsing) -> str | None:
    """What keeps pages from being rendered, with what to do; null where nothing does."""
    if settings.enabled == "never":
        return 'the browser is turned off; to turn it on, set browser.enabled to "auto"'
    lacking = []
    if find_spec("playwright") is None:
        lacking.append(
            "install the extra: pip install 'jobfinder[browser]' (in a checkout: "
            ".venv/bin/uv pip install --require-hashes -r requirements-browser.lock)"
        )
    if find(settings) is None:
        lacking.append(_where(settings))
    return "; ".join(lacking) or None


def find(settings: Browsing) -> str | None:
    """The path of the Chromium to use; null where there is none."""
    if settings.chromium is not None:
        return shutil.which(settings.chromium)
    named = (shutil.which(name) for name in NAMES)
    return next((path for path in (*named, *PLACES) if path and Path(path).is_file()), None)


def is_confined() -> bool:
    """Whether it can be started with its own sandbox, which Chromium refuses to root."""
    return getattr(os, "geteuid", lambda: 1)() != 0


def launching(settings: Browsing, proxy: str, agent: str, environ: Mapping[str, str]) -> dict[str, Any]:
    """How the driver is to start it: behind `proxy`, under our own name."""
    kept = {name: environ[name] for name in ENVIRONMENT if name in environ}
    return {
        "executable_path": find(settings),
        "headless": True,
        "args": [f"--proxy-server=http://{proxy}", f"--user-agent={agent}", *SWITCHES],
        "ignore_default_args": list(PROTECTIONS),
        "chromium_sandbox": is_confined(),
        # A home that nothing can be written to.
        "env": kept | ({} if sys.platform == "win32" else {"HOME": os.devnull}),
        "timeout": START_SECONDS * 1000,
    }


def _where(settings: Browsing) -> str:
    if settings.chromium is not None:
        return f"browser.chromium is {settings.chromium!r}, and no program is there"
    return "install Chromium (on Debian: apt install chromium), or set browser.chromium to its path"
