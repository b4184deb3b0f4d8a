"""What stands in an article and is no prose: link targets, images, URLs, e-mail addresses, HTML tags."""

from __future__ import annotations

import re

MASK = "\ufffc"  # stands for a letter that must not be searched

# Every repetition is bounded, so that none can run away on hostile text.
_NO_PROSE = re.compile(
    r"""
      !\[ [^\]\n]{0,300} \]\( [^)\s]{0,2000} \)      # an image, caption included
    | (?<=\]) \( [^)\s]{1,2000} \)                   # the target of a link; its text is prose
    | (?<=\]) \[ [^\]\n]{0,100} \]
    | \[\^ [^\]\n]{1,40} \]:?                        # footnote marks
    | \b (?:https?|ftp):// [^\s<>"'“”‘’，。；！？、（）《》【】\u3400-\u9fff]{1,2000}
    | \b www\. [A-Za-z0-9./_%?=&\#-]{3,500}
    | \b [\w.+-]{1,64} @ [\w-]{1,63} (?:\.[\w-]{1,63}){1,4} \b
    | <!-- .{0,2000}? -->
    | </? [A-Za-z] [^<>\n]{0,500} >
    """,
    re.ASCII | re.DOTALL | re.VERBOSE,
)
# What each of the alternatives holds; most articles hold none of them.
_SIGNS = ("](", "][", "[^", "://", "www.", "@", "<")


def mask(folded: str, stored: str, head: int) -> str:
    """`folded` with the first `head` letters and everything that is no prose replaced by U+FFFC."""
    if not any(sign in stored for sign in _SIGNS):
        return MASK * head + folded[head:]
    parts, at = [MASK * head], head
    for match in _NO_PROSE.finditer(stored, head):
        parts += [folded[at : match.start()], MASK * (match.end() - match.start())]
        at = match.end()
    parts.append(folded[at:])
    return "".join(parts)
