// The live board, full screen, and stepping by keys. Every page does its work without this file.
"use strict";

// The page at an address, read again; where it leads to the log-in, so does this one.
async function readPage(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (answer.redirected) location.assign(answer.url);
  if (answer.redirected || !answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// The [data-part]s of a page in place of those that are shown: what is scrolled or has the focus stays so.
function putParts(page) {
  const had = document.activeElement;
  const held = had && had.closest("[data-part]");
  for (const old of document.querySelectorAll("[data-part]")) {
    const fresh = page.querySelector(`[data-part="${old.dataset.part}"]`);
    if (!fresh || fresh.innerHTML === old.innerHTML) continue;
    const rooms = [...old.querySelectorAll(".table-room")].map((room) => [room.scrollLeft, room.scrollTop]);
    old.innerHTML = fresh.innerHTML;
    [...old.querySelectorAll(".table-room")].forEach((room, place) => {
      if (rooms[place]) [room.scrollLeft, room.scrollTop] = rooms[place];
    });
  }
  if (!held || document.activeElement === had) return;
  const links = [...held.querySelectorAll("a[href]")];
  const again = links.find((link) => {
    return had.dataset.key ? link.dataset.key === had.dataset.key : link.getAttribute("href") === had.getAttribute("href");
  });
  if (again) again.focus({ preventScroll: true });
}

// [data-live] names a stream of events: when the board is another, this page is asked for again, unless somebody is
// just pressing something in it. At most twice a second, and less often where an answer takes long.
(function live() {
  const board = document.querySelector("[data-live]");
  if (!board || !window.EventSource) return;
  const least = 500;
  const state = document.querySelector("[data-live-state]");
  let apart = least;
  let revision = Number(board.dataset.revision);
  let wanted = revision;
  let asked = 0;
  let waits = null;

  function tell(on) {
    if (state) state.textContent = on ? state.dataset.on : state.dataset.off;
  }

  async function ask() {
    waits = null;
    if (document.querySelector("[data-part] :active")) return later(apart);
    asked = Date.now();
    try {
      const page = await readPage(location.href);
      const fresh = page.querySelector("[data-live]");
      revision = fresh ? Number(fresh.dataset.revision) : revision;
      apart = Math.max(least, 4 * (Date.now() - asked));
      putParts(page);
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

// A link with [data-key] is followed by that key as by a click, in place: another page would end full screen.
(function stepping() {
  let busy = false;

  async function step(link) {
    if (busy) return;
    busy = true;
    try {
      const page = await readPage(link.href);
      putParts(page);
      history.replaceState(null, "", link.href);
      document.title = page.title;
      const said = document.querySelector("[data-said]");
      if (said) said.textContent = page.title;
    } catch {
      location.replace(link.href);
    }
    busy = false;
  }

  const plain = (event) => !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-key]");
    if (!link || !plain(event) || event.button !== 0) return;
    event.preventDefault();
    step(link);
  });
  document.addEventListener("keydown", (event) => {
    if (!plain(event) || event.target.closest("input, textarea, select, [tabindex='0']")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const link = [...document.querySelectorAll("a[data-key]")].find((one) => one.dataset.key === key);
    if (!link) return;
    event.preventDefault();
    step(link);
  });
})();
