import { Screen } from "./screen";

/** How the app looks, its language, the people, the storage, erasing. */
export class Settings extends Screen {
  async set(legend: string, words: string): Promise<void> {
    await this.choose(legend, words);
  }
}
