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
  var ROLLED = {
    right: "。条例没有这样写，请按早的一天办。",
    duty: "。条例没有这样写，机关按早的一天办更稳妥；您要反映超期，等晚的一天也过了更稳妥。",
    route: "。能不能顺延，由受理的机关、法院定，请按早的一天办。",
  };
  var redraw = function () {}, width = innerWidth;

  /* What the form asks. */

  function chosen() {
    var checked = form.querySelector("[name=event]:checked");
    return daoyinClocks.events.filter(function (event) { return checked && event.id === checked.value; })[0];
  }
  function used() {
    var excluded = Math.floor(Number(fields.excluded.value));
    return { extended: fields.extended.checked, excluded: excluded > 0 && excluded < 1000 ? excluded : 0 };
  }
  /* Only what matters for the chosen event: an extension, or time that does not count, in the words of its limit. */
  function ask() {
    var clocks = (chosen() || { clocks: [] }).clocks;
    tool.querySelectorAll("[data-when]").forEach(function (box) {
      var told = clocks.map(function (clock) { return clock[box.dataset.when]; }).filter(function (value) {
        return value && value.length !== 0;
      })[0];
      box.hidden = !told;
      if (!told) box.querySelectorAll("input").forEach(function (field) { field.checked = field.value = ""; });
      if (told && told.length) box.querySelector("label").textContent = told[0].what + "，一共几天？";
    });
  }

  /* What it answers. */

  /* One last day: strict, what kind of day it is, and where a holiday moves it. `whose` is right, duty or route. */
  function said(due, whose) {
    if (due.strict === null) return [el("p", { class: "due-day" }, NOT_HELD)];
    var kind = T.kind(due.strict, calendar);
    var told = [el("p", { class: "due-day" }, [
      el("b", {}, T.day(due.strict)), kind && el("span", { class: "pill" }, kind),
    ])];
    if (due.rolled === null) {
      told.push(el("p", {}, "碰上放假会不会顺延：" + NOT_HELD + "。请按上面这一天办。"));
    } else if (due.rolled !== due.strict) {
      told.push(el("p", { class: "due-rolled" }, [
        whose === "route" ? "碰上放假，可能顺延到 " : "碰上放假，类推顺延到 ", el("b", {}, T.day(due.rolled)), ROLLED[whose],
      ]));
    }
    return told;
  }

  function card(clock, start, used) {
    var due = daoyinCount.lastDay(clock, start, calendar, used);
    return el("section", { class: "due" + (clock.right ? " yours" : "") }, [
      el("h3", {}, (clock.right ? "您可以" : "") + clock.act),
      el("p", { class: "due-who" }, [
        (clock.right ? "" : clock.holder + "，") + clock.within.said + "内 ", T.cites(clock.law),
      ]),
    ].concat(said(due, clock.right ? "right" : "duty"), extension(clock, start, used), excluded(clock, used), [
      clock.unless && el("p", {}, "例外：" + clock.unless + "。"),
      clock.missed && el("p", { class: "overdue" }, [
        clock.missed, " ", clock.late && el("a", { href: clock.late }, "过了怎么办"),
      ]),
    ]));
  }
  function excluded(clock, used) {
    return clock.excludes.map(function (time) {
      var taken = used.excluded ? "，已经扣掉 " + used.excluded + " 天。" : "。";
      return el("p", {}, [time.what + "不算在内" + taken, T.cites(time.law)]);
    });
  }
  function extension(clock, start, used) {
    if (!clock.extend) return [];
    if (used.extended) {
      return [el("p", {}, "已经算上延长的 " + clock.extend.by.said + "：从没有顺延的最后一天接着数。")];
    }
    var longer = daoyinCount.lastDay(clock, start, calendar, { extended: true, excluded: used.excluded }).strict;
    return [el("p", {}, "经" + clock.extend.approval + "批准，可以延长 " + clock.extend.by.said + "（并" + clock.extend.notice +
      "）。延期的，最后一天是 " + (longer === null ? NOT_HELD : T.day(longer)) + "。")];
  }

  /* The start, the last days of this event's limits, and what may follow. */
  function points(event, start, used) {
    function point(clock, due, kind) {
      var moved = due.rolled !== null && due.rolled !== due.strict;
      return { day: due.strict, name: clock.act + "（" + clock.within.said + "）", kind: kind,
        note: moved ? "碰上放假，类推顺延到" + T.day(due.rolled).slice(5) : "" };
    }
    var own = event.clocks.map(function (clock) { return clock.id; });
    var links = daoyinCount.chain(daoyinClocks.events, event.id, start, calendar, used);
    return [{ day: start, name: event.name, kind: "start" }].concat(event.clocks.map(function (clock) {
      return point(clock, daoyinCount.lastDay(clock, start, calendar, used), "due");
    }), links.filter(function (link) { return own.indexOf(link.clock.id) < 0; }).map(function (link) {
      return point(link.clock, link.due, "later");
    })).filter(function (one) { return one.day !== null; }).sort(function (one, other) { return one.day - other.day; });
  }
  function picture(event, found) {
    var days = found[found.length - 1].day - found[0].day, box = el("div", { class: "timeline-box" });
    var title = "时间线：" + found.map(function (one) { return T.day(one.day) + "，" + one.name; }).join("；");
    redraw = function () { daoyinTimeline.draw(box, found, title); };
    return el("section", {}, [
      el("h3", {}, "画成一条线"), box,
      found.some(function (one) { return one.kind === "later"; }) &&
        el("p", {}, "每一步都用到最后一天、也没有人超期，从这一天起最长 " + days + " 日。多数事情用不了这么久。"),
      event.before.length > 0 && el("p", {}, "在这一天以前，最多还要 " + event.before.map(function (one) {
        return one.said + "（" + one.act + "）";
      }).join(" + ") + "。"),
    ]);
  }

  function calendarFile(event, start, used) {
    var entries = event.clocks.map(function (clock) {
      var law = clock.law.map(function (one) { return one.name; }).join("、");
      return { uid: clock.id + "-" + daoyinCount.write(start), title: "最后一天：" + clock.act,
        day: daoyinCount.lastDay(clock, start, calendar, used).strict,
        says: event.name + "：" + T.day(start) + "。" + clock.holder + "，" + clock.within.said + "内。" + law +
          "。数法为类推，以机关、单位的书面告知为准。" };
    }).filter(function (entry) { return entry.day !== null; });
    T.save("期限.ics", "text/calendar;charset=utf-8", daoyinIcs.text(entries, daoyinCount.parse(daoyinClocks.dated)));
  }

  function show(focus) {
    var event = chosen(), start = T.read(fields.day), now = used();
    result.hidden = !event || start === null;
    if (result.hidden) return;
    var heading = el("h2", { tabindex: "-1", id: "result" }, event.name + "：" + T.day(start));
    result.replaceChildren.apply(result, [heading].concat(
      event.clocks.map(function (clock) { return card(clock, start, now); }),
      picture(event, points(event, start, now)),
      el("p", { class: "actions" }, [
        T.button("存到手机日历", function () { calendarFile(event, start, now); }),
        T.button("打印这一页", function () { print(); }),
        T.button("清空", clear, "stop"),
      ]),
      el("p", { class: "hint" }, "网址里已经带上了您填的日子。可以收藏，也可以发给家人。公用的电脑，用完请点“清空”。")
    ));
    redraw();
    if (focus) heading.focus();
  }
  function answer(box) {
    var remedy = daoyinClocks.remedies.filter(function (one) { return one.id === box.dataset.remedy; })[0];
    var start = T.read(box.querySelector("input")), place = box.querySelector(".due-answer");
    var told = start === null ? [] : said(daoyinCount.due(start, remedy.within, calendar), "route");
    place.replaceChildren.apply(place, told.length ? [el("p", {}, "最后一天：")].concat(told) : []);
  }

  /* The fragment. */

  function remember() {
    var day = T.read(fields.day), values = {};
    if (chosen() && day !== null) {
      values = { event: chosen().id, day: daoyinCount.write(day), extended: fields.extended.checked ? "1" : "",
        excluded: used().excluded ? String(used().excluded) : "" };
    }
    routes.forEach(function (box) {
      var start = T.read(box.querySelector("input"));
      if (start !== null) values[box.dataset.remedy] = daoyinCount.write(start);
    });
    T.keep(values);
  }
  function restore() {
    var told = T.fragment();
    form.querySelectorAll("[name=event]").forEach(function (radio) { radio.checked = radio.value === told.event; });
    ask();
    fields.day.value = told.day || "";
    fields.extended.checked = told.extended === "1";
    fields.excluded.value = /^\d{1,3}$/.test(told.excluded || "") ? told.excluded : "";
    routes.forEach(function (box) {
      box.querySelector("input").value = told[box.dataset.remedy] || "";
      answer(box);
    });
    show(false);
  }
  function clear() {
    T.keep({});
    restore();
    result.replaceChildren();
    form.querySelector("[name=event]").focus();
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
    if (result.hidden) return;
    remember();
    show(false);
  });
  routes.forEach(function (box) {
    box.querySelector(".field").hidden = false;
    box.querySelector("input").addEventListener("change", function () {
      answer(box);
      remember();
    });
  });
  addEventListener("hashchange", function () { if (location.hash.indexOf("=") > 0) restore(); });
  addEventListener("resize", function () { /* a phone's bars come and go: only another width matters */
    if (innerWidth === width) return;
    width = innerWidth;
    redraw();
  });
  tool.hidden = false;
  restore();
  addEventListener("load", function () { /* from a guide, which knows the event alone: after the browser's own jump */
    setTimeout(function () { if (chosen() && result.hidden) fields.day.focus(); });
  });
})();
