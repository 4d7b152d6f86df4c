// Joined by the server to the wasm-bindgen glue of the build into one module, so that one hash covers both.
// START is filled in by the server: the address and the hash of the wasm file.
const settings = (() => {
  try {
    return JSON.parse(localStorage.getItem("tsumugu.settings") ?? "{}");
  } catch {
    return {};
  }
})();
for (const key of ["step", "theme", "ruby"]) {
  if (typeof settings[key] === "string") document.documentElement.dataset[key] = settings[key];
}
const wasm = fetch(START.wasm, { integrity: START.integrity, credentials: "same-origin" });
// Everything is on the device: the page is painted once, with the person's words in it, and not first without them. Should the
// files be gone or the device slow, the page shows what it has: 119 must never wait.
const show = () => document.documentElement.removeAttribute("data-starting");
if (navigator.serviceWorker?.controller) {
  document.documentElement.dataset.starting = "";
  setTimeout(show, 400);
}
try {
  await __wbg_init({ module_or_path: wasm });
  hydrate();
} finally {
  show();
}
if ("serviceWorker" in navigator) navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch(() => {});
// Brought back from the browser's memory of pages, this one may show what another page has changed since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
