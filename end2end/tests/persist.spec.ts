// Asking the browser to keep the records: once, when there is something to keep; and what it answered stands in the settings.
import { expect, test } from "../fixtures";
import { App } from "../pages/app";

const ANSWERS = [
  ["granted", "このブラウザは、記録を勝手に消さない設定です。"],
  ["denied", "ブラウザが記録を消すことがあります。"],
  ["prompt", "ブラウザが記録を消すことがあります。"],
] as const;

for (const [setting, words] of ANSWERS) {
  // In a profile on the disk: a private window is never kept, whatever is set.
  test(`the browser's setting is "${setting}"`, async ({ profile, server, guard, lang }) => {
    const page = await (await profile.open()).newPage();
    const app = new App(page, lang, guard);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Browser.setPermission", { permission: { name: "persistent-storage" }, setting, origin: server.url });
    await page.addInitScript(() => {
      const ask = StorageManager.prototype.persist;
      const asked: boolean[] = [];
      StorageManager.prototype.persist = async function () {
        const answer = await ask.call(this);
        asked.push(answer);
        return answer;
      };
      Object.assign(window, { asked });
    });
    const asked = () => page.evaluate(() => (window as unknown as { asked: boolean[] }).asked);
    const care = await app.section("care").open();
    expect(await asked()).toEqual([]);
    await care.fill("ペット", "猫のたま");
    await care.saved();
    await expect.poll(asked).toEqual([setting === "granted"]);
    await care.fill("ペット", "猫のたまと、こま");
    await care.saved();
    expect(await asked()).toHaveLength(1);
    await app.settings.open();
    await expect(page.getByText(words)).toBeVisible();
    expect(await asked()).toEqual([]);
  });
}

test("a browser without such a question", async ({ app, page }) => {
  await page.addInitScript(() => {
    for (const way of ["persist", "persisted"] as const) delete (StorageManager.prototype as Partial<StorageManager>)[way];
  });
  const care = await app.section("care").open();
  await care.fill("ペット", "猫のたま");
  await care.saved();
  await app.settings.open();
  await expect(page.getByText("記録が消えないかどうかをたしかめられません。")).toBeVisible();
});
