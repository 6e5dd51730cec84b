/* 期限计算: one event and its day -> the last day of each limit, the longest chain, a picture and a calendar file; and
   each other route from its own day. Answers live in the address's fragment alone. */
(function () {
  "use strict";
  var tool = document.querySelector("[data-deadlines]");
  if (!tool || !window.daoyinClocks) return;
  var T = daoyinTool, el = T.el, calendar = daoyinCount.calendar(daoyinClocks.calendar);
  var form = tool.querySelector("form"), result = tool.querySelector("[data-result]");
  var fields = form.elements, wrong = document.getElementById("day-wrong");
  var routes = Array.prototype.slice.call(document.querySelectorAll("[data-remedy]"));
  var NOT_HELD = "未收录（那时的放假安排还没有公布，或者本站没有收录）";

  function chosen() {
    var checked = form.querySelector("[name=event]:checked");
    return daoyinClocks.events.filter(function (event) { return checked && event.id === checked.value; })[0];
  }
  function used() {
    var excluded = Math.floor(Number(fields.excluded.value));
    return { extended: fields.extended.checked, excluded: excluded > 0 && excluded < 1000 ? excluded : 0 };
  }

  /* Ask only what matters for the chosen event. */
  function ask() {
    var clocks = (chosen() || { clocks: [] }).clocks;
    tool.querySelectorAll("[data-when]").forEach(function (box) {
      box.hidden = !clocks.some(function (clock) { return [].concat(clock[box.dataset.when] || []).length; });
      clocks.forEach(function (clock) {
        if (box.dataset.when === "excludes" && clock.excludes.length) box.querySelector("label").textContent = clock.excludes[0].what + "，一共几天？";
      });
      if (box.hidden) box.querySelectorAll("input").forEach(function (field) { field.checked = field.value = ""; });
    });
  }

  /* One last day in words: strict, what kind of day it is, and where a holiday moves it to. */
  function said(due, right) {
    if (due.strict === null) return [el("p", { class: "due-day" }, NOT_HELD)];
    var kind = T.kind(due.strict, calendar);
    var told = [el("p", { class: "due-day" }, [el("b", {}, T.day(due.strict)), kind && el("span", { class: "pill" }, kind)])];
    if (due.rolled === null) {
      told.push(el("p", {}, "碰上放假会不会顺延：" + NOT_HELD + "。请按上面这一天办。"));
    } else if (due.rolled !== due.strict) {
      told.push(el("p", { class: "due-rolled" }, ["碰上放假，类推顺延到 ", el("b", {}, T.day(due.rolled)),
        right ? "。条例没有这样写，请按早的一天办。" : "。条例没有这样写，机关应当按早的一天办；您要反映超期，等晚的一天也过了更稳妥。"]));
    }
    return told;
  }

  function card(clock, start, used) {
    var due = daoyinCount.lastDay(clock, start, calendar, used), told = said(due, clock.right), extend = clock.extend;
    if (extend && !used.extended) {
      var longer = daoyinCount.lastDay(clock, start, calendar, { extended: true, excluded: used.excluded });
      told.push(el("p", {}, "情况复杂的，经" + extend.approval + "批准，可以延长 " + extend.by.said + "（并" + extend.notice + "）。延期的，最后一天是 " + T.day(longer.strict) + "。"));
    } else if (extend) {
      told.push(el("p", {}, "已经算上延长的 " + extend.by.said + "：从没有顺延的最后一天接着数。"));
    }
    clock.excludes.forEach(function (excluded) {
      told.push(el("p", {}, [excluded.what + "不算在内" + (used.excluded ? "，已经扣掉 " + used.excluded + " 天。" : "。"), T.cites(excluded.law)]));
    });
    if (clock.unless) told.push(el("p", {}, "例外：" + clock.unless + "。"));
    if (clock.missed) {
      told.push(el("p", { class: "overdue" }, [clock.missed, " ", clock.late && el("a", { href: clock.late }, "过了怎么办")]));
    }
    return el("section", { class: "due" + (clock.right ? " yours" : "") }, [
      el("h3", {}, (clock.right ? "您可以" : "") + clock.act),
      el("p", { class: "due-who" }, [(clock.right ? "" : clock.holder + "，") + clock.within.said + "内 ", T.cites(clock.law)]),
    ].concat(told));
  }

  /* The start, the last days of this event's limits, and what may follow, each day once. */
  function points(event, start, used) {
    var found = [{ day: start, name: event.name, kind: "start" }], own = event.clocks.map(function (clock) { return clock.id; });
    var links = daoyinCount.chain(daoyinClocks.events, event.id, start, calendar, used);
    event.clocks.forEach(function (clock) {
      var due = daoyinCount.lastDay(clock, start, calendar, used);
      if (due.strict !== null) found.push(point(clock, due, "due"));
    });
    links.forEach(function (link) {
      if (own.indexOf(link.clock.id) < 0) found.push(point(link.clock, link.due, "later"));
    });
    return found.sort(function (one, other) { return one.day - other.day; });
  }
  function point(clock, due, kind) {
    var moved = due.rolled !== null && due.rolled !== due.strict;
    return { day: due.strict, name: clock.act + "（" + clock.within.said + "）", kind: kind,
      note: moved ? "碰上放假，类推顺延到" + T.day(due.rolled).slice(5) : "" };
  }

  function chain(event, start, used) {
    var found = points(event, start, used), days = found[found.length - 1].day - start, more = event.clocks.length + 1 < found.length;
    var box = el("div", { class: "timeline-box" });
    var told = [el("h3", {}, "画成一条线"), box];
    if (more) {
      told.push(el("p", {}, "每一步都用到最后一天、也没有人超期，从这一天起最长 " + days + " 日。多数事情用不了这么久。"));
    }
    if (event.before.length) {
      told.push(el("p", {}, "在这一天以前，最多还要 " + event.before.map(function (one) { return one.said + "（" + one.act + "）"; }).join(" + ") + "。"));
    }
    return { box: box, points: found, section: el("section", {}, told) };
  }

  function calendarFile(event, start, used) {
    var entries = event.clocks.map(function (clock) {
      return { clock: clock, due: daoyinCount.lastDay(clock, start, calendar, used) };
    }).filter(function (entry) { return entry.due.strict !== null; });
    T.save("期限.ics", "text/calendar;charset=utf-8", daoyinIcs.text(entries.map(function (entry) {
      return { uid: entry.clock.id + "-" + daoyinCount.write(start), day: entry.due.strict, title: "最后一天：" + entry.clock.act,
        says: event.name + "：" + T.day(start) + "。" + entry.clock.holder + "，" + entry.clock.within.said + "内。" +
          entry.clock.law.map(function (one) { return one.name; }).join("、") + "。数法为类推，以机关、单位的书面告知为准。" };
    }), daoyinCount.parse(daoyinClocks.dated)));
  }

  function show(focus) {
    var event = chosen(), start = T.read(fields.day);
    result.hidden = !event || start === null;
    if (result.hidden) return;
    var heading = el("h2", { tabindex: "-1", id: "result" }, event.name + "：" + T.day(start)), drawn = chain(event, start, used());
    result.replaceChildren.apply(result, [heading].concat(event.clocks.map(function (clock) { return card(clock, start, used()); }), [
      drawn.section,
      el("p", { class: "actions" }, [
        T.button("存到手机日历", function () { calendarFile(event, start, used()); }),
        T.button("打印这一页", function () { print(); }),
        T.button("清空", clear, "stop"),
      ]),
      el("p", { class: "hint" }, "网址里已经带上了您填的日子。可以收藏，也可以发给家人。公用的电脑，用完请点“清空”。"),
    ]));
    daoyinTimeline.draw(drawn.box, drawn.points, "时间线：" + drawn.points.map(function (one) { return T.day(one.day) + "，" + one.name; }).join("；"));
    if (focus) heading.focus();
  }

  function answer(box) {
    var remedy = daoyinClocks.remedies.filter(function (one) { return one.id === box.dataset.remedy; })[0];
    var start = T.read(box.querySelector("input"));
    box.querySelector(".due-answer").replaceChildren.apply(box.querySelector(".due-answer"), start === null ? [] :
      [el("p", {}, "最后一天：")].concat(said(daoyinCount.due(start, remedy.within, calendar), true)));
  }

  function remember() {
    var day = T.read(fields.day), values = {};
    if (chosen() && day !== null) {
      values.event = chosen().id;
      values.day = daoyinCount.write(day);
    }
    if (fields.extended.checked) values.extended = "1";
    if (used().excluded) values.excluded = String(used().excluded);
    routes.forEach(function (box) {
      var start = T.read(box.querySelector("input"));
      if (start !== null) values[box.dataset.remedy] = daoyinCount.write(start);
    });
    T.keep(values);
  }
  function clear() {
    form.reset();
    routes.forEach(function (box) { box.querySelector("input").value = ""; answer(box); });
    ask();
    T.keep({});
    result.hidden = true;
    result.replaceChildren();
    form.querySelector("[name=event]").focus();
  }
  function restore() {
    var told = T.fragment();
    form.querySelectorAll("[name=event]").forEach(function (radio) { radio.checked = radio.value === told.event; });
    ask();
    fields.day.value = told.day || "";
    fields.extended.checked = told.extended === "1";
    fields.excluded.value = /^\d{1,3}$/.test(told.excluded || "") ? told.excluded : "";
    routes.forEach(function (box) { box.querySelector("input").value = told[box.dataset.remedy] || ""; answer(box); });
    show(false);
  }

  form.noValidate = true;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var day = T.read(fields.day);
    wrong.textContent = !chosen() ? "请先选一件事。" : day === null ? "请填一个日子，像 2026-08-03。" : "";
    if (wrong.textContent) return (chosen() ? fields.day : form.querySelector("[name=event]")).focus();
    remember();
    show(true);
  });
  form.addEventListener("change", function () {
    ask();
    if (!result.hidden) { remember(); show(false); }
  });
  routes.forEach(function (box) {
    box.querySelector(".field").hidden = false;
    box.querySelector("input").addEventListener("change", function () { answer(box); remember(); });
  });
  addEventListener("hashchange", function () { if (location.hash.indexOf("=") > 0) restore(); });
  addEventListener("resize", function () { show(false); });
  tool.hidden = false;
  restore();
})();
