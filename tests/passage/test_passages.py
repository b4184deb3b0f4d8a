from __future__ import annotations

import itertools

import pytest
from invented import article

from factcheck import zh
from factcheck.passage import passages

LEDE = "云汀湾的夜航渡轮停了四年以后终于又开了，码头上挤满了来看热闹的居民。"
LEDE_HANT = "雲汀灣的夜航渡輪停了四年以後終於又開了，碼頭上擠滿了來看熱鬧的居民。"
OTHER = "山里的果农今年改种樱桃，头一批已经装车运往邻县的批发市场。"
THIRD = "县图书馆把闭馆时间推迟到晚上十点，自习的学生多了一倍不止。"
STORY = LEDE + OTHER + THIRD


def spans(found):
    return [[(p.doc, p.start, p.end) for p in passage.places] for passage in found]


def shared(*texts):
    return passages([article(name, text) for name, text in zip("abcdefgh", texts, strict=False)], lexicon=zh.lexicon())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云汀市市长林可文昨天来到码头。", "云汀市市长林可文没有出席。"),  # title and name
        ("他读过《海风吹过的夏天与冬天》这本书。", "书架上有《海风吹过的夏天与冬天》。"),  # title citation
        ("来源：云汀晚报新闻中心 责任编辑：林可文", "来源：云汀晚报新闻中心 责任编辑：林可文"),
        ("●云汀湾渡轮恢复夜航首日的码头 图", "●云汀湾渡轮恢复夜航首日的码头 图"),
        ("DeepWaterHarbour系统上线。", "该市的DeepWaterHarbour系统停用。"),
    ],
)
def test_names_titles_and_boilerplate_are_no_passages(one, other):
    assert shared(one + "\n" + LEDE, other + "\n" + OTHER) == ()


def test_a_headline_may_say_what_the_body_says():
    assert shared("云汀湾夜航渡轮停航四年终于恢复\n\n今天，云汀湾夜航渡轮停航四年终于恢复，居民很高兴。") == ()


def test_a_pattern_that_repeats_upon_itself_is_none():
    assert shared("哈哈" * 40, "呵呵" * 40) == ()


def test_nothing_comes_of_nothing():
    assert passages([], lexicon=zh.lexicon()) == ()
    assert shared("", "。", "a") == ()


def test_a_shared_passage_in_two_scripts():
    (found,) = shared(OTHER + LEDE, THIRD + LEDE_HANT)
    assert spans([found]) == [[("a", len(OTHER), len(OTHER + LEDE) - 1), ("b", len(THIRD), len(THIRD + LEDE) - 1)]]
    assert not found.whole
    assert not found.repeated


def test_punctuation_width_and_case_do_not_count():
    one = "新系统名叫HarbourOne，首期可以调度30艘渡轮，码头的排队时间缩短了一半。"
    other = "新系统名叫ｈａｒｂｏｕｒｏｎｅ,首期可以调度３０艘渡轮;码头的排队时间缩短了一半!"
    (found,) = shared(OTHER + one, THIRD + other)
    assert len(found.places) == 2


def test_a_few_changed_letters_do_not_part_a_passage():
    changed = LEDE.replace("终于又开了", "总算又开了").replace("挤满", "站满")
    (found,) = shared(OTHER + LEDE, THIRD + changed)
    assert found.places[0].end - found.places[0].start == len(LEDE) - 1


def test_thirteen_letters_that_are_a_clause():
    clause = "潮水不等人，渡轮也不等潮水啊"
    (found,) = shared(f"{OTHER}老人说了一句，{clause}。", f"{clause}。{THIRD}")
    assert found.letters == 13


def test_one_passage_for_all_its_places():
    (found,) = shared(OTHER + LEDE, THIRD + LEDE_HANT, LEDE + "完全不同的一段结尾写在这里，谁也没有抄谁的。")
    assert [place.doc for place in found.places] == ["a", "b", "c"]


def test_an_article_printed_twice_is_one_passage():
    text = (STORY + "\n") * 2
    (found,) = shared(text)
    assert found.whole
    assert found.repeated
    assert [(p.start, p.end) for p in found.places] == [(0, len(STORY) - 1), (len(STORY) + 1, 2 * len(STORY))]


def test_reprints_are_one_passage_with_shares():
    (found,) = shared(STORY, STORY + "\n完。", "本报讯 " + STORY)
    assert found.whole
    assert [place.doc for place in found.places] == ["a", "b", "c"]
    assert all(share > 0.9 for share in found.shares)


def test_a_stock_phrase_is_known_by_how_many_tell_it():
    phrase = "有关部门正在对此事作进一步的调查处理"
    openings = ("山", "水", "风", "云", "雷", "火", "泽")
    texts = [f"{sign}字号渔船昨天{sign}时回港，{phrase}。{sign * 3}" for sign in openings]
    found = passages([article(str(at), text) for at, text in enumerate(texts)], lexicon=zh.lexicon())
    assert all(phrase not in texts[0][p.places[0].start : p.places[0].end] or len(p.places) < 7 for p in found)


def test_a_passage_repeated_in_one_article():
    (found,) = shared(LEDE + OTHER + "后来又写了很多别的事情，" + LEDE)
    assert found.repeated
    assert not found.whole


def test_the_order_of_articles_does_not_matter():
    articles = [article(n, t) for n, t in (("a", OTHER + LEDE), ("b", THIRD + LEDE_HANT), ("c", STORY), ("d", STORY))]
    expected = passages(articles, lexicon=zh.lexicon())
    for order in itertools.permutations(articles):
        assert passages(order, lexicon=zh.lexicon()) == expected


def test_masked_letters_are_never_searched():
    link = "[图](https://example.org/a/b/c/d/e/f/g/h/i/j/k/l/m/n)"
    assert shared(OTHER + link, THIRD + link) == ()


def test_an_article_printed_three_times():
    (found,) = shared((STORY + "\n") * 3)
    assert found.repeated
    assert len(found.places) == 3


@pytest.mark.parametrize(
    "text", ["哈" * 60_000, "潮起潮落" * 15_000, (LEDE + "\n") * 2_000, "a1" * 30_000, "。，" * 30_000]
)
def test_repetition_without_end_comes_to_an_end(text):
    assert len(shared(text, text)) < 10
