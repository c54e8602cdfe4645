"""The rules: the name, severity and meaning of everything that `check` can report, in the languages of the guides.

One declaration for the guides' tables, which are made of it, and for the setting RULES, which may name the warnings.
The code that looks stands with what it looks at: rules on what authors write are in `plugins/checks/`, one a file.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from plugins.diagnostics import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and what to do about it, in inline Markdown, by language.

    The severity is the one it has in a published file, where no setting says otherwise.
    """

    name: str
    severity: Severity
    meaning: MappingProxyType[str, str]


def _rule(name: str, severity: Severity, en: str, es: str) -> Rule:
    return Rule(name, severity, MappingProxyType({"en": en, "es": es}))


RULES = (
    _rule(
        "address-twice",
        ERROR,
        "Two pages, or a file and a page, have one address: give the page another `slug`, or the file another name. "
        "An alias may only be where nothing is any more: take it out.",
        "Dos páginas, o un archivo y una página, tienen una misma dirección: dale otro `slug` a la página, "
        "u otro nombre al archivo. Un alias solo puede estar donde ya no hay nada: quítalo.",
    ),
    _rule(
        "attribute-not-allowed",
        WARNING,
        "An attribute in `{…}` is left out: only those of raw HTML may be written.",
        "Un atributo entre `{…}` se quita: solo valen los que se permiten en HTML.",
    ),
    _rule(
        "bad-audio",
        ERROR,
        "A line of the block is not as [the guide says](#blocks); the message quotes it.",
        "Una línea del bloque no es como [dice la guía](#bloques); el aviso la cita.",
    ),
    _rule(
        "bad-cloud",
        ERROR,
        "A line of the block is not as [the guide says](#blocks); the message quotes it.",
        "Una línea del bloque no es como [dice la guía](#bloques); el aviso la cita.",
    ),
    _rule(
        "bad-date",
        ERROR,
        "Write the date as `2013-11-20`.",
        "Escribe la fecha como `2013-11-20`.",
    ),
    _rule(
        "bad-lang",
        WARNING,
        "A `lang` or `hreflang` is no language tag and is left out: write one such as `es` or `pt-BR`.",
        "Un `lang` o `hreflang` no es etiqueta de lengua y se quita: escribe una como `es` o `pt-BR`.",
    ),
    _rule(
        "bad-path",
        ERROR,
        "An alias is a path of this site, for which a file can stand: it starts with `/` and has no `..` and no `?`.",
        "Un alias es un camino de este sitio en cuyo lugar cabe un archivo: empieza con `/` y no lleva `..` ni `?`.",
    ),
    _rule(
        "bad-picture",
        ERROR,
        "The file is no picture, or a broken one: save it again (a drawing as plain SVG).",
        "El archivo no es una imagen, o está dañado: vuelve a guardarlo (un dibujo, como SVG sencillo).",
    ),
    _rule(
        "bad-pin",
        WARNING,
        "`original_digest` was edited by hand, or stands in an original: run `./inv sync`, or remove it.",
        "`original_digest` se cambió a mano, o está en un original: usa `./inv sync`, o quítalo.",
    ),
    _rule(
        "bad-slug",
        ERROR,
        "Only `a-z`, `0-9` and `-`; the help suggests one.",
        "Solo `a-z`, `0-9` y `-`; la ayuda propone uno.",
    ),
    _rule(
        "bad-url",
        ERROR,
        "Write the whole address, with `https://`.",
        "Escribe la dirección entera, con `https://`.",
    ),
    _rule(
        "bad-value",
        ERROR,
        "The value has another shape than the field expects; the message says which.",
        "El valor tiene otra forma que la que espera el campo; el aviso dice cuál.",
    ),
    _rule(
        "bad-video",
        ERROR,
        "A line of the block is not as [the guide says](#blocks); the message quotes it.",
        "Una línea del bloque no es como [dice la guía](#bloques); el aviso la cita.",
    ),
    _rule(
        "bad-yaml",
        ERROR,
        "The front matter or the file is not YAML. Most often a text needs quotation marks.",
        "La cabecera o el archivo no es YAML. Casi siempre faltan unas comillas.",
    ),
    _rule(
        "block-untranslated",
        WARNING,
        "A block stands as in the original, or nothing stands below a comment of `./inv translate`: translate it.",
        "Un bloque está como en el original, o no hay nada debajo de un comentario de `./inv translate`: tradúcelo.",
    ),
    _rule(
        "dead-fragment",
        WARNING,
        "The heading that a link names is not there: correct what stands after `#`.",
        "El título que nombra el enlace no está: corrige lo que sigue a `#`.",
    ),
    _rule(
        "dead-link",
        WARNING,
        "The link leads to nothing; the help names the nearest thing that exists.",
        "El enlace no lleva a nada; la ayuda nombra lo más parecido que existe.",
    ),
    _rule(
        "dead-outside-link",
        WARNING,
        "Told by `./inv links` alone: a page of another site is gone. Correct the link, lead to a copy in an archive, "
        "or take it out.",
        "Solo lo dice `./inv links`: una página de otro sitio ya no está. Corrige el enlace, llévalo a una copia en un "
        "archivo, o quítalo.",
    ),
    _rule(
        "field-twice",
        ERROR,
        "A field, id or language stands twice: keep one.",
        "Un campo, identificador o lengua está dos veces: deja uno.",
    ),
    _rule(
        "file-name",
        ERROR,
        "Name the file `<key>.<lang>.md`.",
        "Nombra el archivo `<clave>.<lengua>.md`.",
    ),
    _rule(
        "filed-elsewhere",
        WARNING,
        "Take `topics`, `level` or `activity` out of the translation.",
        "Quita `topics`, `level` o `activity` de la traducción.",
    ),
    _rule(
        "foreign-passage",
        WARNING,
        "A sentence, or what is emphasised, quoted or linked, reads like another language: emphasise it and "
        "write `{lang=en}` right behind. Only with `--language-rules`.",
        "Una oración, o lo que va en cursiva, entre comillas o en un enlace, parece de otra lengua: ponlo "
        "en cursiva y escribe `{lang=en}` justo detrás. Solo con `--language-rules`.",
    ),
    _rule(
        "heading-not-seen",
        WARNING,
        "A line such as `#Hashtag` is a heading on the site and text on GitHub: write a space after `#`, or `\\#`.",
        "Una línea como `#Hashtag` es título en el sitio y texto en GitHub: pon un espacio tras `#`, o escribe `\\#`.",
    ),
    _rule(
        "heading-skipped",
        WARNING,
        "A heading is more than one level below the one above it: take a `#` off.",
        "Un título está más de un nivel por debajo del anterior: quítale un `#`.",
    ),
    _rule(
        "html-not-allowed",
        WARNING,
        "The element or attribute is taken out: use Markdown, or one that is allowed.",
        "El elemento o atributo se quita: usa Markdown, u otro que esté permitido.",
    ),
    _rule(
        "id-twice",
        ERROR,
        "Two ids differ only in case.",
        "Dos identificadores solo difieren en mayúsculas.",
    ),
    _rule(
        "key-case",
        ERROR,
        "Two files have one key: rename one.",
        "Dos archivos tienen una misma clave: cambia el nombre de uno.",
    ),
    _rule(
        "key-twice",
        ERROR,
        "Two files have one key: rename one.",
        "Dos archivos tienen una misma clave: cambia el nombre de uno.",
    ),
    _rule(
        "large-picture",
        ERROR,
        "The picture has more pixels than `PICTURE_PIXELS` allows: save it smaller.",
        "La imagen tiene más píxeles de los que permite `PICTURE_PIXELS`: guárdala más pequeña.",
    ),
    _rule(
        "link-form",
        ERROR,
        "The link has a form that Plaza does not have (`{tag}`, `{attach}`, bars): write it as "
        "[the guide says](#links).",
        "El enlace tiene una forma que Plaza no tiene (`{tag}`, `{attach}`, barras): escríbelo como "
        "[dice la guía](#enlaces).",
    ),
    _rule(
        "link-other-lang",
        WARNING,
        "The link leads to a page in another language, and there is one in this: write the file's name, as "
        "`/posts/backups`, or say `{hreflang=en}` if you mean it.",
        "El enlace lleva a una página en otra lengua y la hay en esta: escribe el nombre del archivo, como "
        "`/posts/backups`, o di `{hreflang=en}` si es a propósito.",
    ),
    _rule(
        "link-unpublished",
        WARNING,
        "The post that is linked is not published in any language, or is retired.",
        "La nota enlazada no está publicada en ninguna lengua, o se retiró.",
    ),
    _rule(
        "list-not-seen",
        WARNING,
        "Put a blank line before the list, indent what belongs to an item by four spaces, start it at 1; the help "
        "says which.",
        "Pon una línea en blanco antes de la lista, sangra con cuatro espacios lo que es de un elemento, "
        "empieza en 1; la ayuda dice cuál de ellas.",
    ),
    _rule(
        "merge-conflict",
        ERROR,
        "Lines such as `<<<<<<<` are left from git: choose one side and remove them.",
        "Quedaron líneas como `<<<<<<<` de git: elige un lado y quítalas.",
    ),
    _rule(
        "misplaced-field",
        ERROR,
        "The field belongs to posts only, or to pages only.",
        "El campo es solo de notas, o solo de páginas.",
    ),
    _rule(
        "missing-alt",
        WARNING,
        "Write what the picture shows: between the brackets, or in `image_alt`. For one that only "
        "decorates, silence the rule.",
        "Escribe qué muestra la imagen: entre los corchetes, o en `image_alt`. Si solo adorna, calla la regla.",
    ),
    _rule(
        "missing-date",
        ERROR,
        "An original post needs a `date`.",
        "Una nota original necesita `date`.",
    ),
    _rule(
        "missing-file",
        ERROR,
        "The picture or file is not there; the help names the nearest.",
        "La imagen o el archivo no está; la ayuda nombra el más parecido.",
    ),
    _rule(
        "missing-label",
        WARNING,
        "Add a label in the language named (an error where there is none at all).",
        "Agrega el nombre en la lengua indicada (error si no hay ninguno).",
    ),
    _rule(
        "missing-name",
        ERROR,
        "A person in `people.yml` needs a `name`.",
        "Una persona de `people.yml` necesita `name`.",
    ),
    _rule(
        "missing-title",
        ERROR,
        "Write a `title`.",
        "Escribe un `title`.",
    ),
    _rule(
        "name-twice",
        WARNING,
        "Two people, or two spellings, share a name: use ids of `people.yml`.",
        "Dos personas, o dos grafías, comparten nombre: usa identificadores de `people.yml`.",
    ),
    _rule(
        "name-variant",
        WARNING,
        "Two people, or two spellings, share a name: use ids of `people.yml`.",
        "Dos personas, o dos grafías, comparten nombre: usa identificadores de `people.yml`.",
    ),
    _rule(
        "no-captions",
        WARNING,
        "The recording has no captions: write down what is said, or what is to be seen, in a `.vtt` file.",
        "La grabación no tiene `captions`: escribe lo que se dice, o lo que se ve, en un archivo `.vtt`.",
    ),
    _rule(
        "no-front-matter",
        ERROR,
        "The file starts with `---`, and a second `---` ends the front matter.",
        "El archivo empieza con `---`, y un segundo `---` cierra la cabecera.",
    ),
    _rule(
        "no-original",
        ERROR,
        "No file of the post is the original: take `original` out of the one written first.",
        "Ningún archivo de la nota es el original: quita `original` del que se escribió primero.",
    ),
    _rule(
        "no-posts",
        WARNING,
        "There is no post yet.",
        "Todavía no hay notas.",
    ),
    _rule(
        "not-a-picture",
        ERROR,
        "`image` names a file that is no picture.",
        "`image` nombra un archivo que no es imagen.",
    ),
    _rule(
        "not-utf-8",
        ERROR,
        "Save the file as UTF-8.",
        "Guarda el archivo como UTF-8.",
    ),
    _rule(
        "original-circle",
        ERROR,
        "Translations name each other as originals.",
        "Unas traducciones se nombran a otras como original, en círculo.",
    ),
    _rule(
        "outside-media",
        WARNING,
        "Put the picture or recording into `media/`.",
        "Pon la imagen o la grabación en `media/`.",
    ),
    _rule(
        "picture-type",
        ERROR,
        "Browsers do not show pictures of this type: save it as JPEG, PNG or WebP.",
        "Los navegadores no muestran imágenes de este tipo: guárdala como JPEG, PNG o WebP.",
    ),
    _rule(
        "quote-drift",
        WARNING,
        "A part of a quote differs between two versions: make both read the same.",
        "Una parte de la cita difiere entre dos versiones: haz que digan lo mismo.",
    ),
    _rule(
        "quote-empty-part",
        ERROR,
        "Write the text after the marker, or take the marker out.",
        "Escribe el texto tras el marcador, o quita el marcador.",
    ),
    _rule(
        "quote-lang-twice",
        ERROR,
        "A quote has two parts in one language.",
        "Una cita tiene dos partes en una misma lengua.",
    ),
    _rule(
        "quote-marker-in-paragraph",
        ERROR,
        "Put a line with only `>` above the marker.",
        "Pon una línea que solo tenga `>` encima del marcador.",
    ),
    _rule(
        "quote-single-part",
        WARNING,
        "Add the original or a translation, or take the marker out.",
        "Agrega el original o una traducción, o quita el marcador.",
    ),
    _rule(
        "quote-unknown-lang",
        WARNING,
        "The language of the marker is not listed: have it added to `QUOTE_LANGS`, or write `\\[xx]`.",
        "La lengua del marcador no está en la lista: pide que entre en `QUOTE_LANGS`, o escribe `\\[xx]`.",
    ),
    _rule(
        "quote-untranslated",
        ERROR,
        "Add a part in the language of the page.",
        "Agrega una parte en la lengua de la página.",
    ),
    _rule(
        "repeated-id",
        WARNING,
        "Two elements were given one id.",
        "Dos elementos llevan el mismo id.",
    ),
    _rule(
        "slug-reserved",
        ERROR,
        "The slug is a word of the site's own paths.",
        "El slug es una palabra de los caminos del sitio.",
    ),
    _rule(
        "slug-shared",
        WARNING,
        "Two titles give one slug: write a `slug`.",
        "Dos títulos dan un mismo slug: escribe un `slug`.",
    ),
    _rule(
        "slug-twice",
        ERROR,
        "Two texts of a language have one slug.",
        "Dos textos de una lengua tienen un mismo slug.",
    ),
    _rule(
        "summary-picture",
        WARNING,
        "A summary shows no pictures: use `image`.",
        "Un resumen no muestra imágenes: usa `image`.",
    ),
    _rule(
        "text-language",
        WARNING,
        "A text reads like another language than that of its file, or of its part of a quote: it may be in "
        "the wrong place. Only with `--language-rules`.",
        "Un texto parece de otra lengua que la de su archivo, o la de su parte de la cita: quizá está en el "
        "lugar equivocado. Solo con `--language-rules`.",
    ),
    _rule(
        "text-shadowed",
        WARNING,
        "A synonym is also the label or id of another topic, which wins: remove it.",
        "Un sinónimo es también el nombre o identificador de otro tema, que gana: quítalo.",
    ),
    _rule(
        "text-twice",
        ERROR,
        "Two topics, levels or activities have one label or synonym.",
        "Dos temas, niveles o actividades tienen el mismo nombre o sinónimo.",
    ),
    _rule(
        "two-originals",
        ERROR,
        "Two files have no `original`: write it in the translation.",
        "Dos archivos no llevan `original`: escríbelo en la traducción.",
    ),
    _rule(
        "unclosed-comment",
        ERROR,
        "A comment starts with `<!--` and never ends: write `-->`.",
        "Un comentario empieza con `<!--` y nunca termina: escribe `-->`.",
    ),
    _rule(
        "unexpected-file",
        ERROR,
        "The file or folder does not belong there: move it, or start its name with `_`.",
        "El archivo o la carpeta no va ahí: muévelo, o empieza su nombre con `_`.",
    ),
    _rule(
        "unknown-activity",
        ERROR,
        "Add it to its file, or write one that is there.",
        "Agrégalo a su archivo, o escribe uno que esté.",
    ),
    _rule(
        "unknown-field",
        ERROR,
        "The field does not exist; the help names the nearest.",
        "El campo no existe; la ayuda nombra el más parecido.",
    ),
    _rule(
        "unknown-lang",
        ERROR,
        "The file's language is none of the site's (in `people.yml` and the like: a warning).",
        "La lengua del archivo no es del sitio (en `people.yml` y los otros: advertencia).",
    ),
    _rule(
        "unknown-level",
        ERROR,
        "Add it to its file, or write one that is there.",
        "Agrégalo a su archivo, o escribe uno que esté.",
    ),
    _rule(
        "unknown-original",
        ERROR,
        "The language named in `original` has no file of this post.",
        "La lengua que nombra `original` no tiene archivo de esta nota.",
    ),
    _rule(
        "unknown-rule",
        WARNING,
        "A comment silences a rule that does not exist: the help names the nearest.",
        "Un comentario calla una regla que no existe: la ayuda nombra la más parecida.",
    ),
    _rule(
        "unknown-status",
        ERROR,
        "Write `draft`, `review`, `published` or `retired`.",
        "Escribe `draft`, `review`, `published` o `retired`.",
    ),
    _rule(
        "unknown-topic",
        ERROR,
        "Add it to its file, or write one that is there.",
        "Agrégalo a su archivo, o escribe uno que esté.",
    ),
    _rule(
        "unreadable-file",
        ERROR,
        "The file cannot be opened: look at its permissions.",
        "El archivo no se puede abrir: mira sus permisos.",
    ),
    _rule(
        "unsafe-svg",
        ERROR,
        "A drawing holds a script, an event attribute, another document, or asks another file: save it as plain SVG.",
        "Un dibujo trae un script, un atributo de evento u otro documento, o pide otro archivo: guárdalo "
        "como SVG simple.",
    ),
    _rule(
        "vtt-empty",
        WARNING,
        "A cue of captions or subtitles has no words: write them, or take it out.",
        "Un subtítulo no tiene palabras: escríbelas, o quítalo.",
    ),
    _rule(
        "vtt-header",
        ERROR,
        "A .vtt file is UTF-8, and its first line is `WEBVTT`.",
        "Un archivo .vtt está en UTF-8 y su primera línea es `WEBVTT`.",
    ),
    _rule(
        "vtt-order",
        ERROR,
        "Cues stand in the order of their starts.",
        "Los subtítulos van en el orden en que empiezan.",
    ),
    _rule(
        "vtt-overlap",
        WARNING,
        "A cue starts before the one above it ends.",
        "Un subtítulo empieza antes de que termine el de arriba.",
    ),
    _rule(
        "vtt-tag",
        WARNING,
        "A tag within a cue is opened and not closed, or the other way round.",
        "Una marca dentro de un subtítulo se abre y no se cierra, o al revés.",
    ),
    _rule(
        "vtt-time",
        ERROR,
        "Times are written `00:01.000 --> 00:04.500`, with a full stop, and the end is after the start.",
        "Los tiempos se escriben `00:01.000 --> 00:04.500`, con punto, y el final va después del principio.",
    ),
    _rule(
        "vtt-unaligned",
        WARNING,
        "A cue has nothing at its time in the other language: cut both files at the same times.",
        "Una línea no tiene nada a su tiempo en la otra lengua: corta los dos archivos en los mismos tiempos.",
    ),
)
BY_NAME = MappingProxyType({rule.name: rule for rule in RULES})
