// The bytes of the code of a page (wasm and start module, as the server sends them, squeezed) against their bounds. 1 kB is 1000 bytes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";

/** The first view of a resident. */
const HOME = 175_000;
/** One page of each other bundle: what it took before the views were stock Leptos, times 1.15. */
const OTHERS = { "/card": 1.15 * 215_800, "/plan": 1.15 * 347_000, "/print": 1.15 * 316_400 };

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? `${ROOT}target`;
const PROGRAM = process.env.TSUMUGU_PROGRAM ?? `${TARGET}/release/tsumugu`;
const SITE = process.env.TSUMUGU_SITE ?? `${ROOT}target/site`;
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

/** A page and the files that it names. */
async function view(base, path) {
  const text = async (file) => (await fetch(base + file)).text();
  const html = await text(path);
  const [, style] = /<link rel="stylesheet" href="([^"]+)"/.exec(html) ?? stop(`${path} names no style sheet.`);
  const [, module] = /<script type="module" src="([^"]+)"/.exec(html) ?? stop(`${path} names no start module.`);
  const [, wasm] = /const START = \{ wasm: "([^"]+)"/.exec(await text(module)) ?? stop(`The start module of ${path} names no wasm file.`);
  return {
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
    const others = [];
    for (const [path, most] of Object.entries(OTHERS)) others.push({ path, most, ...(await view(base, path)) });
    return { first: await view(base, "/"), others };
  } finally {
    server.kill();
  }
}

// ── The table ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

for (const path of [PROGRAM, `${SITE}/pkg`]) {
  if (!existsSync(path)) stop(`${path} is not there. Build the app first: cargo leptos build --release   (or: ./dev run)`);
}
const { first, others } = await ours();
const code = ({ wasm, js }) => wasm + js;
const font = first.faces || readdirSync(SITE, { recursive: true }).some((name) => FONTS.test(name));

const line = (name, raw, sent, note = "") => console.log(`   ${name.padEnd(34)}${raw.padStart(10)}${sent.padStart(12)}   ${note}`.trimEnd());
line("", "plain", "brotli");
line("wasm", kB(first.raw), kB(first.wasm));
line("start module", "", kB(first.js));
line("code of the first view", "", kB(code(first)), `at most ${kB(HOME)}`);
line("style", "", kB(first.css));
line("page /", "", kB(first.html));
line("fonts", "", font ? "some" : "none", "none");
line("whole first view", "", kB(code(first) + first.css + first.html));
for (const other of others) line(`code of ${other.path}`, kB(other.raw), kB(code(other)), `at most ${kB(other.most)}`);

const past = [{ path: "/", most: HOME, ...first }, ...others]
  .filter((page) => code(page) > page.most)
  .map((page) => `${page.path} has ${kB(code(page) - page.most)} more code than allowed`);
if (font) past.push("a web font");
if (past.length > 0) stop(`\nPast the bound: ${past.join("; ")}.`);
console.log("\n   Within the bounds.");
