from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import zh

LETTERS = st.sampled_from(
    "乾縣县安清宮隆餅饼陵釐懷徵於昇著藉瞭麼餘馬长⻓⾯金臺枱台,，.:：∶;?!0123 （(%％ａ\u3000○〇—～〜\u200b"
)


@pytest.mark.parametrize(
    "text", ["著名的鲇鱼，着手做", "只有两只船", "神祇与三昧", "乾县与乾安县", "乾隆年间的乾清宫", "扭转乾坤"]
)
def test_what_stands_for_itself_stays(text):
    assert zh.lexicon().text.fold(text) == text


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        ("臺灣的峯會爲什麼在這裏", "台湾的峰会为什么在这里"),
        ("衞生署叙述枱上的糭", "卫生署叙述台上的粽"),
        ("鐡路戯院", "铁路戏院"),
        ("⼈⼝⾯積", "人口面积"),  # radicals, copied out of a PDF file
    ],
)
def test_one_letter_for_all_ways_to_write_it(stored, folded):
    assert zh.lexicon().text.fold(stored) == folded


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        ("乾安縣、乾縣的乾清宮", "乾安县、乾县的乾清宫"),
        ("餅乾與葡萄乾，乾乾淨淨", "饼干与葡萄干，干干净净"),
        ("餅乾隆重上市", "饼干隆重上市"),
        ("懷釐", "怀厘"),  # the phrase keeps a letter that its Simplified form does not
        ("⻓⼤⻋⻔", "长大车门"),
        ("\uf90a額", "金额"),
        ("3∶1，比例為２∶１", "3:1，比例为2:1"),
    ],
)
def test_one_form_in_both_scripts(stored, folded):
    fold = zh.lexicon().text.fold
    assert fold(stored) == folded == fold(folded)


@settings(max_examples=300)
@given(st.one_of(st.text(LETTERS, max_size=12), st.text(max_size=12)))
def test_what_is_folded_stays_as_it_is(text):
    fold = zh.lexicon().text.fold
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
