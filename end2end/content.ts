// The words of the plan, read from the content that the app shows: a committee may change them without touching a test.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Lang } from "./pages/words";

const FOLDER = new URL("../crates/words/content/plan/", import.meta.url);

function load(name: string): Map<string, [ja: string, en: string]> {
  const found = new Map<string, [string, string]>();
  let block = "";
  const lines = readFileSync(fileURLToPath(new URL(name, FOLDER)), "utf8").split("\n");
  for (const [at, line] of lines.entries()) {
    if (line.startsWith("== ")) block = line.slice(3);
    else if (lines[at + 1]?.startsWith("  ja: ")) found.set(`${block}/${line}`, [lines[at + 1]?.slice(6) ?? "", lines[at + 2]?.slice(6) ?? ""]);
  }
  return found;
}

const QUESTIONS = load("questions.txt");
const NOTES = load("notes.txt");

function words(from: Map<string, [string, string]>, block: string, key: string, lang: Lang): string {
  const found = from.get(`${block}/${key}`);
  if (!found) throw new Error(`nothing is written under ${block} / ${key}`);
  return found[lang === "ja" ? 0 : 1];
}

/** What is written about a question: `ask`, `option own_home` …, with its ruby. */
export const asked = (question: string, key: string, lang: Lang) => words(QUESTIONS, question, key, lang);
/** What is written in a block of the notes. */
export const note = (block: string, key: string, lang: Lang) => words(NOTES, block, key, lang);
/** Without ruby. */
export const plain = (text: string) => text.replace(/\[([^|\]]+)\|[^\]]+\]/g, "$1");
/** The options of a question, in the order in which they are offered. */
export const options = (question: string, lang: Lang) =>
  [...QUESTIONS].filter(([at]) => new RegExp(`^${question}/option \\w+$`).test(at)).map(([, both]) => plain(both[lang === "ja" ? 0 : 1]));

export const IDS = ["v1", "v2", "v3", "v4", "v5", "i1", "i2", "p1", "p2", "p3", "p4", "l1", "l2", "l3", "l4", "t1", "t2", "t3", "t4", "t5", "t6", "s1", "s2", "s3"];
