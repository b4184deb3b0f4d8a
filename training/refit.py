"""All that is learnt of frames, fitted on all annotated figures and written into the package.

    python training/refit.py FRAMES NEWS [FRAMES NEWS …]

`groups.txt`, the classes of words by their company, is learnt from news alone, by `clusters.py`; it is fitted anew only
where that is run. Here the figures fit `labels.bin` (`labels.py`).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from frames import pair_files
from labels import KEPT, fit, gather_samples, write_model

from factcheck import zh
from factcheck.frame.labelling_model import load_groups


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, help="another folder than that of the package")
    args = parser.parse_args()
    lexicon = zh.lexicon().frame
    samples = list(gather_samples(pair_files(args.files), load_groups(lexicon.groups)))
    path = args.out / lexicon.labels.name if args.out else lexicon.labels
    write_model(path, *fit(samples, KEPT))
    print(f"{len(samples)} figures, {path.stat().st_size:,} bytes: {path}")


if __name__ == "__main__":
    main()
