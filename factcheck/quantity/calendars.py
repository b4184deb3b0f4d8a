"""What of a calendar begins with a numeral: 2025年, 7月6日, 2024/25年度, 民国114年, 1至10月, 二季度, 8时30分, 90年代.

`calendar_end` only says where such an expression ends, so that no figure is read in it; `dates` reads it.
"""

from __future__ import annotations

import re

HAN = "零〇一二三四五六七八九"
YEAR = rf"(?:(?:1[0-9]|20|21)\d\d|[一二][{HAN}]{{3}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|[二廿]?十[一二三四五六七八九]|二十|廿[一二三四五六七八九]?|[一二三四五六七八九十])"
TO = r" ?(?:-|—{1,2}|–|~|至|到|、|及|和|与|/) ?"
_QUARTER = r"(?:[1-4一二三四])"
_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = rf"(?:[0-5]?\d|[二三四五]?十[{HAN}]?|[{HAN}])"
# Behind 年: what makes four digits a stretch of time and no year.
_SPAN = r"(?!(?:多|余(?![杭姚江干额下光])|来(?![自到临源])|的?历史|以上|之久|前|后|间|时间|左右|大计|一遇|文明|古|老|难遇))"

CALENDAR = re.compile(
    rf"{YEAR}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\d|0?[1-9])(?!\d)|{YEAR}/(?:1[0-2]|0?[1-9])(?![\d/])"
    rf"|{YEAR} ?[/-] ?(?:\d\d(?!\d)|{YEAR}) ?(?:学年|年度|财年|赛季|年)(?:度)?"
    rf"|{YEAR}(?: ?年(?:底|末|初)?)?{TO}{YEAR} ?年(?:度|代|底|末|初)?{_SPAN}"
    rf"|{YEAR} ?年 ?{MONTH} ?月 ?{DAY} ?[日号](?:{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号])?"
    rf"|{YEAR} ?年 ?{MONTH}(?: ?月)?{TO}{MONTH} ?月"
    rf"|{YEAR} ?年 ?{MONTH} ?月(?:份|底|初|末|中旬|上旬|下旬)?"
    rf"|{YEAR} ?年(?:第?{_QUARTER}季度?|[上下]半年|度|代|底|末|初|中|春|夏|秋|冬)"
    rf"|{YEAR} ?年{_SPAN}|(?:19|20)(?!00)\d\d ?年(?!(?:多|余(?![杭姚江干额下光])|的?历史|之久|文明|大计))"
    rf"|(?:\d{{2}}|[{HAN}]{{2}}|一百(?:零?[{HAN}]|[{HAN}]?十[{HAN}]?)|1[0-4]\d) ?学年度?"
    rf"|(?:\d{{1,2}}|[二十一]{{1,3}}) ?世纪(?: ?(?:\d0|[二三四五六七八九]十)年代)?(?:初|末|中叶|中期|前期|后期)?"
    rf"|(?:\d0|[一二三四五六七八九][十〇零]|[六七八九](?=[七八九]十))(?:{TO}(?:\d0|[六七八九]十))?(?:[七八九]十)? ?年代"
    rf"|{MONTH} ?月 ?{DAY} ?[日号](?:{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号])?"
    rf"|{MONTH} ?月 ?{DAY}{TO}(?:{MONTH} ?月 ?)?{DAY} ?[日号]"
    rf"|{MONTH}(?: ?月份?)?{TO}{MONTH} ?月(?!龄|大)份?"
    rf"|{MONTH} ?月(?!龄|大)(?:份|底|初|末|中旬|上旬|下旬)?"
    rf"|{DAY}(?: ?[日号])?{TO}{DAY} ?日(?![游内])"
    rf"|{DAY} ?日(?!游|内|元|圆|币|均|之内|以内|后)"
    rf"|{_QUARTER}(?:{TO}{_QUARTER})? ?季(?:度|报)?"
    rf"|{_HOUR}(?:{TO}{_HOUR})? ?(?:时|点钟|点(?=[ 整半许左前后，。至到—-]|{_MINUTE} ?分(?!钟)|[一三]刻))(?: ?{_MINUTE} ?分(?!钟)(?: ?{_MINUTE} ?秒)?|半|[一三]刻|整|许)?(?!代|间|期|速|尚|长)"
    rf"|(?:2[0-4]|1\d|0?\d):[0-5]\d(?::[0-5]\d)?(?!\d)"
)
# Before a numeral and 点 or 时: a time of day, whatever follows.
_DAYTIME = ("上午", "下午", "中午", "晚上", "早上", "凌晨", "清晨", "傍晚", "深夜", "午夜", "夜里", "半夜", "今早", "今晚", "当晚", "昨晚", "早晨", "晚间", "午后", "夜间", "晚", "早", "日", "号", "时间")
_CLOCK = re.compile(rf"{_HOUR} ?[点时](?:{_MINUTE} ?分|半|[一三]刻|钟|整|许|多)?")
# A stretch of time that frames what follows, between these words and a unit of time.
_FRAME_BEFORE = re.compile(r"(?:近|过去|最近|未来|今后|接下来的?|头|(?<!提)前|首|这|该|往后|此前|此后|随后|其后|其余?|第) ?$")
_FRAME = re.compile(r"(?:\d{1,3}|[两几数]|[一二三四五六七八九]?十[一二三四五六七八九几多余]?|[一二三四五六七八九]) ?(?:多|余)?个?(?:季度|年|月|周|星期|天|日|小时|学期|财季|季|财年|财政年度|赛季|交易日|工作日|世纪|多月)")
_NEVER_FRAME = ("附近", "历时近", "耗时近", "长达近", "时隔近", "每隔", "临近")
_FULL_ROC = re.compile(r"(?:1[0-4]\d|[7-9]\d) ?年(?:度|底|初|末|第[一二三四]季|[上下]半年| ?(?:1[0-2]|[1-9]) ?月)")
_ROC = re.compile(r"(?:1[0-2]\d|9[0-9]) ?年(?!来|前|后|間|间|的|内|之|期|历史|以|多|左|代|资|级|长|计|度过|缘|终|更|当中|时|，|。|、)")
_ROC_ERA = ("民国", "民国前", "光绪", "康熙", "乾隆", "嘉庆", "道光", "咸丰", "同治", "雍正", "宣统", "昭和", "大正", "明治", "平成", "令和", "公元", "公元前", "西元", "西元前", "纪元前", "万历", "崇祯", "顺治", "永历", "贞观", "洪武", "永乐")
_ERA_YEAR = re.compile(rf"(?:\d{{1,4}}|[{HAN}十百千元]{{1,5}}) ?年(?:代|间)?|(?:\d{{1,4}})(?= ?(?:-|—|–|~|至) ?)")


def calendar_end(folded: str, start: int, *, traditional: bool) -> int:
    """Where the calendar expression that begins at `start` ends; `start` where there is none."""
    match = CALENDAR.match(folded, start)
    if match:
        return match.end()
    before = folded[max(0, start - 5) : start].rstrip()
    if before.endswith(_DAYTIME) and (match := _CLOCK.match(folded, start)):
        return match.end()
    if before.endswith(_ROC_ERA) and (match := _ERA_YEAR.match(folded, start)):
        return match.end()
    if (match := _FRAME.match(folded, start)) and _FRAME_BEFORE.search(before) and not before.endswith(_NEVER_FRAME):
        return match.end()
    if traditional and not before.endswith(("近", "超过", "约", "逾", "长达", "至少")):
        match = _FULL_ROC.match(folded, start) or _ROC.match(folded, start)
        if match:
            return match.end()
    return start
