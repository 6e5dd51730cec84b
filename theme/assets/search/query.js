/**
 * A search, step by step as `generator/daoyin/search/query.py` does it; a test asks all questions of both.
 */
(function (search) {
  "use strict";

  const SHOWN = 8;
  /** So many results are shown, however much the first is worth. */
  const ALWAYS = 3;
  /** What the rest counts when the reader has chosen a place: it is shown where that place has nothing to say. */
  const OUTSIDE = 0.1;

  const cut = (text) => Array.from(new Set(search.terms(text).map(([term]) => term)));
  const pieces = (text) => Array.from(new Set(search.pieces(text).map(([piece]) => piece)));

  /** The question of a query, with its lists of postings; where its words are unknown, as they may have been meant. */
  async function asked(meta, query, place) {
    const folded = search.fold(query, await search.simplified(query));
    let shards = await search.shardsOf(meta, pieces(folded));
    const list = (term) => Object.hasOwn(shards.get(term), term) ? shards.get(term)[term] : null;
    const voted = (piece) => Object.hasOwn(shards.get(piece), "~" + piece) ? shards.get(piece)["~" + piece] : [];
    let question = search.understand(meta, shards, folded, [], 1);
    const own = search.terms(folded).filter(([term]) => question.terms.get(term) > meta.question);
    const known = (term) => (list(term) || []).some((posting, at) => at > 0 && (posting & 15) > meta.weak) ||
      (term >= "\u3400" && voted(term).length >= meta.usual);
    const unknown = own.filter(([term]) => !known(term));
    question.own = own.map(([term]) => term);
    const sure = Math.max(0, ...question.leads.values()) > meta.sure;
    const plain = Math.max(0, ...votes(question, voted).values()) > meta.plain;
    if (!sure && !plain && own.length && unknown.length >= meta.unknown * own.length) {
      const repaired = search.lexicon(await search.load("slips")).repaired(folded, unknown);
      shards = await search.shardsOf(meta, pieces([folded].concat(repaired).join("\n")));
      question = search.understand(meta, shards, folded, repaired, meta.corrected * Math.min(1, meta.short / own.length));
      question.own = own.map(([term]) => term).concat(repaired.flatMap(cut));
    }
    shards = await search.shardsOf(meta, Array.from(new Set([...question.terms.keys(), ...question.pieces.keys()])));
    if (place) Object.assign(question, { places: [place], chosen: true });
    return Object.assign(question, { list, voted });
  }

  /** Votes for each entry, in steps. */
  function votes(question, voted) {
    const found = new Map();
    for (const [piece, weight] of question.pieces) {
      let entry = 0;
      for (const vote of voted(piece)) {
        entry += vote >> 4;
        found.set(entry, (found.get(entry) || 0) + weight * (vote & 15));
      }
    }
    return found;
  }

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
    for (const [entry, count] of votes(question, question.voted)) sums[entry] += meta.vote * count;
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
    return results.filter((found, at) => at < ALWAYS || found.rounded >= meta.tail * results[0].rounded);
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

  /** The best results of a query, with how many groups fit in all, the places meant, and what is to be highlighted. */
  async function ask(query, place) {
    const meta = await search.load("meta");
    const question = await asked(meta, query, place);
    const ranked = rank(meta, question);
    const results = [];
    const seen = new Set();
    for (const found of ranked.slice(0, 3 * SHOWN)) {
      if (results.length === SHOWN) break;
      const shown = await search.entry(meta, found.landing);
      if (shown.answer && seen.has(shown.answer)) continue;
      seen.add(shown.answer);
      shown.more = await Promise.all(found.more.map((number) => search.entry(meta, number)));
      results.push(shown);
    }
    return { results, total: ranked.length, places: question.places, marks: { terms: new Set(question.own), phrases: question.meant } };
  }

  Object.assign(search, { ask });
})(daoyinSearch);
