import pytest

from plugins.plan.licence import licence_link
from plugins.plan.view import Link


@pytest.mark.parametrize(
    ("identifier", "title", "url"),
    [
        ("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.es"),
        ("cc-by-nc-sa-3.0", "CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/deed.es"),
        ("CC-BY-ND-2.5", "CC BY-ND 2.5", "https://creativecommons.org/licenses/by-nd/2.5/deed.es"),
        ("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/deed.es"),
    ],
)
def test_a_creative_commons_licence_links_to_its_deed_in_the_pages_language(
    identifier: str, title: str, url: str
) -> None:
    assert licence_link(identifier, "es-MX") == Link(title, url)


def test_another_licence_is_named_only() -> None:
    assert licence_link("GFDL-1.3-or-later", "es") == Link("GFDL-1.3-or-later", "")
    assert licence_link("CC-BY-XX-4.0", "es") == Link("CC-BY-XX-4.0", "")


@pytest.mark.parametrize("identifier", ["", None])
def test_no_licence_has_no_link(identifier: str | None) -> None:
    assert licence_link(identifier, "es") is None
