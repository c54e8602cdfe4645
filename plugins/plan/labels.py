"""The words that Plaza itself adds to a text: what the parts of a quote are, where a link leads, which page it is."""

from __future__ import annotations

from plugins.plan.cldr import language_name
from plugins.plan.messages import Messages


class Labels:
    """The labels of one language's pages."""

    def __init__(self, lang: str, messages: Messages, own_names: dict[str, str]) -> None:
        """Take the page's language, its messages, and the names that languages have in the settings."""
        self.lang = lang
        self.messages = messages
        self.own_names = own_names

    def language(self, tag: str) -> str:
        """Name a language for the page's readers."""
        return language_name(tag, self.lang, self.own_names.get(tag, ""))

    def in_language(self, tag: str) -> str:
        """Say that a link's target is in a language: `in Spanish`."""
        return self.messages.gettext("in %(language)s") % {"language": self.language(tag)}

    def numbered(self, title: str, number: int) -> str:
        """Title a numbered page of a listing; the listing itself keeps its title."""
        if not number:
            return title
        return self.messages.gettext("%(title)s, page %(number)s") % {"title": title, "number": number}

    def page(self, number: int) -> str:
        """Name a page by its number."""
        return self.messages.gettext("Page %(number)s") % {"number": number}

    def slot(self, name: str, argument: str) -> str:
        """Fill a label slot of a body; a slot that an author made up stays empty."""
        gettext = self.messages.gettext
        match name:
            case "quote-original":
                return gettext("Original in %(language)s") % {"language": self.language(argument)}
            case "quote-translation" | "quote-other":
                return gettext("Translation into %(language)s") % {"language": self.language(argument)}
            case "quote-link":
                return gettext("Link to this quote")
            case "quote-further":
                return gettext("In other languages")
            case "footnote-back":
                return gettext("Back to the text, note %(number)s") % {"number": argument}
            case "table-label":
                return gettext("Table %(number)s") % {"number": argument}
            case "footnotes":
                return gettext("Footnotes")
            case _:
                return ""

    def transcript(self) -> str:
        """Name what a recording says, written out."""
        return self.messages.gettext("Transcript")

    def home(self) -> str:
        """Name the home."""
        return self.messages.gettext("Home")

    def archive(self) -> str:
        """Name the list of all posts."""
        return self.messages.gettext("Posts")

    def topics(self) -> str:
        """Name the page of all topics."""
        return self.messages.gettext("Topics")

    def matrix(self) -> str:
        """Name the page of the maturity matrix."""
        return self.messages.gettext("Maturity matrix")

    def maturity(self) -> str:
        """Name the scale that levels are on."""
        return self.messages.gettext("Technology maturity")

    def matrix_in_menu(self) -> str:
        """Name the page of the maturity matrix in a word, for a row of words."""
        return self.messages.gettext("Matrix")

    def search(self) -> str:
        """Name the page to search from."""
        return self.messages.gettext("Search")

    def feeds(self) -> str:
        """Name the page that lists the feeds."""
        return self.messages.gettext("Feeds")

    def status(self) -> str:
        """Name the page that tells how far the site is translated."""
        return self.messages.gettext("State of translations")

    def not_found(self) -> str:
        """Title the page for an address that does not exist."""
        return self.messages.gettext("Page not found")
