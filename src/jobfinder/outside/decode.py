"""Unpacking of compressed bodies within a bound: so many bytes from any layer, 1 MB at a time.

Called by `wire`. Own code instead of the HTTP library's because that one neither counts between layers, nor
bounds the zstd window, nor notices a body cut short. To offer another coding, add a layer to `_LAYERS`.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

if sys.version_info >= (3, 14):
    from compression.zstd import DecompressionParameter, ZstdDecompressor, ZstdError
else:
    from backports.zstd import DecompressionParameter, ZstdDecompressor, ZstdError

_PIECE = 1024 * 1024
_MOST_CODINGS = 2
# RFC 9659: a zstd window of more than 8 MB is not for HTTP.
_ZSTD_WINDOW_LOG = 23
_NO_CODING = frozenset({"", "identity", "none", "utf-8", "binary"})


class DecodeError(Exception):
    """Base of what goes wrong here. `str(error)` says what; `wire` says to which address it happened."""


class TooLargeError(DecodeError):
    """More bytes than the limit."""


class TooPackedError(DecodeError):
    """More codings on top of each other than anybody honest uses."""


class DamagedError(DecodeError):
    """Not what it says it is, or cut short."""


class Layer(Protocol):
    """One content coding being undone."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Pieces of at most 1 MB."""
        ...

    def finished(self) -> bool:
        """Whether the data ended where its own format says that it ends."""
        ...


class _Gzip:
    def __init__(self) -> None:
        self._member = self._next_member()
        self._complete = False
        self._padding = False

    @staticmethod
    def _next_member() -> zlib._Decompress:
        return zlib.decompressobj(zlib.MAX_WBITS | 16)

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data and not self._padding:
            if self._member.eof:
                data = data.lstrip(b"\0")
                if not data:
                    return
                self._complete = True
                self._member = self._next_member()
            try:
                yield from self._inflate(data)
            except zlib.error:
                if not self._complete:
                    raise
                # What follows a complete member and is none itself is ignored, as browsers do.
                self._padding = True
            data = self._member.unused_data

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        while piece := self._member.decompress(data, _PIECE):
            yield piece
            data = self._member.unconsumed_tail

    def finished(self) -> bool:
        return self._member.eof or self._padding


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        # Only an empty answer says that all is out: the library calls itself ready for more while it holds some back.
        # It may return twice what it is told to.
        while not self._stream.is_finished() and (piece := self._stream.process(data, output_buffer_limit=_PIECE // 2)):
            yield piece
            data = b""

    def finished(self) -> bool:
        return bool(self._stream.is_finished())


class _Zstd:
    def __init__(self) -> None:
        self._frame = self._next_frame()

    @staticmethod
    def _next_frame() -> ZstdDecompressor:
        return ZstdDecompressor(options={DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG})

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._frame.eof:
                self._frame = self._next_frame()
            yield from self._inflate(data)
            data = self._frame.unused_data if self._frame.eof else b""

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        while True:
            piece = self._frame.decompress(data, _PIECE)
            if piece:
                yield piece
            if self._frame.eof or self._frame.needs_input:
                return
            data = b""

    def finished(self) -> bool:
        return self._frame.eof


_LAYERS: dict[str, type[_Gzip] | type[_Brotli] | type[_Zstd]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "br": _Brotli,
    "zstd": _Zstd,
}

ACCEPTED = "gzip, br, zstd"
"""The value of Accept-Encoding."""


def codings_of(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The codings that the headers state, in the order applied. Raises `DecodeError`."""
    stated = [c.strip().lower() for name, value in headers if name == "content-encoding" for c in value.split(",")]
    codings = tuple(coding for coding in stated if coding not in _NO_CODING)
    if len(codings) > _MOST_CODINGS:
        raise TooPackedError(f"packed {len(codings)} times over; {_MOST_CODINGS} times is the most")
    for coding in codings:
        if coding not in _LAYERS:
            raise DamagedError(f"packed as {coding[:40]!r}, which was not asked for")
    return codings


class Unpacker:
    """Undoes `codings` and counts: the body as sent and the output of each layer may have `limit` bytes."""

    def __init__(self, codings: Iterable[str], limit: int) -> None:
        self._layers: list[Layer] = [_LAYERS[coding]() for coding in reversed(tuple(codings))]
        self._left = [limit] * (len(self._layers) + 1)
        self._limit = limit
        self._started = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The unpacked pieces. Raises `DamagedError`, or `TooLargeError` after the last piece that fits."""
        self._started = self._started or bool(data)
        pieces = self._counted(0, iter((data,)))
        for index, layer in enumerate(self._layers, 1):
            pieces = self._counted(index, _through(layer, pieces))
        try:
            yield from pieces
        except (zlib.error, brotli.error, ZstdError) as error:
            raise DamagedError(f"damaged data: {error}") from None

    def finish(self) -> None:
        """Raises `DamagedError` if the packed data was cut short."""
        if self._started and not all(layer.finished() for layer in self._layers):
            raise DamagedError("the packed body was cut short")

    def _counted(self, index: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            left = self._left[index]
            self._left[index] = left - len(piece)
            yield piece[: max(left, 0)]
            if len(piece) > left:
                raise TooLargeError(f"too large: more than {self._limit:,} bytes")


def _through(layer: Layer, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from layer.feed(piece)
