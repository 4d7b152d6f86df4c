import { readFile, writeFile } from "node:fs/promises";
import { expect, type Download } from "@playwright/test";
import { Screen } from "./screen";

/** What stands in a file without a passphrase. */
export interface File {
  tsumugu: string;
  schema: number;
  records: { record: Record_ }[];
}

export interface Record_ {
  id: string;
  card: { sections: Record<string, Section_>; confirmed?: unknown };
}

interface Section_ {
  fields?: Record<string, { answer: unknown }>;
  items?: { id: string; fields: Record<string, { answer: unknown }> }[];
}

/** What the cards say: every answer, without ids and times. */
export function answers(file: File): unknown {
  const plain = (fields: Record<string, { answer: unknown }> = {}) =>
    Object.fromEntries(Object.entries(fields).map(([id, { answer }]) => [id, answer]));
  return file.records.map(({ record }) =>
    Object.entries(record.card.sections).map(([id, { fields, items = [] }]) => [id, plain(fields), items.map((item) => plain(item.fields))]),
  );
}

/** Making a backup file, and bringing one back. */
export class Backup extends Screen {
  /** The file that the person gets. */
  async make(): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.hand.press(this.button(this.say("makeBackup")));
    return download;
  }

  /** Makes a file without a passphrase and reads it. */
  async read(): Promise<File> {
    const path = await (await this.make()).path();
    return JSON.parse(await readFile(path, "utf8")) as File;
  }

  /** Makes a file and keeps it at a path. */
  async keep(path: string): Promise<string> {
    const download = await this.make();
    await download.saveAs(path);
    return readFile(path, "utf8");
  }

  async choose(file: string): Promise<void> {
    await this.page.getByLabel(this.say("chooseFile"), { exact: true }).setInputFiles(file);
  }

  /** Chooses a file with these words in it. */
  async chooseText(path: string, text: string): Promise<void> {
    await writeFile(path, text);
    await this.choose(path);
  }

  async unlock(words: string): Promise<void> {
    await this.fill(this.say("itsPassphrase"), words);
    await this.hand.press(this.button(this.say("unlock")));
  }

  async takeIn(): Promise<void> {
    await this.hand.press(this.button(this.say("takeIn")));
    const done = this.page.getByRole("heading", { name: this.say("taken"), exact: true });
    await expect(done).toBeFocused();
  }

  async undo(): Promise<void> {
    await this.hand.press(this.button(this.say("undoBring")));
    await expect(this.page.getByRole("heading", { name: this.say("takenBack"), exact: true })).toBeFocused();
  }
}
