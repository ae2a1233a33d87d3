"""Damage of the kinds that files suffer: bytes flipped, the end cut off, objects gone or garbled, all from a seed."""

import re
from collections.abc import Callable
from io import BytesIO
from random import Random

import pikepdf

OBJECT = re.compile(rb"(?<=\n)\d+ \d+ obj\b.*?endobj", re.DOTALL)


def damaged(data: bytes, seed: int) -> bytes:
    """The file with one kind of damage, or two."""
    rng = Random(f"damage {seed}")
    kinds = rng.sample(KINDS, rng.choice((1, 1, 1, 2)))
    for kind in sorted(kinds, key=lambda one: one is not with_other_values):
        data = kind(data, rng)
    return data


def flipped(data: bytes, rng: Random) -> bytes:
    """Single bytes changed, from one to a few hundred, anywhere."""
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 50, 300))):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def flipped_outside_streams(data: bytes, rng: Random) -> bytes:
    """Bytes changed where the file says how it is built: dictionaries, references, numbers."""
    streams = [match.span() for match in re.finditer(rb"stream\r?\n.*?endstream", data, re.DOTALL)]
    places = [number for number in range(len(data)) if not any(start < number < end for start, end in streams)]
    changed = bytearray(data)
    for place in rng.sample(places, min(len(places), rng.choice((1, 5, 30)))):
        changed[place] = rng.choice(b"0123456789<>[]()/ \x00\xff")
    return bytes(changed)


def truncated(data: bytes, rng: Random) -> bytes:
    """Cut off anywhere, as a transfer that broke leaves it."""
    return data[: rng.randrange(1, len(data))]


def hollowed(data: bytes, rng: Random) -> bytes:
    """A stretch gone from the middle, or filled with zeros."""
    start = rng.randrange(len(data))
    end = min(len(data), start + rng.choice((10, 500, 5000, 50000)))
    return data[:start] + (b"" if rng.random() < 0.5 else b"\0" * (end - start)) + data[end:]


def without_objects(data: bytes, rng: Random) -> bytes:
    """Some objects gone; what refers to them finds nothing, or what now stands there."""
    found = [match.span() for match in OBJECT.finditer(data)]
    for start, end in sorted(rng.sample(found, min(len(found), rng.choice((1, 2, 8)))), reverse=True):
        data = data[:start] + data[end:]
    return data


def with_other_values(data: bytes, rng: Random) -> bytes:
    """Entries of dictionaries gone or replaced by anything, in a file that is sound otherwise."""
    with pikepdf.open(BytesIO(data)) as pdf:
        found = [
            one for one in pdf.objects if isinstance(one, (pikepdf.Dictionary, pikepdf.Stream)) and len(one.keys())
        ]
        for one in rng.sample(found, min(len(found), rng.choice((1, 3, 10)))):
            # How long a stream is and how it is packed is the library's own affair, and so is what it writes anew.
            key = rng.choice(sorted(set(one.keys()) - {"/Length", "/Filter", "/Metadata"}) or ["/Other"])
            if rng.random() < 0.4 and key in one:
                del one[key]
            else:
                one[key] = rng.choice(OTHERS)(pdf, rng)
        out = BytesIO()
        pdf.save(out, static_id=True, fix_metadata_version=False)
        return out.getvalue()


def shuffled(data: bytes, rng: Random) -> bytes:
    """Two stretches of the file in each other's place."""
    cuts = sorted(rng.sample(range(len(data)), 4))
    first, second, third, fourth = cuts
    return data[:first] + data[third:fourth] + data[second:third] + data[first:second] + data[fourth:]


OTHERS: tuple[Callable[[pikepdf.Pdf, Random], pikepdf.Object], ...] = (
    lambda pdf, rng: pikepdf.Array([]),
    lambda pdf, rng: pikepdf.Dictionary(),
    lambda pdf, rng: pikepdf.String("\0" * 40),
    lambda pdf, rng: pikepdf.Array([rng.choice((-1, 0, 2**31, 2**62)) for _ in range(6)]),
    lambda pdf, rng: pdf.make_stream(rng.randbytes(400)),
    lambda pdf, rng: pdf.Root,
    lambda pdf, rng: pdf.pages[0].obj,
)
KINDS = (flipped, flipped_outside_streams, truncated, hollowed, without_objects, with_other_values, shuffled)
