/* What the tools about dates share: elements, the address's fragment, how a day is said. Nothing is sent or stored. */
var daoyinTool = (function () {
  "use strict";
  var WEEKDAYS = "一二三四五六日";

  var WHEN = /(\d+年\d+月\d+日(?: 星期.)?)/;

  /* An element; children are elements or text, and what is empty is left out. A date in a text stays on one line. */
  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    [].concat(children || []).forEach(function (child) {
      if (typeof child !== "string") return child && made.append(child);
      child.split(WHEN).forEach(function (part, at) { made.append(at % 2 ? whole(part) : part); });
    });
    return made;
  }
  function whole(text) {
    var made = document.createElement("span");
    made.className = "whole";
    made.textContent = text;
    return made;
  }
  function link(to) {
    return to.href ? el("a", { href: to.href }, to.name) : el("span", {}, to.name);
  }
  function cites(law) {
    return el("span", { class: "basis" }, law.map(function (one) {
      var cite = link(one);
      cite.className = "cite";
      return cite;
    }));
  }
  function day(day) {
    var parts = daoyinCount.write(day).split("-").map(Number);
    return parts[0] + "年" + parts[1] + "月" + parts[2] + "日 星期" + WEEKDAYS[daoyinCount.weekday(day)];
  }
  /* 放假 or 调休上班; nothing for a plain working day, nor where it is not known. */
  function kind(day, calendar) {
    var working = daoyinCount.working(day, calendar);
    if (working === false) return "放假";
    return working && daoyinCount.weekday(day) >= 5 ? "调休上班" : "";
  }

  /* The day in a date field, also where an old browser shows a plain one: 2026年8月3日 and 2026/8/3 are understood. */
  function read(field) {
    var found = /^\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/.exec(field.value);
    if (!found) return null;
    var day = daoyinCount.parse([found[1], ("0" + found[2]).slice(-2), ("0" + found[3]).slice(-2)].join("-"));
    return day === null || day < daoyinCount.parse(field.min) || day > daoyinCount.parse(field.max) ? null : day;
  }

  /* What stands after # in the address: it can be shared, and no server ever sees it. */
  function fragment() {
    var found = {};
    new URLSearchParams(location.hash.slice(1)).forEach(function (value, key) { found[key] = value; });
    return found;
  }
  function keep(values) {
    var told = new URLSearchParams();
    Object.keys(values).forEach(function (key) { if (values[key]) told.set(key, values[key]); });
    history.replaceState(null, "", "#" + String(told).replace(/%2F/g, "/").replace(/%3A/g, ":"));
  }

  /* A file made on the device. */
  function save(name, type, text) {
    var to = URL.createObjectURL(new Blob([text], { type: type }));
    el("a", { href: to, download: name }).click();
    setTimeout(function () { URL.revokeObjectURL(to); }, 1000);
  }
  function button(text, does, more) {
    var made = el("button", { type: "button", class: "button " + (more || "second") }, text);
    made.addEventListener("click", does);
    return made;
  }

  return {
    el: el, link: link, cites: cites, day: day, kind: kind, read: read, fragment: fragment, keep: keep, save: save,
    button: button,
  };
})();
