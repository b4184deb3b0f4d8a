from __future__ import annotations

import time

import pytest
from invented import article

from factcheck import zh
from factcheck.passage import boilerplate_classes
from factcheck.text import prepare
from factcheck.text.boilerplate import find_boilerplate, find_headlines, find_quoted_names, find_title_citations

LEXICON = zh.lexicon()


def classes(text):
    return {name for name, _ in find_boilerplate(prepare(text, lexicon=LEXICON), LEXICON.text)}


@pytest.mark.parametrize(
    "text",
    [
        "云汀湾的夜航渡轮停了四年以后终于又开了。",
        "他做了三十年记者，退休以后在码头开了一家书店。",
        "编辑部的灯亮了一夜。",
        "渡轮公司的收入来源有三项，票款只是其中之一。",
        "第三条航线的标题是后来才定下来的。",
        "他在广告公司做了十年，后来回到渡轮上。",
        "林可文提醒大家，昨晚有一艘渡轮没有注意到灯塔。",
        "船只昨晚全部回港，市民在码头上等消息。",
        "合同第七条写得很清楚，票价三年不变。",
        "- 夜航渡轮\n- 日间渡轮",
        "## 参考价格\n渡轮票价两元。"[8:],
        "他说_不_行。",
        "董事会保证渡轮年底前恢复夜航。",
        "大股东所持股份去年减少了一半。",
        "他说：“我管阳光雨露，你管慢慢长大。”",
        "他直言“昂贵、浪费又白忙一场”。",
        "法庭旁听席上坐满了人，休庭时没有人离开。",
        "渡轮从3月31日开到6月30日。",
        "他以写信为乐，也以指导徒弟为荣。",
        "船长在港务局领导下做了三十年。",
        "他违反了码头的规矩，被扣了一天工钱。",
        "便利店开在码头边，利用的是旧仓库。",
        "他从不造谣。",
        "葛某因涉嫌危险驾驶罪，昨晚被云汀警方带走。",
        "他说这里不是法外之地。",
        "老人把两个儿子都送上了船。",
    ],
)
def test_prose_is_no_boilerplate(text):
    assert classes(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("記者：林可文", "byline"),
        ("云汀晚报6月3日讯 夜航渡轮恢复。", "byline"),
        ("渡轮恢复夜航。责任编辑：周立言", "editor-tag"),
        ("（文章来源：云汀晚报）", "source-line"),
        ("●云汀湾渡轮恢复夜航首日的码头。", "caption"),
        ("游客在码头排队。本报记者 周立言 摄", "caption"),
        ("本文仅供参考，不构成投资建议。", "disclaimer"),
        ("下载云汀晚报客户端，看更多消息。", "promotion"),
        ("相关阅读：云汀湾渡轮十年", "link-list"),
        ("监制丨林可文主编丨周立言校对丨郑可", "byline"),
        ("云汀晚报报道 记者 林可文", "byline"),
        ("。 广告 一张船票游遍云汀湾，今天下单", "promotion"),
        ("渡轮恢复夜航。广告 走过路过！一张船票游遍云汀湾！ ×明天停航。", "promotion"),
        ("沿海作业的船只应提前采取防范措施。", "advice"),
        ("市民出门请携带雨具，错峰出行。", "advice"),
        ("原标题：渡轮恢复夜航！今天，渡轮恢复夜航。", "headline"),
        ("## 參考資料\n- 云汀晚报，渡轮恢复夜航\n- 港务年报", "source-list"),
        ("[^1]: 港务年报，渡轮一章", "source-list"),
        ("- [渡轮恢复夜航](https://example.org/ferry)：晚报报道", "source-list"),
        ("_本文会继续更新，欢迎读者来信补充。_", "footer"),
        ("值班编辑 林可文 昨天的渡轮 今天的渡轮 返回搜狐，查看更多 责任编辑：", "footer"),
        ("《云汀港务条例》第十二条规定，渡轮夜间必须亮灯。", "statute"),
        ("违者处一千元以上五千元以下罚款。", "statute"),
        ("公司在任董事6人，出席6人。", "company-notice"),
        ("被告人进行了最后陈述，并当庭认罪悔罪。", "court-report"),
        ("会议要求，以渔业强市思想为指导，办好渡轮。", "official-formula"),
        ("增强“四个意识”、坚定“四个自信”。", "official-formula"),
        ("各部门要深入学习贯彻港务会议精神。", "official-formula"),
        ("在市港务委员会的坚强领导下，渡轮复航。", "official-formula"),
        ("全力保障人民群众生命财产安全。", "official-formula"),
        ("经查，林某丧失理想信念，对抗组织审查。", "disciplinary-report"),
        ("他严重违反党的廉洁纪律和生活纪律，构成严重职务违法。", "disciplinary-report"),
        ("互联网不是法外之地，请大家文明上网。", "police-appeal"),
        ("网络不是法外之地，请大家留意。", "police-appeal"),
        ("网络空间绝非法外之地，请大家留意。", "police-appeal"),
        ("林某利用职务之便，侵占港务公司财物。", "court-report"),
        ("林某身为干部，不收敛不收手。", "disciplinary-report"),
        ("请渔民朋友不造谣、不信谣、不传谣。", "police-appeal"),
        ("郑某到案后如实供述自己的罪行，系自首。", "court-report"),
        ("周某以非法占有为目的，虚构事实、隐瞒真相。", "court-report"),
        ("大会以“爱河海、护滩涂、种红树”为题。", "slogan"),
        ("展览名为「潮起云汀 灯照望澜」。", "slogan"),
        ("他在2023年3月31日至2023年6月30日驻守灯塔。", "dates"),
        ("公司董事会及全体董事保证公告内容真实、准确、完整。", "company-notice"),
        ("该议案获出席股东大会的股东所持表决权二分之一以上通过。", "company-notice"),
    ],
)
def test_each_class_by_its_form(text, name):
    assert name in classes(text)


def test_headlines_and_titles_are_spans_of_the_text():
    text = prepare("渡轮恢复夜航\n\n今天，《云汀晚报》说渡轮恢复了夜航。", lexicon=LEXICON)
    assert [text.stored[s:e] for s, e in find_headlines(text)] == ["渡轮恢复夜航"]
    assert [text.stored[s:e] for s, e in find_title_citations(text)] == ["《云汀晚报》"]


def test_names_are_short_words_between_marks_that_nobody_speaks():
    one = article("a", "“夜航渡轮”停了四年。林可文说：“今天总算开了。”他们把这叫作“停得起，开得回，走得远”的办法。")
    assert [one.text.stored[s:e] for s, e in find_quoted_names(one)] == ["夜航渡轮"]


def test_classes_are_counted_once_for_what_overlaps():
    texts = "本报记者：林可文\n渡轮恢复夜航。", "责任编辑：周立言", "渡轮恢复夜航。"
    counted = boilerplate_classes([prepare(text, lexicon=LEXICON) for text in texts], lexicon=LEXICON)
    assert counted == {"byline": 2, "editor-tag": 1}


def test_what_is_masked_is_no_boilerplate_of_anybody():
    assert (
        boilerplate_classes([prepare("---\ndate: 2025\n---\n渡轮恢复夜航。", 18, lexicon=LEXICON)], lexicon=LEXICON)
        == {}
    )


def test_no_pattern_runs_away():
    text = prepare(
        "记者" * 20_000 + "来源" * 20_000 + "（" * 20_000 + "月日摄" * 20_000 + "## 参考\n" * 5_000,
        lexicon=LEXICON,
    )
    began = time.perf_counter()
    find_boilerplate(text, LEXICON.text)
    assert time.perf_counter() - began < 5


def test_the_sentence_that_holds_the_words_and_no_other():
    text = prepare("渡轮恢复夜航。下载云汀晚报客户端，看更多消息。码头上挤满了人。", lexicon=LEXICON)
    assert [text.folded[start:end] for _, (start, end) in find_boilerplate(text, LEXICON.text)] == [
        "下载云汀晚报客户端，看更多消息。"
    ]
