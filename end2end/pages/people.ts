import { expect, type Locator } from "@playwright/test";
import { Screen } from "./screen";

/** The people whose cards are on this device, and who writes. */
export class People extends Screen {
  /** The row of one person. */
  row(name: string): Locator {
    return this.main.getByRole("listitem").getByRole("button", { name });
  }

  async pick(name: string): Promise<void> {
    await this.hand.press(this.row(name));
    await expect(this.row(name)).toHaveAttribute("aria-current", "true");
  }

  /** 「代わりに書いています」 */
  async writeFor(writer: string): Promise<void> {
    await this.fill(this.say("proxyName"), writer);
    await expect(this.page.getByText(`${this.say("proxy")} ${writer}`)).toBeVisible();
  }

  async addPerson(): Promise<void> {
    await this.hand.press(this.link(this.say("addPerson")));
  }
}
