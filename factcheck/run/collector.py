"""Python's collector of cycles, paused while a corpus is worked through.

Articles, claims and pairs are frozen values and hold no cycles; walking over ever more of them would cost a third of
the time and free nothing. Whatever is no longer used is freed as always, by counting.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def pause_collector() -> Iterator[None]:
    """Without the collector inside; afterwards as it was."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
