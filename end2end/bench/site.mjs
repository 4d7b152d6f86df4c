// The real server on a site of its own, to which pages without an app are added as controls. It sends them as it sends every
// file, and its service worker keeps them offline like every file.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = process.env.TSUMUGU_PROGRAM ?? `${ROOT}target/release/tsumugu`;
const BUILT = process.env.TSUMUGU_BUILT ?? `${ROOT}target/built`;

export class Site {
  #folder = mkdtempSync(join(tmpdir(), "tsumugu-bench-"));
  #child;
  url = "";

  constructor() {
    if (!existsSync(PROGRAM)) throw new Error(`${PROGRAM} is not there. Build the app first: cargo leptos build --release`);
    cpSync(BUILT, join(this.#folder, "built"), { recursive: true });
  }

  /** Adds a page at `/name`; it is there from the next start. */
  add(name, html) {
    writeFileSync(join(this.#folder, "built", `${name}.html`), html);
  }

  /** Starts the server, at the same address as before. */
  async start() {
    const address = this.url.replace("http://", "") || "127.0.0.1:0";
    const site = join(this.#folder, "site");
    execFileSync(PROGRAM, ["render", "--built", join(this.#folder, "built"), "--site", site], { env: {} });
    const data = join(this.#folder, "data");
    this.#child = spawn(PROGRAM, ["serve", "--address", address, "--site", site, "--data", data], { env: {}, stdio: ["ignore", "pipe", "inherit"] });
    const ended = once(this.#child, "exit").then(() => Promise.reject(new Error("the server did not start")));
    ended.catch(() => {});
    const [line] = await Promise.race([once(this.#child.stdout, "data"), ended]);
    this.url = line.toString().trim();
  }

  async stop() {
    if (!this.#child) return;
    const ended = once(this.#child, "exit");
    this.#child.kill();
    await ended;
    this.#child = undefined;
  }

  async remove() {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The same page without the app: same words, same elements, same style, no script and nothing else to fetch. */
export function still(html) {
  return html
    .replace(/<script[^>]*><\/script>/g, "")
    .replace(/<link rel="(manifest|icon|apple-touch-icon)"[^>]*>/g, "")
    .replace(/<!--.*?-->|<!>/gs, "");
}
