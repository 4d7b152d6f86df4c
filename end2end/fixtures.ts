// What every test starts from: a running server, a browser that is watched, and the pages of the app in one of its languages.
import { expect, test as base } from "@playwright/test";
import { Guard } from "./guard";
import { App } from "./pages/app";
import type { Lang } from "./pages/words";
import { Profile } from "./profile";
import { Server } from "./server";

interface Own {
  /** The language of the app: `test.use({ lang: "en" })`. */
  lang: Lang;
  /** The server of this worker, running when the test begins. `stop()`, `kill()`, `start()`, `restart()`. */
  server: Server;
  /** What pages did; see guard.ts. Checked after every test. */
  guard: Guard;
  /** The pages of the app, in the page of this test. */
  app: App;
  /** A browser profile on the disk that can be closed, killed and opened again. */
  profile: Profile;
}

export const test = base.extend<Own, { host: Server }>({
  lang: ["ja", { option: true }],
  host: [
    async ({}, use) => {
      const host = await Server.make();
      await use(host);
      await host.stop();
    },
    { scope: "worker" },
  ],
  server: async ({ host }, use) => {
    await host.start();
    await use(host);
  },
  baseURL: async ({ server }, use) => use(server.url),
  guard: [
    async ({ server }, use, info) => {
      const guard = new Guard(server.url);
      await use(guard);
      const found = await guard.take();
      if (found.length > 0) await info.attach("guard.json", { body: JSON.stringify(found, null, 2), contentType: "application/json" });
      expect(found, "what the pages must not have done").toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, guard }, use) => {
    guard.watch(context);
    await use(context);
  },
  app: async ({ page, lang, guard }, use) => use(new App(page, lang, guard)),
  profile: async ({ server, guard }, use) => {
    const profile = await Profile.make({ baseURL: server.url }, guard);
    await use(profile);
    await profile.remove();
  },
});

export { expect };
