/* Filters above responsibility lists: who, which part, with a limit or not, and a word. All rows stand in the page. */
(function () {
  "use strict";
  var here = document.querySelector("[data-filter-here]");
  var rows = Array.prototype.slice.call(document.querySelectorAll("table[data-part] tbody tr, table[data-body] tbody tr"));
  if (!here || rows.length < 2) return;

  /* What a table is about stands at the table, the other in its second column. */
  var facts = rows.map(function (row) {
    var table = row.closest("table").dataset, second = row.cells[1].textContent.trim();
    return { part: table.part || second, body: table.body || second, limit: row.querySelector(".badge") ? "1" : "0", text: row.textContent };
  });
  function values(name) {
    return facts.map(function (fact) { return fact[name]; }).filter(function (value, index, all) {
      return value && all.indexOf(value) === index;
    });
  }
  var form = document.createElement("form");
  form.className = "filter";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "筛选");
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  function field(label, control) {
    var box = document.createElement("label");
    var text = document.createElement("span");
    text.textContent = label;
    box.append(text, control);
    form.append(box);
    return control;
  }
  function choice(label, options) {
    var select = document.createElement("select");
    options.forEach(function (option) {
      select.add(new Option(option[1], option[0]));
    });
    select.addEventListener("change", apply);
    return field(label, select);
  }
  function all(name, some) {
    return [["", some]].concat(values(name).map(function (value) { return [value, value]; }));
  }
  var part = values("part").length > 1 ? choice(here.dataset.filterHere, all("part", "全部")) : null;
  var body = values("body").length > 1 ? choice("单位", all("body", "全部单位")) : null;
  var limit = choice("期限", [["", "不限"], ["1", "有期限的"], ["0", "没有写明期限的"]]);
  var word = document.createElement("input");
  word.type = "search";
  word.placeholder = "例如：书面告知";
  word.addEventListener("input", apply);
  field("含有的字", word);
  var clear = document.createElement("button");
  clear.type = "button";
  clear.className = "button second";
  clear.textContent = "全部显示";
  clear.addEventListener("click", function () {
    form.reset();
    apply();
  });
  form.append(clear);
  var count = document.createElement("p");
  count.className = "count";
  count.setAttribute("role", "status");
  form.append(count);
  here.append(form);

  function apply() {
    var shown = 0;
    rows.forEach(function (row, index) {
      var fits =
        (!part || !part.value || facts[index].part === part.value) &&
        (!body || !body.value || facts[index].body === body.value) &&
        (!limit.value || facts[index].limit === limit.value) &&
        facts[index].text.indexOf(word.value.trim()) >= 0;
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    document.querySelectorAll("table[data-part], table[data-body]").forEach(function (table) {
      var empty = !table.querySelector("tbody tr:not([hidden])");
      var frame = table.closest(".table-frame");
      frame.hidden = empty;
      var heading = frame.previousElementSibling;
      if (heading && /^H[2-3]$/.test(heading.tagName)) heading.hidden = empty;
    });
    count.textContent = shown === rows.length ? "共 " + rows.length + " 项" : "显示 " + shown + " 项，共 " + rows.length + " 项";
  }
  apply();
})();
