// Keeps the marked part of a page as the workshop is: the server says that something changed, the part is fetched again.
// Without this script the page works, and shows what was true when it was loaded.
const part = document.querySelector("[data-live]");
const sign = document.querySelector(".stream");

// The server speaks at least every ten seconds; three times that without a word is no contact.
const SILENCE_MAX_MS = 30_000;
const TRY_AGAIN_MS = 3_000;

let stream;
let watch;
let busy = false;
let wanted = false;

function live() {
  document.body.classList.add("live");
  document.body.classList.remove("lost");
  sign.textContent = "";
  clearTimeout(watch);
  watch = setTimeout(reopen, SILENCE_MAX_MS);
}

function lost() {
  if (document.body.classList.contains("lost")) return;
  document.body.classList.remove("live");
  document.body.classList.add("lost");
  const at = part.querySelector("[data-at]")?.dataset.at ?? "";
  sign.textContent = `${sign.dataset.lost} ${at}`;
}

function reopen() {
  lost();
  stream?.close();
  clearTimeout(watch);
  watch = setTimeout(open, TRY_AGAIN_MS);
}

// One stream at a time, and none for a page that nobody sees: a browser holds few connections to one server.
function open() {
  stream?.close();
  clearTimeout(watch);
  if (document.hidden) return;
  stream = new EventSource(part.dataset.stream);
  stream.addEventListener("open", () => { live(); refresh(); });
  stream.addEventListener("still", live);
  stream.addEventListener("changed", () => { live(); refresh(); });
  stream.addEventListener("error", reopen);
  watch = setTimeout(reopen, SILENCE_MAX_MS);
}

// A person who is asked for consent or types is not interrupted.
function inUse() {
  const active = document.activeElement;
  return part.querySelector("details.sure[open]") || (part.contains(active) && active.matches("input, select, textarea"));
}

async function refresh() {
  if (busy) { wanted = true; return; }
  busy = true;
  try {
    const answer = await fetch(part.dataset.live, { headers: { Accept: "text/html" } });
    // The session ended: the page itself leads to the login and back.
    if (answer.redirected) { location.reload(); return; }
    if (answer.ok && !inUse()) show(await answer.text());
  } catch {
    lost();
  }
  busy = false;
  if (wanted) { wanted = false; refresh(); }
}

function show(html) {
  const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
  const open = [...part.querySelectorAll("details[open][id]")].map((each) => each.id);
  part.innerHTML = html;
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focused) document.getElementById(focused)?.focus();
}

if (part && "EventSource" in window) {
  open();
  // Seen again, a page catches up at once.
  document.addEventListener("visibilitychange", open);
  // What was left open is shown as it was; when it is closed, the present is.
  part.addEventListener("toggle", (event) => { if (event.target.matches(".sure:not([open])")) refresh(); }, true);
}
