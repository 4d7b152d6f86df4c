// Browsers that keep nothing: each page can be used and read, and it is said plainly before anybody has written much.
import { expect, test } from "../fixtures";
import { App } from "../pages/app";
import { plain } from "../store";

const CANNOT = "このブラウザでは保存できません。";
const PETS = "ペット";

/** Every page opens, none breaks, and what is typed goes from page to page. */
async function usable(app: App): Promise<void> {
  await app.saved.open();
  await expect(app.saved.heading("まだ何も書いていません。")).toBeVisible();
  await expect(app.saved.main).not.toContainText("保存しました");
  await app.home.open();
  await expect(app.page.getByText(CANNOT)).toBeVisible();
  await app.home.go("card");
  await app.card.here();
  await app.card.goSection("配慮・伝言・鍵・ペット");
  const care = app.section("care");
  await care.ready();
  await care.fill(PETS, "猫のたま");
  const said = app.page.getByRole("status").filter({ has: care.button("もう一度保存する") });
  await expect(said).toContainText(CANNOT);
  await expect(care.kept).toHaveCount(0);
  await care.link(care.say("toList")).click();
  await app.card.here();
  await app.card.goSection("配慮・伝言・鍵・ペット");
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await expect(app.page.locator("html")).toHaveAttribute("data-app", "running");
}

for (const [what, names] of [
  ["IndexedDB is refused", ["indexedDB"]],
  ["IndexedDB and localStorage are refused", ["indexedDB", "localStorage"]],
] as const) {
  test(what, async ({ app, page }) => {
    await page.addInitScript((names) => {
      for (const name of names) {
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("refused", "SecurityError");
          },
        });
      }
    }, names);
    await usable(app);
  });
}

test("IndexedDB is there and does not open", async ({ app, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("refused", "InvalidStateError");
    };
  });
  await usable(app);
});

test("IndexedDB never answers: an empty card after a while, nothing is called saved, and after a bound it is said and links work", async ({ app, page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  });
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.field(PETS).blur();
  await expect(page.getByText("保存しています…")).toBeVisible();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await expect(page.getByText("いまの変更を保存できませんでした。")).toBeVisible({ timeout: 20_000 });
  await expect(care.button("ファイルに控える")).toBeVisible();
  await expect(care.kept).toHaveCount(0);
  page.on("dialog", (dialog) => void dialog.accept());
  await care.link(care.say("toList")).click();
  await app.card.here();
});

test("a tab that sleeps with the writer's lock: another one saves all the same", async ({ app, context }) => {
  const asleep = await context.newPage();
  await plain(asleep, app.guard);
  await asleep.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request("tsumugu.writer", () => {
          held();
          return new Promise(() => {});
        });
      }),
  );
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.field(PETS).blur();
  await expect(care.kept).toBeVisible({ timeout: 20_000 });
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
});

test("without localStorage the journal alone is enough", async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("refused", "SecurityError");
      },
    });
  });
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.saved();
  await care.open();
  await expect(care.field(PETS)).toHaveValue("猫のたま");
  await expect(page.getByText(CANNOT)).toHaveCount(0);
});

test("a browser whose owner has blocked all data of pages", async ({ profile, guard, lang }) => {
  await profile.prefer({ profile: { default_content_setting_values: { cookies: 2 } } });
  const context = await profile.open();
  const page = context.pages()[0] ?? (await context.newPage());
  await plain(page, guard);
  const off = await page.evaluate(() => {
    try {
      return typeof localStorage;
    } catch {
      return "refused";
    }
  });
  expect(off, "the setting has taken effect").toBe("refused");
  await usable(new App(page, lang, guard));
});

test("a private window keeps everything as long as it is open", async ({ app, context }) => {
  // Every context of these tests is one; here it is the point.
  const care = await app.section("care").open();
  await care.fill(PETS, "猫のたま");
  await care.saved();
  const other = await app.in(await context.newPage()).section("care").open();
  await expect(other.field(PETS)).toHaveValue("猫のたま");
});
