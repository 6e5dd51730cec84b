/* Where the days of 我的办理进度 are kept: in the address's fragment while the page is open; on the device only if the
   reader turns that on; in a file if the reader asks. Never for accusations. A path is {kind, dates, done, extended,
   excluded}: dates and done are by the ids of events and limits. */
var daoyinKeep = (function () {
  "use strict";
  var NAME = "daoyin-my-path", SECRET = "accusation";

  function empty() {
    return { kind: "", dates: {}, done: [], extended: false, excluded: 0 };
  }
  /* Anything -> a path: what is no day, no known event and no number is left out; nothing of an accusation stays. */
  function sound(told) {
    var path = empty(), dates = Object(Object(told).dates), known = {};
    daoyinClocks.events.forEach(function (event) {
      var day = String(dates[event.id] || "");
      if (daoyinCount.parse(day) !== null) path.dates[event.id] = day;
      event.clocks.forEach(function (clock) { known[clock.id] = true; });
    });
    path.kind = typeof Object(told).kind === "string" ? told.kind : "";
    path.done = [].concat(Object(told).done || []).filter(function (id) { return known[id]; });
    path.extended = Object(told).extended === true;
    path.excluded = Math.min(999, Math.max(0, Math.floor(Number(Object(told).excluded)) || 0));
    return path.kind === SECRET ? Object.assign(empty(), { kind: SECRET }) : path;
  }

  /* The device's own store may be closed to a page: then nothing is remembered, and the reader is told. */
  function remembered() {
    try {
      var text = localStorage.getItem(NAME);
      return text ? sound(JSON.parse(text)) : null;
    } catch (closed) {
      return null;
    }
  }
  function remember(path) {
    if (path.kind === SECRET) return forget() && false;
    try {
      localStorage.setItem(NAME, JSON.stringify(path));
      return true;
    } catch (closed) {
      return false;
    }
  }
  function forget() {
    try {
      localStorage.removeItem(NAME);
      return true;
    } catch (closed) {
      return false;
    }
  }

  function fromFragment() {
    var told = daoyinTool.fragment();
    return sound({ kind: told.kind, dates: told, done: (told.done || "").split(","), extended: told.extended === "1",
      excluded: told.excluded });
  }
  function toFragment(path) {
    if (path.kind === SECRET) return daoyinTool.keep({});
    daoyinTool.keep(Object.assign({ kind: path.kind }, path.dates, {
      done: path.done.join(","), extended: path.extended ? "1" : "", excluded: String(path.excluded || "") }));
  }

  function toFile(path) {
    return JSON.stringify({ daoyin: "my-path", version: 1, kind: path.kind, dates: path.dates, done: path.done,
      extended: path.extended, excluded: path.excluded }, null, 1) + "\n";
  }
  /* The text of a file -> a path, or null where it is not one of ours. */
  function fromFile(text) {
    try {
      var told = JSON.parse(text);
      return told && told.daoyin === "my-path" ? sound(told) : null;
    } catch (broken) {
      return null;
    }
  }

  return { SECRET: SECRET, empty: empty, remembered: remembered, remember: remember, forget: forget,
    fromFragment: fromFragment, toFragment: toFragment, toFile: toFile, fromFile: fromFile };
})();
