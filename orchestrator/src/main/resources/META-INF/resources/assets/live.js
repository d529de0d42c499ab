// Keeps the marked part of a page as the workshop is: the server says that something changed, the part is fetched again.
// Without this script the page works, and shows what was true when it was loaded.
const part = document.querySelector("[data-live]");
if (part && "EventSource" in window) {
  const stream = new EventSource(part.dataset.stream);
  let wanted = false;
  let busy = false;

  const refresh = async () => {
    if (busy) { wanted = true; return; }
    busy = true;
    try {
      const answer = await fetch(part.dataset.live, { headers: { Accept: "text/html" } });
      // A person who has opened a question or holds the focus in a form is not interrupted.
      const inUse = part.querySelector("details[open]") || part.contains(document.activeElement) && document.activeElement.matches("input, select");
      if (answer.ok && !inUse) {
        const focused = part.contains(document.activeElement) ? document.activeElement.id : "";
        part.innerHTML = await answer.text();
        if (focused) document.getElementById(focused)?.focus();
      }
    } catch { /* The stream's own error handler tells the person. */ }
    busy = false;
    if (wanted) { wanted = false; refresh(); }
  };

  stream.addEventListener("changed", refresh);
  stream.addEventListener("open", () => { document.body.classList.remove("lost"); refresh(); });
  stream.addEventListener("error", () => document.body.classList.add("lost"));
}
