/* The fields of a letter's form, made from its rows: names, hints, articles, blanks, counts, and notes on what was written.

   DaoyinFields.of(form) -> {addressee, rows}: the elements, and for each row {row, box, ticks, blanks}.
   DaoyinFields.answers, .empty, .notes and .written read them; .clear empties them. */
(function () {
  "use strict";
  var make = DaoyinElement.make, input = DaoyinElement.input;

  function of(form) {
    return { addressee: form.addressee ? addressee(form) : null, rows: form.rows.map(field) };
  }

  function addressee(form) {
    var box = make("div", "field"), control = named(input("text", "to"), "to");
    box.append(label("写给谁（致）", control.id), hint(control.id, "写" + form.addressee + (form.to ? "。交给：" + form.to : "") + "。", []), control);
    control.setAttribute("aria-describedby", "to-hint");
    return box;
  }

  function field(row, number) {
    var id = "field-" + number, several = row.parts.length > 0 || row.choices.length > 0, signed = row.blank === "signature";
    var box = make(several ? "fieldset" : "div", "field"), found = { row: row, box: box, ticks: [], blanks: [] };
    var name = several ? make("legend", "", row.name) : signed ? make("p", "name", row.name) : label(row.name, id + "-0");
    box.id = id;
    if (!row.needed && !signed) name.append("　", make("span", "optional", "建议写（条文没有要求）"));
    box.append(name, hint(id, row.hint, row.law));
    if (several) box.setAttribute("aria-describedby", id + "-hint");
    if (signed) {
      box.append(make("p", "by-hand", "打印以后，手写签名和日期。"));
      return found;
    }
    row.choices.forEach(function (choice, at) { box.append(tick(found, id + "-choice-" + at, choice)); });
    if (row.blank) (row.parts.length ? row.parts : [""]).forEach(function (part, at) { box.append(blank(found, id, part, at)); });
    return found;
  }

  function tick(found, id, choice) {
    var control = named(input("checkbox", id), found.row.name + "|" + choice), box = make("label", "tick");
    control.value = choice;
    found.ticks.push(control);
    box.append(control, make("span", "", choice));
    return box;
  }

  /* One blank with its count and its notes. */
  function blank(found, id, part, at) {
    var row = found.row, many = row.blank === "box" || row.blank === "page", box = make("div");
    var control = named(many ? make("textarea") : input(row.blank === "date" ? "date" : "text", ""), row.name + "|" + part);
    var count = make("p", "count"), notes = make("div");
    control.id = id + "-" + at;
    control.autocomplete = "off";
    if (many) control.rows = row.blank === "page" ? 9 : 4;
    count.id = control.id + "-count";
    notes.id = control.id + "-notes";
    notes.setAttribute("role", "status");
    control.setAttribute("aria-describedby", [id + "-hint", count.id, notes.id].join(" "));
    control.addEventListener("input", function () { tell(count, control, row); });
    control.addEventListener("change", function () {
      notes.textContent = "";
      warnings(control, row, part).forEach(function (note) { notes.append(make("p", "care", note)); });
    });
    tell(count, control, row);
    found.blanks.push(control);
    if (part) box.append(label(part, control.id, "part"));
    box.append(control, count, notes);
    return box;
  }

  function tell(count, control, row) {
    var length = control.value.trim().length, over = row.length && length > row.length;
    count.hidden = !row.length;
    count.textContent = "写了 " + length + " 字，建议 " + row.length + " 字以内" + (over ? "：短一些，别人看得清。" : "。");
    count.classList.toggle("over", !!over);
  }

  function warnings(control, row, part) {
    return control.type === "date" ? [] : DaoyinPrivacy(control.value, row.name + part);
  }

  function label(text, id, kind) {
    var element = make("label", kind, text);
    element.htmlFor = id;
    return element;
  }

  function hint(id, text, law) {
    var element = make("p", "hint", text ? text + " " : "");
    element.id = id + "-hint";
    element.append(cites(law));
    return element;
  }

  /* Articles open beside the letter, which stays as it is. */
  function cites(law) {
    var all = make("span", "basis");
    law.forEach(function (cite) {
      var link = DaoyinElement.link(cite.name, cite.href);
      link.className = "cite";
      link.target = "_blank";
      link.rel = "noopener";
      link.setAttribute("aria-label", cite.name + "（在新窗口打开）");
      all.append(link, " ");
      if (cite.note) all.append(make("b", "pill doubt", cite.note), " ");
    });
    return all;
  }

  function named(control, name) {
    control.dataset.name = name;
    return control;
  }

  /* Reading what was written */

  function written(control) {
    return control.type === "checkbox" ? control.checked : control.value.trim() !== "";
  }

  function answers(rows) {
    return rows.map(function (found) {
      return {
        chosen: found.ticks.filter(written).map(function (control) { return control.value; }),
        texts: found.blanks.map(function (control) { return control.value; })
      };
    });
  }

  function empty(rows) {
    return rows.filter(function (found) { return found.row.needed && !found.ticks.concat(found.blanks).some(written); });
  }

  function notes(rows) {
    var all = [];
    rows.forEach(function (found) {
      found.blanks.forEach(function (control, at) {
        warnings(control, found.row, found.row.parts[at] || "").forEach(function (note) { all.push(found.row.name + "：" + note); });
      });
    });
    return all;
  }

  window.DaoyinFields = { of: of, cites: cites, written: written, answers: answers, empty: empty, notes: notes };
})();
