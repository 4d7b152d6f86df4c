import { expect, type Locator } from "@playwright/test";
import { Screen } from "./screen";
import { named } from "./words";

/** The task list of the card. */
export class Card extends Screen {
  async goSection(name: string): Promise<void> {
    const link = this.main.getByRole("link", { name });
    if ((await link.count()) === 0) await this.main.getByText(this.say("more"), { exact: true }).click();
    await link.first().click();
  }

  /** 「8つのうち6つ」 */
  async progress(words: string): Promise<void> {
    await expect(this.main.getByText(words).first()).toBeVisible();
  }

  async finish(): Promise<void> {
    await this.link(this.say("finish")).click();
  }
}

/** One section of the card: fields and a list. */
export class Section extends Screen {
  /** Adds an item; its fields are open afterwards. */
  async add(button: string): Promise<Locator> {
    const before = await this.items.count();
    await this.button(button).click();
    await expect(this.items).toHaveCount(before + 1);
    return this.items.nth(before);
  }

  get items(): Locator {
    return this.main.getByRole("listitem");
  }

  item(words: string): Locator {
    return this.items.filter({ hasText: words });
  }

  /** Buttons of an item say what they do and to what: 「直す – 千葉 幸子」. */
  async change(item: Locator): Promise<void> {
    await this.tool(item, this.say("change")).click();
  }

  async remove(item: Locator): Promise<void> {
    await this.tool(item, this.say("remove")).click();
  }

  async raise(item: Locator): Promise<void> {
    await this.tool(item, this.say("raise")).click();
  }

  private tool(item: Locator, word: string): Locator {
    return item.getByRole("button", { name: new RegExp(`^${word}( –|$)`) });
  }

  /** The whole list is empty and shall say so: 「病気やけがはない」. */
  async nothing(words: string): Promise<void> {
    await this.option(words).check();
  }

  async values(label: string): Promise<string[]> {
    const fields = this.main.getByRole("textbox", { name: named(label) });
    return Promise.all((await fields.all()).map((field) => field.inputValue()));
  }

  async undo(): Promise<void> {
    await this.button(this.say("undo")).click();
  }

  async onward(): Promise<void> {
    await this.main.getByRole("link", { name: this.say("next") }).click();
  }
}
