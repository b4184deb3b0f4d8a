"""What holds a numeral and is no quantity: model names, numbers of things, phones, list numbering, idioms, proper names."""

from __future__ import annotations

import re

from factcheck.quantity.tables import currency_marks, longest, unit_lengths, units

_HAN = "零〇一二三四五六七八九十百千万"
_LATIN = re.compile(r"[A-Za-z0-9_+&/.#·’'-]*")
_NUMBER = re.compile(r"[\d.,]{0,40}\d")
_LETTERS = re.compile(r"[A-Za-z]{1,20}(?:/[A-Za-z]{1,20})?")
_MAX_WORD = 40
# A number that names its bearer: 3号楼, 318国道, 12路, 〔2023〕15号, 第5条.
_NUMBERED = re.compile(
    rf"(?:[\d,]{{1,12}}|[{_HAN}]{{1,8}})(?:-\d{{1,4}})? ?(?:号(?!人|码人)|国道|省道|县道|高速(?!公路)|路公交|路车|次列车|次班列|次高铁|次航班|次特快|栋楼?\d|单元\d|后(?!来|续|勤)(?=[、，一女男的群年少、”’创党]|$)|颱?号台风|楼(?=[的大东西南北]|$))"
)
_PHONE = re.compile(
    r"(?:0\d{2,3}|400|800|\(0\d{2,3}\)|\+?86|\+?852|\+?886)[- ]\d{3,4}[- ]?\d{3,4}(?:-\d+)?(?!\d)"
    r"|1[3-9]\d{9}(?!\d)|\d{1,4}-\d{1,5}-[\d-]{1,20}|\d{1,3}(?:\.\d{1,4}){2,5}(?!\d)|\d{4} \d{4} \d{4}(?: \d{1,7})*"
)
_CODE_BEFORE = re.compile(
    r"(?:电话|热线|拨打|邮编|邮政编码|编号|代码|证号|号码|批号|文号|案号|账号|帐号|卡号|尾号|QQ群?|微信|ISBN|ISSN|DOI|ID|版本号?|型号|车牌|车次|航班|邮箱|字第|许可证|备案|传真|Tel|TEL|密码|学号|股票代码|证券代码)"
    r"(?:号码?|为|是|：|:|\(|（| |“|#|第){0,3}$"
)
_DIGITS = re.compile(r"[\d-]+")
# Six digits (or five in Hong Kong, four in Taiwan) alone in brackets: a stock.
_STOCK = re.compile(r"\d{4,6}(?:\.[A-Z]{2})?(?=[)）])")
_NUMBERING = re.compile(rf"(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})(?:[.、)）．](?!\d)|\.(?=\d{{1,2}}月)| (?=[\u3400-\u9fff“《]))")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3} (?=[\u3400-\u9fff])")
_HEADING = re.compile(r"(?:^|\n)#{1,6} $")
_BRAND = re.compile(
    r"85 ?度C|7-(?:Eleven|11|ELEVEN)|360(?=公司|集团|安全|手机|浏览器|搜索|数科)|58(?=同城|集团)|51(?=信用卡|Talk|job)|404(?=错误|页面)|996(?=工作制|、|”)|007(?=电影|系列|”)"
    r"|(?:985|211)(?=[工高大院、/和及”])|12306|12345(?!\d)|12315|12348|12333|12320|110(?=报|接|指|警)|119(?=消|指|接)|120(?=急救|指挥|医)|(?:618|315)(?=[大期活购电晚年])"
)
_BRACKETED = re.compile(rf"(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[)）]")
_ADDRESS = re.compile(rf"(?:\d{{1,5}}|[{_HAN}]{{1,6}}) ?(?:段|巷|弄|号|支路)")
_GENERATION = re.compile(r"\d(?:\.\d)?[GDK](?![A-Za-z])|[34]d(?![A-Za-z])")
_LEVELS = re.compile(rf"[{_HAN}]{{1,3}}(?:年级|级(?!地震|大风|以上|强风|烈度|风)|等奖|等功|号|期(?!间)|审|孩|胎|手|线|环|甲|维|元(?=结构|经济|化)|代(?!人)|次(?=元|函数|创业|元|加工|污染|分配|利用|供水|感染|会议|全会|常委会|主席|全体|代表大会|理事|党代会|会长|攀登|流失|消费|开发|转))")


def no_quantity_end(folded: str, start: int) -> int:
    """Where what begins at (or around) `start` and is no quantity ends; `start` where it may be one."""
    letter = folded[start]
    ascii_digit = letter < "\u0080"
    before = folded[start - 1 : start]
    if before and before < "\u0080" and (end := _latin_end(folded, start)) > start:
        return end
    if ascii_digit:
        if before == " " and _HEADING.search(folded, max(0, start - 8), start) and (match := _SECTION.match(folded, start)):
            return match.end()
        for pattern in (_PHONE, _GENERATION, _BRAND):
            if match := pattern.match(folded, start):
                return match.end()
        if _code_follows(folded, start) and (match := _DIGITS.match(folded, start)):
            return match.end()
        if before in {"(", "（"} and (match := _STOCK.match(folded, start)):
            return match.end()
        if (end := _glued_letters(folded, start)) > start:
            return end
    if before in {"(", "（"} and (match := _BRACKETED.match(folded, start)) and not (folded[start - 2 : start - 1]).isalnum():
        return match.end()
    if _line_start(folded, start) and (match := _NUMBERING.match(folded, start)) and not _unit_follows(folded, match):
        return match.end()
    if match := (_NUMBERED.match(folded, start) or (None if ascii_digit else _LEVELS.match(folded, start))):
        return match.end()
    if before in {"路", "街", "道"} and (match := _ADDRESS.match(folded, start)):
        return match.end()
    return start


def _unit_follows(folded: str, match: re.Match[str]) -> bool:
    """Whether what looks like a number of a heading is 5 天, 6 公里."""
    end = match.end()
    return match.group().endswith(" ") and bool(longest(folded, end, units(), unit_lengths()) or folded[end] in "十百千万亿兆")


def _line_start(folded: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and folded[at] in " #*>-(（|" and start - at < 9:  # noqa: PLR2004 - a few marks of a list
        at -= 1
    return at < 0 or folded[at] in "\n\r"


def _code_follows(folded: str, start: int) -> bool:
    return bool(_CODE_BEFORE.search(folded[max(0, start - 12) : start]))


def _latin_end(folded: str, start: int) -> int:
    """The end of a Latin word that digits belong to (GPT-4o, V3, G60); `start` for a price, a share or a sign."""
    begin = start
    while begin > 0 and start - begin < _MAX_WORD and folded[begin - 1] < "\u0080" and (folded[begin - 1].isalnum() or folded[begin - 1] in "-_.+/&#$"):
        begin -= 1
    head = folded[begin:start]
    if not any(letter.isalpha() for letter in head) or head in currency_marks():
        return start
    if head.endswith("$") or head.rstrip("-") in {"CPI", "PPI", "GDP", "PMI", "ROE", "YoY"}:
        return start
    match = _LATIN.match(folded, start)
    end = match.end() if match else start
    # A unit ends the number before a hyphen or stroke: 5km/10km.
    if head[-1] in "-/" and _ends_in_unit(head[:-1]):
        return start
    return end


def _ends_in_unit(head: str) -> bool:
    letters = re.search(r"\d([A-Za-z]+)$", head)
    return bool(letters and letters.group(1) in units())


def _glued_letters(folded: str, start: int) -> int:
    """The end of digits with letters of Latin glued on that are no unit (296X, 3D, 00B); `start` otherwise."""
    match = _NUMBER.match(folded, start)
    if not match:
        return start
    end = match.end()
    letters = _LETTERS.match(folded, end)
    if not letters:
        return start
    word = letters.group()
    behind = folded[letters.end() : letters.end() + 1]
    if (word in units() or word.split("/")[0] in units() or word in {"K", "k", "M"}) and not (behind.isascii() and behind.isalnum()):
        return start
    if word[:1] in "KkMm" and folded[end + 1 : end + 2] > "\u0080":
        return start
    tail = _LATIN.match(folded, end)
    return tail.end() if tail else end
