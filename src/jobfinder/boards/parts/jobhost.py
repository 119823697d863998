"""Hosts that their owners keep for jobs: `careers.acme.example`, `jobs-ch.acme.example`, `recruiting.acme.example`.

Pure. Called by adapters of boards on employers' own domains whose paths alone could be anybody's. To extend: WORDS.
"""

from __future__ import annotations

import re

WORDS = """
    careers career jobs job recruiting recruitment recruit karriere carriere carrieres emploi bewerbung stellen talent
    vacancies vacatures werkenbij apply hiring employment opportunities work workwithus joinus
"""
_LABEL = re.compile(rf"(?:{'|'.join(WORDS.split())})(?:-[\w-]{{1,40}})?")


def is_for_jobs(host: str) -> bool:
    """Does the first label of a host (behind `www`) say that jobs are there? A bare domain is no such host."""
    labels = host.lower().removeprefix("www.").split(".")
    return len(labels) > 2 and _LABEL.fullmatch(labels[0]) is not None
