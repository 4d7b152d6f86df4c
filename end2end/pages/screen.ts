// What all pages of the app have in common. Everything is found as a person or a screen reader finds it: by role and by name.
import { expect, type Locator, type Page } from "@playwright/test";
import type { Guard } from "../guard";
import type { Hand } from "../hands";
import { type Lang, named, say, type WordId } from "./words";

const bare = (words: string) => words.replace(/\[([^|\]]+)\|[^\]]+\]/g, "$1").replace(/\s/g, "");

/** Where somebody is, and how things are done there. */
export interface Place {
  readonly page: Page;
  readonly lang: Lang;
  readonly guard: Guard;
  readonly hand: Hand;
}

export class Screen implements Place {
  readonly page: Page;
  readonly lang: Lang;
  readonly guard: Guard;
  readonly hand: Hand;

  constructor(
    { page, lang, guard, hand }: Place,
    /** The path in Japanese; English stands under `/en`. */
    readonly path: string,
    private readonly title?: WordId,
  ) {
    this.page = page;
    this.lang = lang;
    this.guard = guard;
    this.hand = hand;
  }

  get address(): string {
    if (this.lang === "ja") return this.path;
    return this.path === "/" ? "/en" : `/en${this.path}`;
  }

  say(word: WordId): string {
    return say(word, this.lang);
  }

  get main(): Locator {
    return this.page.getByRole("main");
  }

  /** Loads the page by its address and waits until what the person wrote is there. */
  async open(): Promise<this> {
    await this.page.goto(this.address);
    return this.here();
  }

  /** Waits until this page is open, its app has started and the records of this device have been read. */
  async here(): Promise<this> {
    await expect(this.page).toHaveURL((url) => url.pathname === this.address);
    if (this.title) await expect(this.heading(this.say(this.title))).toBeAttached();
    await this.ready();
    return this;
  }

  async ready(): Promise<void> {
    await expect(this.page.locator("html")).toHaveAttribute("data-app", "running");
    await expect(this.page.getByText(this.say("opening"))).toHaveCount(0);
  }

  heading(words: string): Locator {
    return this.page.getByRole("heading", { level: 1, name: named(words) });
  }

  link(words: string): Locator {
    return this.page.getByRole("link", { name: named(words) });
  }

  /** A link that says more than its name, such as a tile or a task with its state. */
  linkWith(words: string): Locator {
    return this.page.getByRole("link", { name: words });
  }

  button(words: string): Locator {
    return this.page.getByRole("button", { name: named(words) });
  }

  field(label: string, inside: Locator = this.main): Locator {
    return inside.getByRole("textbox", { name: named(label) });
  }

  group(legend: string, inside: Locator = this.main): Locator {
    return inside.getByRole("group", { name: named(legend) });
  }

  /** The one radio button or checkbox with these words, in a group where the words alone would fit several. */
  option(words: string, inside: Locator = this.main): Locator {
    const name = named(words);
    return inside.getByRole("radio", { name }).or(inside.getByRole("checkbox", { name }));
  }

  /** Types into a field. From here on, no request may carry the value. */
  async fill(label: string, value: string, inside: Locator = this.main): Promise<void> {
    await this.hand.fill(this.field(label, inside), this.guard.typed(value));
  }

  /** Sign by sign, as a person's keyboard does it. */
  async type(label: string, value: string, inside: Locator = this.main): Promise<void> {
    await this.field(label, inside).pressSequentially(this.guard.typed(value));
  }

  async choose(legend: string, words: string, inside: Locator = this.main): Promise<void> {
    await this.hand.check(this.option(words, this.group(legend, inside)));
  }

  /** A day: how the year is counted, and three numbers. */
  async day(legend: string, count: string, year: number, month: number, day: number, inside: Locator = this.main): Promise<void> {
    const group = this.group(legend, inside);
    await this.hand.check(this.option(count, group));
    await this.hand.fill(this.field(this.say("year"), group), String(year));
    await this.hand.fill(this.field(this.say("month"), group), String(month));
    await this.hand.fill(this.field(this.say("day"), group), String(day));
  }

  /** Somewhere on the page stand these words, whatever readings stand above them. */
  async says(words: string, inside: Locator = this.main): Promise<void> {
    await expect.poll(() => this.words_(inside)).toContain(bare(words));
  }

  async saysNot(words: string, inside: Locator = this.main): Promise<void> {
    await expect.poll(() => this.words_(inside)).not.toContain(bare(words));
  }

  private async words_(inside: Locator): Promise<string> {
    return inside.evaluate((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const reading of copy.querySelectorAll("rt, rp")) reading.remove();
      return copy.textContent?.replace(/\s/g, "") ?? "";
    });
  }

  /** 「保存しました 10:42」 */
  get kept(): Locator {
    return this.page.getByRole("status").getByText(new RegExp(`^${this.say("kept")} \\d{1,2}:\\d{2}$`));
  }

  async saved(): Promise<void> {
    await expect(this.kept).toBeVisible();
  }

  async back(): Promise<void> {
    await this.hand.press(this.page.getByRole("link", { name: this.say("back") }).first());
  }
}
