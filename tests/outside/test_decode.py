"""Unpacking: what goes in comes out, however it is cut, and damage is noticed."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli  # type: ignore[import-untyped]
import pytest
from backports import zstd
from hypothesis import given
from hypothesis import strategies as st

from jobfinder.outside.decode import DamagedError, TooLargeError, Unpacker, codings_of

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": brotli.compress,
    "zstd": zstd.compress,
}
MANY = 1_000_000


def _unpack(codings: tuple[str, ...], packed: bytes, step: int, limit: int = MANY) -> bytes:
    unpacker = Unpacker(codings, limit)
    pieces = [packed[start : start + step] for start in range(0, len(packed), step)]
    body = b"".join([out for piece in pieces for out in unpacker.feed(piece)])
    unpacker.finish()
    return body


@given(
    st.binary(max_size=2_000),
    st.lists(st.sampled_from(sorted(PACKERS)), max_size=2),
    st.integers(1, 3_000),
)
def test_what_was_packed_comes_out(body: bytes, codings: list[str], step: int) -> None:
    packed = body
    for coding in codings:
        packed = PACKERS[coding](packed)
    assert _unpack(tuple(codings), packed, step) == body


@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("size", [1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024])
def test_large_bodies_come_out_whole(coding: str, size: int) -> None:
    body = bytes(size)
    assert _unpack((coding,), PACKERS[coding](body), 65_536, 8 * 1024 * 1024) == body


@pytest.mark.parametrize("coding", PACKERS)
def test_no_piece_is_much_larger_than_a_megabyte(coding: str) -> None:
    pieces = [len(piece) for piece in Unpacker((coding,), 50 * MANY).feed(PACKERS[coding](bytes(20 * MANY)))]
    assert sum(pieces) == 20 * MANY
    assert max(pieces) <= 1024 * 1024


@pytest.mark.parametrize("coding", PACKERS)
def test_damage_is_noticed_wherever_it_is_cut(coding: str) -> None:
    packed = PACKERS[coding](bytes(range(256)) * 10)
    for end in range(1, len(packed)):
        with pytest.raises(DamagedError):
            _unpack((coding,), packed[:end], 7)
    with pytest.raises(DamagedError):
        _unpack((coding,), b"<html>not packed at all</html>", 7)


@pytest.mark.parametrize("coding", PACKERS)
def test_an_empty_body_is_not_damaged(coding: str) -> None:
    assert _unpack((coding,), b"", 1) == b""


@pytest.mark.parametrize("step", [1, 7, 10_000])
@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_several_members_are_one_body(coding: str, step: int) -> None:
    pack = PACKERS[coding]
    assert _unpack((coding,), pack(b"one ") + pack(b"") + pack(b"two"), step) == b"one two"
    with pytest.raises(DamagedError):
        _unpack((coding,), pack(b"one ") + pack(b"two")[:-9], step)


@pytest.mark.parametrize("step", [1, 7, 10_000])
@pytest.mark.parametrize("padding", [b"\0", b"\0" * 600, b"\r\n", b"<!-- served by cache 7 -->"])
def test_padding_after_gzip_is_ignored(padding: bytes, step: int) -> None:
    assert _unpack(("gzip",), gzip.compress(b"body") + padding, step) == b"body"


@given(st.integers(0, 50), st.sampled_from([(), ("gzip",), ("gzip", "br")]))
def test_the_limit_is_exact_and_the_start_is_kept(over: int, codings: tuple[str, ...]) -> None:
    body = bytes(range(200)) + bytes(over)
    stages = [body]
    for coding in codings:
        stages.append(PACKERS[coding](stages[-1]))
    packed = stages[-1]
    # Every stage counts: a packer makes what cannot be packed larger.
    limit = max(200, *(len(stage) for stage in stages[1:]), 0)
    unpacker = Unpacker(codings, limit)
    out: list[bytes] = []
    try:
        out.extend(unpacker.feed(packed))
        assert len(body) <= limit
    except TooLargeError:
        assert len(body) > limit
    assert b"".join(out) == body[:limit]


def test_codings_are_read_from_all_headers() -> None:
    headers = (("content-encoding", "identity, GZip"), ("content-type", "text/html"), ("content-encoding", "br"))
    assert codings_of(headers) == ("gzip", "br")
    assert codings_of((("content-encoding", "UTF-8"),)) == ()
    with pytest.raises(DamagedError, match="'compress'"):
        codings_of((("content-encoding", "compress"),))
