/* 我的办理进度: shows what is due, what is late and the next lawful step. The one tool that looks at the device's clock. */
(function () {
  "use strict";
  var tool = document.querySelector("[data-path]");
  if (!tool || !window.daoyinClocks) return;
  var T = daoyinTool, el = T.el, calendar = daoyinCount.calendar(daoyinClocks.calendar);

  /* The way to another part of this page, which leaves the days in the address alone. */
  function order(text) {
    return T.button(text, function () {
      var heading = document.getElementById("late");
      heading.tabIndex = -1;
      heading.focus();
    });
  }
  function all(selector) { return Array.prototype.slice.call(tool.querySelectorAll(selector)); }
  function one(selector) { return tool.querySelector(selector); }
  var now = one("[data-now]"), kept = one("[data-kept]"), remember = one("[data-remember]");
  var path = daoyinKeep.empty(), first = one("[name=kind]");
  var UNSAID = first ? "none" : "all"; /* a site without kinds of matters shows all stages at once */

  function today() {
    var day = new Date();
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 864e5;
  }

  /* From the form to the path, and back. */
  function read() {
    var kind = one("[name=kind]:checked");
    var excluded = one("[data-also=excluded]"), extended = one("[data-also=extended]");
    path = Object.assign(daoyinKeep.empty(), { kind: kind ? kind.value : "", done: path.done });
    if (path.kind === daoyinKeep.SECRET) return;
    all("[data-event]").forEach(function (box) {
      var day = T.read(box.querySelector("input[type=date]"));
      if (day !== null) path.dates[box.dataset.event] = daoyinCount.write(day);
    });
    path.extended = !!extended && extended.checked;
    path.excluded = excluded ? Math.max(0, Math.min(999, Math.floor(Number(excluded.value)) || 0)) : 0;
  }
  function fill() {
    all("[name=kind]").forEach(function (radio) { radio.checked = radio.value === path.kind; });
    all("[data-event]").forEach(function (box) {
      box.querySelector("input[type=date]").value = path.dates[box.dataset.event] || "";
    });
    all("[data-also=extended]").forEach(function (field) { field.checked = path.extended; });
    all("[data-also=excluded]").forEach(function (field) { field.value = path.excluded || ""; });
  }

  /* Only the stages that such a matter has; an accusation has none, and nothing of it stays. */
  function stages() {
    var kind = one("[name=kind]:checked"), which = kind ? kind.dataset.stages : UNSAID;
    var secret = path.kind === daoyinKeep.SECRET;
    all("[data-part]").forEach(function (stage) { stage.hidden = which !== "all" && stage.dataset.part !== which; });
    all("[data-event]").forEach(function (box) {
      box.querySelectorAll("[data-also]").forEach(function (field) {
        field.parentElement.hidden = !path.dates[box.dataset.event];
      });
    });
    one("[data-secret]").hidden = !secret;
    if (secret) one("[data-secret-guide]").href = kind.dataset.href;
    one("[data-keep]").hidden = which === "none" && !secret;
    all("[data-remember], [data-export], [data-read]").forEach(function (field) { field.disabled = secret; });
  }

  var SAID = {
    late: ["stop", "期限已过"], over: ["stop", "期限已过"], maybe: ["doubt", "要看清楚"], today: ["doubt", "今天到期"],
    due: ["", "还没有到期"], unknown: ["doubt", "未收录"], between: ["", "机关之间的期限"], odd: ["doubt", "日子对不上"],
    kept: ["in-force", "已经办了"],
  };
  function left(item) {
    var days = item.day - today();
    if (item.state === "due") return "还有 " + days + " 天";
    if (item.state === "late" || item.state === "over") return "过了 " + (today() - item.due.rolled) + " 天";
    return "";
  }

  /* What the law lets one do now: ask, then write; review and re-examination only after a written reply. */
  function next(item) {
    var clock = item.clock, due = item.due, rolling = "";
    if (due.rolled === null) rolling = "碰上放假会不会顺延，未收录。";
    else if (due.rolled !== due.strict) rolling = "碰上放假，类推顺延到 " + T.day(due.rolled) + "。";
    switch (item.state) {
      case "kept": return ["后面的日子已经填了，或者您说已经办完，这一步不用再等。"];
      case "odd": return ["后一步的日子比这一步早。请核对您填的日子。"];
      case "unknown": return ["要按工作日数，那时的放假安排未收录，算不出最后一天。"];
      case "between": return ["这是机关对机关的，您不用做什么。"];
      case "over": return [clock.missed, order("还能做什么")];
      case "late": return ["先问一问。" + clock.missed, late(clock), order("按什么次序做")];
    }
    var passed = item.state === "maybe" ? "日历上的最后一天已经过了。" : "";
    if (clock.right) {
      var act = passed ? passed + "还想提的，今天就交，并说明原因。" : "不服的，在这一天以前交；接受的，不用办。";
      return [act + rolling].concat(clock.letters.map(function (letter) {
        return el("a", { class: "button", href: letter.href }, "写《" + letter.name + "》");
      }));
    }
    if (passed) return [passed + rolling + "先问一问；再过几天还没有，就写信反映。", order("按什么次序做")];
    return ["等" + clock.holder + "来办。想知道办到哪一步，可以先问一问。" + rolling];
  }
  function late(clock) {
    return clock.late && el("a", { class: "button", href: clock.late }, clock.complaint ? "写信反映超期" : "过了怎么办");
  }

  function card(item) {
    var said = SAID[item.state], clock = item.clock, days = left(item);
    var made = el("section", { class: "due state-" + item.state }, [
      el("h3", { tabindex: "-1", id: "limit-" + clock.id }, (clock.right ? "您可以" : clock.holder + "应当") + clock.act),
      el("p", {}, [el("span", { class: "pill " + said[0] }, said[1]), days && el("b", { class: "left" }, days)]),
      item.day !== null && el("p", { class: "due-day" }, ["最后一天：", el("b", {}, T.day(item.day))]),
      el("p", { class: "due-who" }, [
        clock.within.said + "内", path.extended && clock.extend && "，延长 " + clock.extend.by.said,
        " ", T.cites(clock.law),
      ]),
    ]);
    next(item).filter(Boolean).forEach(function (told) { made.append(el("p", {}, [told])); });
    if (!item.next && !clock.between) made.append(tick(clock));
    return made;
  }
  function tick(clock) {
    var box = el("input", { type: "checkbox" });
    box.checked = path.done.indexOf(clock.id) >= 0;
    box.addEventListener("change", function () {
      path.done = path.done.filter(function (id) { return id !== clock.id; }).concat(box.checked ? [clock.id] : []);
      update();
    });
    return el("label", { class: "tick" }, [box, el("span", {}, "这一步已经办完了，或者已经收到书面意见")]);
  }

  /* One line for each limit that still runs or has passed, the most urgent first; it leads to the card below. */
  function line(item) {
    var said = SAID[item.state], button = el("button", { type: "button", class: "go-to" }, [
      el("span", { class: "pill " + said[0] }, said[1]), el("span", {}, item.clock.act),
      el("span", {}, item.day === null ? "" : T.day(item.day)),
    ]);
    button.addEventListener("click", function () { document.getElementById("limit-" + item.clock.id).focus(); });
    return el("li", {}, [button]);
  }
  function show() {
    var items = daoyinSteps.items(daoyinClocks.events, path, today(), calendar);
    var open = items.filter(function (item) { return item.state !== "kept" && item.state !== "between"; });
    var late = open.filter(function (item) { return item.state === "late" || item.state === "over"; }).length;
    all("[data-event]").forEach(function (box) {
      var mine = items.filter(function (item) { return item.event.id === box.dataset.event; });
      box.querySelector("[data-cards]").replaceChildren.apply(box.querySelector("[data-cards]"), mine.map(card));
      box.querySelector(".stage-limits").hidden = mine.length > 0;
    });
    now.hidden = !items.length;
    one("[data-summary]").textContent = "今天是 " + T.day(today()) + "。" +
      (open.length ? "还有 " + open.length + " 样没有完" + (late ? "，其中 " + late + " 样过了期限。" : "。") : "填过的都办完了。");
    one("[data-list]").replaceChildren.apply(one("[data-list]"), open.map(line));
  }
  function update() {
    read();
    stages();
    show();
    daoyinKeep.toFragment(path);
    if (path.kind === daoyinKeep.SECRET) {
      remember.checked = false;
      daoyinKeep.forget();
    } else if (remember.checked && !daoyinKeep.remember(path)) {
      remember.checked = false;
      kept.textContent = "这台设备不让网页保存，没有记住。";
    }
  }
  function begin(told) {
    path = told;
    fill();
    update();
  }
  function erase(said) {
    daoyinKeep.forget();
    remember.checked = false;
    begin(daoyinKeep.empty());
    kept.textContent = said;
    (first || one("input")).focus();
  }

  one("form").addEventListener("submit", function (event) { event.preventDefault(); });
  one("form").addEventListener("change", function () {
    var kind = one("[name=kind]:checked");
    if (kind && kind.value === daoyinKeep.SECRET && path.kind !== daoyinKeep.SECRET) {
      path = Object.assign(daoyinKeep.empty(), { kind: daoyinKeep.SECRET });
      fill();
    }
    update();
  });
  remember.addEventListener("change", function () {
    kept.textContent = remember.checked ? "已经打开：下次在这台设备上打开，日子还在。" : "已经关上，并抹掉了记下的日子。";
    if (!remember.checked) daoyinKeep.forget();
    update();
  });
  one("[data-erase]").addEventListener("click", function () { erase("都抹掉了。"); });
  one("[data-export]").addEventListener("click", function () {
    T.save("我的办理进度.json", "application/json", daoyinKeep.toFile(path));
  });
  one("[data-read]").addEventListener("click", function () { one("[data-file]").click(); });
  one("[data-file]").addEventListener("change", function (event) {
    var file = event.target.files[0], reader = new FileReader();
    reader.onload = function () {
      var told = daoyinKeep.fromFile(String(reader.result));
      kept.textContent = told ? "读进来了。" : "这个文件不是从这里存的，没有读进来。";
      if (told) begin(told);
    };
    if (file) reader.readAsText(file);
    event.target.value = "";
  });
  addEventListener("hashchange", function () { if (location.hash.indexOf("=") > 0) begin(daoyinKeep.fromFragment()); });

  if (first) one("[data-matters]").hidden = false;
  var before = daoyinKeep.remembered(), shared = daoyinKeep.fromFragment();
  remember.checked = !!before;
  begin(Object.keys(shared.dates).length || !before ? shared : before);
})();
