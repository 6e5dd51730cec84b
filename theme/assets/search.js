/**
 * Search in the page: the dialog, and the query over the index that `daoyin.search` wrote.
 *
 * Nothing is loaded until the dialog opens; nothing is sent, and nothing is stored unless the reader asks. The index
 * comes as classic scripts that call `daoyinSearch.put`, because a page opened from a folder may run scripts but not
 * fetch. Folding and ranking do step by step what `generator/daoyin/search/query.py` does; a test holds the two together.
 */
(function () {
  "use strict";

  const base = document.currentScript.dataset.base || ".";
  const SHOWN = 8;
  /** What the rest counts when the reader has chosen a place: it is shown where that place has nothing to say. */
  const OUTSIDE = 0.1;

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
      found.push([stem(word), token.index]);
      const next = folded.charAt(token.index + word.length);
      if (/^[0-9]+$/.test(word) && next >= "\u3400" && next <= "\u9fff") found.push([word + next, token.index]);
    }
    return found;
  }

  /** Ending of an English word, least length of the word, what stands in its place; the first that fits. */
  const ENDINGS = [
    ["ies", 5, "y"], ["sses", 6, "ss"], ["ss", 2, "ss"], ["us", 2, "us"], ["is", 2, "is"], ["s", 4, ""],
    ["ied", 5, "y"], ["eed", 4, "eed"], ["ed", 5, ""], ["thing", 5, "thing"], ["ing", 6, ""],
  ];

  function stem(word) {
    const fits = ENDINGS.find(([ending, least]) => word.endsWith(ending) && word.length >= least);
    if (fits) word = word.slice(0, -fits[0].length) + fits[2];
    const last = word.charAt(word.length - 1);
    const doubled = word.length > 3 && last === word.charAt(word.length - 2) && "bdgmnprt".includes(last);
    return doubled || (word.length > 4 && last === "e") ? word.slice(0, -1) : word;
  }

  // ---------------------------------------------------------------- phrases (phrase.py)

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const ascii = (text) => /^[\x00-\x7f]*$/.test(text);
  const patterns = new Map();

  function pattern(phrase, gap) {
    if (!patterns.has(phrase)) {
      const words = () => phrase.split(" ").map(stem).map((word) => escaped(word) + (word.length > 2 ? "[a-z]{0,3}" : ""));
      patterns.set(phrase, new RegExp(ascii(phrase) ? "\\b" + words().join(" ") + "\\b"
        : phrase.split("*").map(escaped).join(".{0," + gap + "}")));
    }
    return patterns.get(phrase);
  }

  /** Where a text says the phrase first, as [start, end]. */
  function said(phrase, text, gap) {
    if (!phrase.includes("*") && !ascii(phrase)) {
      const at = text.indexOf(phrase);
      return at < 0 ? null : [at, at + phrase.length];
    }
    const found = pattern(phrase, gap).exec(text);
    return found && [found.index, found.index + found[0].length];
  }

  const inside = (span, other) => other[0] <= span[0] && span[1] <= other[1] && other[1] - other[0] > span[1] - span[0];
  const says = (phrase) => ascii(phrase) ? 2 * phrase.split(" ").length : phrase.replace(/\*/g, "").length;

  /** Phrases and the number of their synonym in turn, as pairs. */
  function phrases(flat) {
    const found = [];
    let waiting = [];
    for (const one of flat) {
      if (typeof one === "string") waiting.push(one);
      else {
        for (const phrase of waiting) found.push([phrase, one]);
        waiting = [];
      }
    }
    return found;
  }

  // ---------------------------------------------------------------- the question (question.py)

  const heavier = (map, term, weight) => map.set(term, Math.max(map.get(term) || 0, weight));

  /** Every synonym that is said, in their order: its number, and its phrases with where they stand. */
  function heard(meta, shards, text) {
    const found = new Map();
    const look = function (flat) {
      for (const [phrase, synonym] of phrases(flat)) {
        const span = said(phrase, text, meta.gap);
        if (!span) continue;
        if (!found.has(synonym)) found.set(synonym, new Map());
        found.get(synonym).set(phrase, span);
      }
    };
    look(meta.phrases);
    for (const [term] of terms(text)) {
      const shard = shards.get(term);
      if (shard && Object.hasOwn(shard, "=" + term)) look(shard["=" + term]);
    }
    return Array.from(found.keys()).sort((a, b) => a - b).map(function (synonym) {
      const spans = Array.from(found.get(synonym));
      return { synonym, phrases: spans.filter(([, span]) => !spans.some(([, other]) => inside(span, other))) };
    });
  }

  /** What is asked: terms with weights, entries that answer, kinds that answer the question word, places named. */
  function understand(meta, shards, folded, repaired, trust) {
    const text = [folded].concat(repaired).join("\n");
    const weights = Array.from(text, (_, at) => at < folded.length ? 1 : trust);
    const all = heard(meta, shards, text);
    const weighed = new Map();
    const leads = new Map();
    const meant = [];
    let kinds = "";
    for (const one of all) {
      const [means, weight, intent, to] = meta.synonyms[one.synonym];
      kinds += meta.intent[intent] || "";
      if (intent) lower(weights, text, one, intent === "filler" ? meta.filler : meta.question);
      const surely = one.phrases.map(([phrase, span]) => meta.surer[Math.min(says(phrase), meta.surer.length) - 1] *
        (all.some((other) => other !== one && other.phrases.some(([, around]) => inside(span, around))) ? meta.shaded : 1) *
        (span[0] > folded.length ? trust : 1)).sort((a, b) => b - a);
      for (const mean of means) {
        meant.push(mean);
        for (const [term] of terms(mean)) heavier(weighed, term, weight * Math.min(1, surely[0]));
      }
      const strength = weight * surely.reduce((sum, share, at) => sum + share * meta.again ** at, 0);
      to.forEach((entry, at) => leads.set(entry, (leads.get(entry) || 0) + strength * meta.next ** at));
    }
    for (const [term, at] of terms(text)) heavier(weighed, term, Math.min(...weights.slice(at, at + term.length)));
    const places = meta.places.filter(([, names]) => names.some((name) => folded.includes(name))).map(([id]) => id);
    return { terms: weighed, leads, kinds, places, meant };
  }


  /** Weigh down the characters of every occurrence of what was said. */
  function lower(weights, text, one, least) {
    for (const [, [start, end]] of one.phrases) {
      for (let at = start; at >= 0; at = text.indexOf(text.slice(start, end), at + end - start)) {
        for (let i = at; i < at + end - start; i++) weights[i] = Math.min(weights[i], least);
      }
    }
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

  /** The shards of the terms, by term. */
  async function shardsOf(meta, wanted) {
    return new Map(await Promise.all(wanted.map(async (term) => [term, await load("t/" + shard(term, meta.shards))])));
  }

  const cut = (text) => Array.from(new Set(terms(text).map(([term]) => term)));

  /** The question of a query, with its lists of postings; where its words are unknown, as they may have been meant. */
  async function asked(meta, query, place) {
    const folded = fold(query, meta.simplified);
    let shards = await shardsOf(meta, cut(folded));
    const list = (term) => Object.hasOwn(shards.get(term), term) ? shards.get(term)[term] : null;
    let question = understand(meta, shards, folded, [], 1);
    const own = terms(folded).filter(([term]) => question.terms.get(term) > meta.question);
    const known = (term) => (list(term) || []).some((posting, at) => at > 0 && (posting & 15) > meta.weak);
    const unknown = own.filter(([term]) => !known(term));
    question.own = own.map(([term]) => term);
    const sure = Math.max(0, ...question.leads.values()) > meta.sure;
    if (!sure && own.length && unknown.length >= meta.unknown * own.length) {
      const repaired = lexicon(await load("slips")).repaired(folded, unknown);
      shards = await shardsOf(meta, cut([folded].concat(repaired).join("\n")));
      question = understand(meta, shards, folded, repaired, meta.corrected * Math.min(1, meta.short / own.length));
      question.own = own.map(([term]) => term).concat(repaired.flatMap(cut));
    }
    shards = await shardsOf(meta, Array.from(question.terms.keys()));
    if (place) Object.assign(question, { places: [place], chosen: true });
    return Object.assign(question, { list });
  }

  // ---------------------------------------------------------------- the ranking (query.py)

  function rank(meta, question) {
    const sums = meta.sums.fill(0);
    for (const [term, weight] of question.terms) {
      const list = question.list(term);
      if (!list) continue;
      const rarity = weight * Math.log(1 + Math.max(0, meta.size - list[0] + 0.5) / (list[0] + 0.5));
      let entry = 0;
      for (let at = 1; at < list.length; at++) {
        entry += list[at] >> 4;
        sums[entry] += rarity * (list[at] & 15);
      }
    }
    for (const [entry, surely] of question.leads) sums[entry] += meta.lead * surely;
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
      if (question.chosen && !inside) score *= OUTSIDE;
    } else if (here) score *= meta.elsewhere;
    const wanted = sections.find(([worth, entry]) =>
      question.kinds.includes(meta.kinds[entry]) && worth > meta.landing * head);
    const landing = wanted ? wanted[1] : top > head ? sections[0][1] : start;
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

  /** The best results of a query, with how many groups fit in all, the places meant, and what is to be highlighted. */
  async function ask(query, place) {
    const meta = await load("meta");
    const question = await asked(meta, query, place);
    const ranked = rank(meta, question);
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
    return { results, total: ranked.length, places: question.places, marks: { terms: new Set(question.own), phrases: question.meant } };
  }

  // ---------------------------------------------------------------- slips of hand and ear (slip.py, sound.py)

  const AROUND = 3;
  const EDITED = [4, 7];
  const TYPED = 4;
  const WAYS = 8;
  let words = null;

  const add = (map, key, value) => map.set(key, (map.get(key) || new Set()).add(value));
  const edited = (length) => length >= EDITED[0] && length <= EDITED[1];
  const blur = (syllable) => syllable.replace(/^(z|c|s)h/, "$1").replace(/^l/, "n").replace(/ng$/, "n");
  const blurred = (letters) => letters.replace(/zh/g, "z").replace(/ch/g, "c").replace(/sh/g, "s").replace(/l/g, "n")
    .replace(/ng/g, "n").replace(/v/g, "u");
  const opened = (word) => Array.from(word, (_, at) => word.slice(0, at) + "?" + word.slice(at + 1));

  /** Keys of the words that a piece may be: one character wrong, too many, turned about with the next, or missing. */
  function* edits(piece) {
    const length = piece.length;
    if (edited(length)) yield* opened(piece);
    for (let at = 0; at < length; at++) {
      if (edited(length - 1)) yield piece.slice(0, at) + piece.slice(at + 1);
      if (edited(length) && at + 1 < length) {
        yield piece.slice(0, at) + piece.charAt(at + 1) + piece.charAt(at) + piece.slice(at + 2);
      }
      if (edited(length + 1)) yield piece.slice(0, at) + "?" + piece.slice(at);
    }
  }

  /** The words that a slip may have been meant to be, looked up by sound, by form and by spelling. Made once. */
  function lexicon(data) {
    if (words) return words;
    const readings = new Map();
    for (const line of data.readings.split(" ")) {
      const [syllable, characters] = line.split(":");
      for (const character of characters) readings.set(character, (readings.get(character) || []).concat(syllable));
    }
    const ways = (word) => Array.from(word).reduce((found, character) => found
      .flatMap((way) => (readings.get(character) || [""]).map((syllable) => way.concat(syllable))).slice(0, WAYS), [[]]);
    const keys = (pair) => ways(pair).filter((way) => way.every(Boolean)).map((way) => way.map(blur).join(" "));
    const shapes = new Map();
    for (const group of data.shapes.split(" ")) {
      for (const one of group) shapes.set(one, (shapes.get(one) || "") + group.replace(one, ""));
    }
    const [pairs, homophones, gapped, spelled, initials] = [new Set(), new Map(), new Map(), new Map(), new Map()];
    for (const word of data.words.split(" ")) {
      for (let at = 0; at + 1 < word.length; at++) pairs.add(word.slice(at, at + 2));
      if (edited(word.length)) for (const key of [word].concat(opened(word))) add(gapped, key, word);
      for (const way of ways(word)) {
        add(spelled, blurred(way.join("")), word);
        add(initials, way.map((syllable) => syllable.charAt(0)).join(""), word);
      }
    }
    for (const pair of pairs) for (const key of keys(pair)) add(homophones, key, pair);

    function mistaken(pair) {
      const found = new Set(keys(pair).flatMap((key) => Array.from(homophones.get(key) || [])));
      const [first, second] = pair;
      const alike = Array.from(shapes.get(first) || "", (other) => other + second)
        .concat(Array.from(shapes.get(second) || "", (other) => first + other));
      for (const other of [second + first].concat(alike)) if (pairs.has(other)) found.add(other);
      found.delete(pair);
      return found;
    }

    function* near(folded, at) {
      for (let start = Math.max(0, at - EDITED[1] + 1); start <= at; start++) {
        for (let length = Math.max(EDITED[0] - 1, at + 2 - start); length < EDITED[1] + 2; length++) {
          const piece = folded.slice(start, start + length);
          if (piece.length !== length || !/^[\u3400-\u9fff]+$/.test(piece)) continue;
          for (const key of edits(piece)) yield* gapped.get(key) || [];
        }
      }
    }

    function typed(letters) {
      const heard = blurred(letters);
      const found = new Set(initials.get(letters) || []);
      for (let at = 0; at < heard.length; ) {
        let end = heard.length;
        while (end > at + TYPED - 1 && !spelled.has(heard.slice(at, end))) end--;
        if (end < at + TYPED) end = at;
        for (const word of spelled.get(heard.slice(at, end)) || []) found.add(word);
        at = Math.max(end, at + 1);
      }
      if (found.size || letters.length < TYPED - 1) return Array.from(found);
      return Array.from(spelled).filter(([whole]) => whole.startsWith(heard)).flatMap(([, words]) => Array.from(words));
    }

    function repaired(folded, unknown) {
      const found = new Set();
      for (const [term, at] of unknown) {
        if (term.length !== 2 || term < "\u3400") continue;
        const before = folded.slice(Math.max(0, at - AROUND), at);
        const after = folded.slice(at + 2, at + 2 + AROUND);
        for (const pair of mistaken(term)) found.add(before + pair + after);
        for (const word of near(folded, at)) found.add(word);
      }
      const letters = unknown.map(([term]) => term).filter((term) => /^[a-z]+$/.test(term)).join("");
      return Array.from(found).concat(letters.length > 1 ? typed(letters) : []);
    }

    words = { repaired };
    return words;
  }

  // ---------------------------------------------------------------- the dialog

  const dialog = document.querySelector("dialog[data-search]");
  window.daoyinSearch = { put, ask, fold: async (text) => fold(text, (await load("meta")).simplified), terms };
  if (!dialog || !dialog.showModal) return;
  const part = (name) => dialog.querySelector("[data-search-" + name + "]");
  const input = dialog.querySelector("input[type=search]");
  const list = dialog.querySelector("[role=listbox]");
  const status = dialog.querySelector("[role=status]");
  const place = part("place");
  const none = part("none");
  const FIRST = 3;
  let turn = 0;
  let active = -1;

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    recall();
    load("meta").then(fillPlaces).catch(failed);
  }

  function failed() {
    status.textContent = "搜索没有打开，请检查网络后再试。";
  }

  /** The places that have pages of their own, to choose one. */
  function fillPlaces(meta) {
    if (place.options.length > 1) return;
    for (const [id, names] of meta.places) place.append(new Option(names[names.length - 1], id));
    place.closest("label").hidden = !meta.places.length;
  }

  /** Show the results of what stands in the box. An answer that comes late, after another question, is dropped. */
  async function show() {
    const query = input.value.trim();
    const mine = ++turn;
    recall();
    part("else").hidden = true;
    if (!query) {
      list.replaceChildren();
      none.hidden = true;
      status.textContent = "";
      return choose(-1);
    }
    try {
      const found = await ask(query, place.value);
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
      if (mine === turn) failed();
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
    for (const [term, at] of terms(text.toLowerCase())) if (marks.terms.has(term)) hits.fill(true, at, at + term.length);
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
    made.href = base + "/" + href;
    return made;
  }

  /** Never a dead end: the terms that share most characters with the query, and what the place makes public. */
  async function nearest(query, places) {
    const meta = await load("meta");
    const near = (await load("terms"))
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

  // ---------------------------------------------------------------- what was asked before, if the reader wants it kept

  const KEPT = "daoyin-searches";
  const MOST = 8;
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
    part("recent").replaceChildren(...(searches || []).map(function (search) {
      const again = element("button", search);
      again.type = "button";
      again.addEventListener("click", function () {
        input.value = search;
        input.focus();
        show();
      });
      return again;
    }));
  }

  function remember() {
    const query = input.value.trim();
    const searches = kept();
    if (query && searches) store([query].concat(searches.filter((search) => search !== query)).slice(0, MOST));
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

  // ---------------------------------------------------------------- keys and clicks

  input.addEventListener("input", function (event) {
    if (!event.isComposing) show();
  });
  input.addEventListener("compositionend", show);
  place.addEventListener("change", show);
  dialog.addEventListener("keydown", function (event) {
    if (event.target !== input || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose(active + step);
    else if (event.key === "Escape") dialog.close();
    else if (event.key === "Enter") {
      if (active >= 0) options()[active].click();
    } else return;
    event.preventDefault();
  });
  dialog.addEventListener("click", function (event) {
    const gone = event.target.closest("a");
    if (gone) remember();
    if (event.target === dialog || gone) dialog.close();
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
