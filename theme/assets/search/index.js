/**
 * The files of the index, as `generator/daoyin/search/scripts.py` writes them: `meta`, then only the shards of a query's
 * terms and the blocks of its results. Each is a classic script that calls `daoyinSearch.put`, because a page opened from
 * a folder may run scripts but not fetch.
 */
(function (search) {
  "use strict";

  /** Files by name, as promises: each is loaded once. */
  let files = new Map();
  let waiting = new Map();
  let version = "";
  let renewed = "";

  function load(name) {
    if (!files.has(name)) {
      files.set(name, new Promise(function (resolve, reject) {
        waiting.set(name, resolve);
        search.added("index/" + name + ".js" + (version && "?v=" + version), () => files.delete(name)).catch(reject);
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
      search.show();
    } else if (resolve) {
      if (name === "meta") version = itsVersion;
      resolve(name === "meta" ? prepared(value) : value);
    }
  }

  /** The meta file with what is reckoned from it once: the first entry of each block, and room for the scores. */
  function prepared(meta) {
    let group = 0;
    let first = 0;
    meta.firsts = meta.blocks.map(function (groups) {
      const start = first;
      for (const end = group + groups; group < end; group++) first += meta.sizes[group];
      return start;
    });
    meta.sums = new Float64Array(meta.kinds.length);
    return meta;
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

  /** An entry as it is shown. Entries lie in blocks, whole groups together. */
  async function entry(meta, number) {
    let block = meta.firsts.length - 1;
    while (meta.firsts[block] > number) block--;
    const entries = await load("b/" + block);
    const [name, address, answer] = entries[number - meta.firsts[block]];
    return { kind: meta.labels[meta.kinds[number]], name, href: search.base + "/" + address, answer };
  }

  Object.assign(search, { load, put, shardsOf, entry });
})(daoyinSearch);
