"""Chinese: times of day: 8时30分, 10:30, 下午3点, 截至27日13时."""

from __future__ import annotations

from factcheck.zh.dates_letters import DAY, HAN, MONTH, TO, verbose
from factcheck.zh.tables import any_of

_HOUR = r"(?:2[0-4]|1\d|0?\d|二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_MINUTE = rf"(?:[0-5]?\d|[二三四五]?十[{HAN}]?|[{HAN}])"
# 点 is a time where what follows is done at a time, or goes on with minutes; 3点 alone may be points.
_POINT = rf"""
    点(?:
        (?=开始|起床|出发|上班|下班|准时
          |[整半许左前后、，。至到—-]
          |[ ](?![{HAN}]+[ ]?个?[ ]?百[ ]?分)
          |{_MINUTE}[ ]?分(?!钟)
          |[一三]刻)
    )
"""
# Whatever stands before.
TIME = rf"""
    {_HOUR}(?:{TO}{_HOUR})?[ ]?(?:时|点钟|{_POINT})
    (?:[ ]?{_MINUTE}[ ]?分(?!钟)(?:[ ]?{_MINUTE}[ ]?秒)?|半|[一三]刻|整|许)?
    (?![代间期速尚长])
  | (?:{MONTH}-{DAY}[ ])?(?:2[0-4]|1\d|0?\d):[0-5]\d(?::[0-5]\d)?(?!\d)
"""
# Behind a word of the time of day.
TIME_BEHIND_WORD = verbose(rf"{_HOUR}[ ]?[点时](?:{_MINUTE}[ ]?分|半|[一三]刻|钟|整|许|多)?")

# Words for a part of the day: the first and last hour of a clock of twelve that are twelve more on one of 24;
# 夜里2点 is 2.
AFTERNOON = {
    "中午": (1, 3), "午间": (1, 3), "午后": (1, 11), "下午": (1, 11), "傍晚": (1, 11), "晚": (5, 12), "晚上": (5, 12),
    "夜": (6, 12), "夜里": (6, 12), "夜间": (6, 12), "深夜": (6, 12), "半夜": (6, 12),
}  # fmt: skip
PART_OF_HOUR = {"半": 30, "一刻": 15, "三刻": 45}
# The hour to which a sentence counts its figure.
HOUR = verbose(
    rf"""
    (?P<half> {any_of(AFTERNOON)} )? [ ]?
    (?<! [\d.第] )                                      # 第8点 is a point of a list
    (?P<hour> \d{{1,2}} | [一二三四五六七八九十]{{1,3}} | 两 (?= 点 [钟半整] | 时 ) ) [ ]?
    (?: 时 (?! [间候代期常速尚段隔光空] )                 # 8时; not 8时间
      | 点 (?= 钟 | [整半许左前后起至到、，。；~—-] | [一三]刻 | \d{{1,2}} [ ]? 分 (?! 钟 ) | $ )
      | : (?= [0-5]\d )
    )
    (?: (?P<part> {any_of(PART_OF_HOUR)} ) | [ ]? (?P<minute> [0-5]?\d ) (?! \d ) )?
    """
)
