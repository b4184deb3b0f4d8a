"""What of a calendar begins with a numeral: 2025年, 7月6日, 2024/25年度, 民国114年, 1至10月, 二季度, 8时30分, 90年代.

`calendar_end` only says where such an expression ends, so that no figure is read in it; `dates` reads it.
"""

from __future__ import annotations

import re

HAN = "零〇一二三四五六七八九"
YEAR = rf"(?:(?:1[0-9]|20|21)\d\d|[一二][{HAN}0]{{3}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
_TO_NINE = "[一二三四五六七八九]"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]?十{_TO_NINE}|二十|廿{_TO_NINE}?|{_TO_NINE}|十)"
# Behind these, N日 is so many days: 至少3日, 為期5日; elsewhere it is the day of a month.
_LASTING = (
    "至少", "最少", "起码", "最多", "至多", "不超过", "超过", "不少于", "不足", "不到", "长达", "历时", "为期", "连续",
    "一连", "为时", "逾",
)  # fmt: skip
SOME_DAYS = "".join(f"(?<!{word})" for word in _LASTING)
TO = r" ?(?:-|—{1,2}|–|~|至|到|、|及|和|与|/) ?"
_QUARTER = r"(?:[1-4一二三四])"
_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = rf"(?:[0-5]?\d|[二三四五]?十[{HAN}]?|[{HAN}])"
_MORE = r"多|余(?![杭姚江干额下光])|的?历史|之久|文明|大计"
# Behind 年: what makes four digits a stretch of time and no year; of a round number more than of another.
_SPAN = rf"(?!{_MORE}|来(?![自到临源])|以上|前(?!后)|后|间|时间|左右|一遇|古|老|难遇)"
_DECADE = r"(?:\d0|[一二三四五六七八九][十〇零]|[六七八九](?=[七八九]十))"
_POINT = (
    rf"点(?=开始|起床|出发|上班|下班|准时|[整半许左前后、，。至到—-]| (?![{HAN}]+ ?个? ?百 ?分)"
    rf"|{_MINUTE} ?分(?!钟)|[一三]刻)"
)
_SCHOOL_YEAR = r"学年度?|年度|财年|赛季"
_FORMS = (
    rf"{YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)",
    rf"{YEAR}/(?:1[0-2]|0?[1-9])(?![\d/])",
    rf"{YEAR} ?(?:[/~-]|—{{1,2}}|–|至) ?(?:\d\d(?!\d)|{YEAR}) ?(?:{_SCHOOL_YEAR}|年度?)",
    # The years of a life or an office; prices come with a unit, or behind 为, 在, 约.
    r"(?<![\d.为在约是达价近超于至到-])(?:1[5-9]|20)\d\d ?(?:-|—{1,2}|–|~) ?(?:1[5-9]|20)\d\d(?= ?[)，、,；。])",
    rf"{YEAR}(?: ?年[底末初]?)?{TO}{YEAR} ?年[度代底末初]?{_SPAN}",
    (
        r"(?:19|20)\d\d ?(?:-|—{1,2}|–|~) ?(?:19|20)\d\d"
        r"(?! ?(?:台(?![湾北中南])|[\d.%元人个名家点次只辆套件块度级"
        r"吨米克斤亩公平千百万亿兆毫厘美港日欧韩英多余年至到-]))"
    ),
    rf"{YEAR} ?年 ?{MONTH} ?月 ?{DAY} ?[日号](?:{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号])?",
    rf"{YEAR} ?年 ?{MONTH}(?: ?月)?{TO}{MONTH} ?月",
    rf"{YEAR} ?年 ?{MONTH} ?月(?:份|底|初|末|中旬|上旬|下旬)?",
    rf"{YEAR} ?年(?:第?{_QUARTER}季度?|[上下]半年|[度代底末初中春夏秋冬])",
    rf"{YEAR} ?年{_SPAN}|(?:19|20)(?!00)\d\d ?年(?!{_MORE})",
    rf"(?:\d{{2}}|[{HAN}]{{2}}|一百(?:零?[{HAN}]|[{HAN}]?十[{HAN}]?)|1[0-4]\d) ?学年度?",
    (
        r"(?:\d{1,2}|[一二]?十[一二三四五六七八九]?|[三四五六七八九]) ?世纪"
        r"(?: ?(?:\d0|[二三四五六七八九]十)年代)?(?:初|末|中叶|中期|前期|后期)?"
    ),
    rf"{_DECADE}(?:{TO}(?:\d0|[六七八九]十))?(?:[七八九]十)? ?年代",
    rf"{MONTH} ?月 ?{DAY} ?[日号](?:{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号])?",
    rf"{MONTH} ?月 ?{DAY}{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号]",
    rf"{MONTH}(?: ?月份?)?{TO}{MONTH} ?月(?!龄|大)份?",
    rf"{MONTH} ?月(?!龄|大)(?:份|底|初|末|中旬|上旬|下旬)?",
    rf"{DAY}(?: ?[日号])?{TO}{DAY} ?日(?![游内])",
    rf"{SOME_DAYS}{DAY} ?日(?![游内元圆币均后]|之内|以内)",
    rf"{_QUARTER}(?:{TO}{_QUARTER})? ?季(?:度|报)?",
    (
        rf"{_HOUR}(?:{TO}{_HOUR})? ?(?:时|点钟|{_POINT})"
        rf"(?: ?{_MINUTE} ?分(?!钟)(?: ?{_MINUTE} ?秒)?|半|[一三]刻|整|许)?(?![代间期速尚长])"
    ),
    rf"(?:{MONTH}-{DAY} )?(?:2[0-4]|1\d|0?\d):[0-5]\d(?::[0-5]\d)?(?!\d)",
)
_CALENDAR = re.compile("|".join(_FORMS))
# Behind these, a numeral and 点 or 时 are a time of day, whatever follows.
_DAYTIME = re.compile(
    r"(?:[上下中]午|晚上|早上|凌晨|清晨|傍晚|深夜|午夜|夜里|半夜|早晨|晚间|午后|夜间|晚|早|日|号|时间)$"
)
_CLOCK = re.compile(rf"{_HOUR} ?[点时](?:{_MINUTE} ?分|半|[一三]刻|钟|整|许|多)?")
_ERA = re.compile(
    r"(?:民国前?|公元前?|西元前?|纪元前|光绪|康熙|乾隆|嘉庆|道光|咸丰|同治|雍正|宣统|昭和|大正|明治|平成|令和"
    r"|万历|崇祯|顺治|永历|贞观|洪武|永乐"
    r"|嘉靖|正德|成化|弘治|景泰|宣德|隆庆|天启|建文|开元|天宝|熙宁)$"
)
_ERA_YEAR = re.compile(rf"(?:\d{{1,4}}|[{HAN}十百千元]{{1,5}}) ?年[代间]?|(?:\d{{1,4}})(?= ?[-—–~至] ?)")
# A stretch of time that frames what follows: 近五年, 过去12个月, 首10个月.
_FRAME_BEFORE = re.compile(
    r"(?<!附)(?<!临)(?<!历时)(?<!耗时)(?<!长达)(?<!时隔)"
    r"(?:近|过去|未来|今后|接下来的?|头|(?<!提)前|首|这|该|往后|此前|此后|随后|其后|其余?|第)$"
)
_FRAME_COUNT = r"(?:\d{1,3}|[两几数]|[一二三四五六七八九]?十[一二三四五六七八九几多余]?|[一二三四五六七八九])"
_FRAME = re.compile(
    rf"{_FRAME_COUNT} ?[多余]?个?"
    r"(?:季度|年|月|周|星期|天|日|小时|学期|财季|季|财年|财政年度|赛季|交易日|工作日|世纪|多月)"
)
# Years of the Republic without the word: 112年失业率, 114年1月.
_REPUBLIC = re.compile(
    r"(?:1[0-4]\d|[7-9]\d) ?年(?:[度底初末]|第[一二三四]季|[上下]半年| ?(?:1[0-2]|[1-9]) ?月)"
    r"|(?:1[0-2]\d|9\d) ?年(?![来前后間间的内之期以多左代资级长计缘终更时，。、]|历史|度过|当中)"
)
_SPANNING = re.compile(r"(?:近|超过|约|逾|长达|至少)$")
_LOOK_BACK = 6


def calendar_end(folded: str, start: int, *, traditional: bool) -> int:
    """Where the calendar expression that begins at `start` ends; `start` where there is none."""
    match = _CALENDAR.match(folded, start)
    if match:
        return match.end()
    at = start - 1 if folded.startswith(" ", start - 1) and start else start
    least = max(0, start - _LOOK_BACK)
    match = _CLOCK.match(folded, start) if _DAYTIME.search(folded, least, at) else None
    match = match or (_ERA_YEAR.match(folded, start) if _ERA.search(folded, least, at) else None)
    match = match or (_FRAME.match(folded, start) if _FRAME_BEFORE.search(folded, least, at) else None)
    if match is None and traditional and not _SPANNING.search(folded, least, at):
        match = _REPUBLIC.match(folded, start)
    return match.end() if match else start
