"""Chinese: how a text is folded, cut into sentences and words, and which lines of it are nobody's prose."""

from __future__ import annotations

import re

from factcheck import en
from factcheck.lexicon import TextLexicon
from factcheck.lexicon.text import BoilerplateForm
from factcheck.zh.folding import ChineseFolding
from factcheck.zh.identity import identity
from factcheck.zh.segmenter import ChineseSegmenter
from factcheck.zh.tables import read_table
from factcheck.zh.text_figures import BROKEN_FIGURES, LIST_MARK, split_figures

# A sentence ends with its stop and the closing marks behind it, or with its line. The first letter stands before the
# alternatives, which look back at it: the engine leaps to those letters, and tries nothing elsewhere.
# 2023-08-01 17:54, 8月1日 星期二
STAMP = re.compile(r"[\d\W_年月日时分秒星期周一二三四五六天上下午早晚]*")
SENTENCE_STOP = re.compile(
    rf"""
    [。！？.…\n\r]
    (?: (?<=[。！？]) [。！？]* (?!》) [”’"')】]*
      # An ASCII full stop counts only behind a Han letter or a closing mark and before a space: 3.9, v2.0 and
      # www.example.org have none.
      | (?<=[\u3400-\u9fff”’)%]\.) (?=\s|$)
      | {en.sentence_stop()}
      | (?<=…) …* (?=[”’"']*\s*(?:\n|$)) [”’"']*
      | (?<=[\n\r]) [\n\r]*
    )
    """,
    re.VERBOSE,
)
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
# Japanese is told by its kana, of which it has at least half as many as Han letters, and Chinese next to none.
KANA = re.compile(r"[\u3041-\u30ff]")
HANGUL = re.compile(r"[\uac00-\ud7a3]")
# a word of two letters and more in a script that spells
SPELLED = re.compile(r"[^\W\d_\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U000323af]{2,}")


def text() -> TextLexicon:
    """The section of the lexicon. Raises `DataError` naming the line of a broken table."""
    return TextLexicon(
        folding=ChineseFolding(),
        identity=identity(),
        segmenter=ChineseSegmenter(),
        sentence_stop=SENTENCE_STOP,
        stamp=STAMP,
        own_letter=HAN,
        foreign_words=((SPELLED, 1), (HANGUL, 1), (KANA, 2)),
        spelled=en.stretches(),
        boilerplate=read_table("words/boilerplate.yaml", tuple[BoilerplateForm, ...]),
        broken_figures=BROKEN_FIGURES,
        list_mark=LIST_MARK,
        split_figures=split_figures(),
    )
