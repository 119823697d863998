"""PDF files: their text, and the ones that cannot be read."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from boards.generic import pdf as made
from jobfinder.errors import Broken
from jobfinder.read import pdf

LINES = ("Head Gardener", "Location: Berlin, Germany", "You look after forty beds and a greenhouse.")


def test_text_in_lines() -> None:
    body = made(*LINES)
    assert pdf.is_pdf(body)
    assert pdf.text(body).splitlines() == list(LINES)


def test_a_file_without_text_says_what_to_do() -> None:
    with pytest.raises(Broken, match="paste the text"):
        pdf.text(made(""))


def test_a_locked_file_says_so() -> None:
    body = made(*LINES)
    lock = f"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -64 /O <{'41' * 32}> /U <{'42' * 32}> >>"
    locked = body.replace(
        b"/Root 1 0 R >>", f"/Root 1 0 R /Encrypt {lock} /ID [<{'43' * 16}> <{'43' * 16}>] >>".encode()
    )
    assert locked != body
    with pytest.raises(Broken, match="locked with a password"):
        pdf.text(locked)


@pytest.mark.parametrize("body", [b"%PDF-1.4 nothing else", b"%PDF-" + bytes(range(256)) * 50, made(*LINES)[:200]])
def test_broken_files(body: bytes) -> None:
    with pytest.raises(Broken):
        pdf.text(body)


def test_a_huge_file_is_not_read() -> None:
    with pytest.raises(Broken, match="20 MB"):
        pdf.text(b"%PDF-1.4" + b" " * 20_000_001)


def test_other_bytes_are_no_pdf() -> None:
    assert not pdf.is_pdf(b"<html>%PDF" + b" " * 2_000)
    assert not pdf.is_pdf(b"")


def test_the_library_is_loaded_only_for_a_pdf() -> None:
    code = "import sys, jobfinder.boards.registry; print('pypdfium2' in sys.modules)"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=path)
    assert ran.stdout.strip() == "False"
