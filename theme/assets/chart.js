/* The whole chart in a window of its own: zoom and move it by touch, mouse and keyboard. */
(function () {
  "use strict";
  var figure = document.querySelector("[data-chart]");
  var frame = figure && figure.querySelector(".chart-frame");
  var svg = frame && frame.querySelector("svg");
  if (!svg || typeof HTMLDialogElement === "undefined") return;

  var box = svg.viewBox.baseVal;
  var width = box && box.width ? box.width : svg.clientWidth || 1000;
  var height = box && box.height ? box.height : svg.clientHeight || 1000;
  var dialog, view, sheet, scale, x, y, fit;

  function button(label, text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", act);
    return made;
  }
  function build() {
    dialog = document.createElement("dialog");
    dialog.className = "chart-dialog";
    dialog.setAttribute("aria-label", "流程图");
    var bar = document.createElement("div");
    bar.className = "chart-bar";
    bar.append(
      button("放大", "＋ 放大", function () { zoom(1.4); }),
      button("缩小", "－ 缩小", function () { zoom(1 / 1.4); }),
      button("复位", "复位", reset),
      button("关闭", "关闭", function () { dialog.close(); })
    );
    view = document.createElement("div");
    view.className = "chart-view";
    view.tabIndex = 0;
    view.setAttribute("role", "group");
    view.setAttribute("aria-label", "流程图：方向键移动，加号减号缩放，0 复位");
    sheet = document.createElement("div");
    sheet.className = "chart-sheet";
    view.append(sheet);
    dialog.append(bar, view);
    document.body.append(dialog);
    dialog.addEventListener("close", function () { frame.append(svg); });
    dialog.addEventListener("keydown", key);
    view.addEventListener("wheel", wheel, { passive: false });
    view.addEventListener("pointerdown", down);
    view.addEventListener("pointermove", move);
    view.addEventListener("pointerup", up);
    view.addEventListener("pointercancel", up);
    view.addEventListener("click", follow, true);
    view.addEventListener("focusin", reveal);
    addEventListener("resize", function () { if (dialog.open) reset(); });
  }
  function open(event) {
    event.preventDefault();
    if (!dialog) build();
    sheet.append(svg);
    dialog.showModal();
    reset();
    view.focus();
  }
  function draw() {
    var w = view.clientWidth, h = view.clientHeight, edge = 48;
    x = Math.min(w - edge, Math.max(edge - width * scale, x));
    y = Math.min(h - edge, Math.max(edge - height * scale, y));
    sheet.style.transform = "translate(" + x + "px," + y + "px) scale(" + scale + ")";
    sheet.style.width = width + "px";
  }
  /* As large as can be read: the chart's width, but letters never below seven tenths of their size. */
  function reset() {
    fit = Math.min(view.clientWidth / width, view.clientHeight / height);
    scale = Math.max(Math.min(1, view.clientWidth / width), 0.7);
    x = Math.max(0, (view.clientWidth - width * scale) / 2);
    y = 0;
    draw();
  }
  function zoom(by, cx, cy) {
    var to = Math.min(4, Math.max(Math.min(fit, 0.3), scale * by));
    if (cx === undefined) { cx = view.clientWidth / 2; cy = view.clientHeight / 2; }
    x = cx - (cx - x) * (to / scale);
    y = cy - (cy - y) * (to / scale);
    scale = to;
    draw();
  }
  function key(event) {
    var moves = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (moves[event.key]) { x += moves[event.key][0]; y += moves[event.key][1]; draw(); }
    else if (event.key === "+" || event.key === "=") zoom(1.25);
    else if (event.key === "-") zoom(0.8);
    else if (event.key === "0" || event.key === "Home") reset();
    else return;
    event.preventDefault();
  }
  function wheel(event) {
    event.preventDefault();
    var at = view.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - at.left, event.clientY - at.top);
  }

  var fingers = {}, moved = 0, apart = 0;
  function points() { return Object.keys(fingers).map(function (id) { return fingers[id]; }); }
  function down(event) {
    if (event.button) return;
    if (!points().length) moved = 0;
    fingers[event.pointerId] = { x: event.clientX, y: event.clientY };
    apart = spread();
  }
  function spread() {
    var two = points();
    return two.length === 2 ? Math.hypot(two[0].x - two[1].x, two[0].y - two[1].y) : 0;
  }
  function move(event) {
    var last = fingers[event.pointerId];
    if (!last) return;
    var dx = event.clientX - last.x, dy = event.clientY - last.y;
    fingers[event.pointerId] = { x: event.clientX, y: event.clientY };
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved > 6 && !view.hasPointerCapture(event.pointerId)) view.setPointerCapture(event.pointerId);
    if (points().length === 2) {
      var now = spread(), at = view.getBoundingClientRect(), two = points();
      if (apart) zoom(now / apart, (two[0].x + two[1].x) / 2 - at.left, (two[0].y + two[1].y) / 2 - at.top);
      apart = now;
    } else {
      x += dx;
      y += dy;
      draw();
    }
  }
  function up(event) {
    delete fingers[event.pointerId];
    apart = 0;
  }
  /* A tap follows a link of the chart and closes the window; a drag does not. */
  function follow(event) {
    var link = event.target.closest("a");
    if (!link) return;
    if (moved > 6) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if ((link.getAttribute("href") || "").charAt(0) === "#") dialog.close();
  }
  /* A box that is reached by the keyboard comes into view. */
  function reveal(event) {
    if (event.target === view || !event.target.getBoundingClientRect) return;
    var at = event.target.getBoundingClientRect(), room = view.getBoundingClientRect();
    view.scrollTop = view.scrollLeft = 0;
    if (at.left < room.left || at.right > room.right) x += room.left + room.width / 2 - (at.left + at.right) / 2;
    if (at.top < room.top || at.bottom > room.bottom) y += room.top + room.height / 2 - (at.top + at.bottom) / 2;
    draw();
  }
  figure.querySelector("[data-chart-open]").addEventListener("click", open);

  /* The step that the reader came to is marked in the chart; and from each step a way leads back to its box. */
  function boxOf(step) {
    return Array.prototype.filter.call(svg.querySelectorAll("a"), function (a) {
      return a.getAttribute("href") === "#" + step;
    })[0];
  }
  function mark(step) {
    svg.querySelectorAll("a.on").forEach(function (a) { a.classList.remove("on"); });
    var there = step && boxOf(step);
    if (there) there.classList.add("on");
    return there;
  }
  function arrived() {
    mark(decodeURIComponent(location.hash.slice(1)));
  }
  document.querySelectorAll(".step[id]").forEach(function (step) {
    if (!boxOf(step.id)) return;
    var back = button("在图里看：" + step.querySelector("h3").textContent, "在图里看", function () {
      var there = mark(step.id);
      there.scrollIntoView({ block: "center", inline: "center" });
      there.focus({ preventScroll: true });
    });
    back.className = "to-chart";
    step.querySelector(".step-facts").append(back);
  });
  addEventListener("hashchange", arrived);
  arrived();
})();
