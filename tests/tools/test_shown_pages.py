"""Which page stands for its kind in pictures."""

from tools.shown_pages import Candidate, Shown, shown_pages

QUOTE = '<main><figure class="parallel-quote"></figure></main>'


def candidate(
    url: str, kind: str = "post", lang: str = "es", number: int = 0, posts: int = 0, whole: bool = True, html: str = ""
) -> Candidate:
    return Candidate(kind, lang, url, number, posts, whole, html)


def test_each_kind_and_language_is_shown_once_in_the_order_of_the_plan() -> None:
    pages = [candidate("/", "home"), candidate("/en/", "home", "en"), candidate("/notas/", "archive")]
    assert shown_pages(pages) == (
        Shown("home", "es", "/"),
        Shown("home", "en", "/en/"),
        Shown("archive", "es", "/notas/"),
    )


def test_a_kind_that_nobody_knew_is_shown() -> None:
    assert shown_pages([candidate("/estado/", "status")]) == (Shown("status", "es", "/estado/"),)


def test_a_listing_is_shown_by_its_first_page_and_the_one_of_most_posts() -> None:
    pages = [
        candidate("/a/1/", "topic", number=1, posts=9),
        candidate("/a/", "topic", posts=9),
        candidate("/b/", "topic", posts=2),
    ]
    assert shown_pages(pages) == (Shown("topic", "es", "/a/"),)


def test_a_post_with_a_parallel_quote_comes_before_one_with_more_blocks() -> None:
    pages = [candidate("/a/", html="<main><table></table><pre></pre><ul></ul></main>"), candidate("/b/", html=QUOTE)]
    assert [page.url for page in shown_pages(pages) if page.name == "post"] == ["/b/"]


def test_sorts_of_blocks_count_before_their_number() -> None:
    pages = [candidate("/a/", html="<main><h2><h2><h2></main>"), candidate("/b/", html="<main><h2><pre></main>")]
    assert shown_pages(pages) == (Shown("post", "es", "/b/"),)


def test_what_is_outside_main_does_not_count() -> None:
    pages = [candidate("/a/", html="<ul><ol><main></main>"), candidate("/b/", html="<main><ul></main>")]
    assert shown_pages(pages) == (Shown("post", "es", "/b/"),)


def test_of_equal_pages_the_first_is_shown() -> None:
    assert shown_pages([candidate("/b/"), candidate("/a/")]) == (Shown("post", "es", "/b/"),)


def test_a_quote_is_shown_close_up_in_each_language_that_has_one() -> None:
    pages = [candidate("/a/", html=QUOTE), candidate("/en/a/", lang="en")]
    assert Shown("quote", "es", "/a/", "figure.parallel-quote") in shown_pages(pages)
    assert [page.lang for page in shown_pages(pages) if page.name == "quote"] == ["es"]


def test_a_quote_in_two_voices_comes_before_two_of_which_one_is_folded() -> None:
    folded = (
        '<main><figure class="parallel-quote"><blockquote class="parallel-quote__original"></blockquote><details>'
        '<blockquote class="parallel-quote__translation"></blockquote></details></figure></main>'
    )
    open_ = folded.replace("<details>", "").replace("</details>", "")
    (post, quote) = shown_pages([candidate("/a/", html=folded * 2), candidate("/b/", html=open_)])
    assert (post.url, quote.url) == ("/b/", "/b/")
    assert quote.selector == ("figure.parallel-quote:has(> .parallel-quote__original ~ .parallel-quote__translation)")


def test_a_page_that_some_language_lacks_is_shown_too() -> None:
    pages = [candidate("/a/", html=QUOTE), candidate("/b/", whole=False)]
    assert shown_pages(pages)[-1] == Shown("untranslated", "es", "/b/")


def test_no_pages_are_shown_of_none() -> None:
    assert shown_pages([]) == ()
