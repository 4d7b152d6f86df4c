import { expect, type Locator } from "@playwright/test";
import { Screen } from "./screen";

/** The crew's screen: stands alone, without bar and foot. */
export class Show extends Screen {
  async language(words: string): Promise<void> {
    await this.hand.press(this.button(words).or(this.option(words)).or(this.link(words)).first());
  }

  /** These words stand on the first screen, without scrolling. */
  async atOnce(...words: string[]): Promise<void> {
    await this.page.evaluate(() => window.scrollTo(0, 0));
    for (const text of words) await expect(this.page.getByText(text).first()).toBeInViewport({ ratio: 1 });
  }

  /** The strip about what is happening; a tap opens it. */
  get event(): Locator {
    return this.main.getByRole("group").filter({ hasText: this.say("event") });
  }

  async openEvent(): Promise<void> {
    await this.hand.press(this.main.locator("summary").filter({ hasText: this.say("event") }));
    // The fields are made at the first tap.
    await expect(this.button(this.say("now")).first()).toBeVisible();
  }

  /** A number that dials: `tel:0400001111`. */
  async dials(number: string): Promise<void> {
    await expect(this.page.locator(`a[href="tel:${number.replaceAll("-", "")}"]`).first()).toBeVisible();
  }
}
