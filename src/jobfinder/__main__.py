"""`python -m jobfinder`: the command line interface."""

from __future__ import annotations

import sys

from jobfinder.faces.cli import main

if __name__ == "__main__":
    sys.exit(main())
