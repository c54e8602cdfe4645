// Remembers how a reader wants parallel quotes, and copies one with its attribution. Pages are whole without it.
(() => {
  const words = document.currentScript.dataset;
  const KEY = "reading-mode";
  const modes = [...document.querySelectorAll(".reading-modes input")];

  // Storage may be forbidden or full: then each page starts with the site's own mode.
  const recall = () => {
    try {
      const chosen = modes.find((mode) => mode.value === localStorage.getItem(KEY));
      if (chosen) chosen.checked = true;
    } catch {}
  };
  const remember = ({ target }) => {
    try {
      localStorage.setItem(KEY, target.value);
    } catch {}
  };
  modes.forEach((mode) => mode.addEventListener("change", remember));
  addEventListener("pageshow", recall);
  recall();

  if (!navigator.clipboard) return;
  const isShown = (element) => element.getClientRects().length > 0;
  const textOf = (figure, url) =>
    [...figure.querySelectorAll("blockquote, figcaption")]
      .filter(isShown)
      .map((part) => part.innerText.trim())
      .concat(url)
      .join("\n\n");

  document.querySelectorAll(".parallel-quote__link").forEach((line) => {
    const button = document.createElement("button");
    const status = document.createElement("span");
    button.type = "button";
    button.textContent = words.copy;
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const url = line.querySelector("a").href;
      await navigator.clipboard.writeText(textOf(line.closest("figure"), url));
      status.textContent = words.copied;
    });
    line.append(" ", button, " ", status);
  });
})();
