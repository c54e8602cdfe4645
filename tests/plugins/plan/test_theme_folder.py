import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError

from plugins.plan.theme_folder import ThemeFolder

PLAIN = ThemeFolder("/blog/theme", {"js/a b.js": "js/a b.js"})
RENAMED = ThemeFolder("/blog/theme", {"js/a b.js": "kept/js/a b.0123abcd.js"}, is_renamed=True)


def rendered(template: str, theme: ThemeFolder) -> str:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return theme.resolved(environment.from_string(template).render(theme=theme))


@pytest.mark.parametrize(
    "template",
    [
        '<script src="{{ theme["js/a b.js"] }}"></script>',
        '<script src="{{ theme }}/js/a%20b.js"></script>',
        '<script src="{{ theme ~ "/js/a%20b.js" }}"></script>',
    ],
)
def test_a_template_names_a_file_by_its_path_in_static(template: str) -> None:
    assert rendered(template, PLAIN) == '<script src="/blog/theme/js/a%20b.js"></script>'
    assert rendered(template, RENAMED) == '<script src="/blog/theme/kept/js/a%20b.0123abcd.js"></script>'


def test_a_file_that_is_not_there_is_an_error_by_its_name() -> None:
    for theme in (PLAIN, RENAMED):
        with pytest.raises(UndefinedError, match=r"the theme has no file 'b\.js' in static/"):
            rendered('{{ theme["b.js"] }}', theme)
    with pytest.raises(UndefinedError, match=r"the theme has no file 'b\.js' in static/"):
        rendered('<img src="{{ theme }}/b.js?x#y">', RENAMED)
    assert rendered('{{ "b.js" in theme }} {{ "js/a b.js" in theme }}', PLAIN) == "False True"


def test_the_folder_alone_keeps_its_address() -> None:
    for theme in (PLAIN, RENAMED):
        assert rendered('<a data-base="{{ theme }}" data-folder="{{ theme }}/">', theme) == (
            '<a data-base="/blog/theme" data-folder="/blog/theme/">'
        )
