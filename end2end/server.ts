// The real server, as a person would start it. Tests stop it to see what works without it, and start it again at the same address.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROGRAM = process.env["TSUMUGU_PROGRAM"] ?? `${ROOT}/target/release/tsumugu`;
export const SITE = process.env["TSUMUGU_SITE"] ?? `${ROOT}/target/site`;
/** What the site was rendered from. */
export const BUILT = process.env["TSUMUGU_BUILT"] ?? `${ROOT}/target/built`;
/** It compares every file with the list before it answers. */
const START = 60_000;

/** Renders another site, as an operator does for a new release. */
export async function render(built: string, site: string): Promise<void> {
  await promisify(execFile)(PROGRAM, ["render", "--built", built, "--site", site], { env: {} });
}

export class Server {
  readonly url: string;
  #child: ChildProcess | undefined;
  #said = "";

  /** The folder that it serves. Another one takes effect at the next start, as with a new release. */
  site = SITE;

  /** Where it keeps what was shared; stays when it is stopped and started, and goes with this process. */
  readonly data = mkdtempSync(join(tmpdir(), "tsumugu-data-"));

  private constructor(private readonly address: string) {
    this.url = `http://${address}`;
    process.once("exit", () => rmSync(this.data, { recursive: true, force: true }));
  }

  /** A server on a free port of this machine, not started yet. */
  static async make(): Promise<Server> {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const found = probe.address();
    if (found === null || typeof found === "string") throw new Error("no free port");
    probe.close();
    await once(probe, "close");
    return new Server(`127.0.0.1:${found.port}`);
  }

  get running(): boolean {
    return this.#child !== undefined;
  }

  /** The process, for measuring it. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts it and waits until it answers; does nothing when it runs. */
  async start(): Promise<void> {
    if (this.#child) return;
    this.#said = "";
    // Nothing of the environment: settings of a developer's shell must not change what is tested.
    const child = spawn(PROGRAM, ["serve", "--address", this.address, "--site", this.site, "--data", this.data], {
      env: {},
      stdio: ["ignore", "pipe", "pipe"],
    });
    const hear = (bytes: Buffer) => (this.#said += bytes.toString());
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (error) => (this.#said += `${PROGRAM}: ${error.message}`));
    this.#child = child;
    const deadline = Date.now() + START;
    while (!(await this.#healthy())) {
      const ended = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
      if (ended || Date.now() > deadline) {
        await this.kill();
        throw new Error(`The server did not start. It said: ${this.#said || "nothing"}`);
      }
      await new Promise((later) => setTimeout(later, 50));
    }
  }

  async #healthy(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/healthz`, { headers: { connection: "close" } })).ok;
    } catch {
      return false;
    }
  }

  /** Asks it to stop, and waits until nobody answers any more. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  }
}
