"""Whether a body can be checked without being rendered: it holds nothing that a site has to look up.

Most of what is wrong in a body its source tells. Only where links lead, whether pictures and recordings are there, and
what places a fragment may name, the rendered text says; a body whose every link leads to another site has none of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_ELSEWHERE = r"(?:https?://|mailto:|tel:)"
# Whatever might be more than a link to another site, each alternative without a way back.
_DOUBTFUL = re.compile(
    rf"!\[|\]\((?!<?{_ELSEWHERE})|\]:(?![ \t]*<?{_ELSEWHERE})|<(?!{_ELSEWHERE})(?=[A-Za-z/!?])"  # links, pictures, tags
    r"|\{[^}\n]*[#=]|&[#A-Za-z]"  # attribute lists, references
    r"|^[ >\t]*(?:[-+*] +|[0-9]+[.)] +)*(?:```|~~~)[`~ \t]*\{?[ .]*(?:video|audio)",
    re.MULTILINE,
)


def leads_elsewhere_only(lines: Sequence[str], site_url: str) -> bool:
    """Tell whether the lines of a body have no link, picture, recording or id but links to other sites."""
    text = "\n".join(lines)
    return site_url not in text and _DOUBTFUL.search(text) is None
