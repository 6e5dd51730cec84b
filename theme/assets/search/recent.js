/**
 * What was asked before, kept on this device if the reader wants it, and only then.
 */
(function (search) {
  "use strict";

  const KEPT = "daoyin-searches";
  const MOST = 8;
  const { input, part } = search;
  const keep = part("keep");

  /** The searches that are kept on this device, the last first; null as long as the reader has not asked for it. */
  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT));
    } catch (error) {
      return null;
    }
  }

  function store(searches) {
    try {
      if (searches) localStorage.setItem(KEPT, JSON.stringify(searches));
      else localStorage.removeItem(KEPT);
    } catch (error) {
      keep.checked = false;  // this browser keeps nothing here
    }
  }

  /** Show the kept searches as long as the box is empty. */
  function recall() {
    const searches = kept();
    keep.checked = searches !== null;
    part("before").hidden = Boolean(input.value.trim());
    part("erase").hidden = !searches || !searches.length;
    part("recent").replaceChildren(...(searches || []).map(function (query) {
      const again = document.createElement("button");
      again.type = "button";
      again.textContent = query;
      again.addEventListener("click", function () {
        input.value = query;
        input.focus();
        search.show();
      });
      return again;
    }));
  }

  function remember() {
    const query = input.value.trim();
    const searches = kept();
    if (query && searches) store([query].concat(searches.filter((before) => before !== query)).slice(0, MOST));
  }

  keep.addEventListener("change", function () {
    store(keep.checked ? [] : null);
    recall();
  });
  part("erase").addEventListener("click", function () {
    store([]);
    recall();
    input.focus();
  });

  Object.assign(search, { recall, remember });
})(daoyinSearch);
