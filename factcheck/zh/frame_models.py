"""Chinese: the weights that were learnt of bearers and of what is no claim; `training/` holds the scripts."""

from __future__ import annotations

from pathlib import Path

import msgspec

from factcheck.errors import DataError
from factcheck.lexicon.weights import BearerWeights, NoClaimWeights, Table

MODELS = Path(__file__).parent / "models"


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    tables: dict[str, Table]
    bar: float = 0.0


def bearer_weights() -> BearerWeights:
    """Who bears a figure. Raises `DataError` where the file is broken."""
    return BearerWeights(tables=_read("bearers.json").tables)


def no_claim_weights() -> NoClaimWeights:
    """What is no claim. Raises `DataError` where the file is broken."""
    read = _read("no_claims.json")
    return NoClaimWeights(tables=read.tables, bar=read.bar)


def _read(name: str) -> _File:
    path = MODELS / name
    try:
        return msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(str(error), where=str(path)) from error
