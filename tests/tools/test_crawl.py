from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.building import write_files
from tests.support.steps import steps
from tools.crawl import Problem, crawl
from tools.crawl.__main__ import main

SITE_URL = "https://example.org"

PAGE = """<!doctype html>
<html lang="{lang}" dir="ltr">
<head>
<title>Title</title>
<link rel="canonical" href="{site}{own}">
<link rel="alternate" hreflang="es" href="{site}{es}">
<link rel="alternate" hreflang="en" href="{site}{en}">
<link rel="alternate" hreflang="x-default" href="{site}{es}">
<link rel="stylesheet" href="{base}/theme/plaza.css">
</head>
<body data-kind="{kind}">
<nav class="switcher"><a href="{base}{es}" hreflang="es" lang="es">Español</a>
<a href="{base}{en}" hreflang="en" lang="en">English</a></nav>
<main>
<h1>Title</h1>
{main}
</main>
</body>
</html>
"""
ENTRY = (
    '<url><loc>{site}{url}</loc><xhtml:link rel="alternate" hreflang="es" href="{site}{es}"/>'
    '<xhtml:link rel="alternate" hreflang="en" href="{site}{en}"/></url>'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">{}</urlset>'
)


def site(main: str = "", base: str = "") -> dict[str, str | bytes]:
    """A site of two pages in two languages without a problem; `main` goes into the Spanish post."""
    where = {"site": f"https://example.org{base}", "base": base}
    homes = {**where, "es": "/", "en": "/en/"}
    posts = {**where, "es": "/notas/a/", "en": "/en/posts/a/"}
    entries = [ENTRY.format(**pair, url=pair[lang]) for pair in (homes, posts) for lang in ("es", "en")]
    return {
        ".plaza": "site\n",
        "theme/plaza.css": "body { background: url(/media/a.png) }".replace("/media", f"{base}/media"),
        "media/a.png": b"",
        "index.html": PAGE.format(**homes, own="/", lang="es", kind="home", main=f'<a href="{base}/notas/a/">a</a>'),
        "en/index.html": PAGE.format(
            **homes, own="/en/", lang="en", kind="home", main=f'<a href="{base}/en/posts/a/">a</a>'
        ),
        "notas/a/index.html": PAGE.format(**posts, own="/notas/a/", lang="es", kind="post", main=main),
        "en/posts/a/index.html": PAGE.format(**posts, own="/en/posts/a/", lang="en", kind="post", main=""),
        "sitemap.xml": SITEMAP.format("".join(entries)),
    }


QUOTE = """<figure class="parallel-quote" id="quote-0a1b2c">
<blockquote class="parallel-quote__original" lang="en">
<p class="parallel-quote__label" lang="es">Original en inglés</p>
</blockquote>
<blockquote class="parallel-quote__translation" lang="es"><p class="parallel-quote__label">Traducción</p></blockquote>
</figure>"""


@pytest.mark.parametrize(
    "main",
    [
        "",
        '<p id="año"><a href="#a%C3%B1o">a</a> <a href="/notas/a/#año">a</a> <a href="../../">a</a></p>'.replace(
            "../../", "/"
        ),
        '<a href="https://elsewhere.example/a/../index.html">a</a> <a href="mailto:a@example.org">a</a>',
        '<a href="/en/posts/a/" hreflang="en">a</a>',
        '<p lang="en" dir="ltr">In English, <a href="/en/posts/a/">this is expected</a></p>',
        '<a href="#">the top of the page</a>',
        '<img src="/media/a.png" srcset="/media/a.png 1x, /media/a.png 2x" alt="">',
        '<video src="/media/a.png" poster="/media/a.png"><track src="/media/a.png"></video>',
        '<blockquote cite="https://elsewhere.example/">a</blockquote>',
        '<p lang="ar" dir="rtl">مرحبا <span lang="es" dir="ltr">hola</span></p>',
        "<p><code>{filename}a.md</code></p>",
        '<script type="application/ld+json">{"a": 1}</script><script src="/media/a.png"></script>',
        '<svg><title>a</title><use href="/media/a.png#b"/></svg>',
        QUOTE,
    ],
)
def test_a_site_in_order_has_no_problem(tmp_path: Path, main: str) -> None:
    assert crawl(write_files(tmp_path / "output", site(main)), SITE_URL) == ()


@pytest.mark.parametrize(
    ("rule", "main"),
    [
        ("dead-link", '<a href="/notas/b/">a</a>'),
        ("dead-link", '<a href="/notas/a">a folder without its slash</a>'),
        ("dead-link", '<a href="">a</a>'),
        ("dead-link", '<img src="/media/b.png" alt="">'),
        ("dead-link", '<img src="/media/a.png" srcset="/media/a.png 1x, /media/b.png 2x" alt="">'),
        ("dead-link", '<video src="/media/a.png" poster="/media/b.png"></video>'),
        ("dead-link", '<video src="/media/a.png"><track src="/media/b.vtt"></video>'),
        ("dead-link", '<video><source src="/media/b.mp4"></video>'),
        ("dead-link", '<blockquote cite="/notas/b/">a</blockquote>'),
        ("dead-link", '<a href="https://example.org/notas/b/">absolute, but of this site</a>'),
        ("dead-fragment", '<a href="#b">a</a>'),
        ("dead-fragment", '<a href="/en/#b" hreflang="en">a</a>'),
        ("address-form", '<a href="/notas/../notas/a/">a</a>'),
        ("address-form", '<a href="/notas/a/index.html">a</a>'),
        ("outside-request", '<img src="https://elsewhere.example/a.png" alt="">'),
        ("outside-request", '<iframe src="//elsewhere.example/"></iframe>'),
        ("outside-request", '<script src="https://elsewhere.example/a.js"></script>'),
        ("outside-request", '<link rel="preconnect" href="https://elsewhere.example">'),
        ("inline-style", '<p style="color: red">a</p>'),
        ("inline-style", "<style>p { color: red }</style>"),
        ("inline-script", "<script>1</script>"),
        ("inline-script", '<p onclick="1">a</p>'),
        ("inline-script", '<a href="javascript:1">a</a>'),
        ("json-ld", '<script type="application/ld+json">{</script>'),
        ("link-lang", '<a href="/en/posts/a/" hreflang="es">a</a>'),
        ("link-lang", '<a href="/en/posts/a/">a</a>'),
        ("link-lang", '<a lang="en" dir="ltr" href="/en/posts/a/">a</a>'),
        ("title-lang", '<a href="/en/posts/a/" hreflang="en">Title</a>'),
        ("title-lang", '<a href="/en/posts/a/" hreflang="en"><b>Title</b> (en)</a>'),
        ("id", '<p id="a">a</p><p id="a">a</p>'),
        ("lang-tag", '<p lang="xxx" dir="ltr">a</p>'),
        ("lang-dir", '<p lang="ar">a</p>'),
        ("lang-dir", '<p lang="ar" dir="rtl"><span lang="es">a</span></p>'),
        ("one-h1", "<h1>a</h1>"),
        ("markup", "<p><em>a</p>"),
        ("raw-syntax", "<p>{filename}a.md</p>"),
        ("raw-syntax", '<p><img src="{static}/media/a.png" alt=""></p>'),
        ("raw-syntax", "<p>\x02wzxhzdk:0\x03</p>"),
        ("raw-syntax", '<p data-slot-title="quote-further">a</p>'),
        ("parallel-quote", QUOTE.replace(' lang="en"', "")),
        ("parallel-quote", QUOTE.replace("Original en inglés", " ")),
        ("parallel-quote", QUOTE.replace("__original", "__translation")),
        ("parallel-quote", QUOTE.replace("quote-0a1b2c", "quote")),
    ],
)
def test_a_fault_in_a_page_is_found(tmp_path: Path, rule: str, main: str) -> None:
    problems = crawl(write_files(tmp_path / "output", site(main)), SITE_URL)

    assert (rule, "notas/a/index.html") in {(problem.rule, problem.path) for problem in problems}


EN_POST = 'hreflang="en" href="https://example.org/en/posts/a/"'


@pytest.mark.parametrize(
    ("rule", "path", "old", "new"),
    [
        ("html-lang", "en/index.html", '<html lang="en"', '<html lang="es"'),
        ("html-dir", "index.html", 'dir="ltr"', 'dir="rtl"'),
        ("data-kind", "index.html", 'data-kind="home"', 'data-kind="start"'),
        ("markup", "index.html", "<!doctype html>", ""),
        ("canonical", "notas/a/index.html", 'rel="canonical" href="https://example.org', 'rel="canonical" href="'),
        ("canonical", "notas/a/index.html", 'rel="canonical" href="https://example.org/notas/a/', 'rel="canonical" href="https://example.org/'),
        ("canonical", "notas/a/index.html", "<title>", '<meta name="robots" content="noindex"><title>'),
        ("hreflang", "notas/a/index.html", '<link rel="alternate" hreflang="es"', '<link rel="alternate"'),
        ("hreflang", "notas/a/index.html", '<link rel="alternate" hreflang="en"', '<link rel="alternate"'),
        ("hreflang", "notas/a/index.html", 'hreflang="x-default"', ""),
        ("hreflang", "notas/a/index.html", EN_POST, 'hreflang="en" href="https://example.org/en/"'),
        ("hreflang", "notas/a/index.html", EN_POST, 'hreflang="en" href="/en/posts/a/"'),
        ("hreflang", "notas/a/index.html", EN_POST, 'hreflang="en" href="https://example.org/en/posts/b/"'),
        ("hreflang", "notas/a/index.html", 'rel="canonical" href="https://example.org', 'rel="canonical" href="https://elsewhere.example'),
        ("switcher", "notas/a/index.html", 'href="/en/posts/a/"', 'href="/en/"'),
        ("switcher", "notas/a/index.html", '<a href="/en/posts/a/" hreflang="en" lang="en">English</a>', ""),
        ("shared-picture", "index.html", "<title>", '<meta property="og:image" content="/media/a.png"><title>'),
        ("shared-picture", "index.html", "<title>", '<meta property="og:image" content="https://example.org/b.png"><title>'),
        ("shared-picture", "index.html", "<title>", '<meta property="og:image" content="https://a.example/a.png"><title>'),
        ("shared-picture", "index.html", "<title>", '<meta name="robots" content="noindex"><meta property="og:image" content="https://example.org/media/a.png"><title>'),
        ("orphan", "notas/a/index.html", "", ""),
        ("sitemap", "sitemap.xml", "</urlset>", ""),
        ("sitemap", "sitemap.xml", "<loc>https://example.org/notas/a/", "<loc>https://example.org/"),
        ("sitemap", "sitemap.xml", 'href="https://example.org/en/"', 'href="https://example.org/en"'),
        ("sitemap", "sitemap.xml", "<urlset", "<urlset><url><loc>https://example.org/no/</loc></url></urlset><!--"),
        ("marker", ".plaza", "site", "somebody's"),
        ("noindex", ".plaza", "site", "preview"),
        ("dead-link", "theme/plaza.css", "a.png", "b.png"),
        ("outside-request", "theme/plaza.css", "/media/a.png", "https://elsewhere.example/a.png"),
    ],
)  # fmt: skip
def test_a_fault_between_pages_is_found(tmp_path: Path, rule: str, path: str, old: str, new: str) -> None:
    files = site()
    files[path] = str(files[path]).replace(old, new)
    if rule == "orphan":
        for home in ("index.html", "en/index.html"):
            files[home] = str(files[home]).replace("/a/", "/")

    assert rule in {problem.rule for problem in crawl(write_files(tmp_path / "output", files), SITE_URL)}


@pytest.mark.parametrize(
    ("rule", "path"), [("marker", ".plaza"), ("sitemap", "sitemap.xml"), ("dead-link", "media/a.png")]
)
def test_a_file_that_is_missing_is_found(tmp_path: Path, rule: str, path: str) -> None:
    files = site()
    del files[path]

    assert rule in {problem.rule for problem in crawl(write_files(tmp_path / "output", files), SITE_URL)}


FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es">
<link rel="self" href="https://example.org/feed.xml"/><link rel="alternate" href="https://example.org/"/>
<entry><id>tag:a</id><link href="https://example.org/notas/a/"/>
<content type="html">&lt;a href="https://example.org/media/a.png">a&lt;/a></content></entry>
</feed>
"""


def site_with_feed(path: str = "", old: str = "", new: str = "") -> dict[str, str | bytes]:
    files = site()
    announced = '<link rel="alternate" type="application/atom+xml" href="/feed.xml"></head>'
    files |= {"index.html": str(files["index.html"]).replace("</head>", announced), "feed.xml": FEED}
    return files | ({path: str(files[path]).replace(old, new)} if path else {})


def test_a_feed_in_order_is_no_problem(tmp_path: Path) -> None:
    assert crawl(write_files(tmp_path / "output", site_with_feed()), SITE_URL) == ()


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        ("index.html", "/feed.xml", "/theme/plaza.css", "the feed is not well-formed: syntax error: line 1, column 0"),
        ("index.html", "/feed.xml", "/sitemap.xml", "what is announced as a feed is not Atom"),
        ("index.html", "/feed.xml", "/no.xml", "it announces the feed '/no.xml', but there is no such file"),
        ("index.html", "/feed.xml", "https://a.b/", "it announces the feed 'https://a.b/', but it is outside"),
        ("index.html", "application/atom+xml", "text/xml", "index.html, the page of the feed, does not announce it"),
        ("feed.xml", 'xml:lang="es"', 'xml:lang="en"', "the feed is in en, its page in es"),
        ("feed.xml", "g/feed.xml", "g/en/feed.xml", "the feed names itself ['https://example.org/en/feed.xml'];"),
        ("feed.xml", '"https://example.org/"', '"https://example.org"', "the feed is of the page ['https://example.org'];"),
        ("feed.xml", "/notas/a/", "/en/posts/a/", "an entry leads to a page in en, the feed is in es"),
        ("feed.xml", "/notas/a/", "/", "an entry leads to ['https://example.org/']; expected the address of a post"),
        ("feed.xml", "</feed>", "<entry><id>tag:a</id></entry></feed>", "the id tag:a is there 2 times"),
        ("feed.xml", "entry>", "source>", "the feed has no entries; expected none to be written"),
        ("feed.xml", "https://example.org/media/", "/media/", "<a> leads to '/media/a.png'; expected"),
        ("feed.xml", "a.png", "b.png", "<a> leads to 'https://example.org/media/b.png': there is no such file"),
        ("feed.xml", "/media/a.png", "/en/#x", "<a> leads to 'https://example.org/en/#x': that page has no such id"),
    ],
)  # fmt: skip
def test_a_fault_of_a_feed_is_found(tmp_path: Path, path: str, old: str, new: str, message: str) -> None:
    problems = crawl(write_files(tmp_path / "output", site_with_feed(path, old, new)), SITE_URL)

    assert any(problem.message.startswith(message) for problem in problems if problem.rule == "feed")


def test_a_site_below_a_path_is_crawled_at_that_path(tmp_path: Path) -> None:
    output = write_files(tmp_path / "output", site(base="/blog"))

    assert crawl(output, "https://example.org/blog/") == ()


def test_an_address_that_leaves_the_path_of_the_site_is_found(tmp_path: Path) -> None:
    output = write_files(tmp_path / "output", site('<a href="/notas/a/">a</a>', base="/blog"))

    assert crawl(output, "https://example.org/blog") == (
        Problem("notas/a/index.html", "dead-link", "<a> leads to '/notas/a/': it leaves the site's path, /blog/"),
    )


def test_a_page_that_gives_way_to_another_copy_has_no_alternates_and_no_entry_in_the_sitemap(tmp_path: Path) -> None:
    files = site()
    del files["en/posts/a/index.html"]
    files["en/index.html"] = str(files["en/index.html"]).replace("/en/posts/a/", "/en/")
    lines = str(files["notas/a/index.html"]).splitlines(keepends=True)
    page = "".join(line for line in lines if "alternate" not in line).replace(
        "https://example.org/notas", "https://elsewhere.example"
    )
    files["notas/a/index.html"] = page.replace(
        '<a href="/en/posts/a/" hreflang="en" lang="en">English</a>', '<i lang="en">English</i>'
    )
    files["sitemap.xml"] = (
        str(files["sitemap.xml"]).partition("<url><loc>https://example.org/notas/a/")[0] + "</urlset>"
    )

    assert crawl(write_files(tmp_path / "output", files), SITE_URL) == ()


def test_a_language_that_the_switcher_names_in_words_is_no_problem_where_it_has_no_page(tmp_path: Path) -> None:
    files = site()
    files["404.html"] = PAGE.format(
        site="", base="", own="/404.html", es="/404.html", en="/en/", lang="es", kind="error", main=""
    )
    page = "".join(
        line for line in str(files["404.html"]).splitlines() if "alternate" not in line and "canonical" not in line
    )
    files["404.html"] = page.replace(
        '<a href="/en/" hreflang="en" lang="en">English</a>', '<span lang="en">English</span>'
    )

    assert crawl(write_files(tmp_path / "output", files), SITE_URL) == ()


REDIRECT = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<title>Title</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="https://example.org/en/posts/a/">
<meta http-equiv="refresh" content="0; url=/en/posts/a/">
</head>
<body data-kind="redirect">
<nav class="switcher"><span lang="es">Español</span> <span lang="en">English</span></nav>
<main>
<h1>Moved</h1>
<a href="/en/posts/a/">Title</a>
</main>
</body>
</html>
"""


def test_an_old_address_may_be_in_the_folder_of_any_language(tmp_path: Path) -> None:
    files = {**site(), "old/a.html": REDIRECT, "en/old/index.html": REDIRECT}
    assert crawl(write_files(tmp_path / "output", files), SITE_URL) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("0; url=/en/posts/a/", "5; url=/en/posts/a/", "the redirect says ('5; url=/en/posts/a/',); expected one 0;"),
        ("0; url=/en/posts/a/", "0; url=/none/", "the redirect leads to /none/, which is no page"),
        ("0; url=/en/posts/a/", "0; url=/old/", "the redirect leads to another one, /old/"),
        ("0; url=/en/posts/a/", "0; url=/notas/a/", "the redirect is in en and leads to /notas/a/, in es"),
        ('content="noindex"', 'content="all"', "search engines may show a redirect"),
        (
            "https://example.org/en/posts/a/",
            "https://example.org/en/",
            "the canonical link is ('https://example.org/en",
        ),
        ('<a href="/en/posts/a/">Title</a>', "", "the redirect has no link to /en/posts/a/"),
        ('data-kind="redirect"', 'data-kind="page"', "a page that is no redirect leads on by itself"),
    ],
)
def test_a_fault_of_a_redirect_is_found(tmp_path: Path, old: str, new: str, message: str) -> None:
    files = {**site(), "old/index.html": REDIRECT, "old/a.html": REDIRECT.replace(old, new)}
    found = crawl(write_files(tmp_path / "output", files), SITE_URL)
    assert [problem.message for problem in found if problem.message.startswith(message)] != []
    assert {problem.path for problem in found} <= {"old/a.html", "sitemap.xml"}


def test_a_folder_that_is_not_there_is_no_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        crawl(tmp_path / "output", SITE_URL)


def test_the_command_prints_problems_and_counts_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fine = write_files(tmp_path / "fine", site())
    bad = write_files(tmp_path / "bad", site('<a href="/notas/b/">a</a>'))

    assert main([str(fine), "--site-url", SITE_URL]) == 0
    assert main([str(bad), "--site-url", SITE_URL]) == 1
    assert capsys.readouterr().out == (
        "notas/a/index.html: <a> leads to '/notas/b/': there is no such file [dead-link]\n"
    )


def test_the_steps_of_a_crawl_grow_as_the_site_does(tmp_path: Path) -> None:
    def steps_for(count: int) -> int:
        folder = write_files(tmp_path / str(count), site())
        post = str(site()["notas/a/index.html"])
        write_files(folder, {f"notas/{number}/index.html": post for number in range(count)})
        return steps(lambda: crawl(folder, SITE_URL))

    assert steps_for(160) < 12 * steps_for(20)  # eight times as many pages; a quadratic crawl takes 64 times the steps
