"""What every section of a lexicon is."""

from __future__ import annotations

import msgspec


class Section(msgspec.Struct, frozen=True, eq=False):
    """Frozen tables and compiled patterns, picklable; one section is the same as another only if it is that one."""
