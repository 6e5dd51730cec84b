/**
 * Search in the page: the dialog, and the query over the index that `daoyin.search` wrote.
 *
 * Nothing is loaded until the dialog opens; nothing is stored and nothing is sent. The index comes as classic scripts
 * that call `daoyinSearch.put`, because a page opened from a folder may run scripts but not fetch. Folding and ranking
 * do step by step what `generator/daoyin/search/query.py` does; a test holds the two together.
 */
(function () {
  "use strict";

  const base = document.currentScript.dataset.base || ".";
  const SHOWN = 8;

  // ---------------------------------------------------------------- the files of the index

  /** Files by name, as promises: each is loaded once. */
  let files = new Map();
  let waiting = new Map();
  let version = "";
  let renewed = "";

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = base + "/assets/search/" + name + ".js" + (version && "?v=" + version);
        script.onerror = function () {
          files.delete(name);
          reject(new Error(name));
        };
        waiting.set(name, resolve);
        document.head.append(script);
      }));
    }
    return files.get(name);
  }

  /** Called by each file. One of another version means that the site was rebuilt: begin again, once, with its meta. */
  function put(itsVersion, name, value) {
    const resolve = waiting.get(name);
    if (name !== "meta" && itsVersion !== version && itsVersion !== renewed) {
      files = new Map();
      waiting = new Map();
      version = renewed = itsVersion;
      if (dialog) show();
    } else if (resolve) {
      if (name === "meta") version = itsVersion;
      resolve(name === "meta" ? prepared(value) : value);
    }
  }

  /** The meta file with what is reckoned from it once. */
  function prepared(meta) {
    const characters = Array.from(meta.variants);
    meta.simplified = new Map();
    for (let at = 0; at < characters.length; at += 2) meta.simplified.set(characters[at], characters[at + 1]);
    meta.sums = new Float64Array(meta.kinds.length);
    return meta;
  }

  // ---------------------------------------------------------------- folding (folding.py)

  const DIGITS = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
  const TENS = { 十: 10, 百: 100, 千: 1000 };
  const NUMERAL = new RegExp(
    "(第)?([零〇一二两三四五六七八九十百千]+)(?=(个?工作日|个?月|个?小时|日|天|年|条|款|项|个?人|周|次|级|种|类)?)", "g");

  function fold(text, simplified) {
    return Array.from(text.normalize("NFKC").toLowerCase(), (character) => simplified.get(character) || character)
      .join("")
      .replace(NUMERAL, function (all, ordinal, numeral, counted) {
        if (!ordinal && (!counted || numeral === "一")) return all;
        const value = number(numeral);
        return value === null ? all : (ordinal || "") + value;
      })
      .replace(/([0-9]) +(?=[\u3400-\u9fff])|([\u3400-\u9fff]) +(?=[0-9])/g, "$1$2")
      .replace(/([0-9])个(?=工作日|月|小时|人)/g, "$1")
      .replace(/([0-9])天/g, "$1日");
  }

  function number(numeral) {
    const characters = Array.from(numeral);
    if (!characters.some((character) => character in TENS)) {
      if (characters.length > 1 && characters.length !== 4) return null;
      return Number(characters.map((character) => DIGITS[character]).join(""));
    }
    let total = 0;
    let digit = null;
    for (const character of characters) {
      if (character in TENS) {
        total += (digit === null ? 1 : digit) * TENS[character];
        digit = null;
      } else digit = DIGITS[character];
    }
    return total + (digit || 0);
  }

  /** Terms with their places, as [term, place]: pairs of characters; words; numbers with what they count. */
  function terms(folded) {
    const found = [];
    for (const token of folded.matchAll(/[a-z0-9]+|[\u3400-\u9fff]+/g)) {
      const word = token[0];
      if (word >= "\u3400") {
        if (word.length === 1) found.push([word, token.index]);
        for (let at = 0; at + 1 < word.length; at++) found.push([word.slice(at, at + 2), token.index + at]);
        continue;
      }
      found.push([word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word, token.index]);
      const next = folded.charAt(token.index + word.length);
      if (/^[0-9]+$/.test(word) && next >= "\u3400" && next <= "\u9fff") found.push([word + next, token.index]);
    }
    return found;
  }

  // ---------------------------------------------------------------- the query (query.py)

  const heavier = (map, term, weight) => map.set(term, Math.max(map.get(term) || 0, weight));

  /** What is asked: terms with weights, kinds that answer the question word, places that are named. */
  function understand(meta, folded) {
    const weights = new Array(folded.length).fill(1);
    const phrases = [];
    const widened = [];
    let kinds = "";
    for (const [says, means, weight, intent] of meta.synonyms) {
      const said = says.map((text) => match(text, folded, meta.gap)).filter(Boolean);
      if (!said.length) continue;
      kinds += meta.intent[intent] || "";
      if (intent) {
        const least = intent === "filler" ? meta.filler : meta.question;
        for (const text of said) {
          for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + text.length)) {
            for (let i = at; i < at + text.length; i++) weights[i] = Math.min(weights[i], least);
          }
        }
      }
      for (const mean of means) {
        phrases.push(mean);
        for (const [term] of terms(mean)) widened.push([term, weight]);
      }
    }
    const weighed = new Map();
    for (const [term, at] of terms(folded)) heavier(weighed, term, Math.min(...weights.slice(at, at + term.length)));
    const own = terms(folded).map(([term]) => term).filter((term) => weighed.get(term) > meta.question);
    for (const [term, weight] of widened) heavier(weighed, term, weight);
    const places = meta.places.filter(([, names]) => names.some((name) => folded.includes(name))).map(([id]) => id);
    return { terms: weighed, own, phrases, kinds, places };
  }

  const gapped = new Map();

  /** What of the query says the text; its `*` stands for a few characters. */
  function match(text, folded, gap) {
    if (!text.includes("*")) return folded.includes(text) ? text : "";
    if (!gapped.has(text)) gapped.set(text, new RegExp(text.split("*").join(".{0," + gap + "}")));
    const found = gapped.get(text).exec(folded);
    return found ? found[0] : "";
  }

  const bytes = new TextEncoder();

  /** CRC-32, which says in which shard a term lies. */
  function shard(term, shards) {
    let sum = -1;
    for (const byte of bytes.encode(term)) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (~sum >>> 0) % shards;
  }

  async function postings(meta, wanted) {
    const found = new Map();
    await Promise.all(wanted.map(async function (term) {
      const lists = await load("t/" + shard(term, meta.shards));
      if (Object.hasOwn(lists, term)) found.set(term, lists[term]);
    }));
    return found;
  }

  /** Where the reader's own words are unknown, try what sounds like them. */
  async function corrected(meta, question, lists) {
    const known = (term) => lists.has(term) && lists.get(term).some((posting, at) => at > 0 && (posting & 15) > meta.weak);
    const unknown = question.own.filter((term) => !known(term));
    if (!question.own.length || unknown.length < meta.unknown * question.own.length) return [];
    const lexicon = sounds(await load("sound"));
    const heard = unknown.flatMap((term) => lexicon.sounding(term));
    const letters = unknown.filter((term) => /^[a-z]+$/.test(term)).join("");
    if (letters.length > 1) {
      for (const word of lexicon.typed(letters)) for (const [term] of terms(word)) heard.push(term);
    }
    return heard;
  }

  function rank(meta, question, lists) {
    const sums = meta.sums.fill(0);
    for (const [term, weight] of question.terms) {
      const list = lists.get(term);
      if (!list) continue;
      const rarity = weight * Math.log(1 + Math.max(0, meta.size - list[0] + 0.5) / (list[0] + 0.5));
      let entry = 0;
      for (let at = 1; at < list.length; at++) {
        entry += list[at] >> 4;
        sums[entry] += rarity * (list[at] & 15);
      }
    }
    const results = [];
    let start = 0;
    meta.sizes.forEach(function (length, group) {
      const sections = [];
      let head = 0;
      for (let entry = start; entry < start + length; entry++) {
        if (!sums[entry]) continue;
        const kind = meta.kinds[entry];
        const score = sums[entry] * (meta.prior[kind] * (question.kinds.includes(kind) ? meta.asked : 1));
        if (entry === start) head = score;
        else sections.push([score, entry]);
      }
      if (head || sections.length) results.push(result(meta, question, group, start, head, sections));
      start += length;
    });
    results.sort((a, b) => b.rounded - a.rounded || a.group - b.group);
    return results.filter((found) => found.rounded >= meta.tail * results[0].rounded);
  }

  function result(meta, question, group, start, head, sections) {
    sections.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    const top = sections.length ? sections[0][0] : 0;
    let score = Math.max(head, top) + meta.section * Math.min(head, top);
    const here = meta.placeOf[group] < 0 ? "" : meta.places[meta.placeOf[group]][0];
    if (question.places.length) {
      const inside = here && question.places.some((place) => (here + "/").startsWith(place + "/"));
      score *= inside ? meta.named : here ? meta.elsewhere : meta.around;
    } else if (here) score *= meta.elsewhere;
    const asked = sections.find(([worth, entry]) =>
      question.kinds.includes(meta.kinds[entry]) && worth > meta.landing * head);
    const landing = asked ? asked[1] : top > head ? sections[0][1] : start;
    const more = sections.filter(([worth, entry]) => worth >= meta.more * top && entry !== landing);
    return { group, landing, rounded: Math.round(score * 1e6), more: more.slice(0, 2).map(([, entry]) => entry) };
  }

  /** An entry as it is shown. Entries lie in blocks, whole groups together. */
  async function entry(meta, number) {
    let block = meta.blocks.length - 1;
    while (meta.blocks[block] > number) block--;
    const [first, entries] = await load("b/" + block);
    const [name, address, answer] = entries[number - first];
    return { kind: meta.labels[meta.kinds[number]], name, href: base + "/" + address, answer };
  }

  /** The best results of a query, with how many groups fit in all and what is to be highlighted. */
  async function ask(query) {
    const meta = await load("meta");
    const question = understand(meta, fold(query, meta.simplified));
    let lists = await postings(meta, Array.from(question.terms.keys()));
    const heard = await corrected(meta, question, lists);
    for (const term of heard) heavier(question.terms, term, meta.corrected);
    if (heard.length) lists = await postings(meta, Array.from(question.terms.keys()));
    const ranked = rank(meta, question, lists);
    const results = [];
    const seen = new Set();
    for (const found of ranked.slice(0, 3 * SHOWN)) {
      if (results.length === SHOWN) break;
      const shown = await entry(meta, found.landing);
      if (shown.answer && seen.has(shown.answer)) continue;
      seen.add(shown.answer);
      shown.more = await Promise.all(found.more.map((number) => entry(meta, number)));
      results.push(shown);
    }
    return { results, total: ranked.length, marks: { terms: new Set(question.own.concat(heard)), phrases: question.phrases } };
  }

  // ---------------------------------------------------------------- sounds (sound.py)

  let lexicon = null;

  function sounds(data) {
    if (lexicon) return lexicon;
    const readings = new Map();
    for (const line of data.readings.split(" ")) {
      const [syllable, characters] = line.split(":");
      for (const character of characters) readings.set(character, (readings.get(character) || []).concat(syllable));
    }
    const words = data.words.split(" ");
    const spelled = (word) => Array.from(word).reduce((ways, character) => ways
      .flatMap((way) => (readings.get(character) || [""]).map((syllable) => way.concat(syllable))).slice(0, 8), [[]]);
    const blur = (syllable) => syllable.replace(/^(z|c|s)h/, "$1").replace(/^l/, "n").replace(/ng$/, "n");
    const keys = (pair) => spelled(pair).filter((way) => way.every(Boolean)).map((way) => way.map(blur).join(" "));
    const alike = new Map();
    for (const word of words) {
      for (let at = 0; at + 1 < word.length; at++) {
        const pair = word.slice(at, at + 2);
        for (const key of keys(pair)) alike.set(key, (alike.get(key) || new Set()).add(pair));
      }
    }
    const spellings = words.map((word) => [word, spelled(word).map((way) =>
      [way.join(""), way.map((syllable) => syllable.charAt(0)).join("")])]);
    const fitting = (fits) => spellings.filter(([, ways]) => ways.some(fits)).map(([word]) => word);
    lexicon = {
      sounding: (pair) => Array.from(new Set(keys(pair).flatMap((key) => Array.from(alike.get(key) || []))))
        .filter((other) => other !== pair),
      typed: function (letters) {
        const exact = fitting((way) => way.includes(letters));
        return exact.length || letters.length < 3 ? exact : fitting(([whole]) => whole.startsWith(letters));
      },
    };
    return lexicon;
  }

  // ---------------------------------------------------------------- the dialog

  const dialog = document.querySelector("dialog[data-search]");
  window.daoyinSearch = { put, ask, fold: async (text) => fold(text, (await load("meta")).simplified), terms };
  if (!dialog || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");
  const none = dialog.querySelector("[data-search-none]");
  let turn = 0;
  let active = -1;

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    load("meta").catch(failed);
  }

  function failed() {
    status.textContent = "搜索没有打开，请检查网络后再试。";
  }

  /** Show the results of what stands in the box. An answer that comes late, after another question, is dropped. */
  async function show() {
    const query = input.value.trim();
    const mine = ++turn;
    if (!query) {
      list.replaceChildren();
      none.hidden = true;
      status.textContent = "";
      return choose(-1);
    }
    try {
      const found = await ask(query);
      if (mine !== turn) return;
      const options = [];
      found.results.forEach(function (result) {
        options.push(option(result, found.marks, false));
        result.more.forEach((section) => options.push(option(section, found.marks, true)));
      });
      list.replaceChildren(...options);
      none.hidden = options.length > 0;
      if (!options.length) await nearest(query);
      status.textContent = options.length ? "找到 " + found.total + " 处" +
        (found.total > found.results.length ? "，先看最相近的 " + found.results.length + " 处。" : "。") : "没有找到“" + query + "”。下面是相近的名词和可以看的地方。";
      choose(options.length ? 0 : -1);
    } catch (error) {
      if (mine === turn) failed();
    }
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
    link.append(part("small", result.kind), marked("b", name, marks), marked("span", result.answer, marks));
    return link;
  }

  function part(tag, text) {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  }

  /** The text with the reader's words marked, and whole the phrases that they stand for in law. */
  function marked(tag, text, marks) {
    const element = document.createElement(tag);
    const hits = new Array(text.length).fill(false);
    for (const [term, at] of terms(text.toLowerCase())) if (marks.terms.has(term)) hits.fill(true, at, at + term.length);
    for (const phrase of marks.phrases) {
      for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) hits.fill(true, at, at + phrase.length);
    }
    for (let at = 0, end; at < text.length; at = end) {
      for (end = at + 1; end < text.length && hits[end] === hits[at]; ) end++;
      element.append(hits[at] ? part("mark", text.slice(at, end)) : text.slice(at, end));
    }
    return element;
  }

  /** Never a dead end: the terms that share most characters with the query. */
  async function nearest(query) {
    const meta = await load("meta");
    const near = meta.terms
      .map(([name, id]) => [Array.from(name).filter((character) => query.includes(character)).length / name.length, name, id])
      .filter(([share]) => share > 0)
      .sort((a, b) => b[0] - a[0])
      .slice(0, 5);
    none.querySelector("[data-search-near]").replaceChildren(...near.map(function ([, name, id]) {
      const link = part("a", name);
      link.href = base + "/glossary.html#" + id;
      return link;
    }));
  }

  function choose(index) {
    const options = list.children;
    active = options.length ? (index + options.length) % options.length : -1;
    Array.from(options).forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
    input.setAttribute("aria-expanded", String(options.length > 0));
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  }

  input.addEventListener("input", function (event) {
    if (!event.isComposing) show();
  });
  input.addEventListener("compositionend", show);
  dialog.addEventListener("keydown", function (event) {
    if (event.target !== input || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(active + step);
    else if (event.key === "Escape") dialog.close();
    else if (event.key === "Enter") {
      if (active >= 0) list.children[active].click();
    } else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", function (event) {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
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
