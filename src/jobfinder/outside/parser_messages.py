"""What goes between this process and those that read: a task there, a reply back, large bodies without being copied.

Used on both sides, by `parsers` and by `parser_process`. A message is a pickle and the buffers that belong to it, each
preceded by its length. Both sides run the same code on the same machine; what strangers wrote is data inside it.
"""

from __future__ import annotations

import io
import pickle
import struct
from collections.abc import Callable, Mapping
from typing import IO, Any, NamedTuple

from jobfinder.errors import StepError
from jobfinder.model import Response

COUNT = struct.Struct("!I")
LENGTH = struct.Struct("!Q")
LARGE = 65_536
"""Bytes from which on a body is not copied into the pickle."""

Message = list[bytes | memoryview]
"""A pickle and its buffers."""


class Task(NamedTuple):
    """What to run. `about` names what is read; the limits are those of `settings.Parsing`."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    about: str
    seconds: float
    patience: float
    memory: int


class Reply(NamedTuple):
    """The result, or the error. `last`: the process ends now."""

    value: Any = None
    error: StepError | None = None
    last: bool = False


class _Packer(pickle.Pickler):
    def reducer_override(self, obj: Any) -> Any:
        if type(obj) is not Response or len(obj.body) < LARGE:
            return NotImplemented
        fields = {name: getattr(obj, name) for name in Response.__struct_fields__}
        return _response, (fields | {"body": pickle.PickleBuffer(obj.body)},)


def _response(fields: dict[str, Any]) -> Response:
    return Response(**fields)


def pack(value: Task | Reply) -> Message:
    """The message for `value`."""
    buffers: list[pickle.PickleBuffer] = []
    packed = io.BytesIO()
    _Packer(packed, pickle.HIGHEST_PROTOCOL, buffer_callback=buffers.append).dump(value)
    return [packed.getbuffer(), *(buffer.raw() for buffer in buffers)]


def unpack(message: Message) -> Any:
    """The value of a message."""
    return pickle.loads(message[0], buffers=message[1:])


def send(pipe: IO[bytes], message: Message) -> None:
    """Write one message. Raises `OSError` where nobody reads any more."""
    pipe.write(COUNT.pack(len(message)) + b"".join(LENGTH.pack(len(part)) for part in message))
    for part in message:
        pipe.write(part)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Message | None:
    """Read one message; null where the other side has ended."""
    try:
        (count,) = COUNT.unpack(_exactly(pipe, COUNT.size))
        lengths = LENGTH.iter_unpack(_exactly(pipe, count * LENGTH.size))
        return [_exactly(pipe, length) for (length,) in lengths]
    except EOFError:
        return None


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    found = pipe.read(length)
    if len(found) < length:
        raise EOFError
    return found
