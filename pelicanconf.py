"""The settings of this site. docs/operations.md explains each of them.

Settings for readers may be one string, or a map by language. A site's own settings stand in site/pelicanconf.py, which
takes the place of what it names here: so this file stays Plaza's, and an upgrade finds it as it was.
"""

import runpy
from pathlib import Path

# The site: site/pelicanconf.py says these otherwise, see ./inv init --help

SITENAME = "Plaza"
TAGLINE = {
    "es": "Tecnología cívica en dos voces",
    "en": "Civic technology in two voices",
}
SITEURL = "http://localhost:8000"
# A domain or e-mail address of yours; the ids of feeds are made of it, so it never changes, whatever SITEURL does
FEED_AUTHORITY = "plaza.example"
TIMEZONE = "America/Mexico_City"
LICENCE = "CC-BY-4.0"
EDIT_URL = ""  # where a file can be edited, as https://example.org/you/site/edit/main/content/{path}
STATUS_PAGE = False  # whether readers see how far the site is translated, as the preview always does

# Languages, the main one first: its pages stand at the root, the others' below their tag

LANGUAGES = {
    "es": {
        "name": "Español",
        "dir": "ltr",
        "paths": {
            "posts": "notas",
            "topics": "temas",
            "levels": "niveles",
            "activities": "actividades",
            "matrix": "matriz",
            "people": "personas",
            "search": "buscar",
            "feeds": "canales",
            "status": "estado",
            "parallel": "paralelo",
            "page": "pagina",
        },
        "quotes": "“”‘’",
        "alphabet": "abcdefghijklmnñopqrstuvwxyz",
        "dates": "es-MX",
    },
    "en": {
        "name": "English",
        "dir": "ltr",
        "paths": {
            "posts": "posts",
            "topics": "topics",
            "levels": "levels",
            "activities": "activities",
            "matrix": "matrix",
            "people": "people",
            "search": "search",
            "feeds": "feeds",
            "status": "status",
            "parallel": "parallel",
            "page": "page",
        },
        "quotes": "“”‘’",
        "alphabet": "abcdefghijklmnopqrstuvwxyz",
        "dates": "en-GB",
    },
}

# Further languages that parts of parallel quotes may be in
QUOTE_LANGS = ["pt", "nah"]
READING_MODE = "beside"  # or mine, original, stacked: how quotes are shown to who has not chosen

# In pixels: the widths at which pictures are offered beside their own, and the most that a picture may have in all
PICTURE_WIDTHS = [480, 800, 1200]
PICTURE_PIXELS = 50_000_000

# What publishconf.py sets otherwise: smaller stylesheets and scripts, names that may be kept for ever, compressed files
MINIFY = False
FINGERPRINT = False
COMPRESS = []  # "gzip", "br"

WORKERS = 0  # processes that read and render; 0 for as many as the machine has processors

# The language of other sites' pages, by host; subdomains follow
LINK_LANGS = {"es.wikipedia.org": "es", "en.wikipedia.org": "en"}
LINKS_IGNORED = []  # hosts, and starts of addresses, that ./inv links does not ask for: ["linkedin.com"]

# What the host of the site is told; docs/operations.md says what each host needs
HOST_FILES = []  # of _headers, _redirects, _nginx.conf, _Caddyfile and .htaccess
POLICY_HOSTS = {}  # other hosts that pages may use, as {"img-src": ["https://media.example.org"]}
ROOT_BY_LANGUAGE = False  # whether who comes to / from elsewhere is led to the language that the browser asks for

# What Plaza is made of: plugins from elsewhere may be added to the first list

PLUGINS = [
    "pelican.plugins.i18n_subsites",
    "plugins.plan.plugin",
    "plugins.civic_index.plugin",
    "plugins.discovery.plugin",
    "plugins.parallel_page.plugin",
    "plugins.status_page.plugin",
    "plugins.moved.plugin",
    "plugins.media.plugin",
    "plugins.hosting.plugin",
]
CHECKS = [
    "plugins.parallel_quote.rules",
    "plugins.catalogue.blocks",
    "plugins.checks.raw_html",
    "plugins.checks.github_lists",
    "plugins.checks.obsolete_links",
    "plugins.checks.comments",
    "plugins.checks.silencing",
    "plugins.checks.attribute_lists",
    "plugins.checks.missing_alt",
    "plugins.checks.github_headings",
    "plugins.checks.heading_levels",
    "plugins.checks.untranslated",
    "plugins.checks.other_language_links",
]
# Rules that guess at languages, for `./inv check --language-rules`
LANGUAGE_CHECKS = ["plugins.checks.text_language", "plugins.checks.foreign_passage"]
RULES = {}  # warnings that are to be "off", or an "error"
TEXT_FILTERS = ["plugins.typography.text_filter"]
MARKDOWN = {
    "output_format": "html",
    "extension_configs": {
        "pymdownx.highlight": {"use_pygments": True, "noclasses": False, "linenums_style": "inline"},
        "pymdownx.superfences": {},
        "markdown.extensions.tables": {"use_align_attribute": True},
        "markdown.extensions.footnotes": {"BACKLINK_TEXT": "↩\ufe0e"},  # as text, not as an emoji
        "markdown.extensions.attr_list": {},
        "markdown.extensions.md_in_html": {},
        "plugins.parallel_quote.extension": {"langs": []},  # filled in from LANGUAGES and QUOTE_LANGS
        "plugins.catalogue.extension": {},
        "plugins.inline_marks.extension": {},
    },
}

# Where things are, from this folder

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITE_FOLDER = "site"
TRANSLATIONS = ["theme/translations"]

# Whatever the machine's locale is: names of months come from Babel
LOCALE = ["C.UTF-8", "C"]
DEFAULT_LANG = "es"

# What the site says itself comes last; it sees all of the above, so `PLUGINS += ["more"]` will do

_site = Path(__file__).resolve().parent / SITE_FOLDER / "pelicanconf.py"
if _site.is_file():
    _known = {name: value for name, value in globals().items() if name.isupper()}
    globals().update((name, value) for name, value in runpy.run_path(str(_site), _known).items() if name.isupper())
