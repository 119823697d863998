"""What the README says to type works: its Python example runs as it stands, its files are there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from jobfinder.demo.server import DemoWeb
from jobfinder.demo.world import World

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")


def test_the_python_example_prints_matches(tmp_path: Path) -> None:
    (example,) = EXAMPLE.findall(README)
    with DemoWeb(World.make()) as web:
        environment = {**os.environ, "JOBFINDER_CONNECT_TO": web.connect_to, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(
            [sys.executable, "-c", example], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=100
        )
    assert done.returncode == 0, done.stderr
    assert "https://boards.greenhouse.io/ottertiderota/jobs/4100000007" in done.stdout


def test_every_file_that_the_documents_link_to_is_there() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")):
        for target in LINK.findall(page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
