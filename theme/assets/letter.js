/* A letter as it is handed in: from a form and what was written in it, the lines of each row; and the same to look at.

   DaoyinLetter.of(form, answers, addressee) -> {title, addressee, rows, basis}, which `docx.js` writes to a file and
   DaoyinLetter.show turns into HTML, so that paper, file and screen cannot disagree. `answers[row]` is
   {chosen: [choice], texts: [one for each part, or one]}. A tab in a line is a blank to fill in by hand. */
(function () {
  "use strict";
  var DAY = "　　　　年　　月　　日";
  var CHOICES_ON_A_LINE = 20;
  var LINE = 9; /* millimetres */
  var make = DaoyinElement.make;

  function of(form, answers, addressee) {
    return {
      title: form.title,
      addressee: form.addressee ? "致：" + (addressee.trim() || "\t") : "",
      rows: form.rows.map(function (row, number) { return rowOf(row, answers[number]); }),
      basis: form.basis
    };
  }

  function rowOf(row, answer) {
    var written = answer.chosen.length > 0 || answer.texts.some(function (text) { return text.trim(); });
    var lines = choices(row, answer);
    (row.parts.length ? row.parts : [""]).forEach(function (part, number) {
      lines = lines.concat(blank(row, part, (answer.texts[number] || "").trim().replace(/\t/g, "　")));
    });
    return { name: row.name, wide: row.blank === "page", height: written ? LINE : row.needed ? row.height : Math.min(row.height, 2 * LINE), lines: lines };
  }

  function choices(row, answer) {
    var ticked = row.choices.map(function (choice) {
      return (answer.chosen.indexOf(choice) < 0 ? "□ " : "■ ") + choice;
    });
    if (row.choices.join("").length < CHOICES_ON_A_LINE && ticked.length) ticked = [ticked.join("　")];
    return ticked.map(function (text) { return { style: "Choices", text: text }; });
  }

  function blank(row, part, text) {
    var before = part ? part + "：" : "";
    if (row.blank === "signature") return [{ style: "Blank", text: part + "签名（盖章）：\t" }, { style: "Blank", text: "日期：" + DAY }];
    if (row.blank === "date") return [{ style: "Blank", text: before + (day(text) || DAY) }];
    if (!row.blank && !part) return [];
    if (!text) return [before || row.blank === "line" ? { style: "Blank", text: before + "\t" } : { style: "Normal", text: "" }];
    return (before + text).split(/\r?\n/).map(function (line) { return { style: "Normal", text: line }; });
  }

  /* 2026-08-03 -> 2026 年 8 月 3 日 */
  function day(text) {
    var found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return found ? found[1] + " 年 " + Number(found[2]) + " 月 " + Number(found[3]) + " 日" : text;
  }

  function show(letter, sample) {
    var sheet = make("article", "letter");
    sheet.append(make("h3", "letter-title", letter.title));
    if (letter.addressee) sheet.append(line({ style: "Addressee", text: letter.addressee }));
    var table = make("table"), body = make("tbody");
    letter.rows.forEach(function (row) {
      var tr = make("tr"), cell = make("td"), name = make("th", "", row.name);
      name.scope = "row";
      row.lines.forEach(function (one) { cell.append(line(one)); });
      if (row.wide) {
        var above = make("tr", "letter-above");
        name.colSpan = cell.colSpan = 2;
        above.append(name);
        body.append(above);
      } else {
        tr.append(name);
      }
      cell.style.height = row.height + "mm";
      tr.append(cell);
      body.append(tr);
    });
    table.append(body);
    sheet.append(table);
    sheet.append(make("p", "letter-basis", (letter.basis ? "依据：" + letter.basis + "。" : "") + sample + "。"));
    return sheet;
  }

  function line(told) {
    var p = make("p", "letter-" + told.style.toLowerCase());
    told.text.split("\t").forEach(function (part, number) {
      if (number) p.append(make("span", "letter-rule"));
      if (part) p.append(part);
    });
    return p;
  }

  window.DaoyinLetter = { of: of, show: show };
})();
