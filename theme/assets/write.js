/* 写信访信: a form for each letter of `letters.js`, filled in on this device. Nothing is sent and nothing is stored:
   what was written lives in the fields alone and goes with the page. The fragment tells the kind of letter, no more. */
(function () {
  "use strict";
  var told = window.DAOYIN_LETTERS, here = document.querySelector("[data-writer]"), kinds = document.querySelector("[data-kinds]");
  if (!told || !here || !kinds) return;
  var make = DaoyinElement.make, button = DaoyinElement.button, root = document.documentElement;
  var form = null;      /* the letter that is being written, and its fields */
  var rows = [];
  var unsaved = false;
  var kept = {};        /* what was written, by the name of its field: another kind of letter asks for much of the same */
  var files = [];       /* addresses of files that were handed over, to be let go */

  document.querySelectorAll("[data-scriptless]").forEach(function (part) { part.hidden = true; });
  kinds.querySelectorAll("[data-kind]").forEach(function (link) { link.href = "#kind=" + link.dataset.kind; });
  addEventListener("hashchange", function () { open(true); });
  addEventListener("pagehide", erase);
  addEventListener("beforeunload", function (event) {
    if (!unsaved) return;
    event.preventDefault();
    event.returnValue = "";
  });
  addEventListener("beforeprint", function () {
    if (form && here.querySelector(".looked").hidden) show();
  });
  open(false);

  function open(moved) {
    var id = (/^#kind=([a-z0-9-]+)$/.exec(location.hash) || [])[1];
    controls().forEach(function (control) {
      kept[control.dataset.name] = control.type === "checkbox" ? control.checked : control.value;
    });
    close();
    form = told.letters.filter(function (letter) { return letter.id === id; })[0] || null;
    rows = [];
    kinds.hidden = !!form;
    here.textContent = "";
    if (form) build();
    if (moved) arrive((form ? here : kinds).querySelector("h2"));
  }

  function build() {
    var fields = DaoyinFields.of(form), sheet = make("form"), actions = make("p", "actions"), again = make("p", "again"), said = make("p", "hint");
    var look = button("写好了，看一看", "button");
    rows = fields.rows;
    sheet.autocomplete = "off";
    sheet.noValidate = true;
    if (fields.addressee) sheet.append(fields.addressee);
    rows.forEach(function (found) { sheet.append(found.box); });
    look.type = "submit";
    actions.append(look, button("全部清除", "button second stop", function () {
      erase();
      say("写的内容已经全部清除。");
      arrive(here.querySelector("h2"));
    }));
    said.dataset.said = "";
    said.setAttribute("role", "status");
    sheet.append(actions, make("p", "hint", "在别人也用的电脑上，写完点“全部清除”；下载的文件也要删掉。"));
    sheet.addEventListener("input", changed);
    sheet.addEventListener("submit", function (event) {
      event.preventDefault();
      finish(false);
    });
    again.append(DaoyinElement.link("换一种信", "#kinds"));
    here.append(again, make("h2", "", form.title), said, make("p", "", form.says), cautions(), box("errors"), sheet, box("looked"));
    restore();
  }

  function cautions() {
    var aside = make("aside", "cautions"), list = make("ul");
    form.cautions.forEach(function (caution) {
      var item = make("li", "", caution.says + " ");
      item.append(DaoyinFields.cites(caution.law));
      list.append(item);
    });
    aside.hidden = !form.cautions.length;
    aside.append(make("h3", "", "写之前要注意"), list);
    return aside;
  }

  /* What was written */

  function controls() {
    return Array.prototype.slice.call(here.querySelectorAll("[data-name]"));
  }

  function changed() {
    unsaved = controls().some(DaoyinFields.written);
    close();
  }

  function restore() {
    controls().forEach(function (control) {
      if (control.dataset.name in kept) set(control, kept[control.dataset.name]);
    });
  }

  function set(control, value) {
    if (control.type === "checkbox") control.checked = value;
    else control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /* Nothing stays: fields, what is kept for another letter, files that were handed over. */
  function erase() {
    controls().forEach(function (control) { set(control, control.type === "checkbox" ? false : ""); });
    files.forEach(function (file) { URL.revokeObjectURL(file); });
    files = [];
    kept = {};
    unsaved = false;
  }

  /* Looking at it, and taking it away */

  function finish(anyway) {
    var empty = DaoyinFields.empty(rows);
    close();
    if (empty.length && !anyway) complain(empty);
    else look();
  }

  function complain(empty) {
    var list = make("ul"), errors = here.querySelector(".errors");
    empty.forEach(function (found) {
      var item = make("li"), link = DaoyinElement.link(found.row.name, "#" + found.box.id), first = found.ticks.concat(found.blanks)[0];
      link.addEventListener("click", function (event) {
        event.preventDefault(); /* the fragment tells the kind of letter */
        found.box.scrollIntoView();
        first.focus({ preventScroll: true });
      });
      item.append(link);
      list.append(item);
      first.before(make("p", "missing", "这一栏还没有写"));
      found.box.classList.add("empty");
    });
    errors.setAttribute("role", "alert");
    errors.append(make("h3", "", "还有 " + empty.length + " 栏没有写"), make("p", "", "这几栏是条文要写明的。现在补上，或者先空着，打印以后手写。"), list,
      button("先空着，看一看", "button second", function () { finish(true); }));
    errors.hidden = false;
    arrive(errors);
  }

  function look() {
    show();
    arrive(here.querySelector(".looked h2"));
  }

  function show() {
    var shown = here.querySelector(".looked"), heading = make("h2", "", "写好的样子"), actions = make("p", "actions");
    actions.append(button("下载 Word 文件", "button", save), button("打印，或者存成 PDF", "button second", function () { print(); }));
    shown.append(heading, noticed(), actions, DaoyinLetter.show(letter(), told.paper.sample),
      make("p", "hint", "文件在您的设备上生成。点了没有反应的，用手机自带的浏览器打开本页再试，或者打印。"));
    shown.hidden = false;
    root.classList.add("letter-shown");
  }

  function noticed() {
    var notes = DaoyinFields.notes(rows), aside = make("aside", "cautions"), list = make("ul");
    notes.forEach(function (note) { list.append(make("li", "", note)); });
    aside.append(make("h3", "", "交之前再看一眼"), list);
    aside.hidden = !notes.length;
    return aside;
  }

  function letter() {
    var to = here.querySelector("#to");
    return DaoyinLetter.of(form, DaoyinFields.answers(rows), to ? to.value : "");
  }

  function save() {
    var type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", link = make("a");
    link.href = URL.createObjectURL(new Blob([DaoyinDocx(letter(), told.paper)], { type: type }));
    link.download = form.title + ".docx";
    files.push(link.href);
    here.append(link);
    link.click();
    link.remove();
    unsaved = false;
  }

  /* What was complained of or shown is no longer so. */
  function close() {
    root.classList.remove("letter-shown");
    here.querySelectorAll(".errors, .looked").forEach(function (part) {
      part.hidden = true;
      part.textContent = "";
    });
    here.querySelectorAll(".missing").forEach(function (part) { part.remove(); });
    here.querySelectorAll(".empty").forEach(function (part) { part.classList.remove("empty"); });
    say("");
  }

  function say(text) {
    var said = here.querySelector("[data-said]");
    if (said) said.textContent = text;
  }

  function box(kind) {
    var part = make("div", kind);
    part.hidden = true;
    return part;
  }

  function arrive(part) {
    part.tabIndex = -1;
    part.focus({ preventScroll: true });
    part.scrollIntoView();
  }
})();
