"""What stands in an article and is no prose: link targets, images, URLs, e-mail addresses, HTML tags."""

from __future__ import annotations

import re

from factcheck.text.markup import JOIN

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


# Tags that stand inside a line and say how its letters look: what they hold goes on with what stands around them.
_IN_LINE = re.compile(
    r"""
    </? (?: b | strong | i | em | u | s | del | ins | mark | span | font | small | big | code | a | abbr | tt | var
          | sub | sup )
    (?= [\s/>] )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RAISED = re.compile(r"</?sup", re.IGNORECASE)


def mask(stored: str, head: int) -> str:
    """`stored` with the first `head` letters and everything that is no prose replaced by U+FFFC.

    Tags inside a line are replaced by `JOIN`.
    """
    if not any(sign in stored for sign in _SIGNS):
        return MASK * head + stored[head:]
    parts, at = [MASK * head], head
    for match in _NO_PROSE.finditer(stored, head):
        sign = JOIN if _joins(match) else MASK
        parts += [stored[at : match.start()], sign * (match.end() - match.start())]
        at = match.end()
    parts.append(stored[at:])
    return "".join(parts)


def _joins(match: re.Match[str]) -> bool:
    """Whether a match is a tag inside a line; a raised figure behind a digit is a power or a note, and stands apart."""
    if _IN_LINE.match(match.group()) is None:
        return False
    return _RAISED.match(match.group()) is None or not match.string[match.start() - 1 : match.start()].isdigit()
