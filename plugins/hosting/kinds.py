"""What this plugin adds to the plan: what pages must not do, and the files that hosts read."""

from __future__ import annotations

from plugins.hosting.host_files import host_files
from plugins.hosting.protection import protections

FILES = (host_files,)
PROTECTIONS = protections
