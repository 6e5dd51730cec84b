/**
 * What the dialog shows: the list of results with the reader's words marked, and which of them is chosen.
 */
(function (search) {
  "use strict";

  const FIRST = 3;
  const { input, part } = search;
  const list = search.dialog.querySelector("[role=listbox]");
  const status = search.dialog.querySelector("[role=status]");
  const place = part("place");
  const none = part("none");
  let turn = 0;
  let active = -1;

  /** The places that have pages of their own, to choose one. */
  async function fillPlaces() {
    const meta = await search.load("meta");
    if (place.options.length > 1) return;
    for (const [id, names] of meta.places) place.append(new Option(names[names.length - 1], id));
    place.closest("label").hidden = !meta.places.length;
  }

  /** The results of what stands in the box. An answer that comes late, after another question, is dropped. */
  async function fill() {
    const query = input.value.trim();
    const mine = ++turn;
    search.recall();
    part("else").hidden = true;
    if (!query) {
      list.replaceChildren();
      none.hidden = true;
      status.textContent = "";
      return choose(-1);
    }
    try {
      const found = await search.ask(query, place.value);
      if (mine !== turn) return;
      list.replaceChildren(...grouped(found));
      const empty = !found.results.length;
      none.hidden = !empty;
      part("else").hidden = empty;
      if (empty) await nearest(query, found.places);
      status.textContent = empty ? "没有找到“" + query + "”。下面是相近的名词和可以看的地方。"
        : "找到 " + found.total + " 处" + (found.total > found.results.length ? "，先看最相近的 " + found.results.length + " 处。" : "。");
      choose(empty ? -1 : 0);
    } catch (error) {
      if (mine === turn) throw error;
    }
  }

  /** The most likely results as they are ranked, the rest by what they are. */
  function grouped(found) {
    const groups = new Map();
    found.results.forEach(function (result, at) {
      const label = at < FIRST ? "" : result.kind;
      if (!groups.has(label)) groups.set(label, []);
      groups.get(label).push(option(result, found.marks, false), ...result.more.map((more) => option(more, found.marks, true)));
    });
    return Array.from(groups, function ([label, options]) {
      const group = document.createElement("div");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", label || "最相近的");
      if (label) {
        const heading = element("p", label);
        heading.className = "dy-search__kind";
        heading.setAttribute("aria-hidden", "true");
        group.append(heading);
      }
      group.append(...options);
      return group;
    });
  }

  let serial = 0;

  function option(result, marks, inner) {
    const link = document.createElement("a");
    link.setAttribute("role", "option");
    link.id = "search-option-" + ++serial;
    link.className = inner ? "dy-search__section" : "dy-search__result";
    link.href = result.href;
    link.tabIndex = -1;
    const name = inner ? result.name.slice(result.name.indexOf("：") + 1) : result.name;
    link.append(element("small", result.kind), marked("b", name, marks), marked("span", result.answer, marks));
    return link;
  }

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  /** The text with the reader's words marked, and whole the phrases that they stand for in law. */
  function marked(tag, text, marks) {
    const whole = document.createElement(tag);
    const hits = new Array(text.length).fill(false);
    for (const [term, at] of search.terms(text.toLowerCase())) if (marks.terms.has(term)) hits.fill(true, at, at + term.length);
    for (const phrase of marks.phrases) {
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) hits.fill(true, at, at + phrase.length);
    }
    for (let at = 0, end; at < text.length; at = end) {
      for (end = at + 1; end < text.length && hits[end] === hits[at]; ) end++;
      whole.append(hits[at] ? element("mark", text.slice(at, end)) : text.slice(at, end));
    }
    return whole;
  }

  function link(name, href) {
    const made = element("a", name);
    made.href = search.base + "/" + href;
    return made;
  }

  /** Never a dead end: the terms that share most characters with the query, and what the place makes public. */
  async function nearest(query, places) {
    const meta = await search.load("meta");
    const near = (await search.load("terms"))
      .map(([name, id]) => [Array.from(name).filter((character) => query.includes(character)).length / name.length, name, id])
      .filter(([share]) => share > 0)
      .sort((a, b) => b[0] - a[0])
      .slice(0, 5);
    const there = meta.places.filter(([id]) => places.includes(id));
    part("near").replaceChildren(
      ...there.map(([id, names]) => link(names[names.length - 1] + "的信访渠道", id + "/index.html")),
      ...near.map(([, name, id]) => link(name, "glossary.html#" + id)));
  }

  const options = () => list.querySelectorAll("[role=option]");

  function choose(index) {
    const all = options();
    active = all.length ? (index + all.length) % all.length : -1;
    all.forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-expanded", String(all.length > 0));
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", all[active].id);
    all[active].scrollIntoView({ block: "nearest" });
  }

  const move = (step) => choose(active + step);

  function go() {
    if (active >= 0) options()[active].click();
  }

  Object.assign(search, { fill, fillPlaces, move, go });
})(daoyinSearch);
