import pytest

from plugins.plan.minifying import minified_css, minified_js


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a {\n  color : red;\n  --x: 1px;\n}\n\nb {}\n", "a{color :red;--x:1px}b{}"),
        ("@layer blocks {\n  .a :is(h1, h2) > b { top: 0 }\n}", "@layer blocks{.a :is(h1,h2) > b{top:0}}"),
        (".a { & :hover, & + & { top: 0; } .b & { top: 0 } }", ".a{& :hover,& + &{top:0}.b &{top:0}}"),
        ('[lang|="pt"] :lang(es) { top: 0 }', '[lang|="pt"] :lang(es){top:0}'),
        ("a { width: clamp( 1px , 2px + 3vw , calc(100% - 1em) ) }", "a{width:clamp(1px,2px + 3vw,calc(100% - 1em))}"),
        ("@container (min-width: 40rem) and (width < 50rem) {}", "@container (min-width:40rem) and (width < 50rem){}"),
        ("a { content: \"x  ;  {\\\" /* y */\"; background: url('a  b.png') }",
         "a{content:\"x  ;  {\\\" /* y */\";background:url('a  b.png')}"),
        ("a { b: url( data:image/svg+xml;utf8,<svg/> ) }", "a{b:url( data:image/svg+xml;utf8,<svg/> )}"),
        ("/* gone */ a /* gone */ b { /* gone; */ top: 0 }", "a b{top:0}"),
        ("a/* parts */b{}", "a/**/b{}"),
        ("/*! Licence:  kept */\na { }", "/*! Licence:  kept */ a{}"),
        (".a\\ { top: 0 } .\\31 0 { top: 0 }", ".a\\ {top:0}.\\31 0{top:0}"),
        ("@layer a, b;\n@layer c;\n", "@layer a,b;@layer c;"),
        ("a { --empty: ; --map: { b: c } }", "a{--empty:;--map:{b:c}}"),
    ],
)  # fmt: skip
def test_what_says_nothing_in_a_stylesheet_goes_and_what_means_something_stays(css: str, expected: str) -> None:
    assert minified_css(css) == expected
    assert minified_css(expected) == expected


def test_a_script_loses_its_comments_but_for_a_licence() -> None:
    script = '/*! Licence */\n// gone\nimport { a } from "./a.js";\n\nexport const b = `${a}  // kept`;\n'
    assert minified_js(script) == '/*! Licence */import{a}from"./a.js";export const b=`${a}  // kept`;'


@pytest.mark.parametrize(
    "script",
    [
        "const isMark = (text) => /a  'b/.test(text);  // a regular expression that looks like a division\n",
        "const marks = typeof /a  b/;  // likewise\n",
        "const text = `${names.map((name) => { return `a  ${name}`; })}`;  // a template within another\n",
    ],
)
def test_a_script_that_could_be_misread_stays_as_it_is(script: str) -> None:
    assert minified_js(script) == script
