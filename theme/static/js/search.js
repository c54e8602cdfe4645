// Answers the search of its page, from the index of the page's language. The address holds what was asked, so that
// a search can be shared, and the way back leads to it.
const form = document.querySelector(".search-form");
const section = document.querySelector(".search-results");
const status = section.querySelector("[role=status]");
const list = section.querySelector("ol");
const more = section.querySelector(".search-results__more");
const template = section.querySelector("template");
const words = form.elements.q;
const narrowings = [...form.querySelectorAll("select")];
const { index, base, found, none, failed } = form.dataset;

const AT_ONCE = 10;
const PAUSE = 250; // milliseconds without a key before a search starts

let engine; // the promise of Pagefind, once it is needed
let filed; // the promise of which results are filed where
let asked = 0; // the number of the last search: an earlier one that ends later is dropped
let waiting; // results that are not shown yet
let timer;

const load = () =>
  (engine ??= import(new URL(`${index}pagefind.js`, location.href)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: base, bundlePath: index, excerptLength: 30 });
    await pagefind.init();
    return pagefind;
  }));

const choices = () =>
  Object.fromEntries(narrowings.filter((select) => select.value).map((select) => [select.name, select.value]));

const loadFiled = () => (filed ??= fetch(`${index}narrowings.json`).then((answer) => answer.json()));

const narrowed = async (results, chosen) => {
  if (Object.keys(chosen).length === 0) return results;
  const all = await loadFiled();
  const sets = Object.entries(chosen).map(([name, id]) => new Set(all[name]?.[id]));
  return results.filter((result) => sets.every((ids) => ids.has(result.id)));
};

// Of an excerpt's HTML only its marks are kept; the document that parses it runs nothing and loads nothing.
const excerpt = (html) =>
  [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });

const NOT_SHOWN = "\u2027"; // stands between the words of topics, which a result has in every language

const item = ({ url, meta, excerpt: html }) => {
  const row = template.content.cloneNode(true);
  const link = row.querySelector("a");
  const lang = row.querySelector(".search-result__lang");
  link.href = url;
  link.textContent = meta.title;
  const text = row.querySelector(".search-result__excerpt");
  text.append(...(html.includes(NOT_SHOWN) ? [meta.summary ?? ""] : excerpt(html)));
  row.querySelector(".search-result__date").textContent = meta.date ?? "";
  if (meta.lang) {
    link.lang = link.hreflang = text.lang = meta.lang;
    if (meta.dir) link.dir = text.dir = meta.dir;
    lang.textContent = lang.textContent.replace("{language}", meta.language);
  } else {
    lang.remove();
  }
  return row;
};

const showMore = async (number) => {
  const results = await Promise.all(waiting.slice(0, AT_ONCE).map((result) => result.data()));
  if (number !== asked) return null;
  waiting = waiting.slice(AT_ONCE);
  more.hidden = waiting.length === 0;
  const rows = results.map(item);
  const first = rows[0]?.querySelector("a");
  list.append(...rows);
  return first;
};

const search = async () => {
  const number = ++asked;
  const query = words.value.trim();
  const chosen = choices();
  const isAsked = query !== "" || Object.keys(chosen).length > 0;
  const address = new URL(location.href);
  address.search = new URLSearchParams(isAsked ? { ...(query && { q: query }), ...chosen } : {});
  history.replaceState(null, "", address);
  if (!isAsked) {
    section.hidden = true;
    return;
  }
  try {
    const pagefind = await load();
    const answer = await pagefind.search(query || null);
    const results = await narrowed(answer.results, chosen);
    if (number !== asked) return;
    waiting = results;
    list.replaceChildren();
    section.hidden = false;
    await showMore(number);
    if (number === asked) status.textContent = results.length ? found.replace("{number}", results.length) : none;
  } catch {
    section.hidden = false;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = failed;
    engine = filed = undefined; // the next search tries again
  }
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
words.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(search, PAUSE);
});
narrowings.forEach((select) => select.addEventListener("change", search));
more.addEventListener("click", async () => (await showMore(asked))?.focus());
words.addEventListener("focus", () => load().catch(() => (engine = undefined)), { once: true });

const given = new URLSearchParams(location.search);
words.value = given.get("q") ?? "";
narrowings.forEach((select) => {
  if ([...select.options].some((option) => option.value === given.get(select.name))) select.value = given.get(select.name);
});
form.hidden = false;
search();
