"""The media types of what a site publishes (IANA), by the endings of names; hosts know some otherwise or not."""

from __future__ import annotations

FEED_NAME, FEED_TYPE = "feed.xml", "application/atom+xml"
UNKNOWN = "application/octet-stream"
CHARSET = "utf-8"
TEXTS = (  # UTF-8, every one of them
    ("text/html", ("html", "htm")),
    ("text/css", ("css",)),
    ("text/javascript", ("js", "mjs")),
    ("text/plain", ("txt",)),
    ("text/markdown", ("md",)),
    ("text/csv", ("csv",)),
    ("text/calendar", ("ics",)),
    ("text/vtt", ("vtt",)),
    ("application/xml", ("xml",)),
    ("image/svg+xml", ("svg",)),
)
JSON = (  # UTF-8 by their own standard
    ("application/json", ("json",)),
    ("application/geo+json", ("geojson",)),
    ("application/manifest+json", ("webmanifest",)),
)
OTHERS = (
    ("application/wasm", ("wasm",)),
    (UNKNOWN, ("pagefind", "pf_fragment", "pf_index", "pf_meta", "pf_filter", "pf_sort")),  # compressed by themselves
    ("image/png", ("png",)),
    ("image/jpeg", ("jpg", "jpeg")),
    ("image/webp", ("webp",)),
    ("image/avif", ("avif",)),
    ("image/gif", ("gif",)),
    ("image/x-icon", ("ico",)),
    ("font/woff2", ("woff2",)),
    ("font/woff", ("woff",)),
    ("font/ttf", ("ttf",)),
    ("font/otf", ("otf",)),
    ("video/mp4", ("mp4", "m4v")),
    ("video/webm", ("webm",)),
    ("video/ogg", ("ogv",)),
    ("audio/mpeg", ("mp3",)),
    ("audio/mp4", ("m4a",)),
    ("audio/ogg", ("ogg", "oga", "opus")),
    ("audio/wav", ("wav",)),
    ("audio/flac", ("flac",)),
    ("application/pdf", ("pdf",)),
    ("application/epub+zip", ("epub",)),
    ("application/zip", ("zip",)),
    ("application/gzip", ("gz",)),
    ("application/vnd.oasis.opendocument.text", ("odt",)),
    ("application/vnd.oasis.opendocument.spreadsheet", ("ods",)),
    ("application/vnd.oasis.opendocument.presentation", ("odp",)),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    ("application/vnd.openxmlformats-officedocument.presentationml.presentation", ("pptx",)),
)
COMPRESSED = tuple(
    ending for _, endings in (*TEXTS, *JSON) for ending in endings
)  # what may have a .gz or .br beside it
