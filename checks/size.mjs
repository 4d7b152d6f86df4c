// The bytes of a resident's first view against their bounds. 1 kB is 1000 bytes.
//
// Ours are counted as the server sends them: the page and the files that it names, squeezed. The control is checks/counter, the
// smallest Leptos app with pages that hydrates: same profile, same wasm-bindgen, same wasm-opt. It is built once for each change of what it
// is made of and remembered in target/.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const MOST = 170_000;
const TIMES = 2.0;

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? `${ROOT}target`;
const PROGRAM = process.env.TSUMUGU_PROGRAM ?? `${TARGET}/release/tsumugu`;
const SITE = process.env.TSUMUGU_SITE ?? `${ROOT}target/site`;
const COUNTER = `${ROOT}checks/counter`;
const FONTS = /\.(woff2?|ttf|otf|eot)$/;

const stop = (text) => {
  console.error(text);
  process.exit(1);
};
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

// ── Ours ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** How many bytes a file is as it travels. */
async function get(url) {
  const [answer] = await once(http.get(url, { agent: false, headers: { "accept-encoding": "br" } }), "response");
  const parts = [];
  for await (const part of answer) parts.push(part);
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode}`);
  return Buffer.concat(parts).length;
}

/** A page, the files that it names, and which module starts it. */
async function view(base, path) {
  const text = async (file) => (await fetch(base + file)).text();
  const html = await text(path);
  const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? stop(`${path} names no style sheet.`);
  const [, module] = /<script type="module" src="([^"]+)"/.exec(html) ?? stop(`${path} names no start module.`);
  const [, wasm] = /const START = \{ wasm: "([^"]+)"/.exec(await text(module)) ?? stop(`The start module of ${path} names no wasm file.`);
  return {
    module,
    raw: (await (await fetch(base + wasm)).arrayBuffer()).byteLength,
    wasm: await get(base + wasm),
    js: await get(base + module),
    css: await get(base + style),
    html: await get(base + path),
    faces: /@font-face/i.test(await text(style)),
  };
}

async function ours() {
  const server = spawn(PROGRAM, ["serve", "--address", "127.0.0.1:0", "--site", SITE], { env: {}, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const line = await Promise.race([once(server.stdout, "data"), once(server, "exit").then(() => null)]);
    if (!line) stop("The server did not start.");
    const base = line.toString().trim();
    return { first: await view(base, "/"), later: [await view(base, "/card"), await view(base, "/print")] };
  } finally {
    server.kill();
  }
}

// ── The counter ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

const manifest = readFileSync(`${ROOT}Cargo.toml`, "utf8");

/** The lines of the app's profile, as arguments for cargo. */
function profile() {
  const [, lines] = /\[profile\.wasm-release\]\n((?:.+\n)+)/.exec(manifest) ?? stop("Cargo.toml has no profile wasm-release.");
  return lines.split("\n").filter(Boolean).map((line) => `--config=profile.wasm-release.${line}`);
}

/** What cargo-leptos gives to wasm-opt: our list where Cargo.toml has one, else its own. */
function optimiser() {
  const list = /^wasm-opt-features = \[([^\]]*)\]/m.exec(manifest);
  return list ? JSON.parse(`[${list[1]}]`) : ["-Oz", "--enable-bulk-memory", "--enable-nontrapping-float-to-int"];
}

/** Every package of a lock file with its version. */
function packages(file) {
  const found = readFileSync(file, "utf8").matchAll(/^name = "([^"]+)"\nversion = "([^"]+)"/gm);
  return new Set([...found].map(([, name, version]) => `${name} ${version}`));
}

function run(program, args) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: 1 << 26 });
  if (done.status !== 0) stop(`${program} ${args.join(" ")}\n${done.error?.message ?? done.stderr}`);
  return done.stdout;
}

function counter() {
  const app = packages(`${ROOT}Cargo.lock`);
  const other = [...packages(`${COUNTER}/Cargo.lock`)].filter((item) => !app.has(item) && item !== "counter 0.0.0");
  if (other.length > 0) {
    stop(`checks/counter/Cargo.lock has other versions than Cargo.lock: ${other.join(", ")}.\nCopy Cargo.lock over it and run: cargo update --workspace --offline --manifest-path checks/counter/Cargo.toml`);
  }
  const sources = ["Cargo.toml", "Cargo.lock", "src/lib.rs"].map((name) => readFileSync(`${COUNTER}/${name}`, "utf8"));
  const tools = [run("rustc", ["-V"]), run("wasm-bindgen", ["--version"]), run("wasm-opt", ["--version"])];
  const key = createHash("sha256").update(JSON.stringify([sources, tools, profile(), optimiser()])).digest("hex");
  const kept = `${TARGET}/counter/size.json`;
  if (existsSync(kept)) {
    const size = JSON.parse(readFileSync(kept, "utf8"));
    if (size.key === key) return size;
  }
  const size = { key, ...build() };
  writeFileSync(kept, JSON.stringify(size));
  return size;
}

/** As cargo-leptos builds the app, in the same folder, so that what both are made of is compiled once. */
function build() {
  console.log("   Building the counter to compare with; a minute, and not again until its parts change.");
  const front = `${TARGET}/front`;
  const out = `${TARGET}/counter`;
  mkdirSync(out, { recursive: true });
  const wasm32 = ["--target=wasm32-unknown-unknown", "--profile=wasm-release", ...profile()];
  run("cargo", ["build", "--quiet", "--locked", "--lib", `--manifest-path=${COUNTER}/Cargo.toml`, `--target-dir=${front}`, ...wasm32]);
  run("wasm-bindgen", ["--target=web", "--out-name=counter", `--out-dir=${out}`, `${front}/wasm32-unknown-unknown/wasm-release/counter.wasm`]);
  run("wasm-opt", [...optimiser(), `${out}/counter_bg.wasm`, "-o", `${out}/counter.wasm`]);
  const wasm = readFileSync(`${out}/counter.wasm`);
  return { raw: wasm.length, wasm: squeezed(wasm), js: squeezed(readFileSync(`${out}/counter.js`)) };
}

/** With brotli as the server does it. */
function squeezed(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

// ── The table ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const path of [PROGRAM, `${SITE}/pkg`]) {
  if (!existsSync(path)) stop(`${path} is not there. Build the app first: cargo leptos build --release   (or: ./dev run)`);
}
const { first, later } = await ours();
const least = counter();
const code = first.wasm + first.js;
const control = least.wasm + least.js;
const font = first.faces || readdirSync(SITE, { recursive: true }).some((name) => FONTS.test(name));

const line = (name, raw, sent, note = "") => console.log(`   ${name.padEnd(34)}${raw.padStart(10)}${sent.padStart(12)}   ${note}`.trimEnd());
line("", "plain", "brotli");
line("wasm", kB(first.raw), kB(first.wasm));
line("start module", "", kB(first.js));
line("code of the first view", "", kB(code), `at most ${kB(MOST)}`);
line("a minimal Leptos counter", kB(least.raw), kB(control));
line("ours ÷ counter", "", (code / control).toFixed(2), `at most ${TIMES.toFixed(2)}`);
line("style", "", kB(first.css));
line("page /", "", kB(first.html));
line("fonts", "", font ? "some" : "none", "none");
line("whole first view", "", kB(code + first.css + first.html));
for (const [name, other] of [["for writing", later[0]], ["for paper and files", later[1]]]) {
  if (other.module !== first.module) line(`code of the pages ${name}`, kB(other.raw), kB(other.wasm + other.js));
}

const past = [];
if (code > MOST) past.push(`${kB(code - MOST)} more code than allowed`);
if (code > TIMES * control) past.push(`${(code / control).toFixed(2)} times the counter`);
if (font) past.push("a web font");
if (past.length > 0) stop(`\nPast the bound: ${past.join("; ")}.`);
console.log("\n   Within the bounds.");
