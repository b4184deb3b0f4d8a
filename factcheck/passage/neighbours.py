"""Which short runs are worth a closer look: those near another run, and those whose surroundings agree as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from factcheck.passage.letters import Flags, Letters, Positions

_STEP = 16  # letters between runs that are neighbours
_AROUND = 20  # letters looked at on either side of a run
_QUAD = 4  # letters that must come again there
_BATCH = 1 << 14


def have_neighbours(letters: Letters, a: Positions, b: Positions, length: Positions) -> Flags:
    """Runs with another run of the same two articles within reach on both sides; runs sorted by articles, then by a."""
    kept = np.zeros(len(a), np.bool_)
    doc_a, doc_b = letters.docs(a), letters.docs(b)
    for shift in (1, 2):
        if len(a) <= shift:
            break
        early, late = slice(None, -shift), slice(shift, None)
        near = (
            (doc_a[early] == doc_a[late])
            & (doc_b[early] == doc_b[late])
            & (a[late] - a[early] - length[early] < _STEP)
            & (np.abs(b[late] - b[early] - length[early]) < _STEP)
        )
        kept[early] |= near
        kept[late] |= near
    return kept


def go_on_alike(letters: Letters, a: Positions, b: Positions, length: Positions) -> Flags:
    """Runs before or behind which a few letters more agree, though not at once."""
    found = np.zeros(len(a), np.bool_)
    for start in range(0, len(a), _BATCH):
        some = slice(start, start + _BATCH)
        behind = _are_alike(letters, a[some] + length[some], b[some] + length[some])
        found[some] = behind | _are_alike(letters, a[some] - _AROUND, b[some] - _AROUND)
    return found


def _are_alike(letters: Letters, a: Positions, b: Positions) -> Flags:
    alike: Flags = (_hash_quads(letters, a)[:, :, None] == _hash_quads(letters, b)[:, None, :]).any(axis=(1, 2))
    return alike


def _hash_quads(letters: Letters, starts: Positions) -> Positions:
    at = np.clip(starts[:, None] + np.arange(_AROUND), 0, len(letters.codes) - 1)
    codes = letters.codes[at].astype(np.int64)
    quads: Positions = codes[:, : _AROUND - _QUAD + 1].copy()
    for shift in range(1, _QUAD):
        quads = quads * 0x1F35D + codes[:, shift : _AROUND - _QUAD + 1 + shift]
    return quads
