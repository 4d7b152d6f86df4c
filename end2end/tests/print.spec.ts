// What comes out of the printer, for the sample and for the longest card, in both languages: nothing is missing, nothing is cut off,
// every code reads.
import { crc32 } from "node:zlib";
import { accessible } from "../axe";
import { carried } from "../carried";
import { expect, test } from "../fixtures";
import { look } from "../look";
import { keep, LONGEST, written } from "../long";
import type { App } from "../pages/app";
import { type Paper, type Sheet, unlockNumber } from "../pdf";

// Every sheet is drawn at 300 dots per inch and searched for codes.
test.describe.configure({ timeout: 120_000 });

const NOW = new Date("2026-11-25T10:42:00+09:00");
const flat = (words: string) => words.replace(/\s/g, "");
const whole = (paper: Paper) => paper.pages.map((page) => page.flow).join("");
const isCover = ({ flow }: Sheet) => flow.includes(flat("救急のときは、開いて見てください"));
/** The sheet for the fridge as it is read: what is inside, page by page, and then the outside. */
const asRead = ({ pages }: Paper) => [...pages.filter((page) => !isCover(page)), ...pages.filter(isCover)].map((page) => page.flow).join("");

/** What no sheet may do: come near the edge of the paper, or be empty. */
function within(paper: Paper): void {
  for (const [at, page] of paper.pages.entries()) {
    expect(page.flow, `page ${at + 1} of ${paper.file}`).not.toBe("");
    expect(page.margin, `white around page ${at + 1} of ${paper.file}, in mm`).toBeGreaterThan(8);
  }
}

async function withSample(app: App): Promise<void> {
  await app.page.clock.setFixedTime(NOW);
  await app.home.open();
  await app.home.addSample();
  await app.print.open();
}

async function withLongest(app: App): Promise<void> {
  await app.page.clock.setFixedTime(NOW);
  await app.print.open();
  await keep(app.page, LONGEST);
  await app.print.here();
  await expect(app.print.main.getByText("長い名前の人").first()).toBeAttached();
}

/** The sealed bytes of a set of restore codes, after the checks that a reader makes. */
function restored(codes: string[], address: string): Buffer {
  const start = `${address}#T.`;
  expect(codes.every((code) => code.startsWith(start))).toBe(true);
  const parts = codes.map((code) => Buffer.from(code.slice(start.length), "base64url")).sort((one, other) => one.readUInt16BE(1) - other.readUInt16BE(1));
  parts.forEach((part, at) => {
    expect(crc32(part.subarray(0, -4)), "the part as it was written").toBe(part.readUInt32BE(part.length - 4));
    expect([part[0], part.readUInt16BE(1), part.readUInt16BE(3)]).toEqual([2, at + 1, parts.length]);
  });
  const content = Buffer.concat(parts.map((part) => part.subarray(9, -4)));
  expect(crc32(content), "the set as it was written").toBe(parts[0]?.readUInt32BE(5));
  return content;
}

for (const lang of ["ja", "en"] as const) {
  test.describe(lang, () => {
    test.use({ lang });

    test("the sheet for the fridge: one page and its outside, in the order in which a crew asks", async ({ app }) => {
      await withSample(app);
      const paper = await app.print.paper(`fridge-${lang}`);
      within(paper);
      expect(paper.pages.length).toBe(lang === "ja" ? 2 : 3);
      const text = asRead(paper);
      const order = ["流山 花子", "昭和16年（1941年）4月8日", "04-0000-2222", "まず知ってほしいこと", "ペースメーカー", "アレルギー", "病気とけが", "心房細動", "お薬手帳", "エリキュース",
        "緊急の連絡先", "先生・訪問看護", "090-0000-0001", "ふだんの様子", "先生の指示", "座らせて", "書面", "仏壇の引き出し", "先生と相談して決めます", "大きな音が苦手です", "財布の中", "冷蔵庫を開けて"];
      let from = 0;
      for (const words of order) {
        const at = text.indexOf(flat(words), from);
        expect(at, `${words} after ${text.slice(from - 20, from)}`).toBeGreaterThan(-1);
        from = at;
      }
      expect(text).toContain(flat("最後に確かめた日"));
      expect(text).toContain("令和8年11月25日");
      for (const page of paper.pages) expect(page.flow).toContain("見本");
      // On the back of page 1, whether there is another page or not.
      expect(paper.pages.map(isCover)).toEqual(lang === "ja" ? [false, true] : [false, true, false]);
      if (lang === "en") for (const words of ["Emergency contacts", "Pacemaker", "The crew may open the fridge"]) expect(text).toContain(flat(words));
    });

    test("the QR says the vital part to any phone", async ({ app }) => {
      await withSample(app);
      const { pages } = await app.print.paper(`fridge-qr-${lang}`);
      const codes = pages.flatMap((page) => page.codes);
      expect(codes).toEqual([
        [
          "救急カード【見本】",
          "流山 花子（ながれやま はなこ）",
          "昭和16年（1941年）4月8日 女性",
          "最後に確かめた日 令和8年11月25日",
          "体の器具・手当て: 血が固まりにくい薬・ペースメーカー",
          "アレルギー: 卵・ペニシリン",
          "娘 千葉 幸子",
          "04-0000-0003",
          "090-0000-0001",
          "かかりつけ医 江戸川医院 江戸川先生",
          "04-0000-1111",
          "息子 流山 太郎",
          "080-0000-0002",
          "（ほかは紙に）",
        ].join("\n"),
      ]);
    });

    test("the restore codes read back as they were written", async ({ app, server }) => {
      await withSample(app);
      await app.print.withRestoreCodes();
      const paper = await app.print.paper(`restore-${lang}`);
      within(paper);
      const codes = paper.pages.flatMap((page) => page.codes).filter((code) => code.startsWith("http"));
      expect(codes.length).toBeGreaterThan(2);
      const sealed = restored(codes, server.url + app.restore.address);
      expect(sealed.length).toBeGreaterThan(500);
      // Version 2 of the envelope, Argon2id with 64 MiB, 3 passes, 1 lane.
      expect([...sealed.subarray(0, 4)]).toEqual([2, 16, 3, 1]);
      expect(whole(paper)).toContain(`${codes.length}/${codes.length}`);
      // What a browser may keep of the addresses tells nothing, also when it is looked at closely.
      for (const words of ["流山", "花子", "090-0000-0001", "sample"]) {
        expect(carried({ url: codes.join("\n"), headers: {}, body: sealed }, [words]), words).toEqual([]);
      }

      // On an empty device: the codes, then the digits, first wrong ones.
      const digits = unlockNumber(paper);
      await app.settings.open();
      await app.settings.erase("eraseAll");
      for (const code of codes) {
        await app.page.goto(code);
        await expect(app.page).toHaveURL((url) => url.hash === "");
      }
      const restore = await app.restore.here();
      await accessible(app.page);
      const wrong = digits.replace(/\d/g, (digit) => String((Number(digit) + 1) % 10));
      await restore.fill(restore.say("unlockNumber"), wrong);
      await restore.button(restore.say("openCodes")).click();
      await expect(app.page.getByRole("alert")).toContainText(restore.say("wrongNumber"));
      await restore.fill(restore.say("unlockNumber"), digits);
      await restore.button(restore.say("openCodes")).click();
      await app.backup.takeIn();
      expect(await app.page.evaluate(() => localStorage.getItem("tsumugu.restore"))).toBeNull();
      await app.show.open();
      await expect(app.show.main.getByText("流山 花子").first()).toBeVisible();
    });

    test("the longest card: every word is on paper, every page is numbered and named", async ({ app, server }) => {
      await withLongest(app);
      await app.print.withRestoreCodes();
      const paper = await app.print.paper(`longest-${lang}`);
      within(paper);
      const text = whole(paper);
      for (const words of written(LONGEST)) expect(text, words).toContain(flat(words));
      expect(paper.pages.findIndex(isCover)).toBe(1);
      const inside = paper.pages.filter((page) => !isCover(page));
      expect(inside.length).toBeGreaterThan(1);
      inside.forEach((page, at) => {
        expect(page.flow).toContain(`${at + 1}/${inside.length}`);
        expect(page.flow).toContain("長い名前の人");
      });
      const codes = paper.pages.flatMap((page) => page.codes).filter((code) => code.startsWith("http"));
      restored(codes, server.url + app.restore.address);
    });

    test("the card for the wallet: the sample and the longest", async ({ app }) => {
      await withSample(app);
      await app.print.pick("wallet");
      const paper = await app.print.paper(`wallet-${lang}`);
      within(paper);
      expect(paper.pages.length).toBe(1);
      for (const words of ["流山花子", "見本", "ペースメーカー", "卵", "千葉幸子", "090-0000-0001", "江戸川医院", "心房細動", "エリキュース", "お薬手帳", "令和8年11月25日"]) expect(whole(paper)).toContain(words);
      // The line to cut along, on both sides and from the first panel to the last.
      expect(paper.pages[0]?.framed).toBeGreaterThan(0.995);
      expect(paper.pages[0]?.codes).toHaveLength(1);
      expect(paper.pages[0]?.codes[0]).toContain("救急カード【見本】\n流山 花子");
      expect(whole(paper)).not.toContain("冷蔵庫");

      await app.page.evaluate(() => localStorage.clear());
      await keep(app.page, LONGEST);
      await app.page.goto(app.people.address);
      await app.people.main.getByRole("button", { name: "長い名前の人" }).click();
      await app.print.open();
      await app.print.pick("wallet");
      const long = await app.print.paper(`wallet-longest-${lang}`);
      within(long);
      expect(long.pages.length).toBe(1);
      for (const at of [1, 2, 3, 4, 5]) expect(whole(long)).toContain(`何か${at}`);
      for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) expect(whole(long)).toContain(`病気${at}`);
      for (const at of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) expect(whole(long)).toContain(`薬の名${at}`);
      for (const words of ["長い名前の人", "090-0000-0011", "病院1", "尿の管", "手帳"]) expect(whole(long)).toContain(words);
    });

    test("a panel for the wallet is as large from a small phone as from a desk", async ({ app, page }) => {
      const heights = async (width: number) => {
        await page.setViewportSize({ width, height: 740 });
        await app.print.open();
        await app.print.pick("wallet");
        await page.emulateMedia({ media: "print" });
        const panels = await page.locator(".t-panels > .t-paper").evaluateAll((all) => all.map((panel) => panel.getBoundingClientRect()));
        await page.emulateMedia({ media: null });
        expect(panels.length, `at ${width} px`).toBeGreaterThan(1);
        for (const panel of panels) expect((panel.width / 96) * 25.4, `width at ${width} px`).toBeCloseTo(91, 0);
        for (const panel of panels) expect((panel.height / 96) * 25.4, `height at ${width} px`).toBeCloseTo(55, 0);
        return panels.length;
      };
      await withSample(app);
      const counts = [await heights(320), await heights(360), await heights(1280)];
      expect(new Set(counts).size, "the same panels from every window").toBe(1);
      await app.page.evaluate(() => localStorage.clear());
      await keep(page, LONGEST);
      await page.goto(app.people.address);
      await app.people.main.getByRole("button", { name: "長い名前の人" }).click();
      await heights(320);
    });

    test("what was typed in an odd way is on paper in the usual one", async ({ app }) => {
      await app.page.clock.setFixedTime(NOW);
      const odd = { birth: "1941-13-08", postal: "〒２７０ー０１９２" };
      const { person } = LONGEST.card.sections;
      const fields = Object.fromEntries(Object.entries(person?.fields ?? {}).map(([id, field]) => [id, id in odd ? { ...field, answer: { given: odd[id as keyof typeof odd] } } : field]));
      const record = { ...LONGEST, id: "odd", card: { sections: { person: { fields } } } };
      await app.print.open();
      await keep(app.page, record);
      await app.print.here();
      await expect(app.print.main.getByText("長い名前の人").first()).toBeAttached();
      const text = whole(await app.print.paper(`odd-${lang}`));
      expect(text).toContain("〒270-0192千葉県流山市");
      for (const words of ["1941-13-08", "２７０"]) expect(text).not.toContain(words);
      // Never confirmed: when it was written stands beside that.
      expect(text).toContain(lang === "ja" ? "まだ確かめていません（書いた日令和8年11月20日）" : "まだ確かめていませんNotcheckedyet（書いた日Writtenon令和8年11月20日/20November2026）");
    });

    test("marks hold nothing about anybody, and the sheet by hand asks everything", async ({ app }) => {
      await withSample(app);
      await app.print.pick("marks");
      const marks = await app.print.paper(`marks-${lang}`);
      within(marks);
      expect(marks.pages.length).toBe(1);
      for (const words of ["救急カードは冷蔵庫にあります", "救急カードはここです", "玄関のドアの内側"]) expect(whole(marks)).toContain(words);
      await app.print.pick("blank");
      const blank = await app.print.paper(`blank-${lang}`);
      within(blank);
      for (const words of ["氏名", "ふりがな", "緊急の連絡先", "診察券の番号", "お薬手帳", "□なし", "ペースメーカー", "要介護", "冷蔵庫を開けて"]) expect(whole(blank)).toContain(words);
      blank.pages.forEach((page, at) => expect(page.flow).toContain(`${at + 1}/${blank.pages.length}`));
      for (const paper of [marks, blank]) {
        for (const words of ["流山花子", "千葉幸子", "090-0000"]) expect(whole(paper)).not.toContain(words);
      }
    });

    test("texts are copied, and say so", async ({ app, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await withSample(app);
      await app.print.pick("texts");
      const main = app.print.main;
      await main.getByRole("button", { name: lang === "ja" ? /^コピーする – スマホ/ : /^Copy – Text for the phone/ }).click();
      await expect(main.getByRole("status").filter({ hasText: lang === "ja" ? "コピーしました" : "Copied" })).toBeVisible();
      const copied = await app.page.evaluate(() => navigator.clipboard.readText());
      for (const words of ["流山 花子", "見本", "ペースメーカー", "千葉 幸子", "090-0000-0001"]) expect(copied).toContain(words);
      for (const words of ["平和台", "長女が持っています"]) expect(copied).not.toContain(words);
      await accessible(app.page);
      await look(app.page, `print-texts-${lang}`);
    });

    test("the page fits every screen and says what is not confirmed", async ({ app }) => {
      await app.page.clock.setFixedTime(NOW);
      await app.print.open();
      await expect(app.print.main.getByText(lang === "ja" ? "カードにはまだ何も書いていません。" : "Nothing is written on the card yet.")).toBeVisible();
      await withSample(app);
      await accessible(app.page);
      await look(app.page, `print-${lang}`);
      const unconfirmed = { ...LONGEST, id: "unconfirmed", card: { sections: LONGEST.card.sections } };
      await app.page.evaluate(() => localStorage.clear());
      await keep(app.page, unconfirmed);
      await app.page.goto(app.people.address);
      await app.people.main.getByRole("button", { name: "長い名前の人" }).click();
      await app.print.open();
      await expect(app.print.main.getByText(lang === "ja" ? "カード全体をまだ確かめていません。" : "The card has not been checked as a whole.")).toBeVisible();
      expect(whole(await app.print.paper(`unconfirmed-${lang}`))).toContain("まだ確かめていません");
    });
  });
}
