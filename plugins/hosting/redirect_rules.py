"""`_redirects`, as Netlify and Cloudflare Pages read it: an old address, a new one and a status on each line.

At each old address there is a page, too, which leads on where no host does. Netlify would show that, unless the status
has a mark, and Cloudflare does not know the mark: so each redirect stands there twice, and each host takes its own. The
lines with 404 are Netlify's; Cloudflare Pages finds the nearest 404.html by itself.

The root's language is left to readers here: neither host can tell who comes from within the site, so nobody could
stay at a root that leads away.
"""

from __future__ import annotations

from plugins.hosting.hosting import HIDDEN, Hosting


def redirect_rules(hosting: Hosting) -> str:
    """Write the file."""
    main, *others = hosting.roots
    lines = [f"{one.old} {one.new} {status}" for one in hosting.redirects for status in ("301!", "301")]
    lines += [f"{hosting.base}/{name} {main.error} 404!" for name in HIDDEN]
    lines += [f"{root.url}* {root.error} 404" for root in (*others, main)]
    return "".join(f"{line}\n" for line in lines)
