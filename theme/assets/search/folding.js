/**
 * Folding: text as it is compared, and the terms that it is cut into. Step by step what
 * `generator/daoyin/search/folding.py` does; `tests/search/folding.tsv` holds the two together.
 */
(function (search) {
  "use strict";

  const SPOKEN = { 咋: "怎么", 啥: "什么", 俺: "我", 咱: "我" };
  const DIGITS = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
  const TENS = { 十: 10, 百: 100, 千: 1000 };
  const NUMERAL = new RegExp(
    "(第)?([零〇一二两三四五六七八九十百千]+)(?=(个?工作日|个?月|个?小时|日|天|年|条|款|项|个?人|周|次|级|种|类)?)", "g");

  function fold(text, simplified) {
    return Array.from(text.normalize("NFKC").toLowerCase(), (character) => simplified.get(character) || character)
      .map((character) => SPOKEN[character] || character)
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

  /** The terms, and the single Chinese characters, with their places. */
  function pieces(folded) {
    return terms(folded).concat(Array.from(folded.matchAll(/[\u3400-\u9fff]/g), (found) => [found[0], found.index]));
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

  Object.assign(search, { fold, terms, pieces, stem });
})(daoyinSearch);
