import { Screen } from "./screen";
import type { WordId } from "./words";

/** Whose card, the two emergency actions, and the ways to everything else. */
export class Home extends Screen {
  /** By a tap, as a person goes there. Tiles say more than their name. */
  async go(to: WordId): Promise<void> {
    await this.hand.press(this.main.getByRole("link", { name: this.say(to) }).first());
  }

  /** Puts the invented person 見本 on the device. */
  async addSample(): Promise<void> {
    await this.hand.press(this.button(this.say("sample")));
    await this.button(this.say("removeSample")).waitFor();
  }
}
