from pathlib import Path
from typing import Any

from plugins.diagnostics import error
from plugins.plan.files import clashing_files, media_files


def post(front: str, body: str = "Hola.") -> str:
    return f"---\ntitle: T\ndate: 2013-11-20\n{front}---\n{body}\n"


def published(example: Any, texts: dict[str, str], files: list[str], **values: Any) -> list[str]:
    settings = example.settings(**values)
    catalogue, _ = example.catalogue(texts, files, **values)
    return [path for path, _ in media_files(catalogue, settings, {})[0]]


FILES = ["media/a.png", "media/b.png", "media/c.png", "media/nobody.pdf", "root/CNAME", "root/.well-known/x"]


def test_files_are_published_below_media_and_at_the_root(example: Any) -> None:
    catalogue, _ = example.catalogue({"posts/a.es.md": post("")}, FILES)
    assert media_files(catalogue, example.settings(), {})[0] == (
        ("media/a.png", Path("/site/content/media/a.png")),
        ("media/b.png", Path("/site/content/media/b.png")),
        ("media/c.png", Path("/site/content/media/c.png")),
        ("media/nobody.pdf", Path("/site/content/media/nobody.pdf")),
        (".well-known/x", Path("/site/content/root/.well-known/x")),
        ("CNAME", Path("/site/content/root/CNAME")),
    )


def test_a_file_that_only_unpublished_documents_use_stays_out(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("", "![a](/media/a.png)"),
        "posts/b.es.md": post("status: draft\nimage: media/c.png\n", "![a](../media/a.png) ![b]({static}/media/b.png)"),
    }
    assert published(example, texts, FILES) == ["media/a.png", "media/nobody.pdf", ".well-known/x", "CNAME"]
    assert "media/b.png" in published(example, texts, FILES, SHOW_DRAFTS=True)


def test_a_picture_of_the_front_matter_that_is_not_there_is_an_error_once(example: Any) -> None:
    texts = {
        "posts/a.es.md": post("image: media/aa.png\n"),
        "posts/a.en.md": "---\ntitle: T\noriginal: es\n---\n",
    }
    assert example.plan(texts, FILES)[1] == (
        error("posts/a.es.md", 4, "missing-file", "there is no file media/aa.png", "did you mean media/a.png?"),
    )


def test_a_picture_of_the_front_matter_on_another_host_is_called_that(example: Any) -> None:
    assert example.plan({"posts/a.es.md": post("image: https://example.org/a.png\n")}, FILES)[1] == (
        error(
            "posts/a.es.md", 4, "missing-file",
            "image 'https://example.org/a.png' is on another host; expected a file below media/",
            "put the file into media/",
        ),
    )  # fmt: skip


def test_files_of_the_content_folder_may_not_take_the_place_of_anything() -> None:
    planned = ["index.html", "notas/radio/index.html", "theme/plaza.css", ".plaza", "sitemap.xml"]
    content = [
        ("Index.html", "root/Index.html"),
        ("notas", "root/notas"),
        ("sitemap.xml/x", "root/sitemap.xml/x"),
        (".plaza", "root/.plaza"),
        ("media/a.png", "media/a.png"),
        ("media/A.png", "root/media/A.png"),
        ("theme/own.css", "root/theme/own.css"),
        ("notas/own.txt", "root/notas/own.txt"),
    ]
    assert [(d.path, d.line, d.rule, d.message) for d in clashing_files(planned, content)] == [
        (path, 1, "address-twice", f"the file has the address of something else in the site, {url}")
        for path, url in [
            ("root/Index.html", "/Index.html"),
            ("root/notas", "/notas"),
            ("root/sitemap.xml/x", "/sitemap.xml/x"),
            ("root/.plaza", "/.plaza"),
            ("root/media/A.png", "/media/A.png"),
        ]
    ]
