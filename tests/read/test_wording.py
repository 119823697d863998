"""Texts that wordings are looked for in: folded, letter by letter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jobfinder.read.wording import PLAIN, folded

SIGNS = st.text(st.sampled_from([*PLAIN, *"aZ'- –ß"]))


@given(SIGNS)
def test_every_sign_is_written_plainly(text: str) -> None:
    whole = f"ß{text}"
    assert folded(whole) == "".join(PLAIN.get(sign, sign) for sign in whole).lower()
    assert len(folded(whole)) == len(whole)
