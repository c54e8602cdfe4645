"""A site as it is published, with everything on: it looks and works as it does while it is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from plugins.plan.minifying import minified_css
from tests.browser.conftest import OpenPage
from tests.support.building import ROOT, Built, build
from tests.support.serving import served

pytestmark = pytest.mark.browser

# What stylesheets of sites may hold beside what the theme's do, where white space decides what a browser reads
HARD_STYLES = """
@layer a, b; @layer b { .a :is(h1, h2) > b , .a :not(.b):hover { color : red ; } p :hover { --x: ; } }
.c { color: red; & :is(d) { top: 0 } & + & , .e & { top: 0 } > p { top: 0 } :where(q) { top: 0 } @media all { top: 0 } }
[lang|="pt"] :lang(es), :root :lang(ar) { width: clamp( 1px , 2px + 3vw , calc(100% - (2px + 1em)) ) }
@container side (min-width: 40rem) and (width < 50rem) { .f :first-child + g { inset: auto 0 auto -1px } }
@supports (display: grid) and (not (display: inline-grid)) { .g :has(> a) { --map: { a: b  c } } }
@media (400px <= width <= 700px) , print { .h { content: "a  ;  { \\" /* b */ }"; background: url( 'a  b.png' ) } }
@property --y { syntax: '<length>'; inherits: false; initial-value: 1px } .i\\ { top: 0 } .\\31 0 , .k\\:l { top: 0 }
a/**/.b { margin: -1px - 1px; grid-template-areas: "a  b" "c d" !important } .m { transition: color .2s , top 1s }
@font-face { font-family: "A"; src: url(a.woff2) format( "woff2" ) , local( 'B' ); unicode-range: U+0-7F , U+A0 }
@keyframes k { from { top: 0 } 50.5% { top: calc( 1px * -2 ) } to { top: 1px } } @page :first { margin: 1cm }
"""
# Rules as the browser has read them; what it only repeats, as the values of custom properties, without white space.
AS_READ = """(styles) => {
  const plain = (text) =>
    text?.replace(/\\s+/g, " ").replace(/ ?([,{};]) ?/g, "$1").replace(/([(:]) | (?=[)])/g, "$1");
  const read = (rule) => ({
    kind: rule.constructor.name,
    selector: rule.selectorText,
    head: plain(rule.name ?? rule.conditionText ?? rule.keyText),
    style: plain(rule.style?.cssText),
    rules: rule.cssRules ? [...rule.cssRules].map(read) : rule.style ? [] : plain(rule.cssText),
  });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  return [...sheet.cssRules].map(read);
}"""
LOOKS = """() => [...document.querySelectorAll("body, body *")].map((element) => {
  const style = getComputedStyle(element);
  const names = [...style].filter((name) => !name.startsWith("--"));
  return element.localName + names.map((name) => name + ":" + style.getPropertyValue(name)).join(";");
})"""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Built:
    output = tmp_path_factory.mktemp("published") / "output"
    return build(None, output, settings=ROOT / "publishconf.py", search=True)


@pytest.fixture(scope="module")
def address(published: Built) -> Iterator[str]:
    with served(published.output) as address:
        yield address


def test_a_browser_reads_the_same_rules_out_of_a_smaller_stylesheet(built_sample: Built, open_page: OpenPage) -> None:
    page = open_page(1280)
    for styles in (built_sample.read("theme/plaza.css"), HARD_STYLES):
        rules = page.evaluate(AS_READ, styles)
        assert len(rules) > 10
        assert page.evaluate(AS_READ, minified_css(styles)) == rules


def test_a_post_looks_as_it_does_while_it_is_written(sample_address: str, address: str, open_page: OpenPage) -> None:
    looks = []
    for host in (sample_address, address):
        page = open_page(1280)
        page.goto(f"{host}/notas/un-mapa-se-hace-caminando/")
        looks.append(page.evaluate(LOOKS))
    assert len(looks[0]) > 100
    assert looks[0] == looks[1]


def test_search_and_reading_modes_work_and_nothing_is_missing(
    published: Built, address: str, open_page: OpenPage
) -> None:
    page, wrong = open_page(1280), []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    page.on("response", lambda answer: answer.status in (200, 304) or wrong.append(f"{answer.status} {answer.url}"))
    page.goto(f"{address}/en/search/?q=%22made+by+walking%22")
    expect(page.locator(".search-result h3 a")).to_have_attribute("href", "/en/posts/a-map-is-made-by-walking/")
    page.goto(f"{address}/en/posts/a-map-is-made-by-walking/")
    originals = page.locator(".parallel-quote__original:visible")
    assert originals.count() > 0
    page.locator(".reading-modes [value=mine]").check()
    page.reload()
    expect(page.locator(".reading-modes [value=mine]")).to_be_checked()
    assert wrong == []
