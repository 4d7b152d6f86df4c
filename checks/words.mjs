// Reads the content of the plan (crates/words/content) as a committee would want it read: whole entries in both languages, short sentences, no
// words that this app avoids, readings on medical terms (rules E5, E14 and E18 in docs/plan-rules.md). Prints every place; ends
// with 1 when there is one.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = "crates/words/content/plan";
/** The longest sentences, in characters, readings left out. */
const LONGEST = { ja: 50, en: 110 };

/** Words that frighten, judge or push (E5, E14, E18). */
const AVOIDED = {
  ja: ["延命", "無駄", "終末期", "代理人", "尊厳死", "安楽死", "死", "みんな", "多くの方", "ほとんどの方", "○", "×", "迷惑", "おすすめ", "べき", "％", "%", "完成", "達成"],
  en: ["life-prolonging", "futile", "terminal", "euthanasia", "death", "dying", "vegetative", "most people", "burden on", "you should", "%", "recommended", "completed"],
};
/** Medical terms that stand with their reading where they come first in a text. */
const TERMS = ["心肺蘇生", "人工呼吸器", "透析", "抗生剤", "輸血", "緩和ケア", "集中治療", "訪問看護", "認知症", "点滴", "胃ろう"];

const plain = (text) => text.replace(/\[([^|\]]+)\|[^\]]+\]/g, "$1");
const sentences = (text, lang) => (lang === "ja" ? plain(text).split(/(?<=[。？！])/) : text.split(/(?<=[.?!]) /)).filter((one) => one.trim());

/** Every entry of a file: block, key, line, and both languages. */
function entries(name, problems) {
  const lines = readFileSync(join(FOLDER, name), "utf8").split("\n");
  const found = [];
  let block = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const say = (what) => problems.push(`${name}:${at + 1} ${what}`);
    if (line === "" || line.startsWith("# ")) continue;
    if (line.startsWith("== ")) {
      block = { name: line.slice(3), source: null, checked: null };
      if (found.some((entry) => entry.block === block.name)) say(`the block ${block.name} stands twice`);
    } else if (/^source: /.test(line)) block.source = line.slice(8);
    else if (/^checked: \d{4}-\d\d-\d\d$/.test(line)) block.checked = line.slice(9);
    else if (/^[a-zA-Z0-9_]+( [a-zA-Z0-9_]+)*$/.test(line)) {
      const [ja, en] = [lines[at + 1] ?? "", lines[at + 2] ?? ""];
      if (!ja.startsWith("  ja: ") || !en.startsWith("  en: ")) say(`${line}: a line with "  ja: " and one with "  en: " must follow`);
      if (!block?.source || !block?.checked) say(`${line}: the block has no source or no day on which it was checked`);
      if (found.some((entry) => entry.block === block?.name && entry.key === line)) say(`${line} stands twice in ${block?.name}`);
      found.push({ block: block?.name, key: line, at: at + 1, ja: ja.slice(6), en: en.slice(6) });
      at += 2;
    } else say(`neither a block, a key nor a comment: ${line}`);
  }
  return found;
}

function look({ block, key, at, ja, en }, name, problems) {
  const say = (what) => problems.push(`${name}:${at} ${block} / ${key}: ${what}`);
  if (!ja.trim() || !en.trim()) say("empty");
  // The names of sources are what they are.
  if (block === "sources" && key.startsWith("source ")) return;
  for (const [lang, text] of [["ja", ja], ["en", en]]) {
    for (const word of AVOIDED[lang]) if (plain(text).toLowerCase().includes(word)) say(`avoided: ${word}`);
    for (const sentence of sentences(text, lang)) {
      const length = [...sentence.trim()].length;
      if (length > LONGEST[lang]) say(`${length} characters: ${sentence.trim()}`);
    }
  }
  if (/[[\]|]/.test(en)) say("a reading in English");
  if (/[[\]|]/.test(plain(ja))) say("a reading that is not whole");
  for (const term of TERMS) {
    const read = [...ja.matchAll(/\[([^|\]]+)\|/g)].some(([, base]) => base.includes(term) || term.includes(base));
    if (plain(ja).includes(term) && /^(ask|row|option|note)/.test(key) && !read) say(`without its reading: ${term}`);
  }
}

const problems = [];
let count = 0;
for (const name of readdirSync(FOLDER).sort()) {
  for (const entry of entries(name, problems)) {
    look(entry, name, problems);
    count += 1;
  }
}
// The words on buttons stand in code, and are short; the words that are avoided are the same.
for (const [line, ja, en] of readFileSync("crates/words/src/plan.rs", "utf8").matchAll(/w\(\s*"([^"]*)",\s*"([^"]*)",?\s*\)/g)) {
  look({ block: "plan.rs", key: line.slice(0, 24), at: 0, ja, en }, "crates/words/src", problems);
  count += 1;
}
for (const problem of problems) console.error(problem);
if (count < 300) console.error(`only ${count} entries were found`);
console.log(`   ${count} entries of the plan's content read`);
process.exit(problems.length > 0 || count < 300 ? 1 : 0);
