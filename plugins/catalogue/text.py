"""What a document says: the one part of a catalogue that may be set anew, once all the rest of it is planned.

Most edits change the words of a text and nothing that another page shows of it. Such an edit is taken into the plan
that is there; everything else about a site is as frozen as the values that say it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.catalogue.body import Body
from plugins.catalogue.source import BodySource
from plugins.diagnostics import Diagnostic


@dataclass(slots=True)
class Text:
    """The words of one file, rendered and as written.

    `digest` is that of the file; `found` is what is wrong with it by itself and beside the files of the same post.
    """

    body: Body
    source: BodySource
    digest: str = field(default="", compare=False)
    found: tuple[Diagnostic, ...] = field(default=(), compare=False)

    def take(self, other: Text) -> None:
        """Say what another text says."""
        self.body, self.source, self.digest, self.found = other.body, other.source, other.digest, other.found
