"""What `scan --engine spark` does: read, run on a cluster, write tables and reports."""

from __future__ import annotations

import importlib.util
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.cli.work.finish import finish
from factcheck.cli.work.inputs import read_inputs, read_sources
from factcheck.errors import UsageError
from factcheck.messages import say
from factcheck.report import SCAN, claims_parquet, facts_parquet, findings_parquet
from factcheck.report.parquet import make_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.cli.session import Cluster, Session
    from factcheck.model import Report

_OF_SPARK = (".parquet", "://")  # what only Spark reads, by the end or the middle of its name


def run_on_cluster(session: Session, cluster: Cluster, since: str | None, scan_read: Callable[..., Report]) -> int:
    """The exit code of `factcheck scan --engine spark`; `scan_read` is the scan of what was read.

    Parquet, and whatever has an address with `://`, is read by Spark; other paths by this process, as always.
    """
    if since is not None:
        raise UsageError(say("error.not-with-spark"), where="--since")
    if importlib.util.find_spec("pyspark") is None:
        what = say("error.needs-module", name="--engine spark", module="pyspark")
        raise UsageError(what, where="--engine", cure=say("cure.install-extra", extra="spark"))
    if shutil.which("java") is None:
        what = say("error.needs-module", name="--engine spark", module="Java")
        raise UsageError(what, where="--engine", cure=say("cure.install-java"))
    from factcheck.run.spark import open_spark

    theirs = [path for path in session.paths if _OF_SPARK[1] in path or path.rstrip("/").endswith(_OF_SPARK[0])]
    ours = tuple(path for path in session.paths if path not in theirs)
    if ours or not theirs:
        inputs = read_inputs(replace(session, paths=ours), SCAN)
    else:  # no path at all would be the current folder
        inputs = read_sources(session, SCAN, (), ())
    with open_spark(cluster.master) as carrier:
        overrides = session.resolved.overrides
        more = tuple(overrides.complete(document) for document in carrier.read_documents(theirs))
        inputs = replace(inputs, articles=(*inputs.articles, *more))
        report = scan_read(inputs, carrier=carrier)
        if cluster.tables is not None:
            for name, module in (("findings", findings_parquet), ("facts", facts_parquet), ("claims", claims_parquet)):
                table = make_table(list(module.list_rows(report)), module.COLUMNS)
                carrier.write_table(table, f"{cluster.tables.rstrip('/')}/{name}")
    return finish(report, inputs, SCAN)
