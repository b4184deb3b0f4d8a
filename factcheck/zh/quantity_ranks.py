"""Chinese: places in an order: 第十三位, 居第4, 前十; and what else 第 and 前 make of a number."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import RankLexicon
from factcheck.zh.quantity_data import WORDS, join_words

_NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_PLACED = rf"(?<!安)(?:{join_words(WORDS.placed)})(?:{join_words(WORDS.placed_among)})?"

RANKS = RankLexicon(
    ranked=re.compile(rf"(?:{join_words(WORDS.ranked)}) ?$"),
    placed=re.compile(rf"{_PLACED} ?$"),
    placed_word=re.compile(r"[位名](?![\u3400-\u9fff])|[位名](?=[的之和与及至到])"),
    placed_marks=frozenset("位名"),
    placed_beside=re.compile(rf"{_PLACED} ?{_NUMERAL}位的[^，。；！？：\n]{{1,40}}[和与及、] ?$"),
    placed_beside_word=re.compile(r"位(?=的)"),
    no_rank=re.compile(join_words(WORDS.no_rank)),
    listed=re.compile(
        rf"""
        第\ ?{_NUMERAL}(?:[、和及至]\ ?{_NUMERAL}){{0,4}}[、和及至]\ ?$
    """,
        re.VERBOSE,
    ),
    serial_list=re.compile(rf"{_NUMERAL}(?:[、和及至] ?{_NUMERAL}){{0,9}} ?"),
    list_marks=frozenset("、和及至"),
    to=re.compile(r"(?:位|名)?(?:和|与|至|到|-|—|~)第?(?=[\d一二三四五六七八九十])"),
    first_person=re.compile(r"位(?=[\u3400-\u9fff])(?!的|是|和|与|至|到)"),
    days=re.compile(r" ?(?:-|—|~|至|到) ?第?\d{1,3} ?[天日周年届期条页章回集次节课]"),
    serial=re.compile(join_words(WORDS.serial)),
    rank_word=re.compile(
        r"""
        (?:位|名)(?!单|额|将|置|次)
        | 大(?!道|街|厦|队|选|学)(?=[\u3400-\u9fff])
        | [高长多快低少重强小富](?!达|于|期|过|度)
    """,
        re.VERBOSE,
    ),
    front_before=re.compile(
        r"(?:以|之|目|当|提|此|日|年|月|面|眼|跟|天|小时|空|史|从|生|先|向|往|朝|超|婚|产|会|午|赛|场|线|事|餐|术|考)$"
    ),
    front_after=re.compile(
        r"""
        (?:名|位|强|大(?!街|门)|甲)(?![单置额])
        | (?!
              [多几余来] | 个 | 年 | 天 | 月 | 日 | 周 | 期 | 季 | 轮 | 场 | 次 | 代 | 任 | 届 | 节 | 分 | 秒
              | 小 | 盘 | 局 | 章 | 集 | 回 | 世
              | 生 | 者 | 段 | 阶 | 批 | 排 | 款 | 项 | 条 | 件 | 部 | 站 | 步 | 遍 | 辆 | 口 | 脚 | 后 | 半
              | 车 | 桌 | 线 | 路 | 号 | 学
              | 人 | 名单 | 百 | 千 | 万 | 亿 | 度 | 程 | 晚 | 夜 | 交 | 工 | 星 | 礼
          )
    """,
        re.VERBOSE,
    ),
    top=re.compile(r"(?:三|四|五|六|七|八|九|十|十五|二十|三十|五十|百|一百|\d{1,3})$"),
    ordinal="第",
    front="前",
    only_between=frozenset("和与"),
    between="之间",
    goes_on=frozenset("的至到和与之及且"),
)
