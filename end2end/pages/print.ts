import { expect } from "@playwright/test";
import { type Paper, paper } from "../pdf";
import { Screen } from "./screen";

/** What can be printed, in both languages. */
const SHEETS = {
  fridge: ["冷蔵庫用（A4）", "For the fridge (A4)"],
  wallet: ["財布用（名刺の大きさ）", "For the wallet (card size)"],
  marks: ["目印（玄関の内側と冷蔵庫）", "Marks (inside the door, and the fridge)"],
  blank: ["手書き用", "To fill in by hand"],
  texts: ["文をコピーする（スマホのロック画面など）", "Text to copy (phone’s lock screen and more)"],
} as const;

export type SheetName = keyof typeof SHEETS;

/** The sheets for the fridge and the wallet. */
export class Print extends Screen {
  async pick(sheet: SheetName): Promise<void> {
    await this.hand.check(this.option(SHEETS[sheet][this.lang === "ja" ? 0 : 1]));
    await this.settled();
  }

  async withRestoreCodes(): Promise<void> {
    await this.hand.check(this.option(this.lang === "ja" ? "もどすコードも印刷する" : "Print the restore codes too"));
    await this.codesMade();
  }

  /** Until the codes were sealed, which takes a second, and have found their places. */
  async codesMade(): Promise<void> {
    await expect(this.page.locator(".t-paper__digits").last()).toBeAttached();
    await this.settled();
  }

  /** Until the pieces were measured and have found their pages: two frames. */
  async settled(): Promise<void> {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))));
  }

  /** What comes out of the printer: text and QR codes of each page. */
  async paper(name: string): Promise<Paper> {
    return paper(this.page, name);
  }
}
