// Joined by the server to the wasm-bindgen glue of the build into one module, so that one hash covers both.
// START is filled in by the server: the address and the hash of the wasm file.
//
// Three things, in this order: be ready for the app to fail, start it, follow new releases. Between this file and the app there are
// only events on the window:
//   app → here   tsumugu-stopped      it has panicked; `place` is where in the code, and never what a person wrote
//   app → here   tsumugu-started      it has taken the place of the words that the server wrote
//   here → app   tsumugu-update       a new release is on the device and waits; `data-update` of the document says it again
//   app → here   tsumugu-take-over    everything typed is saved, and the person wants the new release
const root = document.documentElement;
root.dataset.app = "starting";

// ── When the app cannot go on ────────────────────────────────────────────────────────────────────────────────────────────────
// The notice stands in every page, outside of what the app takes over, and nothing here needs the app.

const HOUR = 60 * 60 * 1000;
/** How long reading the records may take before the file is made of what is there. */
const PATIENCE = 5000;

let registration;

function stop() {
  if (root.dataset.app === "stopped") return;
  root.dataset.app = "stopped";
  document.getElementById("stopped")?.focus();
  // A release that repairs it may be there already.
  registration?.update().catch(() => {});
}

addEventListener("tsumugu-stopped", (event) => {
  console.error("tsumugu stopped", event.place);
  stop();
});
// An error that went through the app has left it half done. Errors of extensions do not stop it.
const through = (error) => error?.name === "RuntimeError" || String(error?.stack).includes("wasm");
addEventListener("error", (event) => through(event.error) && stop());
addEventListener("unhandledrejection", (event) => event.reason?.name === "RuntimeError" && stop());

const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

/** Every row of the journal as it stands on the disk; pictures in base64. */
function journal() {
  const kept = {};
  return new Promise((done) => {
    const end = () => done(kept);
    setTimeout(end, PATIENCE);
    const asked = indexedDB.open("tsumugu");
    // Nothing is there: then nothing is made either.
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = end;
    asked.onsuccess = () => {
      const stores = [...asked.result.objectStoreNames];
      if (stores.length === 0) return end();
      const tx = asked.result.transaction(stores);
      tx.oncomplete = tx.onabort = end;
      for (const name of stores) {
        kept[name] = [];
        tx.objectStore(name).openCursor().onsuccess = ({ target: { result: at } }) => {
          if (!at) return;
          kept[name].push([at.key, at.value instanceof Uint8Array ? base64(at.value) : at.value]);
          at.continue();
        };
      }
    };
  });
}

/** What a part of the device gives, or nothing when it refuses. */
async function given(ask) {
  try {
    return await ask();
  } catch {
    return null;
  }
}

// The raw rows of both copies, and the words in the fields of this page, which may not be in either.
async function rescue() {
  const shelf = await given(() => Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith("tsumugu."))));
  // What opens a backup or a sheet does not belong in a file that anybody may read.
  const closed = "[type=file], [type=password], [data-secret]";
  // What the server wrote takes no words.
  const fields = [...document.querySelectorAll(`:is(input, textarea):not(${closed}, [inert] *)`)];
  const written = fields.filter((field) => field.id && field.value);
  const screen = written.map((field) => [field.id, field.value]);
  return JSON.stringify({ tsumugu: "rescue", schema: 1, made: Date.now(), journal: await given(journal), shelf, screen }, null, 1);
}

async function handOut(button) {
  const file = await given(rescue);
  if (file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file], { type: "application/json" }));
    link.download = button.dataset.file;
    link.rel = "external";
    document.body.append(link);
    link.click();
    link.remove();
  }
  document.getElementById("stopped").dataset.file = file ? "made" : "failed";
}

document.getElementById("stopped-save")?.addEventListener("click", ({ currentTarget }) => handOut(currentTarget));
document.getElementById("stopped-again")?.addEventListener("click", (event) => {
  event.preventDefault();
  takeOver();
});

// ── The app ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** theme.js has held back the first paint for this. */
const shown = () => root.removeAttribute("data-starting");
addEventListener("tsumugu-started", () => {
  if (root.dataset.app === "starting") root.dataset.app = "running";
  shown();
});

const wasm = (cache) => fetch(START.wasm, { integrity: START.integrity, credentials: "same-origin", cache });
try {
  // theme.js has asked for it where a worker has it. Bytes that are not those of this build: once more, past browser and worker.
  await __wbg_init({ module_or_path: window.tsumuguCode ?? wasm("default") }).catch(() => __wbg_init({ module_or_path: wasm("reload") }));
  start();
} catch {
  stop();
  shown();
}

// ── New releases ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

function waits() {
  if (!registration.waiting || !registration.active) return;
  root.dataset.update = "ready";
  dispatchEvent(new Event("tsumugu-update"));
}

async function follow() {
  registration = await navigator.serviceWorker.register("/sw.js", { scope: "/" });
  const watch = () => registration.installing?.addEventListener("statechange", waits);
  registration.addEventListener("updatefound", watch);
  watch();
  waits();
  // A page that stays open for days asks again when somebody comes back to it.
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

// Only this page is loaded anew. The others go on with what they have; their words are not touched.
function takeOver() {
  const worker = registration?.waiting;
  // Another tab has let it take over already, or there is none.
  if (!worker) return location.reload();
  worker.addEventListener("statechange", () => worker.state === "activated" && location.reload());
  worker.postMessage({ type: "take-over" });
}
addEventListener("tsumugu-take-over", takeOver);

if ("serviceWorker" in navigator) follow().catch(() => {});
// Brought back from the browser's memory of pages, this one may show what another page has changed since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
