"""No paragraph ends in a line of one word: a no-break space before the last word, in every language.

typogrify's own filter reads the whole of a body, in time that grows faster than it on odd input; here it is shown the
ends of blocks, and words that may not fit a narrow screen beside another are left alone.
"""

from __future__ import annotations

import html
import re
from collections.abc import Set

from typogrify.filters import widont

LONGEST_LAST_WORD = 15  # at 320 px, a longer one and the word before it may be wider than the line

_ENDS_BLOCK = re.compile(r"</(?:p|h[1-6]|li|dt|dd)>")
_ENDS_INLINE = re.compile(r"</(?:a|em|span|strong|i|b)>")
_INLINE_TAG = re.compile(r"</?(?:a|em|span|strong|i|b)(?:\s[^>]*)?>")


def keep_last_words_together(tokens: list[str], prose: Set[int | None]) -> None:
    """Put a no-break space before the last word of each paragraph, item and heading, by typogrify's rule.

    `tokens` holds text and tags by turns and is changed in place; `prose` has the indexes of the text to look at.
    """
    ends = [index for index in range(1, len(tokens), 2) if _ENDS_BLOCK.fullmatch(tokens[index])]
    for end in [*ends, len(tokens)]:
        last = end - 1
        while last > 0 and (not tokens[last].strip() or _ENDS_INLINE.fullmatch(tokens[last])):
            last -= 1
        words = tokens[last].split()
        if last not in prose or not words or len(html.unescape(words[-1])) > LONGEST_LAST_WORD:
            continue
        if len(words) > 1:  # then the rule looks no further back than at the last two
            at = tokens[last].rindex(words[-1]) - 1
            at = len(tokens[last][:at].rstrip()) - 1
            before = ""
        else:
            at = 0
            before = "<b>" if last and _INLINE_TAG.fullmatch(tokens[last - 1]) else ""
        tail = "".join(tokens[last + 1 : end + 1])
        joined: str = widont(f"{before}{tokens[last][at:]}{tail}").replace("&nbsp;", "\u00a0")
        tokens[last] = tokens[last][:at] + joined[len(before) : len(joined) - len(tail)]
