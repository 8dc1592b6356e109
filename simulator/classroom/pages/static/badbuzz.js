// Comfort only: every page does its work without this file.
"use strict";

// The browser's time zone, so that hours are shown in it; what was chosen on a page stays.
(function rememberZone() {
  const kept = document.cookie.split("; ").some((one) => one.startsWith("badbuzz_zone="));
  if (kept) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone) return;
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = "badbuzz_zone=" + encodeURIComponent(zone) + "; Path=/; Max-Age=31536000; SameSite=Lax" + secure;
  const field = document.querySelector("select[name=zone]");
  if (field && [...field.options].some((one) => one.value === zone)) field.value = zone;
})();

// Buttons that copy a text: <button hidden data-copy="text" data-done="Copied">.
for (const button of document.querySelectorAll("button[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  const before = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = before; }, 2000);
  });
}

// Parts of a form that only matter for one choice: <div data-when="mode=exam">. Without script they are all shown.
function showWhatMatters() {
  for (const part of document.querySelectorAll("[data-when]")) {
    const [name, value] = part.dataset.when.split("=");
    const chosen = part.closest("form").querySelector(`[name="${name}"]:checked, select[name="${name}"]`);
    part.hidden = !chosen || chosen.value !== value;
  }
}
document.addEventListener("change", showWhatMatters);
showWhatMatters();

// A form that was sent is not sent twice by a second click.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => { delete form.dataset.sent; }, 3000);
});

// A file that was chosen or dropped is read into the field that one may also paste into.
for (const file of document.querySelectorAll("input[type=file][data-into]")) {
  file.addEventListener("change", async () => {
    const chosen = file.files[0];
    if (!chosen || chosen.size > 1000000) return;
    const bytes = await chosen.arrayBuffer();
    let text;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      text = new TextDecoder("windows-1252").decode(bytes);
    }
    document.getElementById(file.dataset.into).value = text;
    file.value = "";
  });
}
