from markdown import markdown

EXTENSIONS = ["footnotes", "attr_list", "pymdownx.superfences", "plugins.catalogue.extension"]


def test_links_back_say_where_they_lead_in_no_language() -> None:
    html = markdown("a[^x] b[^y]\n\n[^x]: c\n[^y]: d", extensions=EXTENSIONS)
    assert "title=" not in html and "Jump" not in html
    assert 'data-slot-aria-label="footnote-back 1"' in html and 'data-slot-aria-label="footnote-back 2"' in html


def test_note_that_nobody_names_has_no_link_back() -> None:
    html = markdown("a[^x]\n\n[^x]: c\n[^y]: d", extensions=EXTENSIONS)
    assert 'href="#fnref:x"' in html and "#fnref:y" not in html


def test_names_of_notes_make_ids_without_spaces() -> None:
    html = markdown("a[^una nota]\n\n[^una nota]: c", extensions=EXTENSIONS)
    assert 'href="#fn:una-nota"' in html and 'id="fn:una-nota"' in html
    assert 'href="#fnref:una-nota"' in html and 'id="fnref:una-nota"' in html


def test_fences_of_ours_take_any_option_and_stay_ours() -> None:
    assert "topic-cloud" in markdown("```cloud\nA 1\n```", extensions=EXTENSIONS)
    assert "topic-cloud" in markdown("``` {.cloud #x a=b}\nA 1\n```", extensions=EXTENSIONS)


def test_other_fences_are_code() -> None:
    assert "<pre>" in markdown("```\nA 1\n```", extensions=EXTENSIONS)
