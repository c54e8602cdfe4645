"""What pages must not do, as their meta elements say it, by kind of page: it holds on any host, whatever that sends."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from markupsafe import Markup

from plugins.catalogue.settings import Settings
from plugins.hosting.policy import content_policy
from plugins.hosting.security_headers import REFERRER
from plugins.hosting.theme_fonts import has_fonts
from plugins.plan.view import Protection

SEARCH = "search"  # the kind of page that searches


def policies(settings: Settings) -> Mapping[str, str]:
    """Give the policy of the pages that search, where the site has a search, and under "" that of all others."""
    policy = partial(
        content_policy, settings.policy_hosts, has_fonts=has_fonts(settings), is_preview=settings.shows_drafts
    )
    return {"": policy()} | ({SEARCH: policy(is_search=True)} if settings.has_search else {})


def protections(settings: Settings) -> Mapping[str, Protection]:
    """Give what meta elements say, by kind of page."""
    # Nothing in a policy has to be escaped: the settings refuse any host that would have to be
    return {kind: Protection(Markup(policy), Markup(REFERRER)) for kind, policy in policies(settings).items()}
