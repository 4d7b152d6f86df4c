import { expect } from "@playwright/test";
import { Screen } from "./screen";

/** The yearly check: section by section 「変わりありません」 or 「直す」. */
export class Check extends Screen {
  async same(): Promise<void> {
    await this.hand.press(this.button(this.say("same")).first());
  }

  /** Looks at every section and confirms the whole card. */
  async through(sections: number): Promise<void> {
    for (let left = sections; left > 0; left -= 1) {
      await expect(this.button(this.say("same"))).toHaveCount(left);
      await this.same();
    }
    await this.hand.press(this.button(this.say("confirm")));
  }

  async change(): Promise<void> {
    await this.hand.press(this.linkWith(this.say("change")).or(this.button(this.say("change"))).first());
  }
}
