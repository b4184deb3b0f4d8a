"""What stands in an article and is no prose: link targets, images, URLs, e-mail addresses, HTML tags."""

from __future__ import annotations

import re

from factcheck.text.fold import MASK

# Every pattern is bounded, so that none can run away on hostile text.
_NO_PROSE = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\s]{0,2000}\)"  # an image, caption included
    r"|(?<=\])\([^)\s]{1,2000}\)"  # the target of a link; its text is prose
    r"|(?<=\])\[[^\]\n]{0,100}\]"
    r"|\[\^[^\]\n]{1,40}\]:?"  # footnote marks
    r"|\b(?:https?|ftp)://[^\s<>\"'“”‘’，。；！？、（）《》【】\u3400-\u9fff]{1,2000}"
    r"|\bwww\.[A-Za-z0-9./_%?=&#-]{3,500}"
    r"|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\b"
    r"|<!--.{0,2000}?-->"
    r"|</?[A-Za-z][^<>\n]{0,500}>",
    re.ASCII | re.DOTALL,
)
# What each of the alternatives holds; most articles hold none of them.
_SIGNS = ("](", "][", "[^", "://", "www.", "@", "<")


def masked(folded: str, stored: str, head: int) -> str:
    """`folded` with the first `head` letters and everything that is no prose replaced by U+FFFC."""
    if not any(sign in stored for sign in _SIGNS):
        return MASK * head + folded[head:]
    parts, at = [MASK * head], head
    for match in _NO_PROSE.finditer(stored, head):
        parts += [folded[at : match.start()], MASK * (match.end() - match.start())]
        at = match.end()
    parts.append(folded[at:])
    return "".join(parts)
