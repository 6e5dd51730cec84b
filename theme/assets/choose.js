/* One answer at a time: a list of links to answers on the same page becomes a choice. Without this file all answers
   stand below the list, and its links lead to them. Which one is shown is in the address's fragment alone. */
(function () {
  "use strict";
  var choices = document.querySelector("[data-choices]");
  var answers = Array.prototype.slice.call(document.querySelectorAll("[data-answer]"));
  if (!choices || !answers.length) return;
  document.querySelectorAll("[data-again]").forEach(function (again) { again.hidden = false; });

  function show(moved) {
    var id = decodeURIComponent(location.hash.slice(1));
    var chosen = answers.filter(function (answer) { return answer.id === id; })[0];
    choices.hidden = !!chosen;
    answers.forEach(function (answer) { answer.hidden = answer !== chosen; });
    if (!moved && !chosen) return;
    if (!chosen && id && id !== "choices") return; /* another part of the page */
    var heading = (chosen || choices).querySelector("h2");
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView();
  }
  addEventListener("hashchange", function () { show(true); });
  show(false);
})();
