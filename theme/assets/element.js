/* Elements for the tools' scripts: DaoyinElement.make(tag, class, text), .link, .input, .button. */
(function () {
  "use strict";

  function make(tag, kind, text) {
    var element = document.createElement(tag);
    if (kind) element.className = kind;
    if (text) element.textContent = text;
    return element;
  }

  function link(text, href) {
    var element = make("a", "", text);
    element.href = href;
    return element;
  }

  /* What is typed is not offered again by the browser: counters share computers. */
  function input(type, id) {
    var element = make("input");
    element.type = type;
    element.id = id;
    element.autocomplete = "off";
    return element;
  }

  function button(text, kind, pressed) {
    var element = make("button", kind, text);
    element.type = "button";
    if (pressed) element.addEventListener("click", pressed);
    return element;
  }

  window.DaoyinElement = { make: make, link: link, input: input, button: button };
})();
