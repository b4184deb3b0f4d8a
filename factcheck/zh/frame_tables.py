"""Chinese: what the heads and captions of tables say."""

from __future__ import annotations

import re

from factcheck.lexicon.frame_patterns import TablePatterns

TABLES = TablePatterns(
    unit_line=re.compile(r"\(?(?:金额|计量|货币)?单位[：:] ?(?P<unit>[^\s，。；、()]{1,10})\)?"),
    # 表1 望澜轮渡2024年账目
    caption_bearer=re.compile(
        r"""
        (?: 附?[表图]\ ?[\d一二三四五六七八九十]{0,3}[：:.、\ ]* )?
        (?P<bearer> (?! 截[至止] | [各该本此附自从在据至] | 单位 | 以下 | 上述 | 其中 | 我们 )
          [\u3400-\u9fffA-Za-z·]{2,16} )
        """,
        re.VERBOSE,
    ),
    # 营业收入(亿元), 占比(%), 产量/万吨
    unit_behind=re.compile(r" ?(?:\( ?(?:单位[：:]? ?)?(?P<unit>[^()\d]{1,10}?) ?\)|/(?P<per>[^()/\d]{1,8}))$"),
    numbering=re.compile(r"^(?:(?:其中|减|加)[：:] ?|\(?[一二三四五六七八九十\d]{1,3}[、.)] ?)+"),
    generic=re.compile(r"(?:金额|数额|数值|数据|数量|数字|规模|合计|总计|绝对量|绝对值|完成|结果|本?期?数)"),
    change=re.compile(r"同比|环比|增减|增长|增速|增幅|降幅|变动|涨跌|占比|比重|比上年|较上年"),
    measures=re.compile(r"(?:主要|财务|经济|统计|核心)*(?:指标|项目|科目|数据|内容|类目)(?:名称)?"),
    bearers=re.compile(
        r"""
        (?: 公司 | 企业 | 机构 | 集团 | 银行 | 券商 | 品牌 | 门店 | 部门 | 行业 | 产业 | 产品 | 商品
          | 学校 | 院校 | 高校 | 医院 | 国家 | 国别 | 省份 | 城市 | 地区 | 地级市 | 省市 | 市州 | 区县 | 县市
          | 区域 | 乡镇 | 街道 | 口岸 | 港口 | 姓名 | 选手 | 球队 | 人员 | 名称 | 简称 )$
        """,
        re.VERBOSE,
    ),
    times=re.compile(r"本期|本年|本季度|本报告期|上期|上年|上年同期|去年同期|今年|去年"),
    ratio=re.compile(r"(?:率|比重|占比|比例|幅度|增速|增幅|倍数)$"),
    join="为",
)
