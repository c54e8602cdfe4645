from pathlib import Path

from tests.support.building import ROOT, run_plaza, tree, write_files

PLUGIN = """\
from pathlib import Path

from pelican import signals


def write(generator):
    settings = generator.settings
    for article in generator.articles:
        target = Path(settings["OUTPUT_PATH"], article.save_as).relative_to(settings["SEEN"].parent / "out")
        with settings["SEEN"].open("a") as seen:
            seen.write(f"{settings['SITEURL']}/{article.url} {target.as_posix()}\\n")


def register():
    signals.article_generator_finalized.connect(write)
"""
POST = "---\ntitle: Olá\ndate: 2020-01-02\n{}---\nUm.\n"


def test_articles_have_the_address_and_file_of_their_page_in_every_site(tmp_path: Path) -> None:
    content = write_files(
        tmp_path / "content",
        {"posts/ola.pt-BR.md": POST.format(""), "posts/ola.es.md": POST.format("slug: hola\noriginal: pt-BR\n")},
    )
    po = (ROOT / "theme/translations/en/LC_MESSAGES/messages.po").read_bytes()
    write_files(tmp_path, {"texts/pt-BR/LC_MESSAGES/messages.po": po, "plugs/seer.py": PLUGIN})
    settings = tmp_path / "settings.py"
    settings.write_text(
        "from pathlib import Path\n\nfrom pelicanconf import *\n"
        "LANGUAGES = {'es': LANGUAGES['es'], 'pt-BR': {**LANGUAGES['en'], 'dates': '', 'name': 'Português'}}\n"
        "TAGLINE = ''\nPLUGINS = [*PLUGINS, 'seer']\n"
        f"PLUGIN_PATHS = [{str(tmp_path / 'plugs')!r}]\nSEEN = Path({str(tmp_path / 'seen')!r})\n"
        f"TRANSLATIONS = [{str(tmp_path / 'texts')!r}, 'theme/translations']\n",
        encoding="utf-8",
    )

    # In a process of its own: Pelican never lets go of a plugin that was registered.
    done = run_plaza(
        "build", "--content", str(content), "--output", str(tmp_path / "out"), "--settings", str(settings),
        "--site-url", "https://example.org/blog",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr

    seen = dict(line.split() for line in (tmp_path / "seen").read_text(encoding="utf-8").splitlines())
    assert seen == {
        "https://example.org/blog/notas/hola/": "notas/hola/index.html",
        "https://example.org/blog/pt-BR/posts/ola/": "pt-BR/posts/ola/index.html",
    }
    assert set(seen.values()) <= tree(tmp_path / "out").keys()
