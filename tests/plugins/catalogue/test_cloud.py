"""A cloud of words: how it is drawn, wherever it stands."""

from __future__ import annotations

from plugins.catalogue.cloud import CloudWord, draw_cloud, most_used, weigh


def test_a_word_with_an_address_is_a_link_with_its_count_in_the_text() -> None:
    assert draw_cloud(weigh([CloudWord("Datos", 3, "/datos/"), CloudWord("Radio", 1, "/radio/")])) == (
        '<ul class="topic-cloud">'
        '<li data-weight="9"><a href="/datos/"><bdi>Datos</bdi>\xa0<span class="topic-cloud__count">(3)</span></a></li>'
        '<li data-weight="1"><a href="/radio/"><bdi>Radio</bdi>\xa0<span class="topic-cloud__count">(1)</span></a></li>'
        "</ul>"
    )


def test_a_word_in_another_language_says_so_and_its_count_does_not() -> None:
    assert '<bdi lang="ar" dir="rtl">حقوق</bdi>\xa0<span' in draw_cloud(
        weigh([CloudWord("حقوق", 1, "/x/", "ar", "rtl")])
    )


def test_one_word_and_words_of_equal_counts_are_of_middle_weight() -> None:
    assert [one.weight for one in weigh([CloudWord("a", 7)])] == [5]
    assert [one.weight for one in weigh([CloudWord("a", 2), CloudWord("b", 2)])] == [5, 5]


def test_no_words_are_no_list() -> None:
    assert draw_cloud(()) == ""


def test_letters_of_markup_in_a_word_stay_letters() -> None:
    drawn = draw_cloud(weigh([CloudWord("<b> & {}", 1, '/x/?a="b"')]))
    assert '<a href="/x/?a=&#34;b&#34;"><bdi>&lt;b&gt; &amp; {}</bdi>' in drawn


def test_the_most_used_words_keep_their_order_and_among_equals_the_first_stay() -> None:
    words = [CloudWord("a", 1), CloudWord("b", 3), CloudWord("c", 1), CloudWord("d", 2)]
    assert [word.text for word in most_used(words, 3)] == ["a", "b", "d"]
    assert most_used(words, 9) == tuple(words)
