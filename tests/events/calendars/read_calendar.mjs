// Reads a calendar as Thunderbird does, with its own library, and writes every date as JSON.
// node read_calendar.mjs MAX_DATES < calendar.ics
import { readFileSync } from "node:fs";
import ICAL from "../../../.ci/node_modules/ical.js/dist/ical.js";

const most = Number(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const component of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(component));
}

const masters = new Map();
const changed = [];
for (const component of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(component);
  if (event.isRecurrenceException()) changed.push(event);
  else masters.set(event.uid, event);
}
for (const exception of changed) masters.get(exception.uid).relateException(exception);

const dates = [];
for (const event of masters.values()) {
  const iterator = event.iterator();
  for (let found = 0, next; found < most && (next = iterator.next()); found += 1) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    dates.push({
      uid: item.uid,
      summary: item.summary,
      status: item.component.getFirstPropertyValue("status"),
      local: startDate.toString(),
      starts: startDate.toJSDate().toISOString(),
      ends: endDate.toJSDate().toISOString(),
    });
    if (!event.isRecurring()) break;
  }
}
process.stdout.write(JSON.stringify(dates));
