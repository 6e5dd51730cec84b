/* A questionnaire on one page, one question at a time. The answers stand in the address's fragment (`#/new/problem`):
   it can be shared, no server hears of it, and "back" works. What is shown is what the static pages hold. */
(function () {
  "use strict";
  var words = window.daoyinQuestionnaire;
  var door = document.querySelector("[data-questionnaire]");
  if (!words || !door) return;

  var start = door.querySelector("[data-door-start]");
  var heading = document.querySelector("article h1");
  var chosen = {}; // answers of this visit by question, kept while the page is open: going back loses none
  var view = element("div", "door-view");
  var status = element("p", "door-status");
  var back = element("a", "door-back", "退回上一步");
  var body = element("div");
  var trail = element("section", "door-trail");
  view.hidden = true;
  status.setAttribute("role", "status");
  heading.tabIndex = -1;
  view.append(body, trail);
  door.append(view);
  heading.before(back, status);
  back.hidden = status.hidden = true;

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  /* The fragment -> its answers, or null where it is no path of ours but a place on the page. */
  function read() {
    var fragment = location.hash.slice(1);
    return fragment.charAt(0) === "/" ? fragment.slice(1).split("/").filter(Boolean) : fragment ? null : [];
  }
  function write(answers) {
    return "#/" + answers.join("/");
  }

  /* Answers -> every step of the way, and where it leads; what is no answer of its question ends the way there. */
  function walk(answers) {
    var steps = [], at = words.first;
    answers.every(function (id) {
      var known = words.pages[at].answers;
      if (!known || !Object.prototype.hasOwnProperty.call(known, id)) return false;
      steps.push({ question: at, answer: id, says: known[id][0] });
      at = known[id][1];
      return true;
    });
    return { steps: steps, at: at };
  }
  function taken(steps) {
    return steps.map(function (step) { return step.answer; });
  }

  function show(moved) {
    var answers = read();
    if (!answers) return;
    var asking = location.hash.charAt(1) === "/";
    view.hidden = back.hidden = status.hidden = !asking;
    start.hidden = asking;
    if (!asking) {
      name(words.name);
    } else {
      var way = walk(answers);
      if (way.steps.length < answers.length) history.replaceState(null, "", write(taken(way.steps)));
      way.steps.forEach(function (step) { chosen[step.question] = step.answer; });
      draw(way, way.steps.length < answers.length);
    }
    if (moved) {
      heading.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }

  function draw(way, unknown) {
    var page = words.pages[way.at], answers = taken(way.steps);
    name(page.title);
    body.innerHTML = page.html;
    status.textContent = (unknown ? "地址里有一段认不出来，请从这里接着选。" : "") +
      (page.answers ? "第 " + (answers.length + 1) + " 问" : "结果");
    back.href = answers.length ? write(answers.slice(0, -1)) : location.pathname.split("/").pop() || "index.html";
    body.querySelectorAll("[data-answer]").forEach(function (link) {
      var id = link.dataset.answer;
      link.href = write(answers.concat(id));
      if (chosen[way.at] === id) {
        link.setAttribute("aria-current", "true");
        link.append(element("small", "", "上次选的"));
      }
    });
    body.querySelectorAll("[data-door-again]").forEach(function (link) {
      link.href = write([]);
      link.addEventListener("click", function () { chosen = {}; });
    });
    tell(way.steps);
  }

  /* The answers so far, each with a link to change it. */
  function tell(steps) {
    trail.replaceChildren();
    if (!steps.length) return;
    var list = element("dl");
    steps.forEach(function (step, number) {
      var row = element("div"), change = element("a", "", "改"), asked = words.pages[step.question].title;
      change.href = write(taken(steps.slice(0, number)));
      change.setAttribute("aria-label", "改这个答案：" + asked);
      var last = element("dd");
      last.append(change);
      row.append(element("dt", "", asked), element("dd", "", step.says), last);
      list.append(row);
    });
    trail.append(element("h2", "", "您的答案"), list);
  }

  function name(title) {
    heading.textContent = title;
    document.title = title === words.name ? first : title + " - " + words.name;
  }
  var first = document.title;

  door.querySelector("[data-door-begin]").addEventListener("click", function (event) {
    event.preventDefault();
    location.hash = "/";
  });
  /* To the start page without loading it again: the address without a fragment. */
  back.addEventListener("click", function (event) {
    if (back.getAttribute("href").charAt(0) === "#") return;
    event.preventDefault();
    history.pushState(null, "", location.href.split("#")[0]);
    show(true);
  });
  addEventListener("hashchange", function () { show(true); });
  addEventListener("popstate", function () { if (!location.hash) show(true); });
  show(false);
})();
