/* Tells what time it is in another time zone, as the page writes times. The page itself only says by
   how much clocks differ. */

const INTERVAL = 10_000; // milliseconds

export function showTime(clock) {
  let format;
  try {
    format = new Intl.DateTimeFormat(clock.dataset.locale, {
      timeZone: clock.dataset.clock,
      timeStyle: "short",
      numberingSystem: "latn",
    });
  } catch {
    return; // The browser does not know this time zone or locale.
  }
  const show = () => (clock.textContent = format.format(new Date()));
  show();
  clock.hidden = false;
  setInterval(show, INTERVAL);
}
