"""What this plugin adds to the plan: it looks through what the content folder publishes as it is."""

from __future__ import annotations

from plugins.media.published_files import check_published

FILES = (check_published,)
