// What the browser really does with the headers, and that every answer of the running server carries them.
import { once } from "node:events";
import { get as ask, type IncomingMessage, request as open } from "node:http";
import { brotliDecompressSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";

/** Written out by hand, so that a change of the code alone cannot pass. */
const EXPECTED: Record<string, string> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
  "integrity-policy": "blocked-destinations=(script)",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "permissions-policy": "geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=(), camera=(self)",
};

interface Answer {
  status: number;
  headers: IncomingMessage["headers"];
  body: Buffer;
}

async function call(url: string, method = "GET", headers: Record<string, string> = {}): Promise<Answer> {
  const request = method === "GET" ? ask(url, { headers }) : open(url, { method, headers }).end();
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) };
}

/** Everything that the worker keeps offline, and the worker. */
async function everything(url: string): Promise<string[]> {
  const worker = (await call(`${url}/sw.js`)).body.toString();
  return [...worker.matchAll(/^ {2}"(\/[^"]*)": "sha256/gm)].map(([, path]) => path ?? "").concat("/sw.js", "/robots.txt");
}

function carries(answer: Answer, what: string): void {
  const found = Object.fromEntries(Object.keys(EXPECTED).map((name) => [name, answer.headers[name]]));
  expect(found, what).toEqual(EXPECTED);
  for (const name of ["server", "x-powered-by", "set-cookie"]) expect(answer.headers[name], `${name} of ${what}`).toBeUndefined();
  expect(answer.headers["cache-control"], what).toBeTruthy();
}

test("every answer carries every header: pages, files, errors, each method", async ({ server }) => {
  const paths = await everything(server.url);
  expect(paths.length).toBeGreaterThan(60);
  for (const path of paths) carries(await call(server.url + path), path);
  const odd = ["/nothing", "/card/nothing", "/en/nothing", "/pkg/nothing.js", "/card/", "/en/", "/healthz", "/api/v1/shares", "/shl/x", "/%00", "//x"];
  for (const path of [...odd, "/", "/sw.js", "/icon.svg"]) {
    for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"]) {
      const answer = await call(server.url + path, method);
      carries(answer, `${method} ${path}`);
      if (method === "HEAD") expect(answer.body.length, path).toBe(0);
      if (method === "GET" || method === "HEAD") continue;
      // Endpoints know other methods; without what they need they answer with an error as well. A viewer's browser asks before it reads a link.
      if (method === "OPTIONS" && path.startsWith("/shl/")) expect(answer.status, `${method} ${path}`).toBe(200);
      else if (/^\/(api|shl)\//.test(path)) expect(answer.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
      else expect(answer.status, `${method} ${path}`).toBe(405);
    }
  }
  const { etag } = (await call(`${server.url}/`)).headers;
  const unchanged = await call(`${server.url}/`, "GET", { "if-none-match": etag ?? "" });
  expect(unchanged.status).toBe(304);
  carries(unchanged, "304");
});

test("pages and the worker are asked for again, hashed files never", async ({ server }) => {
  for (const path of await everything(server.url)) {
    const kept = (await call(server.url + path)).headers["cache-control"];
    const hashed = path.startsWith("/pkg/");
    const named = /\.(png|svg|txt|webmanifest)$/.test(path);
    expect(kept, path).toBe(hashed ? "public, max-age=31536000, immutable" : named ? "public, max-age=3600" : "no-cache");
    if (hashed) expect(path).toMatch(/^\/pkg\/[a-z]+\.[\w-]{8,}\.(js|css|wasm)$/);
  }
});

test("text travels as brotli, and is the same text", async ({ server }) => {
  for (const path of await everything(server.url)) {
    const [plain, packed] = [await call(server.url + path), await call(server.url + path, "GET", { "accept-encoding": "gzip, br" })];
    if (path.endsWith(".png")) {
      expect(packed.headers["content-encoding"], path).toBeUndefined();
      continue;
    }
    expect(packed.headers["content-encoding"], path).toBe("br");
    expect(packed.headers.vary, path).toBe("accept-encoding");
    expect(brotliDecompressSync(packed.body).equals(plain.body), path).toBe(true);
    expect(packed.body.length, path).toBeLessThan(plain.body.length);
  }
});

/** Does something in the page, outside of the debugger's own rights, and tells which rules of the policy it met. */
async function violations(page: Page, act: string): Promise<string[]> {
  return page.evaluate(
    (act) =>
      new Promise<string[]>((done) => {
        const met: string[] = [];
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => met.push(effectiveDirective));
        const acts: Record<string, () => unknown> = {
          "inline script": () => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.head.append(script);
          },
          "inline event": () => {
            const image = document.createElement("img");
            image.setAttribute("onerror", "window.ran = true");
            document.body.append(image);
          },
          "script address": () => {
            const link = document.createElement("a");
            link.href = "javascript:window.ran = true";
            document.body.append(link);
            link.click();
          },
          eval: () => new Function("window.ran = true")(),
          "foreign script": () => {
            const script = document.createElement("script");
            script.src = "http://127.0.0.1:9/x.js";
            document.head.append(script);
          },
          "foreign request": () => fetch("http://127.0.0.1:9/").catch(() => {}),
          "foreign frame": () => {
            const frame = document.createElement("iframe");
            frame.src = "http://127.0.0.1:9/";
            document.body.append(frame);
          },
          "foreign style": () => {
            const link = document.createElement("link");
            link.rel = "stylesheet";
            link.href = "http://127.0.0.1:9/x.css";
            document.head.append(link);
          },
          "inline style": () => {
            const style = document.createElement("style");
            style.textContent = "body { display: none }";
            document.head.append(style);
          },
          "form to elsewhere": () => {
            const form = document.createElement("form");
            form.action = "http://127.0.0.1:9/";
            document.body.append(form);
            form.submit();
          },
          base: () => {
            const base = document.createElement("base");
            base.href = "http://127.0.0.1:9/";
            document.head.append(base);
          },
        };
        // In a task of its own: what the debugger calls directly may use eval.
        setTimeout(() => {
          try {
            acts[act]?.();
          } catch {
            // It is blocked by an exception; the event tells.
          }
          setTimeout(() => done(met), 200);
        });
      }),
    act,
  );
}

for (const [act, rule] of [
  ["inline script", "script-src-elem"],
  ["inline event", "script-src-attr"],
  ["script address", "script-src-elem"],
  ["eval", "script-src"],
  ["foreign script", "script-src-elem"],
  ["foreign request", "connect-src"],
  ["foreign frame", "frame-src"],
  ["foreign style", "style-src-elem"],
  ["inline style", "style-src-elem"],
  ["form to elsewhere", "form-action"],
  ["base", "base-uri"],
] as const) {
  test(`the browser blocks: ${act}`, async ({ app, page, guard }) => {
    // Playwright counts a request that the policy has stopped.
    guard.allow(/Content Security Policy|http:\/\/127\.0\.0\.1:9\//i);
    await app.home.open();
    expect(await violations(page, act)).toContain(rule);
    expect(await page.evaluate(() => ["ran" in window, document.documentElement.dataset["app"]])).toEqual([false, "running"]);
  });
}

test("a script without a hash is blocked, even one of our own", async ({ app, page, guard, context }) => {
  guard.allow(/integrity/i);
  await context.route("**/own.js", (route) => route.fulfill({ body: "window.ran = true", contentType: "text/javascript" }));
  await app.home.open();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const script = document.createElement("script");
        script.src = "/own.js";
        script.onload = script.onerror = () => done();
        document.head.append(script);
      }),
  );
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
});

test("a start module that is not what its hash says does not run", async ({ page, context, guard }) => {
  guard.allow(/integrity/i);
  await context.route("**/pkg/start.*.js", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${await answer.text()}\nwindow.ran = true;` });
  });
  await page.goto("/");
  await expect(page.getByRole("link", { name: "119に電話する" }).first()).toBeVisible();
  expect(await page.evaluate(() => "ran" in window || "app" in document.documentElement.dataset)).toBe(false);
});

test("no page makes a noise, and none can be framed", async ({ page, server, context }) => {
  test.setTimeout(120_000);
  // The guard fails the test on any warning or error of the console.
  for (const path of (await everything(server.url)).filter((path) => !/\.\w+$/.test(path))) {
    await page.goto(path);
    await expect(page.locator("html"), path).toHaveAttribute("data-app", "running");
  }
  const isolated = await page.evaluate(() => crossOriginIsolated);
  expect(isolated).toBe(true);
  await context.clearCookies();
});
