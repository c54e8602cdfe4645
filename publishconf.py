"""The settings of the published site: those of pelicanconf.py, its address, and what its host needs.

Both give the same pages. A site says its own address in site/publishconf.py, and any of these otherwise.
"""

import runpy
from pathlib import Path

_here = Path(__file__).resolve().parent


def _take(file: Path) -> None:
    """Take over another file's settings; it sees those there are. Pelican alone could not import it."""
    known = {name: value for name, value in globals().items() if name.isupper()}
    globals().update((name, value) for name, value in runpy.run_path(str(file), known).items() if name.isupper())


_take(_here / "pelicanconf.py")

SITEURL = "https://example.org"
HOST_FILES = ["_headers", "_redirects"]  # Netlify and Cloudflare Pages read them; elsewhere they lie idle

# Where ./inv publish --to NAME puts the site; docs/operations.md shows each kind. Nothing secret stands here
PUBLISH_TARGETS = {}

# What makes it light to send
MINIFY = True
FINGERPRINT = True
COMPRESS = ["gzip", "br"]

_site = _here / globals()["SITE_FOLDER"] / "publishconf.py"
if _site.is_file():
    _take(_site)
