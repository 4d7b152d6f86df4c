import type { Download } from "@playwright/test";
import { Screen } from "./screen";

/** Making a backup file, and bringing one back. */
export class Backup extends Screen {
  /** The file that the person gets. */
  async make(): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.button(this.say("saveFile")).or(this.button(this.say("makeBackup"))).first().click();
    return download;
  }

  async choose(file: string): Promise<void> {
    await this.page.getByLabel(this.say("chooseFile")).setInputFiles(file);
  }

  async takeIn(): Promise<void> {
    await this.button(this.say("takeIn")).click();
  }
}
