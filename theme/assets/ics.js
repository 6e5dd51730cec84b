/* A calendar file (RFC 5545) of last days, made on the device. Entries are {uid, day, title, says}. */
var daoyinIcs = (function () {
  "use strict";
  var BEFORE = "-P3D"; /* reminded three days before */

  function plain(day) {
    return daoyinCount.write(day).replace(/-/g, "");
  }
  function escaped(text) {
    return text.replace(/([\\;,])/g, "\\$1").replace(/\r?\n/g, "\\n");
  }
  /* No line is longer than 75 octets; a longer one goes on in the next, after a space. */
  function folded(line) {
    var parts = [], part = "", size = 0;
    Array.from(line).forEach(function (letter) {
      var octets = new TextEncoder().encode(letter).length;
      if (size + octets > 75) {
        parts.push(part);
        part = " ";
        size = 1;
      }
      part += letter;
      size += octets;
    });
    return parts.concat(part).join("\r\n");
  }
  function event(entry, dated) {
    return [
      "BEGIN:VEVENT", "UID:" + entry.uid.replace(/[^A-Za-z0-9-]/g, "-") + "@daoyin",
      "DTSTAMP:" + plain(dated) + "T000000Z", "DTSTART;VALUE=DATE:" + plain(entry.day),
      "DTEND;VALUE=DATE:" + plain(entry.day + 1), "SUMMARY:" + escaped(entry.title),
      "DESCRIPTION:" + escaped(entry.says), "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:" + BEFORE, "DESCRIPTION:" + escaped(entry.title), "END:VALARM",
      "END:VEVENT",
    ];
  }
  /* `dated` is the day of the data: when what the file says was last held against its sources. */
  function text(entries, dated) {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Daoyin//Deadlines//ZH", "CALSCALE:GREGORIAN"];
    entries.forEach(function (entry) { lines = lines.concat(event(entry, dated)); });
    return lines.concat("END:VCALENDAR").map(folded).join("\r\n") + "\r\n";
  }
  return { text: text };
})();
