// What `./inv serve` adds to a page: it is loaded again after each good build, and a bar tells its author how the post
// stands and what is wrong. Texts come as data and are set as text, so nothing in them is read as markup.
const host = document.createElement("div");
host.id = "plaza-preview";
const root = host.attachShadow({ mode: "open" });

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function problem(found) {
  const item = element("li", { className: found.severity });
  item.append(
    element("p", {}, element("b", { textContent: found.severity }), " ", element("code", { textContent: `${found.path}:${found.line}` })),
    element("p", { textContent: `${found.message} [${found.rule}]` }),
  );
  if (found.help) item.append(element("p", { className: "help", textContent: found.help }));
  return item;
}

function standing(language) {
  const blocks = language.blocks ? ` (${language.blocks} ${language.blocks === 1 ? "block" : "blocks"})` : "";
  const words = `${language.name}: ${language.is_original ? "original, " : ""}${language.state}${blocks}`;
  const item = element("li", {}, words);
  if (language.next) item.append(" ", element("code", { textContent: language.next }));
  return item;
}

function post(about) {
  const facts = element("ul");
  const source = element("code", { textContent: about.path });
  const edit = about.edit ? element("a", { href: about.edit }, source) : source;
  facts.append(element("li", {}, edit));
  if (about.status !== "published") facts.append(element("li", {}, element("b", { textContent: about.status })));
  if (about.level) facts.append(element("li", { textContent: `Level: ${about.level}` }));
  facts.append(...about.languages.map(standing));
  return facts;
}

function summary(state) {
  const count = (severity) => state.diagnostics.filter((found) => found.severity === severity).length;
  const words = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  if (state.fault) return "Not built";
  return [words(count("error"), "error"), words(count("warning"), "warning")].join(", ");
}

let isOpen = false;

function show(state) {
  const list = element("section", { className: "problems", id: "problems", hidden: !isOpen });
  list.setAttribute("aria-label", "Problems of the content");
  list.tabIndex = 0;
  if (state.is_behind) list.append(element("p", { textContent: "This page is the last good one: what was saved since cannot be built." }));
  if (state.fault) list.append(element("p", { textContent: state.fault }));
  list.append(element("ol", {}, ...state.diagnostics.map(problem)));
  const bar = element("div", { className: "bar" });
  if (state.diagnostics.length || state.fault) {
    const button = element("button", { type: "button", textContent: summary(state) });
    const toggle = (open) => {
      isOpen = open;
      list.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    };
    button.setAttribute("aria-controls", "problems");
    button.addEventListener("click", () => toggle(list.hidden));
    toggle(isOpen || state.is_behind);
    bar.append(button);
  } else {
    bar.append(element("span", { textContent: "No problems" }));
  }
  if (state.post) bar.append(post(state.post));
  const style = element("link", { rel: "stylesheet", href: "/.plaza/preview.css" });
  const live = element("div", { className: state.is_behind ? "plaza is-behind" : "plaza" }, list, bar);
  live.addEventListener("keydown", (event) => {
    const button = bar.querySelector("button[aria-expanded='true']");
    if (event.key !== "Escape" || !button) return;
    button.click();
    button.focus();
  });
  live.setAttribute("role", "region");
  live.setAttribute("aria-label", "Preview");
  root.replaceChildren(style, live);
  document.documentElement.style.scrollPaddingBlockEnd = "4rem";
  document.body.style.paddingBlockEnd = "4rem";
}

async function look() {
  const answer = await fetch(`/.plaza/state?path=${encodeURIComponent(location.pathname)}`);
  show(await answer.json());
}

document.body.append(host);
look();
const events = new EventSource("/.plaza/events");
events.addEventListener("built", () => location.reload());
events.addEventListener("told", look);
