import { expect } from "@playwright/test";
import { Screen } from "./screen";

/** How the app looks, its language, the people, the storage, erasing. */
export class Settings extends Screen {
  async set(legend: string, words: string): Promise<void> {
    await this.choose(legend, words);
  }

  /** Asks for erasing, and says yes. */
  async erase(what: "eraseOne" | "eraseAll"): Promise<void> {
    await this.hand.press(this.button(this.say(what)));
    await this.hand.press(this.button(this.say("eraseYes")));
    await expect(this.main.getByText(this.say("erased"))).toBeVisible();
  }
}
