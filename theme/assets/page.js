/* Small additions to every page. Without this file everything still works. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");

  /* On a touch screen the first tap on a term shows what it means, the second follows the link. */
  var shown = null;
  function hide() {
    if (shown) shown.classList.remove("shown");
    shown = null;
  }
  document.addEventListener("click", function (event) {
    var term = event.target.closest && event.target.closest("a.term");
    if (term && term !== shown && !matchMedia("(hover: hover)").matches) {
      event.preventDefault();
      hide();
      term.classList.add("shown");
      shown = term;
    } else if (!term) {
      hide();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    hide();
    var menu = document.querySelector("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  /* Keep a tooltip inside the window. */
  document.addEventListener("pointerover", place);
  document.addEventListener("focusin", place);
  function place(event) {
    var term = event.target.closest && event.target.closest("a.term");
    if (!term) return;
    var left = term.getClientRects()[0].left, room = root.clientWidth;
    var width = Math.min(340, room - 32);
    term.style.setProperty("--shift", Math.min(0, room - 16 - width - left) + "px");
  }

  /* A menu that is left closes. */
  document.addEventListener("click", function (event) {
    var menu = document.querySelector("details.menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  /* Print with everything unfolded, and say where links to other pages lead. */
  var folded = [];
  addEventListener("beforeprint", function () {
    folded = Array.prototype.filter.call(document.querySelectorAll("article details"), function (d) { return !d.open; });
    folded.forEach(function (d) { d.open = true; });
    document.querySelectorAll(".ways a, .overdue a, .go a, .guides a, .cards h3 a, .way-on a").forEach(function (a) {
      if (/^http/.test(a.protocol) && a.pathname !== location.pathname) a.dataset.address = a.host + a.pathname;
    });
  });
  addEventListener("afterprint", function () {
    folded.forEach(function (d) { d.open = false; });
    folded = [];
  });

  /* What a fragment names; one that is badly written names itself. */
  function named(fragment) {
    try { return decodeURIComponent(fragment); } catch (error) { return fragment; }
  }

  /* A link to something inside a folded part opens it. */
  function unfold() {
    var there = location.hash && document.getElementById(named(location.hash.slice(1)));
    for (var up = there && there.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
  }
  addEventListener("hashchange", unfold);
  unfold();
})();
