"""Stages carried by Apache Spark: for corpora that outgrow one machine. Needs the extra `spark`, and Java.

A part of a stage is a row of Arrow: its number, and the pickled items. Rows are dealt to the executors, sorted, and
worked on by `mapInArrow`, with the same functions that a pool of processes carries. docs/scale.md says what of a scan
is carried so, and what stays with the driver.
"""

from __future__ import annotations

import os
import pickle
import platform
import sys
import warnings
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from factcheck import __version__
from factcheck.errors import EngineError
from factcheck.here import HeldValue
from factcheck.messages import say
from factcheck.model import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pyarrow as pa
    from pyspark import Broadcast
    from pyspark.sql import DataFrame, SparkSession

T = TypeVar("T")
R = TypeVar("R")
_FIELDS = ("id", "text", "title", "date", "source", "url")
_FORM = "number long, body binary"
_WAVE = 4  # parts for each core that are under way together: it bounds what the driver holds of their results
_ROWS = "4"  # parts in one batch of Arrow: each may be megabytes
_PYTHON = "PYSPARK_PYTHON"
_OF_PANDAS = "PySpark does not yet fully support pandas"  # which nothing here uses


@contextmanager
def open_spark(master: str | None) -> Iterator[SparkCarrier]:
    """A session that ends with the block; `master` is the address of a cluster, None what `spark-submit` has set.

    Raises `EngineError` where there is no cluster, or where its workers are not what this process is.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", _OF_PANDAS, FutureWarning)
        session = _start(master)
        try:
            carrier = SparkCarrier(session)
            carrier.insist_on_equals()
            yield carrier
        finally:
            session.stop()


def _start(master: str | None) -> SparkSession:
    from pyspark import SparkConf
    from pyspark.sql import SparkSession

    if master is None and not SparkConf().contains("spark.master"):
        raise EngineError(say("error.no-master"), where="--master", cure=say("cure.give-master"))
    os.environ.setdefault(_PYTHON, sys.executable)  # Spark asks for it there, and nowhere else
    builder = SparkSession.builder.appName("factcheck")
    if master is not None:
        builder = builder.master(master)
    for key, value in {
        "spark.log.level": "ERROR",
        "spark.ui.showConsoleProgress": "false",  # progress is told by factcheck itself
        "spark.sql.execution.arrow.maxRecordsPerBatch": _ROWS,
    }.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except Exception as error:
        what = say("error.no-cluster", error=_shorten(error))
        raise EngineError(what, where=master, cure=say("cure.start-cluster")) from error


class SparkCarrier:
    """Carries stages on a cluster. Tasks that fail are tried again by Spark, on another executor where there is one."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session
        self.jobs = max(2, session.sparkContext.defaultParallelism)

    def insist_on_equals(self) -> None:
        """Raise `EngineError` unless all workers have this Python, this factcheck, this pyarrow."""

        def tell(_: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            import importlib
            import platform

            import pyarrow as pa

            said = [f"Python {'.'.join(platform.python_version_tuple()[:2])}", f"pyarrow {pa.__version__}"]
            try:
                said.append(f"factcheck {importlib.import_module('factcheck').__version__}")
            except ImportError as error:
                said.append(f"no factcheck ({error})")
            yield pa.RecordBatch.from_pylist([{"said": ", ".join(said)}])

        rows = self._session.range(self.jobs * 2).repartition(self.jobs * 2)
        try:
            found = {row.said for row in rows.mapInArrow(tell, "said string").collect()}
        except Exception as error:
            raise EngineError(say("error.workers-fail", error=_shorten(error)), where="--master") from error
        import pyarrow as pa

        own = ".".join(platform.python_version_tuple()[:2])
        ours = f"Python {own}, pyarrow {pa.__version__}, factcheck {__version__}"
        if others := sorted(found - {ours}):
            what = say("error.workers-differ", ours=ours, theirs="; ".join(others))
            raise EngineError(what, where="--master", cure=say("cure.same-environment"))

    def map(
        self,
        fn: Callable[[Iterator[list[T]]], Iterator[R]],
        parts: Iterable[list[T]],
        lost: Callable[[T], None] | None = None,
    ) -> Iterator[R]:
        """What `fn` makes of the parts, in their order; a wave of them at a time.

        An item on which `fn` fails is told to `lost`, and so is one at which the executors of all tries die.
        """
        rest = iter(parts)
        while wave := list(islice(rest, _WAVE * self.jobs)):
            for part, answer in zip(wave, self._work(fn, wave), strict=True):
                yield from self._take(fn, part, answer, lost)

    def _work(self, fn: Callable[[Iterator[list[T]]], Iterator[R]], wave: list[list[T]]) -> list[_Answer | None]:
        """The answer to each part; None where executors died at what it may be."""
        import pyarrow as pa

        rows = [pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in wave]
        table = pa.table({"number": pa.array(range(len(rows)), pa.int64()), "body": pa.array(rows, pa.large_binary())})
        frame = self._session.createDataFrame(table).repartition(len(rows), "number").sortWithinPartitions("number")

        def work(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            return _answer_each(fn, batches)

        try:
            found = {row.number: row.body for row in frame.mapInArrow(work, _FORM).collect()}
        except Exception:  # noqa: BLE001 - Spark raises whatever; who is to blame is asked part by part
            if len(wave) == 1:
                return [None]
            return [answer for part in wave for answer in self._work(fn, [part])]
        return [pickle.loads(found[number]) for number in range(len(wave))]  # noqa: S301 - from our own functions

    def _take(
        self,
        fn: Callable[[Iterator[list[T]]], Iterator[R]],
        part: list[T],
        answer: _Answer | None,
        lost: Callable[[T], None] | None,
    ) -> Iterator[R]:
        if answer is None and len(part) > 1:
            for item in part:
                yield from self._take(fn, [item], self._work(fn, [[item]])[0], lost)
            return
        failed = range(len(part)) if answer is None else answer.failed
        if failed and lost is None:
            error = "" if answer is None else answer.error
            raise EngineError(say("error.workers-fail", error=error), where="--master")
        for number in failed:
            if lost is not None:
                lost(part[number])
        if answer is not None:
            yield from answer.found

    def start(self, fn: Callable[[T], R], value: T) -> Callable[[], R]:
        """What works out `fn` of a value, in the driver, which holds it."""
        return partial(fn, value)

    def share(self, value: T) -> SharedBroadcast[T]:
        """A value that each executor is sent once."""
        return SharedBroadcast(self._session.sparkContext.broadcast(pickle.dumps(value, pickle.HIGHEST_PROTOCOL)))

    def share_each(self, items: Iterable[T]) -> HeldValue[Sequence[T]]:
        """The items themselves: what needs all of them is carried by the driver."""
        return HeldValue(tuple(items))

    def keep(self) -> SentRecords:
        """Records that stay with the driver, and travel with the items that need them."""
        return SentRecords({})

    def read_documents(self, paths: Iterable[str]) -> Iterator[Document]:
        """The articles of Parquet files, or else of JSON lines, wherever Spark reads them; their columns are `_FIELDS`.

        Raises `EngineError` for files that cannot be read, or that have no ids.
        """
        for path in paths:
            try:
                frame = self._open(path)
            except Exception as error:
                raise EngineError(say("error.spark-cannot-read", error=_shorten(error)), where=path) from error
            names = [name for name in _FIELDS if name in frame.columns]
            if not {"id", "text"} <= {*names}:
                raise EngineError(say("error.no-id-column"), where=path, cure=say("cure.id-column"))
            rows = frame.selectExpr(*(f"cast(`{name}` as string) as `{name}`" for name in names))
            for row in rows.toLocalIterator():
                held = {name: value for name in names if (value := row[name]) is not None}
                yield Document(**{"id": "", "text": "", **held, "path": path})

    def _open(self, path: str) -> DataFrame:
        reader = self._session.read
        return reader.parquet(path) if path.rstrip("/").endswith(".parquet") else reader.json(path)

    def write_table(self, table: pa.Table, path: str) -> None:
        """Write a table as Parquet, wherever Spark writes; what was there is replaced."""
        try:
            self._session.createDataFrame(table).write.mode("overwrite").parquet(path)
        except Exception as error:
            raise EngineError(say("error.spark-cannot-write", error=_shorten(error)), where=path) from error


class _Answer(NamedTuple):
    """What came of a part; the numbers of items that failed, and the first error."""

    found: list[Any]
    failed: tuple[int, ...] = ()
    error: str = ""


def _answer_each(
    fn: Callable[[Iterator[list[Any]]], Iterator[Any]], batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    import pyarrow as pa

    for batch in batches:
        for number, body in zip(batch.column(0).to_pylist(), batch.column(1).to_pylist(), strict=True):
            part = pickle.loads(body)  # noqa: S301 - from our own driver
            answer = pickle.dumps(_answer(fn, part), pickle.HIGHEST_PROTOCOL)
            yield pa.RecordBatch.from_arrays(
                [pa.array([number], pa.int64()), pa.array([answer], pa.binary())], ["number", "body"]
            )


def _answer(fn: Callable[[Iterator[list[Any]]], Iterator[Any]], part: list[Any]) -> _Answer:
    """All that `fn` finds; where it fails, what it finds item by item."""
    try:
        return _Answer(list(fn(iter([part]))))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is of an item, which is told
        if len(part) == 1:
            return _Answer([], (0,), _shorten(error))
    answers = [_answer(fn, [item]) for item in part]
    return _Answer(
        [one for answer in answers for one in answer.found],
        tuple(number for number, answer in enumerate(answers) if answer.failed),
        next((answer.error for answer in answers if answer.error), ""),
    )


class SharedBroadcast(Generic[T]):
    """A pickled value that Spark hands to every executor."""

    def __init__(self, sent: Broadcast[bytes]) -> None:
        self._sent = sent
        self._value: list[T] = []

    def get(self) -> T:
        """The value, unpickled once a task."""
        if not self._value:
            self._value.append(pickle.loads(self._sent.value))  # noqa: S301 - from our own driver
        return self._value[0]

    def __reduce__(self) -> tuple[Any, ...]:
        """What was sent, without the value."""
        return SharedBroadcast, (self._sent,)


class SentRecords:
    """Records by name, pickled; those that a part needs go with it."""

    def __init__(self, records: dict[str, bytes]) -> None:
        self._records = records

    def add(self, name: str, record: bytes) -> None:
        """Keep a pickled record."""
        self._records[name] = record

    def select(self, names: Iterable[str]) -> SentRecords:
        """Those of these names."""
        return SentRecords({name: self._records[name] for name in names})

    def get(self, name: str) -> Any:  # noqa: ANN401 - whatever was kept
        """A record."""
        return pickle.loads(self._records[name])  # noqa: S301 - from our own driver


def _shorten(error: Exception) -> str:
    """The first line of what Spark says, which says a page."""
    return str(error).strip().partition("\n")[0][:300]
