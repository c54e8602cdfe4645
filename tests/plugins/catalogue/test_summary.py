from plugins.catalogue.summary import first_words, shorten


def test_a_short_paragraph_is_the_summary() -> None:
    assert first_words("Backups save the day.").parts == ("Backups save the day.",)


def test_two_hundred_characters_still_fit() -> None:
    text = "word " * 40
    assert shorten(text[:200], 200) == text[:200]


def test_a_long_paragraph_is_cut_at_a_word_within_the_length() -> None:
    text = "one two, three four"
    assert shorten(text, 10) == "one two…"
    assert shorten(text, 9) == "one two…"
    assert shorten(text, 8) == "one…"


def test_a_text_without_spaces_is_cut_where_it_must() -> None:
    assert shorten("a" * 300, 200) == "a" * 199 + "…"


def test_no_summary_is_longer_than_its_length() -> None:
    text = "uno dos tres cuatro cinco seis, siete; ocho"
    assert all(len(shorten(text, length)) <= length for length in range(5, 60))


def test_the_words_become_safe_html() -> None:
    assert first_words('1 < 2 & "so"').parts == ("1 &lt; 2 &amp; &#34;so&#34;",)
