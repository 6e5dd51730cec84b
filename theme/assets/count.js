/* Counting periods, step by step as generator/daoyin/clocks/ does; a test holds the two together. Pure functions:
   no clock, no document. A day is a whole number, the days since 1970-01-01; `null` is a day that is not known. */
var daoyinCount = (function () {
  "use strict";
  var DAY = 864e5;

  /* `2026-10-02` -> the day; null for anything else, 31 February too. */
  function parse(iso) {
    var found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso || "");
    var day = found ? Date.UTC(+found[1], found[2] - 1, +found[3]) / DAY : null;
    return day !== null && write(day) === iso ? day : null;
  }
  function write(day) {
    return new Date(day * DAY).toISOString().slice(0, 10);
  }
  /* 0 is Monday, as in Python. */
  function weekday(day) {
    return (((day + 3) % 7) + 7) % 7;
  }

  /* The table of the yearly arrangements: weekdays that are off and weekend days that are worked, `MMDD` by year. */
  function calendar(table) {
    function days(years) {
      var found = {};
      Object.keys(years).forEach(function (year) {
        years[year].split(" ").forEach(function (written) {
          found[parse(year + "-" + written.slice(0, 2) + "-" + written.slice(2))] = true;
        });
      });
      return found;
    }
    return { first: parse(table.first), last: parse(table.last), off: days(table.off), on: days(table.on) };
  }
  /* true, false, or null where it is not known. */
  function working(day, calendar) {
    if (day < calendar.first || day > calendar.last) return null;
    return weekday(day) >= 5 ? day in calendar.on : !(day in calendar.off);
  }
  function nextWorking(day, calendar) {
    while (working(day, calendar) === false) day += 1;
    return working(day, calendar) ? day : null;
  }

  /* The day so much later. A period is {count, unit}, as in the data; hours have no last day. */
  function add(day, period, calendar) {
    if (period.unit === "days") return day + period.count;
    if (period.unit === "workdays") return workdaysLater(day, period.count, calendar);
    if (period.unit === "months") return monthsLater(day, period.count);
    if (period.unit === "years") return monthsLater(day, 12 * period.count);
    return null;
  }
  function workdaysLater(day, count, calendar) {
    while (count) {
      day += 1;
      var worked = working(day, calendar);
      if (worked === null) return null;
      if (worked) count -= 1;
    }
    return day;
  }
  function monthsLater(day, count) {
    var from = new Date(day * DAY), year = from.getUTCFullYear(), month = from.getUTCMonth() + count;
    var last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / DAY;
  }

  /* {strict, rolled}: the last day by the plain calendar, and with holidays passed over. The starting day is not
     counted; `excluded` days do not count; an extension goes on from the last day before that day is rolled. */
  function due(start, period, calendar, extension, excluded) {
    var strict = add(start, period, calendar);
    if (strict !== null && excluded) {
      strict = add(strict, { count: excluded, unit: period.unit === "workdays" ? "workdays" : "days" }, calendar);
    }
    if (strict !== null && extension) strict = add(strict, extension, calendar);
    return { strict: strict, rolled: strict === null ? null : nextWorking(strict, calendar) };
  }

  /* The last day of a clock of the data. `used` is {extended, excluded}: a clock whose own law lacks them does not
     heed them. */
  function lastDay(clock, start, calendar, used) {
    return due(start, clock.within, calendar, used.extended && clock.extend ? clock.extend.by : null,
      clock.excludes.length ? used.excluded : 0);
  }

  /* The links {clock, start, due} that take longest from an event on a day; the chain goes on through events, never
     through a start. */
  function chain(events, id, day, calendar, used) {
    var reached = {}, longest = [], begun = false;
    reached[id] = [];
    function end(links) {
      return links.length ? links[links.length - 1].due.strict : day;
    }
    events.forEach(function (event) {
      begun = begun || event.id === id;
      if (!begun || !reached[event.id] || (event.id !== id && event.kind !== "event")) return;
      var soFar = reached[event.id];
      event.clocks.forEach(function (clock) {
        var link = { clock: clock, start: end(soFar), due: lastDay(clock, end(soFar), calendar, used) };
        if (link.due.strict === null) return;
        var longer = soFar.concat([link]);
        if (end(longer) > end(longest)) longest = longer;
        clock.leads.forEach(function (lead) {
          if (!reached[lead] || end(longer) > end(reached[lead])) reached[lead] = longer;
        });
      });
    });
    return longest;
  }

  return {
    parse: parse, write: write, weekday: weekday, calendar: calendar, working: working, due: due, lastDay: lastDay,
    chain: chain,
  };
})();
