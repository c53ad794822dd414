// After a tap on a question the page stays where it was, and the keyboard with it; so it does when what waits is looked at again.
// Without it, the address leads to the question.

const PLACE = "groundwork-place";

export const keepPlace = (row, what) => {
  const top = row?.getBoundingClientRect().top ?? 0;
  sessionStorage.setItem(PLACE, JSON.stringify({ path: location.pathname, id: row?.id ?? "", top, y: scrollY, what }));
};

const back = () => {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
  sessionStorage.removeItem(PLACE);
  if (kept?.path !== location.pathname) return;
  const row = document.getElementById(location.hash.slice(1));
  const moved = row?.id === kept.id && kept.what !== "";
  scrollTo({ top: moved ? scrollY + row.getBoundingClientRect().top - kept.top : kept.y, behavior: "instant" });
  const again = row?.querySelector(`.places [value="${CSS.escape(kept.what)}"]`) ?? row?.querySelector("summary");
  if (kept.what) again?.focus({ preventScroll: true });
  const said = document.querySelector(".moved");
  if (said) said.textContent = said.textContent; // a reader of screens tells what changes, not what stands there
};

addEventListener("submit", (event) => {
  const row = event.target.closest(".asked > li");
  if (row && event.submitter) keepPlace(row, event.submitter.value);
});
addEventListener("load", () => requestAnimationFrame(back));
