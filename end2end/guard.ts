// Watches everything that pages and service workers do. A test fails on any console error or warning, page error, panic, blocked
// content, request to another origin, open socket, and on any request or console line that carries what a person typed.
import type { BrowserContext, ConsoleMessage, Request, Worker } from "@playwright/test";
import { carried, tells, type Sent } from "./carried";

export type Kind = "console" | "page error" | "content policy" | "crash" | "other origin" | "socket" | "carries what was typed";

export interface Finding {
  kind: Kind;
  text: string;
}

const LOUD = new Set(["error", "warning", "assert"]);

export class Guard {
  readonly #typed = new Set<string>();
  readonly #found: Finding[] = [];
  readonly #allowed: RegExp[] = [];
  readonly #sent: Sent[] = [];
  readonly #said: string[] = [];
  readonly #open: Promise<unknown>[] = [];

  constructor(private readonly origin: string) {}

  /** Remembers a value that a person typed, and gives it back. */
  typed(value: string): string {
    if (value.trim() !== "") this.#typed.add(value);
    return value;
  }

  /** Expects a message that this one test provokes, such as a failed request while the server is stopped. */
  allow(message: RegExp): void {
    this.#allowed.push(message);
  }

  watch(context: BrowserContext): void {
    context.on("console", (message) => this.#heard(message));
    context.on("weberror", (error) => this.#add("page error", String(error.error().stack ?? error.error())));
    context.on("request", (request) => this.#request(request));
    context.on("serviceworker", (worker) => this.#worker(worker));
    context.serviceWorkers().forEach((worker) => this.#worker(worker));
    context.on("page", (page) => {
      page.on("crash", () => this.#add("crash", page.url()));
      page.on("websocket", (socket) => this.#add("socket", socket.url()));
    });
  }

  #worker(worker: Worker): void {
    worker.on("console", (message) => this.#heard(message));
  }

  #heard(message: ConsoleMessage): void {
    const { url } = message.location();
    this.#said.push(message.text());
    if (!LOUD.has(message.type())) return;
    const kind = /content security policy|integrity-policy|permissions.policy/i.test(message.text()) ? "content policy" : "console";
    this.#add(kind, `${message.type()}: ${message.text()}${url ? ` (${url})` : ""}`);
  }

  #request(request: Request): void {
    const url = request.url();
    if (/^(data|blob|about|chrome-extension):/.test(url)) return;
    if (new URL(url).origin !== this.origin) this.#add("other origin", `${request.method()} ${url}`);
    const sent: Sent = { url, headers: request.headers(), body: request.postDataBuffer() ?? Buffer.alloc(0) };
    this.#sent.push(sent);
    // With cookies and what else the network adds; not to be had any more when the page has gone.
    const late = request.allHeaders().then((headers) => Object.assign(sent.headers, headers), () => undefined);
    this.#open.push(Promise.race([late, new Promise((done) => setTimeout(done, 2_000))]));
  }

  #add(kind: Kind, text: string): void {
    this.#found.push({ kind, text });
  }

  /** Everything that was sent so far. */
  async sent(): Promise<readonly Sent[]> {
    await Promise.all(this.#open);
    return this.#sent;
  }

  /** What must not have happened. Afterwards the list is empty. */
  async take(): Promise<Finding[]> {
    const typed = this.#typed;
    for (const sent of await this.sent()) {
      for (const value of carried(sent, typed)) this.#add("carries what was typed", `${value} → ${sent.url}`);
    }
    for (const text of this.#said) {
      for (const value of tells(text, typed)) this.#add("carries what was typed", `${value} → console: ${text}`);
    }
    this.#sent.length = 0;
    this.#said.length = 0;
    const found = this.#found.splice(0);
    return found.filter(({ text }) => !this.#allowed.some((allowed) => allowed.test(text)));
  }
}
