import type { Locator } from "@playwright/test";
import { Screen } from "./screen";

/** The 119 script. */
export class Call extends Screen {
  get dial(): Locator {
    return this.page.locator('a[href="tel:119"]').first();
  }

  /** Switches the place between the address and what is to be seen. */
  async elsewhere(): Promise<void> {
    await this.hand.press(this.button(this.say("elsewhere")));
  }

  /** What is read out, line by line in the order asked. */
  async script(): Promise<string> {
    return this.main.innerText();
  }
}
