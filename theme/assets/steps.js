/* Where a matter stands: from the days that a reader filled in and today, what is due, late or done. Pure functions.
   A body is called late only once the later of two last days has passed; a citizen is told to act by the earlier. */
var daoyinSteps = (function () {
  "use strict";
  var ORDER = ["late", "over", "maybe", "today", "due", "unknown", "between", "odd", "kept"];

  /* {state, event, clock, due, day, next} of each limit whose start has a day, the most urgent first. `day` is the one
     to act by. */
  function items(events, path, today, calendar) {
    var found = [];
    events.forEach(function (event, at) {
      var start = daoyinCount.parse(path.dates[event.id]);
      if (start === null) return;
      event.clocks.forEach(function (clock) {
        var due = daoyinCount.lastDay(clock, start, calendar, path), next = after(events, path, clock, at);
        found.push({ event: event, clock: clock, due: due, day: due.strict, next: next,
          state: state(clock, due, start, next, path.done.indexOf(clock.id) >= 0, today) });
      });
    });
    return found.sort(function (one, other) {
      return ORDER.indexOf(one.state) - ORDER.indexOf(other.state) || (one.day || 1e9) - (other.day || 1e9);
    });
  }

  /* The days of the later events to which a limit leads, sooner or later, once it is kept; null where it leads to
     none. */
  function after(events, path, clock, at) {
    var leads = clock.leads.slice(), later = events.slice(at + 1).filter(function (event) {
      if (leads.indexOf(event.id) < 0) return false;
      event.clocks.forEach(function (further) { leads = leads.concat(further.leads); });
      return true;
    });
    return later.length ? later.map(function (event) { return daoyinCount.parse(path.dates[event.id]); })
      .filter(function (day) { return day !== null; }) : null;
  }

  function state(clock, due, start, next, done, today) {
    if (next && next.some(function (day) { return day < start; })) return "odd";
    if (done || (next && next.length)) return "kept";
    if (clock.between) return "between";
    if (due.strict === null) return "unknown";
    if (today < due.strict) return "due";
    if (today === due.strict) return "today";
    if (clock.right) return due.rolled === due.strict || (due.rolled !== null && today > due.rolled) ? "over" : "maybe";
    return due.rolled !== null && today > due.rolled ? "late" : "maybe";
  }
  return { items: items };
})();
