// The live board, full screen, and stepping by keys. Every page does its work without this file.
"use strict";

// [data-live] names a stream of events: when the board is another, this page is asked for again and its [data-part]s
// are put in place of the old ones, unless somebody is just pressing something in them. At most twice a second, and
// less often where an answer takes long.
(function live() {
  const board = document.querySelector("[data-live]");
  if (!board || !window.EventSource) return;
  const least = 500;
  let apart = least;
  const state = document.querySelector("[data-live-state]");
  let revision = Number(board.dataset.revision);
  let wanted = revision;
  let asked = 0;
  let waits = null;

  function tell(on) {
    if (state) state.textContent = on ? state.dataset.on : state.dataset.off;
  }

  function focused() {
    const one = document.activeElement;
    const part = one && one.closest("[data-part]");
    return part && one.getAttribute("href") ? [part.dataset.part, one.getAttribute("href")] : null;
  }

  function put(page) {
    const kept = focused();
    for (const old of document.querySelectorAll("[data-part]")) {
      const fresh = page.querySelector(`[data-part="${old.dataset.part}"]`);
      if (fresh && fresh.innerHTML !== old.innerHTML) {
        const rooms = [...old.querySelectorAll(".table-room")].map((room) => [room.scrollLeft, room.scrollTop]);
        old.innerHTML = fresh.innerHTML;
        [...old.querySelectorAll(".table-room")].forEach((room, place) => {
          if (rooms[place]) [room.scrollLeft, room.scrollTop] = rooms[place];
        });
      }
    }
    if (kept) {
      const again = [...document.querySelectorAll(`[data-part="${kept[0]}"] a`)];
      const same = again.find((link) => link.getAttribute("href") === kept[1]);
      if (same && document.activeElement !== same) same.focus({ preventScroll: true });
    }
  }

  async function ask() {
    waits = null;
    if (document.querySelector("[data-part] :active")) return later(apart);
    asked = Date.now();
    try {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (answer.redirected) return location.assign(answer.url);
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live]");
      revision = fresh ? Number(fresh.dataset.revision) : revision;
      apart = Math.max(least, 4 * (Date.now() - asked));
      put(page);
      if (revision < wanted) later(apart);
    } catch {
      later(4 * apart);
    }
  }

  function later(pause) {
    if (waits === null) waits = setTimeout(ask, Math.max(pause, asked + apart - Date.now()));
  }

  const source = new EventSource(board.dataset.live);
  source.addEventListener("open", () => tell(true));
  source.addEventListener("error", () => tell(false));
  source.addEventListener("board", (event) => {
    tell(true);
    wanted = Number(event.lastEventId);
    if (wanted !== revision) later(0);
  });
  addEventListener("pagehide", () => source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
})();

// Full screen, where the browser has it.
for (const button of document.querySelectorAll("[data-fullscreen]")) {
  if (!document.fullscreenEnabled) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  });
}

// A link with [data-key] is followed by that key, unless one is typing or scrolls something.
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.target.closest("input, textarea, select, [tabindex='0']")) return;
  const link = [...document.querySelectorAll("a[data-key]")].find((one) => {
    return one.dataset.key === (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  });
  if (!link) return;
  event.preventDefault();
  location.replace(link.href);
});
