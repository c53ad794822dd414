// How much of the booking is left: the words of pipeline/talk/clock.py, counted in the browser.

const NEAR_END = 5;

/** booked in minutes; began as ISO text or ""; now in milliseconds. */
export function clock(booked, began, now) {
  if (!began) return { minutes: null, shown: `${booked} min`, word: "" };
  const gone = Math.max(0, (now - Date.parse(began)) / 60000);
  const left = Math.ceil(booked - gone) + 0; // no minus nought
  if (left > 0) return { minutes: left, shown: `${left} min left`, word: left <= NEAR_END ? "Say the time" : "" };
  return { minutes: left, shown: left < 0 ? `${-left} min over` : "Time is up", word: "Close, unless they offer more" };
}
