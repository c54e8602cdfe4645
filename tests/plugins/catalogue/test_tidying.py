from plugins.catalogue.html_tokens import EndTag, StartTag, tokens
from plugins.catalogue.lang import direction
from plugins.catalogue.tidying import tidied


def attributes(html: str, page_dir: str = "ltr", reserved: frozenset[str] = frozenset()) -> list[dict[str, str]]:
    found = tidied(tokens(html), page_dir, direction, reserved)
    return [dict(token.attributes) for token in found if isinstance(token, StartTag)]


def test_on_a_page_from_right_to_left_other_languages_get_their_direction() -> None:
    assert attributes('<p lang="ES"><b lang="ar">a</b></p><p lang="he">b</p>', "rtl") == [
        {"lang": "es", "dir": "ltr"},
        {"lang": "ar", "dir": "rtl"},
        {"lang": "he"},
    ]


def test_direction_without_language_counts_for_what_is_inside() -> None:
    assert attributes('<div dir="rtl"><p lang="es">a</p></div>') == [{"dir": "rtl"}, {"lang": "es", "dir": "ltr"}]


def test_void_elements_do_not_hold_a_direction() -> None:
    assert attributes('<img lang="ar" alt=""><p lang="es">a</p>')[1] == {"lang": "es"}


def test_ids_of_the_page_are_dropped() -> None:
    assert attributes('<p id="main">a</p>', reserved=frozenset({"main"})) == [{}]


def test_tables_are_numbered_for_their_labels() -> None:
    found = attributes("<table></table><table></table>")
    assert [tag["data-slot-aria-label"] for tag in found[::2]] == ["table-label 1", "table-label 2"]


def test_alignment_joins_other_classes() -> None:
    assert attributes('<table><td class="a" align="RIGHT">1</td></table>')[2] == {"class": "a align-right"}
    assert attributes('<table><td align="justify">1</td></table>')[2] == {}


def test_paragraph_with_a_picture_is_not_empty() -> None:
    html = '<p> </p><p><img alt=""></p><p>'
    assert list(tidied(tokens(html), "ltr", direction)) == [
        StartTag("p", {}),
        StartTag("img", {"alt": ""}),
        EndTag("p"),
        StartTag("p", {}),
    ]
