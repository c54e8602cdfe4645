"""What this plugin adds to the plan: pictures as they are published, and what they and recordings must not hold."""

from __future__ import annotations

from plugins.media.picture_files import as_published, rendition_files
from plugins.media.published_files import check_published
from plugins.media.renditions import picture_sources
from plugins.media.tracks import check_recordings, read_tracks
from plugins.media.transcript import transcript

FILES = (check_published, check_recordings, rendition_files)
AS_PUBLISHED = as_published
PICTURE_SOURCES = picture_sources
CUES = read_tracks
TRANSCRIPT = transcript
