"""What this plugin adds to the plan: in every language a page of how far the site is translated."""

from __future__ import annotations

from plugins.plan.identity import Kind
from plugins.status_page.status_page import compose_status, outline_status, pinned_posts

KINDS = (Kind("status", outline_status, compose_status, reads=pinned_posts),)
