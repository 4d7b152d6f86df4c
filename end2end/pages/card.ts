import { expect, type Locator } from "@playwright/test";
import type { Entry, Part } from "../people";
import { Screen } from "./screen";
import { named } from "./words";

/** The task list of the card. */
export class Card extends Screen {
  async goSection(name: string): Promise<void> {
    const link = this.main.getByRole("link", { name });
    if ((await link.count()) === 0) await this.hand.press(this.main.locator("summary").filter({ hasText: this.say("more") }));
    await this.hand.press(link.first());
  }

  /** 「8つのうち6つ」 */
  async progress(words: string): Promise<void> {
    await expect(this.main.getByText(words).first()).toBeVisible();
  }

  async finish(): Promise<void> {
    await this.hand.press(this.link(this.say("finish")));
  }
}

/** One section of the card: fields and a list. */
export class Section extends Screen {
  /** Adds an item; its fields are open afterwards. */
  async add(button: string): Promise<Locator> {
    const before = await this.items.count();
    await this.hand.press(this.button(button));
    await expect(this.items).toHaveCount(before + 1);
    return this.items.nth(before);
  }

  /** The entries. What may be worth a look is a list of its own. */
  get items(): Locator {
    return this.main.getByRole("listitem").and(this.page.locator('li:not([data-kind="remarks"] li)'));
  }

  item(words: string): Locator {
    return this.items.filter({ hasText: words });
  }

  /** Buttons of an item say what they do and to what: 「直す – 千葉 幸子」. */
  async change(item: Locator): Promise<void> {
    await this.hand.press(this.tool(item, this.say("change")));
  }

  async remove(item: Locator): Promise<void> {
    await this.hand.press(this.tool(item, this.say("remove")));
  }

  async raise(item: Locator): Promise<void> {
    await this.hand.press(this.tool(item, this.say("raise")));
  }

  /** Gives one answer, as a person does it: by a tap where there is something to tap. */
  async answer(entry: Entry, inside: Locator = this.main): Promise<void> {
    switch (entry.kind) {
      case "words":
        return this.fill(entry.label, entry.value, inside);
      case "one":
        return this.choose(entry.label, entry.value, inside);
      case "any":
        for (const value of entry.values) await this.choose(entry.label, value, inside);
        return;
      case "offered":
        return this.hand.press(this.offers(entry.label, inside).getByRole("button", { name: named(entry.value) }));
      case "day":
        return this.day(entry.label, entry.count, entry.year, entry.month, entry.day, inside);
    }
  }

  /** The form shows this answer. */
  async holds(entry: Entry, inside: Locator = this.main): Promise<void> {
    switch (entry.kind) {
      case "words":
      case "offered":
        return expect(this.field(entry.label, inside)).toHaveValue(entry.value);
      case "one":
        return expect(this.option(entry.value, this.group(entry.label, inside))).toBeChecked();
      case "any": {
        const group = this.group(entry.label, inside);
        for (const value of entry.values) await expect(this.option(value, group)).toBeChecked();
        return expect(group.getByRole("checkbox", { checked: true })).toHaveCount(entry.values.length);
      }
      case "day": {
        const group = this.group(entry.label, inside);
        await expect(this.option(entry.count, group)).toBeChecked();
        await expect(this.field(this.say("year"), group)).toHaveValue(String(entry.year));
        await expect(this.field(this.say("month"), group)).toHaveValue(String(entry.month));
        return expect(this.field(this.say("day"), group)).toHaveValue(String(entry.day));
      }
    }
  }

  /** Words to tap under a field. */
  offers(label: string, inside: Locator = this.main): Locator {
    return inside.getByRole("group", { name: `${label.replace(/\[([^|]+)\|[^\]]+\]/g, "$1")} – ${this.say("offered")}`, exact: true });
  }

  /** Writes the whole section. */
  async write(part: Part): Promise<void> {
    for (const entry of part.entries) await this.answer(entry);
    for (const { entries, called } of part.items) {
      const item = await this.add(part.add ?? "");
      for (const entry of entries) await this.answer(entry, item);
      await expect(item.locator(".t-item__name")).toHaveText(called);
    }
  }

  /** Compares every field with what was written, and that there is nothing more. */
  async compare(part: Part): Promise<void> {
    for (const entry of part.entries) await this.holds(entry);
    await expect(this.items).toHaveCount(part.items.length);
    for (const [place, { entries, called }] of part.items.entries()) {
      const item = this.items.nth(place);
      await expect(item.locator(".t-item__name")).toHaveText(called);
      await this.change(item);
      for (const entry of entries) await this.holds(entry, item);
      await this.hand.press(this.tool(item, this.say("fold")));
    }
  }

  tool(item: Locator, word: string): Locator {
    return item.getByRole("button", { name: new RegExp(`^${word}( –|$)`) });
  }

  /** The whole list is empty and shall say so: 「病気やけがはない」. */
  async nothing(words: string): Promise<void> {
    await this.hand.check(this.option(words));
  }

  async values(label: string): Promise<string[]> {
    const fields = this.main.getByRole("textbox", { name: named(label) });
    return Promise.all((await fields.all()).map((field) => field.inputValue()));
  }

  async undo(): Promise<void> {
    await this.hand.press(this.button(this.say("undo")));
  }

  async onward(): Promise<void> {
    await this.hand.press(this.main.getByRole("link", { name: this.say("next") }));
  }
}
