// The bytes of the code of a page (wasm and start module, as the server sends them, squeezed) against their bounds. 1 kB is 1000 bytes.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";

/**
 * One page of each bundle that residents use. `bound` is what the design asks for: 175 kB for the first view, and for the others what they
 * took before the views were stock Leptos, times 1.15. `held` is what this check fails past: while a bound is missed, it is what stands in
 * docs/measurements.md and 2 % for the next small change, so that the miss is said in every run and does not grow unseen.
 */
const HOME = { bound: 175_000, held: 268_500 };
const OTHERS = {
  "/card": { bound: 1.15 * 215_800, held: 359_000 },
  "/plan": { bound: 1.15 * 347_000, held: 525_000 },
  "/print": { bound: 1.15 * 316_400, held: 493_000 },
};

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
  const server = spawn(PROGRAM, ["serve", "--address", "127.0.0.1:0", "--site", SITE, "--data", `${TARGET}/data`], { env: {}, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const line = await Promise.race([once(server.stdout, "data"), once(server, "exit").then(() => null)]);
    if (!line) stop("The server did not start.");
    const base = line.toString().trim();
    const others = [];
    for (const [path, limit] of Object.entries(OTHERS)) others.push({ path, ...limit, ...(await view(base, path)) });
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
line("code of the first view", "", kB(code(first)), `bound ${kB(HOME.bound)}`);
line("style", "", kB(first.css));
line("page /", "", kB(first.html));
line("fonts", "", font ? "some" : "none", "none");
line("whole first view", "", kB(code(first) + first.css + first.html));
for (const other of others) line(`code of ${other.path}`, kB(other.raw), kB(code(other)), `bound ${kB(other.bound)}`);

const pages = [{ path: "/", ...HOME, ...first }, ...others];
const missed = pages.filter((page) => code(page) > page.bound).map((page) => `${page.path} by ${kB(code(page) - page.bound)}`);
const past = pages.filter((page) => code(page) > page.held).map((page) => `${page.path} has ${kB(code(page) - page.held)} more code than it may`);
if (font) past.push("a web font");
if (past.length > 0) stop(`\nLarger than is held: ${past.join("; ")}.`);
console.log(missed.length > 0 ? `\n   BOUND MISSED (docs/measurements.md): ${missed.join("; ")}.` : "\n   Within the bounds.");
