/**
 * What every browser knows of Chinese characters already: GB 2312 (`generator/daoyin/search/hanzi/`). Its first level
 * stands in order of sound, so readings need only be told by their runs; it holds no traditional character.
 */
(function (search) {
  "use strict";

  const LEVEL_1 = 3755;
  let characters = null;

  /** The characters of GB 2312, in its order: the common ones by sound, then the rare ones. */
  function repertoire() {
    if (!characters) {
      const bytes = [];
      for (let row = 0xb0; row < 0xf8; row++) for (let cell = 0xa1; cell < 0xff; cell++) bytes.push(row, cell);
      const text = new TextDecoder("gb2312").decode(new Uint8Array(bytes));
      characters = Array.from(text).filter((character) => character >= "\u3400" && character <= "\u9fff");
    }
    return characters;
  }

  /** Traditional characters with the simplified ones; loaded only for a text that holds what GB 2312 does not. */
  async function simplified(text) {
    const found = new Map();
    const known = new Set(repertoire());
    const foreign = (character) => character >= "\u3400" && !known.has(character);
    if (!Array.from(text.normalize("NFKC")).some(foreign)) return found;
    const pairs = Array.from(await search.load("variants"));
    for (let at = 0; at < pairs.length; at += 2) found.set(pairs[at], pairs[at + 1]);
    return found;
  }

  /** The syllables of each character: from the runs of level 1, where they fit, and what else is told. */
  function readings(data) {
    const found = new Map();
    const add = (character, syllable) => found.set(character, (found.get(character) || []).concat(syllable).sort());
    const common = repertoire().slice(0, LEVEL_1);
    let at = 0;
    for (const run of data.runs.split(" ")) {
      const [, syllable, length] = /^([a-z]+)([0-9]+)$/.exec(run);
      for (const character of common.slice(at, at + Number(length))) {
        if (!data.misfits.includes(character)) add(character, syllable);
      }
      at += Number(length);
    }
    for (const line of data.readings.split(" ")) {
      const [syllable, others] = line.split(":");
      for (const character of others) add(character, syllable);
    }
    return found;
  }

  Object.assign(search, { simplified, readings });
})(daoyinSearch);
