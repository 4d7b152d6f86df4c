// The plan: its home, and one page for each question.
import { expect, type Locator } from "@playwright/test";
import { asked, note, plain } from "../content";
import { Section } from "./card";
import { Screen } from "./screen";
import { named, type WordId } from "./words";

/** Fields and lists work as on the card. */
export class Plan extends Section {}

/** Where the plan begins: the ways to everything in it. */
export class PlanHome extends Screen {
  /** To one of its pages. Tiles say more than their name. */
  async go(to: WordId): Promise<void> {
    const tile = this.main.getByRole("navigation").getByRole("link");
    await this.hand.press(tile.filter({ has: this.page.locator("b", { hasText: named(this.say(to)) }) }));
  }

  /** To a question, from the list of all. */
  async ask(id: string): Promise<void> {
    const step = this.main.locator("details").filter({ has: this.page.locator(`a[href$="/plan/${id}"]`) });
    await this.hand.press(step.locator("summary"));
    await this.hand.press(step.getByRole("link", { name: plain(asked(id, "title", this.lang)) }).first());
  }
}

export class Question extends Section {
  get id(): string {
    return this.path.split("/").at(-1) ?? "";
  }

  words(key: string): string {
    return asked(this.id, key, this.lang);
  }

  note(block: string, key: string): string {
    return note(block, key, this.lang);
  }

  /** Waits until the question, or the lead-in before it, is there. */
  override async here(): Promise<this> {
    await expect(this.page).toHaveURL((url) => url.pathname === this.address);
    await expect(this.heading(this.words("title"))).toBeAttached();
    await this.ready();
    return this;
  }

  /** Reads the lead-in and says yes, where there is one. */
  async lead(): Promise<void> {
    const yes = this.main.locator("#lead-yes");
    await expect(yes.or(this.main.locator("form")).first()).toBeVisible();
    if (await yes.count()) await this.hand.press(yes);
    await expect(this.main.locator("form")).toBeVisible();
  }

  /** Chooses a scene of step 5. */
  async scene(id: "a" | "b" | "c"): Promise<void> {
    await this.openScenes();
    const box = this.main.getByRole("checkbox", { name: named(this.note("treatment", `scene ${id}`)) });
    // The form is made anew with the first scene: no waiting for the box that is gone.
    if (!(await box.isChecked())) await this.hand.press(box);
  }

  async openScenes(): Promise<void> {
    const scenes = this.main.locator("form details").first();
    if ((await scenes.getAttribute("open")) === null) await this.hand.press(scenes.locator("summary"));
  }

  /** The group of a question with one row is called by what is asked. */
  get only(): Locator {
    return this.group(this.words("ask"));
  }

  row(id: string): Locator {
    return this.group(this.words(`row ${id}`));
  }

  async pick(option: string, inside: Locator = this.main): Promise<void> {
    await this.hand.check(this.option(this.words(`option ${option}`), inside));
  }

  async undecided(inside: Locator = this.main): Promise<void> {
    await this.hand.check(this.option(this.say("undecided"), inside));
  }

  async skip(inside: Locator = this.main): Promise<void> {
    await this.hand.check(this.option(this.say("skipped"), inside));
  }

  async goOn(): Promise<void> {
    await this.hand.press(this.main.getByRole("link", { name: this.say("goOn") }));
  }

  /** Opens own words and the people talked with. */
  async beside(): Promise<void> {
    await this.hand.press(this.main.locator("summary").filter({ hasText: plain(this.say("besideWords")) }));
  }
}
