"""What this plugin adds to the plan: beside each post in two languages, a page that shows both."""

from __future__ import annotations

from plugins.parallel_page.parallel_page import compose_parallel, outline_nothing, outline_parallel
from plugins.plan.identity import Kind
from plugins.plan.post_page import subject_alone

KINDS = (Kind("parallel", outline_nothing, compose_parallel, beside=outline_parallel, shows=subject_alone),)
