// The walls between crates and folders (ARCHITECTURE.md), read from the manifests and from the sources.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const read = (path) => readFileSync(ROOT + path, "utf8");
const wrong = [];

// ── Manifests ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What each crate may depend on, beside itself in tests. */
const MAY = {
  record: ["serde", "serde_json", "chrono"],
  seal: ["aes-gcm", "argon2", "base64ct", "hkdf", "hpke", "miniz_oxide", "serde", "serde_json", "sha2", "zeroize"],
  words: ["record", "chrono"],
  share: ["base64ct", "serde", "serde_json", "zeroize"],
  exchange: ["record", "words", "base64ct", "chrono", "serde_json", "qrcodegen"],
  store: ["record", "exchange", "seal", "base64ct", "serde", "serde_json", "unicode-normalization"],
  app: [
    "record", "words", "exchange", "store", "leptos", "leptos_meta", "leptos_router", "any_spawner", "chrono", "serde", "serde_json", "gloo-storage",
    "js-sys", "wasm-bindgen", "wasm-bindgen-futures", "web-sys",
  ],
  frontend: ["app", "wasm-bindgen"],
  server: [
    "app", "leptos", "leptos_axum", "leptos_config", "axum", "tokio", "hyper", "hyper-util", "tower", "tower-http", "headers", "clap", "thiserror",
    "tracing", "tracing-subscriber", "brotli", "base64ct", "sha2", "share", "sqlx", "serde", "serde_json", "argon2", "chrono", "futures", "getrandom",
    "governor", "hmac", "http-body-util", "prometheus-client",
  ],
};

/** Names under `[dependencies]`, `[dependencies.x]` and the same for a target. */
function dependencies(manifest) {
  const found = new Set();
  let inside = false;
  for (const line of manifest.split("\n")) {
    const table = /^\[(?:target\.[^\]]+\.)?dependencies(?:\.([\w-]+))?\]/.exec(line);
    if (line.startsWith("[")) inside = Boolean(table) && !table[1];
    if (table?.[1]) found.add(table[1]);
    const entry = /^([\w-]+)(?:\.workspace)?\s*=/.exec(line);
    if (inside && entry) found.add(entry[1]);
  }
  return found;
}

const members = JSON.parse(/^members = (\[[^\]]*\])/m.exec(read("Cargo.toml"))[1]);
for (const folder of members) {
  const member = folder.split("/").at(-1);
  if (!MAY[member]) wrong.push(`${member}: a crate that ARCHITECTURE.md and checks/walls.mjs do not know`);
  for (const name of dependencies(read(`${folder}/Cargo.toml`))) {
    if (!MAY[member]?.includes(name)) wrong.push(`${folder}/Cargo.toml: ${member} must not depend on ${name}`);
  }
}
if (/crate-type\s*=\s*\[[^\]]*rlib/.test(read("frontend/Cargo.toml"))) wrong.push("frontend: cdylib only, or link-time optimisation is lost");

// ── Sources ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const files = (folder) =>
  readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".rs"))
    .map((entry) => `${entry.parentPath.slice(ROOT.length)}/${entry.name}`.replaceAll("//", "/"));

/** A source without comments and without its tests: what a wall is about is the code. */
const code = (path) =>
  read(path)
    .split(/^#\[cfg\(test\)\]\n(?:#\[[^\n]*\]\n)*mod \w+ \{/m)[0]
    .split("\n")
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ""))
    .join("\n");

/** Files and folders that are there for tests alone. */
const TESTS = [
  "crates/store/src/proof/", "crates/store/src/histories/", "crates/store/src/fuzz/", "crates/store/src/frozen.rs",
  "crates/store/src/port/memory.rs", "crates/words/src/sentences.rs"];

/** Where something must not stand, and why. */
const NEVER = [
  { in: "app/src", but: "app/src/browser/", what: /\b(web_sys|js_sys|gloo_storage)::/, why: "web-sys, js-sys and gloo-storage only in app/src/browser" },
  { in: "app/src", what: /\bseal::/, why: "only crates/store seals and opens" },
  { in: "app/src/parts", what: /\bcrate::(pages|browser)\b/, why: "parts know neither pages nor the browser" },
  { in: "app/src/pages", what: /\bcrate::browser\b/, why: "pages know no browser" },
  { in: "crates/words/src", what: /\b(leptos|web_sys|exchange|SystemTime|Instant|Utc::now|Local::now|rand|std::fs|std::net)::/, why: "words is pure and knows no interface" },
  { in: "app/src/workspace", what: /\bcrate::(pages|parts|browser)\b/, why: "workspace knows neither pages nor the browser" },
  { in: "app/src", what: /[\u3041-\u30fa\u4e00-\u9fff]/, why: "what a person reads stands in crates/words" },
  { in: "crates/exchange/src", what: /[\u3041-\u30fa\u4e00-\u9fff]/, why: "what a person reads stands in crates/words" },
  { in: "app/src", what: /\binner_html\b/, why: "no markup from strings" },
  { in: "server/src", what: /\b(record|seal|exchange|store|web_sys)::/, why: "the server cannot name a record, a seal or a browser" },
  { in: "crates/record/src", what: /\b(SystemTime|Instant|Utc::now|Local::now|rand::|std::fs|std::net|web_sys)\b/, why: "record is pure" },
  { in: "crates/exchange/src", what: /\b(SystemTime|Instant|Utc::now|Local::now|rand::|std::fs|std::net|web_sys)\b/, why: "exchange is pure" },
  { in: "crates/store/src", what: /\b(SystemTime|Instant|Utc::now|Local::now|rand::|std::fs|std::net|web_sys::|leptos::|words::)/, why: "store reaches the outside through its ports alone, and has no words" },
  { in: "crates/store/src", what: /[\u3041-\u30fa\u4e00-\u9fff]/, why: "what a person reads stands in crates/words" },
  { in: "crates/share/src", what: /\b(seal|record|exchange)::|\bstd::/, why: "share says what travels: no encryption, no I/O, no clock" },
  { in: "crates/seal/src", what: /\b(record::|std::fs|std::net|web_sys)/, why: "seal works on bytes" },
];

for (const wall of NEVER) {
  for (const path of files(wall.in)) {
    if ((wall.but && path.startsWith(wall.but)) || TESTS.some((test) => path.startsWith(test)) || /\/tests(\.rs|\/)/.test(path)) continue;
    code(path)
      .split("\n")
      .forEach((line, at) => {
        if (wall.what.test(line)) wrong.push(`${path}:${at + 1}: ${wall.why}: ${line.trim().slice(0, 90)}`);
      });
  }
}

// Names of folders and machines that only one of us has.
for (const path of ["app/src", "crates/record/src", "crates/words/src", "crates/exchange/src", "crates/seal/src", "crates/share/src", "crates/store/src", "server/src"].flatMap(files)) {
  if (/["(]\/(root|home|work)\//.test(read(path))) wrong.push(`${path}: names a folder of one machine`);
}

// Documents that only one of us has. What a sentence rests on stands here: the reason itself, a page of this repository, or a public source.
const MADE = ["node_modules", "target", "test-results", "playwright-report"];
const texts = (folder) =>
  readdirSync(ROOT + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder + entry.name;
    if (entry.isDirectory()) return MADE.includes(entry.name) || (entry.name.startsWith(".") && entry.name !== ".ci") ? [] : texts(`${path}/`);
    return /\.(rs|ts|mjs|js|css|toml|txt|md|py|html)$/.test(entry.name) || path === "dev" || path === ".ci/run" ? [path] : [];
  });
const all = texts("");
const pages = new Set(all.filter((path) => path.endsWith(".md")).map((path) => path.split("/").at(-1)));
for (const path of all) {
  read(path)
    .split("\n")
    .forEach((line, at) => {
      // Not in an address: https://…
      const named = line.replace(/\w+:\/\/\S+/g, "").matchAll(/[\w-]+\.md\b/g);
      const missing = [...named].map(([name]) => name).filter((name) => !pages.has(name));
      if (missing.length > 0) wrong.push(`${path}:${at + 1}: names ${missing.join(", ")}, which is not in this repository`);
      if (path !== "checks/walls.mjs" && /\b(research|security) note\b/i.test(line)) wrong.push(`${path}:${at + 1}: names a note that is not in this repository`);
    });
}

if (wrong.length > 0) {
  console.error(wrong.map((line) => `   ${line}`).join("\n"));
  process.exit(1);
}
console.log(`   ${members.length} crates, ${NEVER.length} walls: all stand.`);
