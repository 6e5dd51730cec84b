/**
 * Slips of hand and ear: what a misspelt word, or one typed in pinyin, may have been meant to be
 * (`generator/daoyin/search/slip.py`, `sound.py`).
 */
(function (search) {
  "use strict";

  const AROUND = 3;
  const EDITED = [4, 7];
  const LONGEST = 6;
  const HEARD = 3;
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

  /** Words of which each may begin with how many characters it shares with the one before it. */
  function unpacked(words) {
    let word = "";
    return words.split(" ").map(function (coded) {
      const shared = /^[0-9]?/.exec(coded)[0];
      return (word = word.slice(0, Number(shared)) + coded.slice(shared.length));
    });
  }

  /** The words that a slip may have been meant to be, looked up by sound, by form and by spelling. Made once. */
  function lexicon(data) {
    if (words) return words;
    const readings = search.readings(data);
    const ways = (word) => Array.from(word).reduce((found, character) => found
      .flatMap((way) => (readings.get(character) || [""]).map((syllable) => way.concat(syllable))).slice(0, WAYS), [[]]);
    const keys = (pair) => ways(pair).filter((way) => way.every(Boolean)).map((way) => way.map(blur).join(" "));
    const shapes = new Map();
    for (const group of data.shapes.split(" ")) {
      for (const one of group) shapes.set(one, (shapes.get(one) || "") + group.replace(one, ""));
    }
    const [pairs, homophones, gapped, spelled, initials] = [new Set(), new Map(), new Map(), new Map(), new Map()];
    for (const word of unpacked(data.words)) {
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

    function* sounding(folded, at) {
      for (let start = Math.max(0, at - LONGEST + 2); start <= at; start++) {
        for (let length = Math.max(HEARD, at + 2 - start); length <= LONGEST; length++) {
          const piece = folded.slice(start, start + length);
          if (piece.length !== length || !/^[\u3400-\u9fff]+$/.test(piece)) continue;
          if (!Array.from(piece).every((character) => readings.has(character))) continue;
          for (const way of ways(piece)) {
            for (const word of spelled.get(blurred(way.join(""))) || []) {
              if (word.length === length && word !== piece) yield word;
            }
          }
        }
      }
    }

    function typed(letters) {
      const heard = blurred(letters);
      const found = new Set(initials.get(letters) || []);
      const row = [];
      for (let at = 0; at < heard.length; ) {
        let end = heard.length;
        while (end > at + TYPED - 1 && !spelled.has(heard.slice(at, end))) end--;
        if (end < at + TYPED) end = at;
        if (end > at) row.push(Array.from(spelled.get(heard.slice(at, end))));
        at = Math.max(end, at + 1);
      }
      for (const word of row.flat()) found.add(word);
      if (row.length > 1) {
        const joined = row.reduce((ways, words) => ways.flatMap((way) => words.map((word) => way + word)).slice(0, WAYS), [""]);
        for (const word of joined) found.add(word);
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
        for (const word of sounding(folded, at)) found.add(word);
      }
      const letters = unknown.filter(([term]) => /^[a-z]+$/.test(term))
        .map(([, at]) => /^[a-z]+/.exec(folded.slice(at))[0]).join("");
      return Array.from(found).concat(letters.length > 1 ? typed(letters) : []);
    }

    words = { repaired };
    return words;
  }

  Object.assign(search, { lexicon });
})(daoyinSearch);
