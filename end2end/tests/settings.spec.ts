// How the app looks and speaks, the storage in words, the help for the home screen.
import { expect, test } from "../fixtures";
import type { Lang } from "../pages/words";

const AGENTS = {
  iphone: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
  android: "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
  instagram:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 380.0.0.0",
  line: "Mozilla/5.0 (Linux; Android 15; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/141.0.0.0 Mobile Safari/537.36 Line/15.2.0",
};

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("three sizes of text, each larger, and kept", async ({ app, page }) => {
      const settings = await app.settings.open();
      const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      const seen: number[] = [];
      for (const words of lang === "ja" ? ["標準", "大", "特大"] : ["Standard", "Large", "Extra large"]) {
        await settings.set(lang === "ja" ? "文字の大きさ" : "Text size", words);
        seen.push(await size());
      }
      expect(seen[0]).toBe(18);
      expect(seen[1]).toBeGreaterThan(seen[0] ?? 0);
      expect(seen[2]).toBeGreaterThan(seen[1] ?? 0);
      await app.home.open();
      expect(await size()).toBe(seen[2]);
    });

    test("light, dark and sharp colours; as the device until somebody chooses", async ({ app, page }) => {
      const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const settings = await app.settings.open();
      const light = await paper();
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await paper();
      expect(dark).not.toBe(light);
      const set = (ja: string, en: string) => settings.set(lang === "ja" ? "色あい" : "Colours", lang === "ja" ? ja : en);
      await set("明るい", "Light");
      expect(await paper()).toBe(light);
      await set("暗い", "Dark");
      await page.emulateMedia({ colorScheme: "light" });
      expect(await paper()).toBe(dark);
      await set("くっきり", "High contrast");
      expect(await paper()).toBe("rgb(255, 255, 255)");
      await set("端末に合わせる", "As the device");
      expect(await paper()).toBe(light);
    });

    test("what was set does not wait for the app after a reload", async ({ app, page }) => {
      const settings = await app.settings.open();
      await settings.set(lang === "ja" ? "色あい" : "Colours", lang === "ja" ? "暗い" : "Dark");
      await settings.set(lang === "ja" ? "文字の大きさ" : "Text size", lang === "ja" ? "特大" : "Extra large");
      // The size and colours of every frame that is drawn.
      await page.addInitScript(() => {
        const frames: string[] = [];
        (window as unknown as { frames: string[] }).frames = frames;
        const frame = () => {
          if (document.body) frames.push(`${getComputedStyle(document.body).backgroundColor} ${getComputedStyle(document.body).fontSize}`);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      });
      // The wasm file comes late, as on a slow phone.
      await page.route("**/*.wasm", async (route) => {
        await new Promise((later) => setTimeout(later, 500));
        await route.continue();
      });
      await page.reload();
      await settings.ready();
      const frames = await page.evaluate(() => (window as unknown as { frames: string[] }).frames);
      expect(frames.length).toBeGreaterThan(5);
      expect(new Set(frames).size).toBe(1);
      expect(frames[0]).toContain("rgb(20, 24, 29)");
      await expect(settings.option(lang === "ja" ? "暗い" : "Dark")).toBeChecked();
    });

    test("the whole interface in the other language, and what was written as it was", async ({ app, page }) => {
      const person = await app.section("person").open();
      await person.fill(lang === "ja" ? "氏名" : "Name", "平方 千代子");
      await person.saved();
      await app.settings.open();
      await page.getByRole("link", { name: lang === "ja" ? "English" : "日本語", exact: true }).click();
      const other = app.in(page, lang === "ja" ? "en" : "ja");
      await other.settings.here();
      await expect(page.locator("html")).toHaveAttribute("lang", other.lang);
      await other.section("person").open();
      await expect(other.section("person").field(other.lang === "ja" ? "氏名" : "Name")).toHaveValue("平方 千代子");
      // The start page opens in the language that was chosen, and every other address as it says.
      await page.goto("/", { waitUntil: "commit" });
      await other.home.here();
      await page.goto("/en/help");
      await expect(page.locator("html")).toHaveAttribute("lang", "en");
      // No Japanese is left on an English page but the name, era names, and the languages in their own words.
      if (other.lang === "en") {
        await other.check.open();
        const text = (await other.check.main.innerText()).replaceAll("平方 千代子", "");
        expect(text).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
      }
    });

    test("the storage in words", async ({ app }) => {
      const settings = await app.settings.open();
      await expect(settings.main.getByRole("status").filter({ hasText: lang === "ja" ? /このブラウザ|ブラウザが記録/ : /[Tt]h(e|is) browser/ })).toBeVisible();
    });
  });
}

test("readings above hard words, on and off", async ({ app, page }) => {
  await app.section("devices").open();
  const reading = page.locator("rt").filter({ hasText: "とうせき" }).first();
  await expect(reading).toBeVisible();
  const settings = await app.settings.open();
  await settings.set("むずかしい漢字のふりがな", "つけない");
  await app.section("devices").open();
  await expect(reading).toBeHidden();
});

test.describe("the home screen", () => {
  for (const [device, words] of [
    ["iphone", "ホーム画面に追加"],
    ["android", "ホーム画面に追加"],
  ] as const) {
    test.describe(device, () => {
      test.use({ userAgent: AGENTS[device] });
      test("steps for this device", async ({ app }) => {
        const settings = await app.settings.open();
        await expect(settings.main.getByRole("list").getByText(words).first()).toBeVisible();
        await app.home.open();
        await expect(app.home.main.getByText("アプリの中のブラウザ")).toHaveCount(0);
      });
    });
  }

  test.describe("instagram", () => {
    test.use({ userAgent: AGENTS.instagram });
    test("steps, where a link cannot open another browser", async ({ app, page }) => {
      await app.home.open();
      await expect(app.home.main.getByRole("link", { name: "いつものブラウザで開く" })).toHaveCount(0);
      await app.home.main.getByRole("link", { name: "ブラウザで開くには" }).click();
      await app.help.here();
      await expect(page.locator("#install-line")).toBeInViewport();
    });

    test("a slow device finds the place on the page too", async ({ app, page }) => {
      await app.home.open();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.reload();
      await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
      // The app begins long after the document was read.
      await page.addInitScript(() => {
        const { instantiateStreaming } = WebAssembly;
        WebAssembly.instantiateStreaming = async (...all) => {
          await new Promise((done) => setTimeout(done, 1_000));
          return instantiateStreaming(...all);
        };
      });
      await app.home.main.getByRole("link", { name: "ブラウザで開くには" }).click();
      await expect(page.locator("#install-line")).toBeInViewport();
      await expect(page.locator("html")).toHaveAttribute("data-app", "running");
      await expect(page.locator("#install-line")).toBeInViewport();
    });
  });

  test.describe("what the browser may clear", () => {
    test.use({ userAgent: AGENTS.iphone });
    test("is said after writing, with the steps and the way to a backup file", async ({ app, page }) => {
      await page.addInitScript(() => {
        StorageManager.prototype.persisted = async () => false;
      });
      const note = page.locator('[data-kind="keep"]');
      await app.card.open();
      await expect(note).toHaveCount(0);
      const person = await app.section("person").open();
      await person.fill("氏名", "平方 千代子");
      await person.saved();
      await app.card.open();
      await expect(note.getByRole("link", { name: "控えのファイルを作る" })).toBeVisible();
      await note.getByText("ホーム画面に置く", { exact: true }).click();
      await expect(note.getByText("「ホーム画面に追加」を押します。")).toBeVisible();
      await app.saved.open();
      await expect(note).toBeVisible();
    });
  });

  test.describe("line", () => {
    test.use({ userAgent: AGENTS.line });
    test("home offers the usual browser", async ({ app }) => {
      await app.home.open();
      const out = app.home.main.getByRole("link", { name: "いつものブラウザで開く" });
      await expect(out).toHaveAttribute("href", "/?openExternalBrowser=1");
      // Where one writes, too.
      await app.card.open();
      await expect(app.card.main.getByText("ここで書いたことは移りません。")).toBeVisible();
      await app.section("person").open();
      await expect(app.section("person").main.getByRole("link", { name: "いつものブラウザで開く" })).toHaveCount(1);
      await app.settings.open();
      await expect(app.settings.main.getByRole("list").getByText("ブラウザ").first()).toBeVisible();
    });
  });
});
