"use strict";
// One answer at a time. What a student wrote is only ever put in as text, never as HTML.
const at = (id) => document.getElementById(id);
const make = (tag, words = "", more = {}) => Object.assign(document.createElement(tag), { textContent: words, ...more });
let data = null, here = 0, lit = 0, later = 0;

async function ask(path, body) {
  const how = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  let answer;
  try {
    answer = await fetch(path, how);
  } catch (problem) {
    throw new Error("The kit does not answer. Type the same command again in the terminal; what was saved is kept.");
  }
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
}

function say(words, wrong = false) {
  at("saved").textContent = words;
  at("saved").classList.toggle("wrong", wrong);
}

function marked(words, ranges) {
  // ranges: [start, end, kind] in characters, as Python counts them.
  const letters = Array.from(words), out = document.createDocumentFragment();
  let done = 0;
  for (const [start, end, kind] of ranges) {
    if (start < done) continue;
    out.append(letters.slice(done, start).join(""));
    out.append(make("mark", letters.slice(start, end).join(""), { className: kind }));
    done = end;
  }
  out.append(letters.slice(done).join(""));
  return out;
}

const half = (value) => (value % 1 ? (value > 1 ? Math.floor(value) + "½" : "½") : String(value));

function partsForm(piece) {
  at("rubric").replaceChildren(...data.rubric.map((part, place) => {
    const box = make("fieldset", "", { id: "part-" + place });
    box.append(make("legend", part.title + " (" + part.points + ")"));
    for (let value = 0; value <= part.points; value += 0.5) {
      const label = make("label"), input = make("input", "", { type: "radio", name: part.name, value: String(value) });
      input.checked = piece.parts[part.name] === value;
      input.addEventListener("focus", () => light(place));
      input.addEventListener("change", () => { piece.parts[part.name] = value; save(); });
      label.append(input, " " + half(value));
      box.append(label);
    }
    if (part.name in piece.machine) {
      box.append(make("span", piece.machine[part.name] ? "found by the kit" : "not found by the kit", { className: "by" }));
    }
    return box;
  }));
}

function light(place) {
  lit = place;
  data.rubric.forEach((part, index) => at("part-" + index)?.classList.toggle("lit", index === place));
}

function called(piece) {
  return at("hide").checked ? piece.code : piece.who;
}

function alike(others) {
  if (!others.length) return [];
  const named = others.slice(0, 4).map((one) => (at("hide").checked ? one.code : one.who) + " (" + one.share + " %)");
  const more = others.length > 4 ? " and " + (others.length - 4) + " more" : "";
  return [make("p", "Of what others wrote to this, so much stands here in the same words: " + named.join(", ") + more +
    ". That is a fact to look at, no more.")];
}

function show() {
  const piece = data.pieces[here];
  at("nothing").hidden = at("writing").hidden || Boolean(piece);
  document.querySelector(".columns").hidden = !piece;
  if (!piece) return;
  at("who").textContent = called(piece) + " · " + (here + 1) + " of " + data.pieces.length;
  at("prompt").textContent = piece.prompt;
  at("words").replaceChildren(marked(piece.writing, piece.quotes));
  at("words").scrollTop = 0;
  at("found").textContent = piece.found;
  at("alike").replaceChildren(...alike(piece.alike));
  at("text-title").textContent = data.texts[piece.text].title;
  const body = marked(data.texts[piece.text].body, piece.places), paragraph = make("p");
  paragraph.append(body);
  at("text").replaceChildren(paragraph);
  at("text").querySelector("mark")?.scrollIntoView({ block: "nearest" });
  partsForm(piece);
  at("points").value = piece.points;
  at("comment").value = piece.comment;
  at("back").disabled = here === 0;
  at("next").disabled = here === data.pieces.length - 1;
  light(0);
  count();
}

function count() {
  const piece = data.pieces[here], open = data.pieces.filter((one) => !one.marked).length, all = data.pieces.length;
  at("done").textContent = (all - open) + " of " + all + " marked";
  at("bar").max = all || 1;
  at("bar").value = all - open;
  if (piece) at("sum").textContent = piece.marked ? piece.total + " of " + piece.most + " points" : "not yet marked";
}

// One save at a time, and the newest state of each piece: a quick hand must not be overtaken by an older answer.
const waiting = new Set();
let saving = null;

function save(piece = data.pieces[here]) {
  clearTimeout(later);
  later = 0;
  waiting.add(piece);
  say("Saving …");
  saving = saving || saveAll().finally(() => { saving = null; });
  return saving;
}

const asSent = (piece) => ({ number: piece.number, parts: piece.parts, points: piece.points, comment: piece.comment });

async function saveAll() {
  while (waiting.size) {
    const [piece] = waiting;
    waiting.delete(piece);
    try {
      const done = await ask("mark", asSent(piece));
      Object.assign(piece, { marked: done.marked, total: done.total, most: done.most });
      data.phrases = done.phrases;
      say(done.problem || (waiting.size ? "Saving …" : "Saved."), Boolean(done.problem));
    } catch (problem) {
      waiting.add(piece);
      say("Not saved. " + problem.message, true);
      break;
    }
  }
  phrases();
  count();
}

function soon() {
  clearTimeout(later);
  later = setTimeout(() => save(), 500);
}

async function go(to) {
  if (later) await save();
  if (to < 0 || to >= data.pieces.length) return;
  here = to;
  show();
  at("who").focus();
}

function skip() {
  const order = [...data.pieces.keys()].map((step) => (here + 1 + step) % data.pieces.length);
  const open = order.find((place) => !data.pieces[place].marked && place !== here);
  if (open === undefined) say("All others are marked.");
  else go(open);
}

function phrases() {
  at("phrases").replaceChildren(...data.phrases.map((words) => {
    const item = make("li"), button = make("button", words, { type: "button" });
    button.addEventListener("click", () => {
      const piece = data.pieces[here];
      piece.comment = (piece.comment.trim() + " " + words).trim();
      at("comment").value = piece.comment;
      save();
    });
    item.append(button);
    return item;
  }));
}

function groups() {
  at("groups").replaceChildren(...data.groups.map((group, place) => {
    const box = make("div", "", { className: "group" }), names = at("hide").checked ? group.codes : group.who;
    box.append(make("h3", group.place + " · " + group.prompt));
    box.append(make("p", group.count + (group.count === 1 ? " student: " : " students: ") + names.join(", ")));
    box.append(make("blockquote", group.answer || "(nothing that could be read)"));
    box.append(make("p", "The kit said: " + (group.said || "no answer")));
    if (group.key) box.append(make("p", "The kit's answer: " + group.key));
    const points = make("input", "", { id: "group-points-" + place, size: 4, inputMode: "decimal", value: group.points });
    const why = make("input", "", { id: "group-why-" + place, size: 40, value: group.reason });
    const line = make("p");
    line.append(make("label", "Points of " + group.most + " ", { htmlFor: points.id }), points,
      make("label", " Reason ", { htmlFor: why.id }), why);
    const state = make("p", group.points === "" ? "As the kit judged." : group.points + " points in place of the kit's.");
    const give = async (value) => {
      say("Saving …");
      try {
        const done = await ask("change", { number: group.number, points: value, reason: why.value });
        Object.assign(group, done);
        groups();
        say("Saved.");
        at("group-points-" + place).focus();
      } catch (problem) {
        say("Not saved. " + problem.message, true);
      }
    };
    const buttons = make("p", "", { className: "steps" });
    const button = (words, value) => {
      const made = make("button", words, { type: "button" });
      made.addEventListener("click", () => give(value()));
      made.setAttribute("aria-describedby", "group-head-" + place);
      return made;
    };
    box.querySelector("h3").id = "group-head-" + place;
    buttons.append(button("Accept for all of them", () => { why.value = why.value.trim() || "Your teacher counts this answer as right."; return "full"; }), button("Give these points", () => points.value),
      button("As the kit judged", () => "machine"));
    box.append(line, state, buttons);
    return box;
  }));
  at("nothing").hidden = at("answers").hidden || data.groups.length > 0;
}

function tab(writing) {
  at("writing").hidden = !writing;
  at("answers").hidden = writing;
  at("to-writing").setAttribute("aria-pressed", String(writing));
  at("to-answers").setAttribute("aria-pressed", String(!writing));
  if (writing) show(); else groups();
}

function onKey(event) {
  if (!at("keys").checked || event.ctrlKey || event.metaKey || event.altKey || at("writing").hidden) return;
  const typing = event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])");
  if (event.key === "Escape" && typing) { event.target.blur(); at("who").focus(); return; }
  if (typing || !data.pieces[here]) return;
  const part = data.rubric[lit], piece = data.pieces[here], digit = "012".indexOf(event.key);
  if (digit >= 0 && part) {
    if (digit <= part.points) give(part, digit, Math.min(lit + 1, data.rubric.length - 1));
  } else if (event.key === "h" && part) {
    const value = (piece.parts[part.name] ?? 0) + 0.5;
    if (value <= part.points) give(part, value, lit);
  } else if (event.key === "n") go(here + 1);
  else if (event.key === "b") go(here - 1);
  else if (event.key === "s") skip();
  else if (event.key === "c") at("comment").focus();
  else return;
  event.preventDefault();
}

function give(part, value, then) {
  const piece = data.pieces[here];
  piece.parts[part.name] = value;
  partsForm(piece);
  light(then);
  save();
}

async function start() {
  try {
    data = await ask("data");
  } catch (problem) {
    say(problem.message, true);
    return;
  }
  document.title = at("title").textContent = "Marking: " + data.title;
  at("hide").checked = data.hidden;
  at("hide").disabled = data.hidden;
  at("to-writing").addEventListener("click", () => tab(true));
  at("to-answers").addEventListener("click", () => tab(false));
  at("hide").addEventListener("change", () => tab(!at("writing").hidden));
  at("back").addEventListener("click", () => go(here - 1));
  at("next").addEventListener("click", () => go(here + 1));
  at("skip").addEventListener("click", skip);
  at("rubric").addEventListener("submit", (event) => event.preventDefault());
  at("comment").addEventListener("input", () => { data.pieces[here].comment = at("comment").value; soon(); });
  at("points").addEventListener("input", () => { data.pieces[here].points = at("points").value; soon(); });
  at("comment").addEventListener("blur", () => { if (later) save(); });
  window.addEventListener("pagehide", () => {
    if (later) waiting.add(data.pieces[here]);
    for (const piece of waiting) {
      fetch("mark", { method: "POST", keepalive: true, headers: { "Content-Type": "application/json" }, body: JSON.stringify(asSent(piece)) });
    }
  });
  document.addEventListener("keydown", onKey);
  const open = data.pieces.findIndex((one) => !one.marked);
  here = Math.max(open, 0);
  phrases();
  tab(true);
}

start();
