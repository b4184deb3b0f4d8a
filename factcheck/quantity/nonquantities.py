"""What holds a numeral and is no quantity: model names, numbered things, phones, list numbering, grades."""

from __future__ import annotations

import re

from factcheck.quantity.figures import slash_at
from factcheck.quantity.tables import currency_marks, longest, unit_lengths, units

_HAN = "零〇一二三四五六七八九十百千万"
_LIST = "一二三四五六七八九十"
_LATIN = re.compile(r"[A-Za-z0-9_+&/.#·’'-]*")
_LATIN_BEFORE = frozenset("-_.+/&#$")
_NUMBER = re.compile(r"[\d.,]{0,40}\d")
_LETTERS = re.compile(r"[A-Za-z]{1,20}(?:/[A-Za-z]{1,20})?")
_MAX_WORD = 40
_THOUSANDS = frozenset("KkMm")
INDICATORS = frozenset(
    ("CPI", "PPI", "GDP", "PMI", "ROE", "YoY", "EPS", "PE", "PB", "AQI")
)  # a share stands right behind their names
# A number that names its bearer: 3号楼, 318国道, 302路, 408次列车, 90后.
_BEARER = (
    r"号(?!人|码人)|国道|省道|县道|高速(?!公路)|[甲乙丙丁]?线(?!索|下|上)|路(?:公交|车|巴士|区间|专线|电车)|届|兆(?:光|宽带|宽频|网|以太)|年期|个?月期|天期|次列车|次班列|次高铁|次航班|次特快|栋楼?\d|单元\d"
    r"|团(?!队|体|圆|伙|购|员|组|聚)|[师旅](?=\d)|后(?!来|续|勤)(?=[、，一女男的群年少、”’创党]|$)|颱?号台风|楼(?=[的大东西南北]|$)"
)
_NUMBERED = re.compile(
    rf"(?:[\d,]{{1,12}}|[{_HAN}]{{1,8}})(?:-\d{{1,4}})? ?(?:{_BEARER})(?![间限满货望])|\d{{3}}路(?!大军|人马|信号|视频)"
)
_MODEL_BEFORE = re.compile(r"(?:歼轰?|轰|东风|红旗|巨浪|鹰击|米格|波音|空客|(?<![江姑])苏)-? ?$")
_MODEL_ENDS = frozenset("歼轰风旗浪击格音客苏- ")
_FIGHTERS = frozenset("歼轰米")
_COUNTS_ON = frozenset("万亿千百多余.,")
_BUS = re.compile(r"\d{1,3}[AB]?路?(?=[、，。和与或到\s]|$)")
_BUS_BEFORE = re.compile(r"(?:乘坐?|搭乘?|换乘|转乘|公交|巴士)(?:了|车)?(?:\d{1,3}[AB]?路?[、和与及或]){0,4}$")
# 一年级, 二等奖, 三审, 二次能源, 十届十次全会: grades, prizes, generations and sittings.
_SECOND = (
    "元|函数|创业|加工|污染|分配|利用|供水|感染|攀登|流失|消费|开发|转"
    "|会议|全会|常委会|主席|全体|代表大会|理事|党代会|会长"
)
_NETWORK = "光|宽带|网|以太|城市|家宽|接入|小区|和|及|时代"  # 千兆 is a grade of them
_GRADE = (
    r"年级|级(?!地震|大风|以上|强风|烈度|风)|等奖|等功|号|期(?!间)|审|孩|胎|手|线|环|甲|维|元(?=结构|经济|化)|代(?!人)"
    rf"|次(?={_SECOND})|兆(?={_NETWORK})"
)
_GRADED = re.compile(rf"[{_HAN}]{{1,3}}(?:{_GRADE})")
_PHONE = re.compile(
    r"(?:0\d{2,3}|400|800|\(0\d{2,3}\)|\+?86|\+?852|\+?886)[- ]\d{3,4}[- ]?\d{3,4}(?:-\d+)?(?!\d)"
    r"|1[3-9]\d{9}(?!\d)|\d{1,4}-\d{1,5}-[\d-]{1,20}|\d{1,3}(?:\.\d{1,4}){2,5}(?!\d)|\d{4} \d{4} \d{4}(?: \d{1,7})*"
)
_CODE_BEFORE = re.compile(
    r"(?:电话|热线|拨打|邮编|邮政编码|编号|代码|代号|证号|号码|批号|文号|案号|账号|帐号|卡号|尾号|QQ群?|微信|ISBN|ISSN|DOI|ID|版本号?"
    r"|型号|车牌|车次|航班|邮箱|字第|许可证|备案|传真|Tel|TEL|密码|学号)(?:号码?|为|是|：|:|\(|（| |“|#|第){0,3}$"
)
_DIGITS = re.compile(r"[\d-]+")
_STOCK = re.compile(r"\d{4,6}(?:\.[A-Z]{2})?(?=[)）])")  # alone in brackets: (600519), （2330）
_BRACKETED = re.compile(rf"(?:\d{{1,2}}|[{_LIST}]{{1,3}})[)）]")
_NUMBERING = re.compile(
    rf"(?:\d{{1,2}}|[{_LIST}]{{1,3}})(?:[.、)）．](?!\d)|\.(?=\d{{1,2}}月)| (?=[\u3400-\u9fff“《]))"
)
_LIST_MARKS = frozenset(" #*>-(（|")
_MAX_MARKS = 8
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3} (?=[\u3400-\u9fff])")
_HEADING = re.compile(r"(?:^|\n)#{1,6} $")
# Companies, hotlines and days that are called by a number.
_BRAND = re.compile(
    r"85 ?度C|7-(?:Eleven|11|ELEVEN)|360(?=公司|集团|安全|手机|浏览器|搜索|数科)|58(?=同城|集团)|51(?=信用卡|Talk|job)"
    r"|404(?=错误|页面)|996(?=工作制|、|”)|007(?=电影|系列|”)|(?:985|211)(?=[工高大院、/和及”])"
    r"|(?:618|315)(?=[大期活购电晚年])|36(?=氪)|502(?=胶)"
)
# Hotlines: emergency calls before what they call, service numbers before a word for such a service.
_HOTLINE = re.compile(
    r"1[12]\d(?=(?:报警|接警|指挥|出警|急救|救护|热线|平台|专线|电话|客服))"
    r"|(?:12\d{3}|9[56]\d{3,4}|100\d\d)"
    r"(?=(?![多余万亿千])[\u3400-\u9fff]{0,8}?(?:热线|平台|专线|客服|电话|投诉|举报|号码|短信|官网|客户端|[Aa][Pp][Pp])|”)"
)
# Events that are called by their day: 921大地震, 911事件.
_EVENT = re.compile(
    r"(?:[1-9]|1[0-2])(?:[0-2]\d|3[01])"
    r"(?= ?(?![多余万亿千百])[\u3400-\u9fff]{0,3}?"
    r"(?:大地震|震灾|事件|惨案|恐袭|恐怖袭击|公投|空难|学运|海啸|事变|血案|运动))"
)
_GENERATION = re.compile(r"\d(?:\.\d)?[GDK](?![A-Za-z])|[34]d(?![A-Za-z])")
_CALLED = re.compile("|".join(pattern.pattern for pattern in (_GENERATION, _BRAND, _HOTLINE, _EVENT)))
# The congresses of the party: 二十大; other lists count so many only before a noun.
_CONGRESS = re.compile(
    r"(?:十[一二三四五六七八九]|二十[一二]?)大"
    r"(?=[^\u3400-\u9fff]|$|精神|报告|以来|召开|代表|胜利|闭幕|开幕|会议|提出|党|擘|作出|强调|部署|后|前|的|上|对|首|新|主题|期间|之|和|就|为|选|确|安|关|擘|绘|描|宣|时)"
)
_ACT = re.compile(
    r"(?:19|20)\d\d/\d{1,4}(?![\d/.-])(?! ?(?:年|学|财|赛))|\d{5,8}期|1/\d{1,2}决赛|(?:[6-9][05]|[01][05])后(?!来|续)"
)  # 2016/679, a law; 24018期, a lottery
# What stands whole in quotation marks is the name of a policy: “三个规定”, “八项规定”, “四个一”.
_SLOGAN = re.compile(
    r"[两三四五六七八九十]{1,2}(?:[个大项不](?!月|小时|钟头|星期|礼拜|人|多|半|孩|儿子|女儿)[\u3400-\u9fff]{2,4}|个[一不])(?=[”’」』])"
)
_WHOLLY = frozenset("唯统")
_QUOTES = frozenset("“‘「『")
_MONTH_DAY = re.compile(r"(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])(?![\d/.%])")
# Items of a list within a line: 。2.医药企业, ：一、无证开采, ；三是加强.
_ITEM = re.compile(
    rf"\d{{1,2}}(?:[.．)）]|、(?! ?[\d{_LIST}]))(?!\d)|[{_LIST}]{{1,3}}(?:、(?! ?[\d{_LIST}])|是(?![否不]))"
)
_POINT_OF_LIST = re.compile(r"[二三四五六七八九十]是(?![否不])")
_BEFORE_ITEM = frozenset("。；：！？;!?”")
_ADDRESS = re.compile(rf"(?:\d{{1,5}}|[{_HAN}]{{1,6}}) ?(?:段|巷|弄|号|支路)")
_BRACKETS = frozenset("(（")
_STREETS = frozenset("路街道")


def no_quantity_end(folded: str, start: int) -> int:
    """Where what begins at (or around) `start` and is no quantity ends; `start` where it may be one."""
    before = folded[start - 1 : start]
    if before and before.isascii() and (end := _latin_end(folded, start)) > start:
        return end
    if before in _WHOLLY and folded.startswith("一一", start):
        return start + 1  # 唯一一所
    readers = (_coded, _numbered) if folded[start].isascii() else (_numbered, _graded)
    return next((end for reader in readers if (end := reader(folded, start, before)) > start), start)


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _coded(folded: str, start: int, before: str) -> int:
    """Section numbers, phones, generations, brands, codes and stocks."""
    if before == " " and _HEADING.search(folded, max(0, start - 8), start) and (match := _SECTION.match(folded, start)):
        return match.end()
    for pattern in (_PHONE, _CALLED):
        match = pattern.match(folded, start)
        if match and not (match.group().isdigit() and _is_counted(folded, match.end())):
            return match.end()
    if (
        folded[start - 1] in _MODEL_ENDS
        and (model := _MODEL_BEFORE.search(folded, max(0, start - 4), start))
        and (digits := _DIGITS.match(folded, start))
    ):
        counted = folded[digits.end() : digits.end() + 1] in _COUNTS_ON or _is_counted(folded, digits.end())
        if model.group()[0] in _FIGHTERS or not counted:
            return digits.end()
    if match := _ACT.match(folded, start):
        return match.end()
    if (
        "/" in folded[start : start + 3]
        and (match := _MONTH_DAY.match(folded, start))
        and slash_at(folded, start) is None
    ):
        return match.end()
    if (match := _BUS.match(folded, start)) and _BUS_BEFORE.search(folded, max(0, start - 24), start):
        return match.end()
    if _CODE_BEFORE.search(folded, max(0, start - 12), start):
        return _end(_DIGITS.match(folded, start))
    stock = _end(_STOCK.match(folded, start)) if before in _BRACKETS else 0
    return stock or _glued_letters(folded, start)


def _numbered(folded: str, start: int, before: str) -> int:
    """List numbering, addresses, and numbers that name their bearer."""
    if (
        before in _BRACKETS
        and not folded[start - 2 : start - 1].isalnum()
        and (end := _end(_BRACKETED.match(folded, start)))
    ):
        return end
    if _begins_line(folded, start):
        match = _NUMBERING.match(folded, start)
        if match and not _unit_follows(folded, match):
            return match.end()
    if before == "，" and (match := _POINT_OF_LIST.match(folded, start)):
        return match.end()
    if _begins_item(folded, start) and (match := _ITEM.match(folded, start)):
        return match.end()
    if before in _STREETS and (end := _end(_ADDRESS.match(folded, start))):
        return end
    return _end(_NUMBERED.match(folded, start))


def _graded(folded: str, start: int, before: str) -> int:
    if before in _QUOTES and (match := _SLOGAN.match(folded, start)):
        return match.end()
    return _end(_GRADED.match(folded, start)) or _end(_CONGRESS.match(folded, start))


def _begins_item(folded: str, start: int) -> bool:
    """Whether a sentence or a list begins here; figures behind a comma are no items."""
    at = start - 1
    while at > 0 and folded[at] == " " and start - at <= _MAX_MARKS:
        at -= 1
    return at < 0 or folded[at] in _BEFORE_ITEM or folded[at] in "\n\r"


def _unit_follows(folded: str, match: re.Match[str]) -> bool:
    """Whether what looks like the number of a heading is 5 天, 6 公里."""
    end = match.end()
    if not match.group().endswith(" "):
        return False
    return folded[end] in "十百千万亿兆" or bool(longest(folded, end, units(), unit_lengths()))


def _is_counted(folded: str, end: int) -> bool:
    """Whether a unit stands behind; 平台 and 大地震 only begin like one."""
    word = longest(folded, end, units(), unit_lengths())
    behind = end + len(word)
    return bool(word) and not any(folded[behind : behind + n] in units()[word].unless for n in (1, 2, 3))


def _begins_line(folded: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and folded[at] in _LIST_MARKS and start - at <= _MAX_MARKS:
        at -= 1
    return at < 0 or folded[at] in "\n\r"


def _latin_end(folded: str, start: int) -> int:
    """The end of a Latin word that digits belong to (GPT-4o, V3, G60); `start` for a price, a share or a sign."""
    begin, least = start, max(0, start - _MAX_WORD)
    while (
        begin > least
        and folded[begin - 1].isascii()
        and (folded[begin - 1].isalnum() or folded[begin - 1] in _LATIN_BEFORE)
    ):
        begin -= 1
    head = folded[begin:start]
    if not any(letter.isalpha() for letter in head) or head in currency_marks() or head.endswith("$"):
        return start
    if head.rstrip("-") in INDICATORS:
        return start
    # A unit ends the number before a hyphen or stroke: 5km/10km.
    if head[-1] in "-/" and (letters := re.search(r"\d([A-Za-z]+)$", head[:-1])) and letters.group(1) in units():
        return start
    return _end(_LATIN.match(folded, start))


def _glued_letters(folded: str, start: int) -> int:
    """The end of digits with Latin letters glued on that are no unit (296X, 3D, 00B); `start` otherwise."""
    number = _NUMBER.match(folded, start)
    letters = _LETTERS.match(folded, number.end()) if number else None
    if number is None or letters is None:
        return start
    word = letters.group()
    behind = folded[letters.end() : letters.end() + 1]
    known = word in units() or word.split("/")[0] in units() or word in _THOUSANDS
    if known and not (behind.isascii() and behind.isalnum()):
        return start
    if word[0] in _THOUSANDS and folded[number.end() + 1 : number.end() + 2] > "\u0080":
        return start
    return _end(_LATIN.match(folded, number.end()))
