// The page shows what is kept. Everything is text: nothing that was written is ever read as HTML.

const within = (element, selector) => element.querySelectorAll(selector);
const only = (element, selector) => element.querySelector(selector);

/** Show all that is written. A box somebody is typing in is left alone. away: the service does not answer. */
export function paint(root, kept, away = false) {
  const text = (what, of = "") => kept.get(`${what}:${of}`)?.text;
  for (const line of within(root, ".cued")) {
    paintQuestion(line, text);
    paintKept(only(line, ".saved"), kept.get(`note:${line.dataset.id}`), away);
  }
  press(only(root, "[data-what=nudges]"), Boolean(text("nudges")));
  only(root, ".began button").hidden = Boolean(text("began"));
  only(root, ".again button").hidden = !text("began");
  paintAsides(only(root, "#asides"), kept);
}

function paintQuestion(line, text) {
  const { id, ours } = line.dataset;
  const ticked = Boolean(text("tick", id)), off = Boolean(text("off", id)), note = text("note", id) ?? "";
  line.classList.toggle("done", ticked);
  line.classList.toggle("off", off);
  press(only(line, "[data-what=tick]"), ticked);
  press(only(line, "[data-what=off]"), off);
  only(line, ".noted").textContent = note.trim();
  fill(only(line, "textarea"), note);
  const cue = (text("cue", id) ?? "").trim() || ours;
  for (const words of within(line, ".cue-words")) words.textContent = cue;
  fill(only(line, "[data-what=cue] input[type=text]"), cue);
}

/** That a note is kept, said once: while it is being typed and sent, what was said stays. */
function paintKept(saved, note, away) {
  const said = !note?.text.trim() ? "" : note.sent ? "Kept" : away || note.refused ? "Kept in this browser" : saved.textContent;
  if (saved.textContent !== said) saved.textContent = said;
}

function press(form, pressed) {
  only(form, "button").setAttribute("aria-pressed", String(pressed));
  only(form, "[name=text]").value = pressed ? "" : "yes";
}

function fill(box, text) {
  if (document.activeElement !== box && box.value !== text) box.value = text;
}

/** The side-tracks, in the order they were written down. Lines that are there already stay, and so does the focus in them. */
function paintAsides(section, kept) {
  const list = only(section, "ul");
  const asides = kept.all().filter(([key, { text }]) => key.startsWith("aside:") && text.trim());
  const wanted = new Map(asides.map(([key, { text }]) => [key.slice(6), text]).sort(([a], [b]) => (a < b ? -1 : 1)));
  for (const line of [...list.children]) if (!wanted.has(line.dataset.id)) line.remove();
  const there = new Map([...list.children].map((line) => [line.dataset.id, line]));
  for (const [id, text] of wanted) {
    const line = there.get(id) ?? asideLine(section, id);
    only(line, ".said").textContent = text;
    only(line, ".unseen").textContent = `: ${text}`;
    list.append(line);
  }
  section.classList.toggle("none", wanted.size === 0);
}

function asideLine(section, id) {
  const line = only(section, "template").content.cloneNode(true).firstElementChild;
  line.dataset.id = id;
  only(line, "[name=of]").value = id;
  return line;
}
