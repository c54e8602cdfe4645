"""The Content-Security-Policy (W3C, level 3): nothing is allowed but what the site uses, from its own host.

Nothing inline is ever allowed: neither theme nor content has an inline script or style, and what a post smuggles in, or
an attacker, does not run. The search alone runs WebAssembly and fetches its index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

NOTHING, OWN, WASM = "'none'", "'self'", "'wasm-unsafe-eval'"
FRAMING = "frame-ancestors 'none'"  # in a header only: a browser complains of it in a meta element


def content_policy(
    hosts: Mapping[str, Sequence[str]], *, has_fonts: bool, is_search: bool = False, is_preview: bool = False
) -> str:
    """Write the policy of a page as a meta element may say it.

    `hosts` are others that the settings allow, by directive. In a preview every page may fetch from its own host, as
    what `serve` adds to it does.
    """
    own = {
        "connect-src": (OWN,) if is_search or is_preview else (),
        "font-src": (OWN,) if has_fonts else (),
        "form-action": (OWN,),
        "frame-src": (),
        "img-src": (OWN,),
        "manifest-src": (OWN,),
        "media-src": (OWN,),
        "script-src": (OWN, WASM) if is_search else (OWN,),
        "style-src": (OWN,),
    }
    allowed = {name: (*sources, *hosts.get(name, ())) for name, sources in own.items()}
    opened = [" ".join((name, *sources)) for name, sources in allowed.items() if sources]
    return "; ".join((f"default-src {NOTHING}", f"base-uri {NOTHING}", *opened))


def header_policy(policy: str) -> str:
    """Give a page's policy as a header says it: nobody may show the page in a frame."""
    return f"{policy}; {FRAMING}"
