/* A timeline as a picture: days from top to bottom, in proportion, with words beside them. It takes its letter size
   from the page, and so grows with the reader's. Points are {day, name, note, kind}; kind is start, due or later. */
var daoyinTimeline = (function () {
  "use strict";
  var NS = "http://www.w3.org/2000/svg";
  var SPREAD = 16, LONGEST = 9; /* lines: over how many all days are spread, and how far two may lie apart */

  function shape(name, attributes, text) {
    var made = document.createElementNS(NS, name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    if (text) made.textContent = text;
    return made;
  }
  /* Chinese breaks anywhere, so words are cut where the room ends; digits and spaces take little more than half. */
  function lines(text, room) {
    var found = [""], used = 0;
    Array.from(text).forEach(function (letter) {
      var size = letter < "\u0080" ? 0.6 : 1;
      if (used + size > room && used) {
        found.push("");
        used = 0;
      }
      found[found.length - 1] += letter;
      used += size;
    });
    return text ? found : [];
  }

  /* Draw the points into `box`, which must be in the page. */
  function draw(box, points, title) {
    var em = parseFloat(getComputedStyle(box).fontSize), width = Math.min(box.clientWidth || 320, 44 * em);
    var left = 0.8 * em, text = 2.2 * em, line = 1.55 * em, y = 1.1 * em, room = (width - text) / em;
    var svg = shape("svg", { role: "img", "aria-label": title, class: "timeline", width: width });
    var spine = svg.appendChild(shape("line", { class: "spine", x1: left, x2: left, y1: y }));
    var whole = points.length > 1 ? points[points.length - 1].day - points[0].day : 1;
    points.forEach(function (point, number) {
      svg.append(shape("circle", { class: "dot-" + point.kind, cx: left, cy: y, r: 0.42 * em }));
      var told = lines(daoyinTool.day(point.day), room).map(function (part) { return [part, "when"]; });
      lines(point.name, room).forEach(function (part) { told.push([part, "what"]); });
      lines(point.note || "", room).forEach(function (part) { told.push([part, "note"]); });
      told.forEach(function (part, row) {
        var at = y + 0.36 * em + row * line;
        svg.append(shape("text", { class: part[1], x: text, y: at, "font-size": em }, part[0]));
      });
      spine.setAttribute("y2", y);
      var next = points[number + 1], below = y + (told.length - 0.5) * line;
      if (!next) return;
      var apart = (next.day - point.day) / Math.max(whole, 1) * SPREAD * line;
      var to = Math.max(below + 2 * line, y + Math.min(LONGEST * line, apart));
      if (next.day > point.day) {
        var middle = (below + to) / 2 + 0.1 * em;
        svg.append(shape("text", { class: "apart", x: text, y: middle, "font-size": em }, next.day - point.day + " 天"));
      }
      y = to;
    });
    var last = points[points.length - 1];
    var rows = [daoyinTool.day(last.day), last.name, last.note || ""].reduce(function (sum, text) {
      return sum + lines(text, room).length;
    }, 0);
    var height = y + rows * line;
    svg.setAttribute("height", height);
    svg.setAttribute("viewBox", "0 0 " + width + " " + height);
    box.replaceChildren(svg);
  }
  return { draw: draw };
})();
