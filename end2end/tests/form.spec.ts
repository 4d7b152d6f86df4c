// What happens between a finger and the card: answers, digits, eras, composing, undoing, leaving.
import { expect, test } from "../fixtures";
import { SECTIONS } from "../pages/all";
import type { Lang } from "../pages/words";

for (const lang of ["ja", "en"] satisfies Lang[]) {
  test.describe(lang, () => {
    test.use({ lang });

    test("no option is chosen before somebody chooses it", async ({ app }) => {
      test.setTimeout(90_000);
      const add: Record<string, string> = {};
      for (const id of SECTIONS) {
        const section = await app.section(id).open();
        const button = section.main.locator("#add");
        if (await button.count()) {
          add[id] = await button.innerText();
          await button.click();
          await expect(section.items).toHaveCount(1);
        }
        const controls = section.main.getByRole("radio").or(section.main.getByRole("checkbox"));
        for (const control of await controls.all()) await expect(control).not.toBeChecked();
        await expect(section.main.locator('[aria-pressed="true"]')).toHaveCount(0);
        for (const field of await section.main.getByRole("textbox").all()) await expect(field).toHaveValue("");
      }
      expect(Object.keys(add)).toEqual(["contacts", "doctors", "illness", "medicines", "allergies", "orders"]);
    });

    test("untouched, none and not known stay three different things, over a reload", async ({ app }) => {
      const list = async () => {
        await app.card.open();
        return app.card.main.getByRole("link", { name: lang === "ja" ? "アレルギー" : "Allergies" }).innerText();
      };
      const not = lang === "ja" ? "まだ" : "Not yet";
      expect(await list()).toContain(not);
      const allergies = await app.section("allergies").open();
      await allergies.nothing(lang === "ja" ? "アレルギーはない" : "No allergies");
      await allergies.saved();
      expect(await list()).toContain(allergies.say("none"));
      await allergies.open();
      await expect(allergies.option(lang === "ja" ? "アレルギーはない" : "No allergies")).toBeChecked();
      await allergies.option(allergies.say("unknown")).check();
      await allergies.saved();
      expect(await list()).toContain(allergies.say("unknown"));
      await allergies.open();
      await allergies.button(allergies.say("clear")).click();
      await expect(allergies.main.getByRole("radio", { checked: true })).toHaveCount(0);
      await allergies.saved();
      expect(await list()).toContain(not);
    });

    test("none of the devices is taken back by choosing one, and the other way round", async ({ app }) => {
      const devices = await app.section("devices").open();
      const none = devices.option(devices.say("none"));
      const pacemaker = devices.option(lang === "ja" ? "ペースメーカー" : "Pacemaker");
      await none.check();
      await pacemaker.check();
      await expect(none).not.toBeChecked();
      await none.check();
      await expect(pacemaker).not.toBeChecked();
      await devices.saved();
      await devices.open();
      await expect(none).toBeChecked();
    });

    test("full-width digits, hyphens and spaces in numbers; an odd number gets a calm word", async ({ app }) => {
      const contacts = await app.section("contacts").open();
      const item = await contacts.add(lang === "ja" ? "連絡先を足す" : "Add a contact");
      const phone = lang === "ja" ? "電話" : "Phone";
      const odd = contacts.page.getByText(lang === "ja" ? "電話番号の数字の数をたしかめてください。" : "Check how many digits the phone number has.");
      await contacts.fill(lang === "ja" ? "名前" : "Name", "南 とし子", item);
      for (const written of ["０４００００３３０４", "04 0000 3304", "04ー0000ー3304", "04‐0000‐3304"]) {
        await contacts.fill(phone, written, item);
        await expect(odd).toHaveCount(0);
      }
      await contacts.fill(phone, "0400003304567", item);
      await expect(odd).toBeVisible();
      await contacts.fill(phone, "０４－００００－３３０４", item);
      await expect(odd).toHaveCount(0);
      await contacts.saved();
      await app.show.open();
      await app.show.dials("0400003304");
      await expect(app.show.main.getByRole("link", { name: "04-0000-3304" }).first()).toBeVisible();
    });

    test("what may be worth a look: a box after saving, with the focus, and ways to the fields", async ({ app, page }) => {
      const contacts = await app.section("contacts").open();
      const names = lang === "ja" ? { add: "連絡先を足す", name: "名前", phone: "電話" } : { add: "Add a contact", name: "Name", phone: "Phone" };
      const same = lang === "ja" ? "同じ電話番号の連絡先が、二つあります。" : "Two contacts have the same phone number.";
      const odd = lang === "ja" ? "電話番号の数字の数を、たしかめてください。" : "Please check how many digits the phone number has.";
      for (const [name, phone] of [
        ["南 とし子", "0400003304"],
        ["南 正夫", "0400003304"],
        ["東 一郎", "0400003"],
      ] as const) {
        const item = await contacts.add(names.add);
        await contacts.fill(names.name, name, item);
        await contacts.fill(names.phone, phone, item);
      }
      // What is being written is not hurried; what is about two entries is said.
      const box = page.locator('[data-kind="remarks"]');
      await expect(box.getByRole("link", { name: same })).toBeVisible();
      await expect(box.getByRole("link", { name: odd })).toHaveCount(0);
      await contacts.saved();
      await page.getByRole("link", { name: contacts.say("finish") }).click();
      await app.saved.here();
      await expect(box.getByRole("heading")).toBeFocused();
      await expect(app.saved.heading(app.saved.say("kept"))).toBeVisible();
      await box.getByRole("link", { name: odd }).click();
      await contacts.here();
      const phone = contacts.field(names.phone, contacts.item("東 一郎"));
      await expect(phone).toBeFocused();
      await expect(phone).toHaveAccessibleDescription(new RegExp(odd));
      await expect(phone).toHaveAttribute("aria-invalid", "true");
      await expect(box.getByRole("link", { name: odd })).toBeVisible();
      await phone.fill("0400003305");
      await expect(box.getByRole("link", { name: odd })).toHaveCount(0);
      await expect(phone).not.toHaveAttribute("aria-invalid", "true");
    });

    test("what can be tapped stands before the field, and a new entry begins there", async ({ app }) => {
      const illness = await app.section("illness").open();
      await illness.main.locator("#add").click();
      await expect(illness.items.first().getByRole("group").first()).toBeFocused();
      const chip = await illness.items.first().locator(".t-offer").first().boundingBox();
      const field = await illness.items.first().getByRole("textbox").first().boundingBox();
      expect(chip?.y ?? Infinity).toBeLessThan(field?.y ?? 0);
    });

    test("eras: full-width digits, days that are none, and the words that say so", async ({ app }) => {
      const person = await app.section("person").open();
      const birth = lang === "ja" ? "生まれた日" : "Date of birth";
      const group = person.group(birth);
      const says = (ja: string, en: string) => expect(group.getByRole("status").getByText(lang === "ja" ? ja : en)).toBeVisible();
      const showa = lang === "ja" ? "昭和" : "Showa 昭和";
      await person.fill(person.say("year"), "16", group);
      await says("年の数えかた（昭和など）を先にえらんでください。", "First choose how the year is counted");
      await person.day(birth, showa, 16, 2, 30);
      await says("カレンダーにない日です。", "There is no such day.");
      await person.day(birth, showa, 64, 1, 8);
      await says("その元号には、この日はありません。", "That era has no such day.");
      await person.day(birth, showa, 64, 1, 7);
      await says("1989年（昭和64年）1月7日生まれ", "7 January 1989");
      await person.fill(person.say("year"), "１６", group);
      await person.fill(person.say("month"), "４", group);
      await person.fill(person.say("day"), "８", group);
      await says("1941年（昭和16年）4月8日生まれ・85歳", "8 April 1941");
      await person.option(lang === "ja" ? "西暦" : "Western", group).check();
      await person.fill(person.say("year"), "1941", group);
      await says("1941年（昭和16年）4月8日生まれ・85歳", "8 April 1941");
      await person.saved();
    });

    test("that it is saved is seen where one writes, far above the end of the form", async ({ app }) => {
      const person = await app.section("person").open();
      await person.fill(lang === "ja" ? "氏名" : "Name", "平方 千代子");
      await person.saved();
      await expect(person.kept).toBeInViewport();
      await expect(person.field(lang === "ja" ? "氏名" : "Name")).toBeInViewport();
    });

    test("undo takes back one step after the other", async ({ app }) => {
      const person = await app.section("person").open();
      const name = lang === "ja" ? "氏名" : "Name";
      await person.fill(name, "平方 千代子");
      await person.choose(lang === "ja" ? "性別" : "Sex", lang === "ja" ? "女性" : "Female");
      await person.undo();
      await expect(person.main.getByRole("radio", { checked: true })).toHaveCount(0);
      await expect(person.field(name)).toHaveValue("平方 千代子");
      await person.undo();
      await expect(person.field(name)).toHaveValue("");
      await expect(person.button(person.say("undo"))).toHaveCount(0);
      await person.saved();
      await person.open();
      await expect(person.field(name)).toHaveValue("");
    });

    test("words typed just before another page opens are kept", async ({ app }) => {
      const person = await app.section("person").open();
      const name = lang === "ja" ? "氏名" : "Name";
      await person.type(name, "平方 千代子");
      await person.page.getByRole("link", { name: person.say("finish") }).click();
      await app.saved.here();
      await person.open();
      await expect(person.field(name)).toHaveValue("平方 千代子");
    });

    test("words typed just before the page is loaded again are kept", async ({ app, page }) => {
      const person = await app.section("person").open();
      const name = lang === "ja" ? "氏名" : "Name";
      await person.type(name, "平方 千代子");
      await person.saved();
      await person.type(lang === "ja" ? "ふりがな" : "Reading (kana)", "ひらかた");
      page.once("dialog", (dialog) => void dialog.accept());
      await page.reload();
      await person.ready();
      await expect(person.field(name)).toHaveValue("平方 千代子");
      await expect(person.field(lang === "ja" ? "ふりがな" : "Reading (kana)")).toHaveValue("ひらかた");
    });
  });
}

test("composing with an input method is never cut off", async ({ app, page }) => {
  const person = await app.section("person").open();
  await person.field("氏名").focus();
  const keys = await page.context().newCDPSession(page);
  const compose = (text: string) => keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement;
    const seen: string[] = [];
    for (const kind of ["compositionstart", "compositionend"]) field.addEventListener(kind, () => seen.push(kind));
    (window as unknown as { seen: string[] }).seen = seen;
  });
  for (const text of ["ひ", "ひら", "ひらか", "ひらかた", "平方"]) {
    await compose(text);
    await expect(person.field("氏名")).toHaveValue(text);
  }
  // Longer than the pause after which typing is saved: saving must not end the composition.
  await person.saved();
  await compose("平方 ちよこ");
  await expect(person.field("氏名")).toHaveValue("平方 ちよこ");
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(["compositionstart"]);
  await keys.send("Input.insertText", { text: app.guard.typed("平方 千代子") });
  await expect(person.field("氏名")).toHaveValue("平方 千代子");
  await expect(page.locator(".t-bar")).toContainText("平方 千代子さん");
  await person.saved();
  await person.open();
  await expect(person.field("氏名")).toHaveValue("平方 千代子");
});

test("composing the word of an option goes on as words", async ({ app, page }) => {
  const contacts = await app.section("contacts").open();
  const item = await contacts.add("連絡先を足す");
  const field = contacts.field("[続柄|つづきがら]", item);
  await field.focus();
  const keys = await page.context().newCDPSession(page);
  for (const text of ["息子", "息子の", "息子の友人"]) {
    await keys.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    await expect(field).toHaveValue(text);
  }
  await keys.send("Input.insertText", { text: app.guard.typed("息子の友人") });
  await expect(field).toHaveValue("息子の友人");
});

test("nothing can be typed before the app has read what is there", async ({ app, page }) => {
  const person = app.section("person");
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/card/person");
  await expect(person.heading("本人のこと")).toBeVisible();
  // The fields stand there, so that nothing moves, and take nothing: no finger, no key, no script.
  const field = page.locator("input").first();
  await expect(field).toBeVisible();
  await field.evaluate((input: HTMLInputElement) => input.focus());
  await expect(field).not.toBeFocused();
  const box = await field.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
  await page.keyboard.type("x");
  const reached = new Set<string>();
  for (let at = 0; at < 30; at += 1) {
    await page.keyboard.press("Tab");
    reached.add(await page.evaluate(() => document.activeElement?.localName ?? ""));
  }
  expect([...reached].filter((name) => ["input", "textarea", "select", "button"].includes(name))).toEqual([]);
  expect(await page.locator("input, textarea, select, button").evaluateAll((all) => all.filter((one) => !one.closest("[inert], #stopped")).length)).toBe(0);
  release();
  await person.ready();
  await expect(person.field("氏名")).toBeEditable();
  await expect(person.field("氏名")).toHaveValue("");
});

test("where somebody has written, no empty form stands before the app has read what is there", async ({ app, page, context, baseURL }) => {
  await context.addCookies([{ name: "tsumugu_had_data", value: "1", url: baseURL ?? "" }]);
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/card/person");
  await expect(page.getByText("開いています…").first()).toBeVisible();
  await expect(page.locator("input").first()).toBeHidden();
  release();
  await app.section("person").ready();
});
