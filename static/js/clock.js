/* Tells what time it is in another time zone. The page itself only says by how much clocks differ. */

const INTERVAL = 10_000; // milliseconds

export function showTime(clock) {
  let format;
  try {
    format = new Intl.DateTimeFormat(document.documentElement.lang, {
      timeZone: clock.dataset.clock,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch {
    return; // The browser does not know this time zone.
  }
  const show = () => (clock.textContent = format.format(new Date()));
  show();
  clock.hidden = false;
  setInterval(show, INTERVAL);
}
