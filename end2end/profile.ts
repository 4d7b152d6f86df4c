// A browser profile of its own on the disk, as a person's browser has one: it outlives the browser, and the browser can be killed.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import { contextOptions, launchOptions } from "./chromium";
import type { Guard } from "./guard";

export class Profile {
  #context: BrowserContext | undefined;

  private constructor(
    readonly folder: string,
    private readonly options: BrowserContextOptions,
    private readonly guard: Guard | undefined,
  ) {}

  static async make(options: BrowserContextOptions = {}, guard?: Guard): Promise<Profile> {
    return new Profile(await mkdtemp(join(tmpdir(), "tsumugu-profile-")), options, guard);
  }

  /** What a person has set in the browser; before its first start. */
  async prefer(preferences: object): Promise<void> {
    await mkdir(join(this.folder, "Default"), { recursive: true });
    await writeFile(join(this.folder, "Default", "Preferences"), JSON.stringify(preferences));
  }

  /** Starts the browser on this profile. Service workers and everything that was stored are still there. */
  async open(): Promise<BrowserContext> {
    if (this.#context) throw new Error("this profile is open already");
    const context = await chromium.launchPersistentContext(this.folder, { ...launchOptions, ...contextOptions, ...this.options });
    this.guard?.watch(context);
    context.on("close", () => (this.#context = undefined));
    this.#context = context;
    return context;
  }

  /** Closes the browser as a person does. */
  async close(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /**
   * Ends every process of the browser at once, without a chance to write anything (SIGKILL to its process group). `when` is waited
   * for after everything is prepared, so that not much time passes between it and the end.
   */
  async kill(when?: () => Promise<unknown>): Promise<void> {
    const context = this.#context;
    if (!context) throw new Error("this profile is not open");
    const leader = await this.#leader();
    await when?.();
    const closed = new Promise<void>((done) => context.once("close", () => done()));
    process.kill(-leader, "SIGKILL");
    await closed;
    this.#context = undefined;
    await this.#gone();
  }

  /** The first process of the browser: it writes its number beside the profile. Only a process that names this folder is ours. */
  async #leader(): Promise<number> {
    const leader = Number((await readlink(join(this.folder, "SingletonLock"))).split("-").at(-1));
    const command = await readFile(`/proc/${leader}/cmdline`, "utf8");
    const group = (await readFile(`/proc/${leader}/stat`, "utf8")).split(") ")[1]?.split(" ")[2];
    if (!command.includes(this.folder)) throw new Error(`process ${leader} is not the browser of ${this.folder}`);
    if (Number(group) !== leader) throw new Error(`process ${leader} does not lead its group`);
    return leader;
  }

  /** Waits until no process names this folder any more, so that nothing writes into it behind the next start. */
  async #gone(): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
      const texts = await Promise.all(all.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")));
      if (!texts.some((text) => text.includes(this.folder))) return;
      await new Promise((later) => setTimeout(later, 20));
    }
    throw new Error(`processes of ${this.folder} are still there after the kill`);
  }

  async remove(): Promise<void> {
    await this.close();
    if (existsSync(this.folder)) await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
