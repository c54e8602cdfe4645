"""Who is led from the root to another language, where the site wants that: in expressions that servers know.

Nobody may be trapped: whoever comes from within the site, by the switcher say, stays at the root, and so does whoever
asks for it with a query (`/?es`). So a request is led on only where it says that it comes from elsewhere: by Fetch
Metadata (W3C), which browsers send to secure hosts even where their readers send no referrer, else by a referrer of
another host. The language is the first that the browser lists; browsers list the one wanted most first.
"""

from __future__ import annotations

VARY = "Accept-Language, Referer, Sec-Fetch-Site"
FROM_ELSEWHERE = r"^(?:none|cross-site)\||^\|[^|]"  # of "<Sec-Fetch-Site>|<host of the referrer>", where it is another


def asks_for(tag: str) -> str:
    """Give the expression, whatever the case, of an Accept-Language (RFC 9110, 12.5.4) that lists a tag first."""
    return rf"^\s*{tag}(?:[-,;\s]|$)"
