"""Chinese: units that mean one thing here and another there: a 度 of what, 方 of room or matter, 块 of money."""

from __future__ import annotations

import re

from factcheck.lexicon.quantity import SettlingLexicon
from factcheck.zh.quantity_data import WORDS

_HOW_FAST = r"(?:可达到?|最高可达|高达|达到?|超过?|约为?|为|近|逾|的速度|仅)?$"
_ROOM = r"建筑|用地|仓|空间|厂房|物业|办公|楼宇|载体|土地|商业"

SETTLING = SettlingLexicon(
    per_hour=re.compile(r"(?:每小时|时速)" + _HOW_FAST),
    per_second=re.compile(r"(?:每秒|秒速)" + _HOW_FAST),
    warmth=re.compile(r"温|摄氏|零[下上]|热|冷|烧|寒|暑|晒"),
    warmth_behind=("高温", "低温", "的高温"),
    angle=re.compile(r"角|纬|经|倾|转|弯|方位|仰|俯|烈|近视|散光|酒精|酒|白酒|品|糖|甜"),
    flat=re.compile(r"面积|实用|建筑|单位|楼面|楼|地盘|平方|呎价|户型|住宅|房"),
    room=re.compile(_ROOM),
    surface=re.compile(rf"面积|{_ROOM}"),
    matter=tuple(WORDS.matter.split()),
    matter_before=re.compile(r"气|土石|水|混凝土|木材"),
    at_sea=re.compile(r"速|船|舰|艇|航|风|海里"),
    pieces=re.compile(r"(?:[分切拆裂碎]成?|分为|[这那哪])了?$"),
    behind_money=frozenset("的左以到至多半每就起上不买卖能可"),
    degree="度",
    fahrenheit="华氏",
    angle_behind=("角", "的角"),
    foot="呎",
    square="方",
    data_rates=frozenset(("bps", "个bps", "BPS", "个BPS")),
    of_data=re.compile(r"带宽|宽带|传输|速率|码率|比特率|波特率|网速|下载|上传|下行速|上行速|链路|采样|光猫|端口|串口"),
    bit_rate="bit/s",
    knot="节",
    piece="块",
    ground="地",
    standard="市",
)
