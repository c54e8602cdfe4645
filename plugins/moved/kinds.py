"""What this plugin adds to the plan: a page at each old address, and one for each retired text."""

from __future__ import annotations

from plugins.moved.redirect import compose_redirect, outline_nothing, outline_redirects
from plugins.moved.retired import compose_retired, outline_retired
from plugins.plan.identity import REDIRECT, RETIRED, Kind
from plugins.plan.listing_page import no_posts
from plugins.plan.post_page import subject_alone

KINDS = (
    Kind(RETIRED, outline_retired, compose_retired, shows=subject_alone, reads=no_posts),
    Kind(REDIRECT, outline_nothing, compose_redirect, beside=outline_redirects, shows=subject_alone, reads=no_posts),
)
