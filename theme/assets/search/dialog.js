/**
 * The search dialog: what opens and closes it, and its keys. The one script of search that every page carries.
 *
 * The others come when it is first opened, as classic scripts, for a page from a folder may not load modules. Each adds
 * its part to `daoyinSearch` and calls the others only when it is called itself. Nothing is sent anywhere.
 */
(function () {
  "use strict";

  const PARTS = ["folding", "hanzi", "index", "question", "slip", "query", "results", "recent"];
  const base = (document.currentScript.dataset.base || ".").replace(/\/$/, "");
  const dialog = document.querySelector("dialog[data-search]");
  if (!dialog || !dialog.showModal) return;
  const input = dialog.querySelector("input[type=search]");
  const part = (name) => dialog.querySelector("[data-search-" + name + "]");
  const search = window.daoyinSearch = { base, dialog, input, part, arrived, added, show };
  const arrivals = new Map();

  /** A promise of all parts. Each is asked for once, and again after a failure. */
  function arrived() {
    return Promise.all(PARTS.map(function (name) {
      if (!arrivals.has(name)) arrivals.set(name, added(name + ".js", () => arrivals.delete(name)));
      return arrivals.get(name);
    }));
  }

  /** Add a script of `assets/search/` to the page: a promise of its having run. */
  function added(address, gone) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = base + "/assets/search/" + address;
      script.onload = resolve;
      script.onerror = function () {
        gone();
        reject(new Error(address));
      };
      document.head.append(script);
    });
  }

  /** Do it once the parts are there, so nothing that is typed before is lost. */
  function ready(act) {
    return arrived().then(act).catch(failed);
  }

  function failed() {
    dialog.querySelector("[role=status]").textContent = "搜索没有打开，请检查网络后再试。";
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    ready(function () {
      search.recall();
      return search.fillPlaces();
    });
  }

  /** A closed box keeps the focus for a moment: a slash that comes at once would be taken for text in it. */
  function close() {
    input.blur();
    dialog.close();
  }

  /** The results of what stands in the box. */
  function show() {
    return ready(() => search.fill());
  }

  input.addEventListener("input", function (event) {
    if (!event.isComposing) show();
  });
  input.addEventListener("compositionend", show);
  part("place").addEventListener("change", show);
  dialog.addEventListener("keydown", function (event) {
    if (event.target !== input || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) ready(() => search.move(step));
    else if (event.key === "Escape") close();
    else if (event.key === "Enter") ready(() => search.go());
    else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", function (event) {
    const gone = event.target.closest("a");
    if (gone) search.remember();
    if (event.target === dialog || gone) close();
  });
  document.addEventListener("keydown", function (event) {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const letter = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !letter) return;
    event.preventDefault();
    open();
  });
  document.querySelectorAll("[data-search-open]").forEach(function (opener) {
    opener.hidden = false;
    opener.addEventListener("click", function (event) {
      event.preventDefault();
      open();
    });
  });
})();
