// What still waits to be read is looked at again by itself, unless somebody types or has an answer before them. Without it,
// "Look again" does the same.

import { keepPlace } from "./stay.js";

const AGAIN = 3000; // milliseconds
const way = document.querySelector("[data-waiting] a");

const look = () => {
  const busy = document.activeElement?.matches("input, textarea, select") || document.querySelector(".answer");
  const typed = [...document.querySelectorAll("textarea, input[type=text]")].some((box) => box.value !== box.defaultValue);
  if (busy || typed) setTimeout(look, AGAIN);
  else {
    keepPlace(null, "");
    location.replace(way.href);
  }
};

if (way) setTimeout(look, AGAIN);
