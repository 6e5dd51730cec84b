/**
 * What is asked: phrases that are said (`generator/daoyin/search/phrase.py`), and from them and its terms what a
 * question weighs and where it leads (`question.py`).
 */
(function (search) {
  "use strict";

  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const ascii = (text) => /^[\x00-\x7f]*$/.test(text);
  const patterns = new Map();

  function pattern(phrase, gap) {
    if (!patterns.has(phrase)) {
      const words = () => phrase.split(" ").map(search.stem).map((word) => escaped(word) + (word.length > 2 ? "[a-z]{0,3}" : ""));
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
    for (const [term] of search.terms(text)) {
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
        (span[0] > folded.length ? trust : 1) *
        (span[0] === 0 && span[1] === folded.length ? meta.whole : 1)).sort((a, b) => b - a);
      for (const mean of means) {
        meant.push(mean);
        for (const [term] of search.terms(mean)) heavier(weighed, term, weight * Math.min(1, surely[0]));
      }
      const strength = weight * surely.reduce((sum, share, at) => sum + share * meta.again ** at, 0);
      to.forEach((entry, at) => leads.set(entry, (leads.get(entry) || 0) + strength * meta.next ** at));
    }
    const pieces = new Map();
    for (const [piece, at] of search.pieces(text)) heavier(pieces, piece, at < folded.length ? 1 : trust);
    for (const [term, at] of search.terms(text)) heavier(weighed, term, Math.min(...weights.slice(at, at + term.length)));
    const places = meta.places.filter(([, names]) => names.some((name) => named(name, folded, all))).map(([id]) => id);
    return { terms: weighed, pieces, leads, kinds, places, meant };
  }

  /** Whether a place is named, and not only as a part of what is said: 浙江 in 浙江省信访条例. */
  function named(place, folded, all) {
    const at = folded.indexOf(place);
    const span = [at, at + place.length];
    return at >= 0 && !all.some((one) => one.phrases.some(([, around]) => inside(span, around)));
  }

  /** Weigh down the characters of every occurrence of what was said. */
  function lower(weights, text, one, least) {
    for (const [, [start, end]] of one.phrases) {
      for (let at = start; at >= 0; at = text.indexOf(text.slice(start, end), at + end - start)) {
        for (let i = at; i < at + end - start; i++) weights[i] = Math.min(weights[i], least);
      }
    }
  }

  Object.assign(search, { understand });
})(daoyinSearch);
