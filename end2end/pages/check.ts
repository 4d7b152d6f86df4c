import { Screen } from "./screen";

/** The yearly check: section by section 「変わりありません」 or 「直す」. */
export class Check extends Screen {
  async same(): Promise<void> {
    await this.button(this.say("same")).first().click();
  }

  async change(): Promise<void> {
    await this.linkWith(this.say("change")).or(this.button(this.say("change"))).first().click();
  }
}
