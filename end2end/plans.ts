// Plans that are there from the beginning.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FROZEN = JSON.parse(readFileSync(fileURLToPath(new URL("../crates/record/tests/old/v1-plan.json", import.meta.url)), "utf8")).record;

/** 2026-11-26 08:42 in Japan. */
const AT = 1795650120000;
const stamped = (answer: unknown) => ({ answer, at: AT, by: "own" });
const given = (words: string) => stamped({ given: words });

const WHO = { sections: { person: { fields: { name: given("平方 千代子"), birth: given("1941-04-08") } } } };

/** These parts open: `family.values` … */
const opened = (open: string[]) => ({ fields: Object.fromEntries(open.map((spot) => [spot, given("yes")])) });

/** A record with the frozen plan, its second version the newest; with a doctor's talk about resuscitation or without. */
export function frozen(open: string[], heard: boolean): { id: string } {
  const record = structuredClone(FROZEN);
  record.id = "planned";
  record.card = WHO;
  record.plan.versions.length = 2;
  record.plan.sections.opened = opened(open);
  if (!heard) for (const answers of [record.plan.sections, record.plan.versions[1].answers]) delete answers["t2.a"].fields.doctor_on;
  return record;
}

type Said = Record<string, string | string[] | null>;

const fields = (said: Said) =>
  Object.fromEntries(
    Object.entries(said).map(([id, words]) => [id, stamped(words === null ? "undecided" : Array.isArray(words) ? { chosen: words } : { given: words })]),
  );

const AFTERNOON: Record<string, Said | Said[]> = {
  v1: { answer: ["familiar_place", "family", "little_pain", "own_hands", "eat_by_mouth", "joys_and_roles"], top: ["family", "own_hands", "eat_by_mouth"], with: ["family", "doctor"], words: "庭の花に水をやりたい。" },
  v2: { answer: "朝のお茶と散歩。相撲を見ること。孫の電話。" },
  v3: { answer: ["pain", "receiving_care", "home_and_pets"] },
  v4: { answer: "夫は家で静かに見送れた。あのようにしてほしい。" },
  v5: { answer: ["cannot_tell", "strong_pain"] },
  i1: { condition: "in_detail", outlook: null },
  i2: { answer: "with_both" },
  p1: [
    { asked: "accepted", asked_on: "2026-11-20", mobile: "090-0000-0001", name: "千葉 幸子", relation: "daughter" },
    { asked: "waiting", mobile: "090-0000-0002", name: "平方 和夫", relation: "son" },
  ],
  p3: { answer: "as_basis" },
  p4: [
    { name: "平方 とめ", part: "joins" },
  ],
  l1: { answer: "own_home", words: "庭の見える部屋で、猫と。" },
  l2: { answer: "see_then" },
  l3: { answer: ["pain_not_eased", "carer_tired", "i_said"] },
  l4: { foreseen: "call_home_doctor", sudden: "call_119", told: "yes", told_on: "2026-10-18", told_what: "息苦しさ、眠る時間がふえる" },
  "t1.a": { answer: "comfort" },
  "t2.a": { answer: "not_want", doctor_on: "2026-11-21" },
  "t3.a": { answer: "not_want" },
  "t4.a": { drip: "try_while", tube: "not_want", vein: "decide_together" },
  "t6.a": { answer: "asleep_without_pain" },
  "t1.c": { answer: "try_then_stop" },
  "t2.c": { answer: null },
  s1: { answer: "お寺の朝のおつとめ、家族の写真", company: "妹、住職さん" },
  s2: { answer: "written" },
  s3: { answer: "みんな、ありがとう。けんかをしないで、仲よくしてください。" },
  talks: [
    { about: ["t2", "l1"], left: "食べられなくなったとき", line_1: "痛みを取ることを一番に", line_2: "できるだけ家で", on: "2026-11-21", where: "visit", with: ["trusted", "doctor"] },
    { about: ["l4", "t6"], left: "入院するかどうか", line_1: "息苦しくなったときの薬のこと", line_2: "夜の電話番号をもらった", on: "2026-10-18", where: "visit", with: ["trusted", "doctor"] },
  ],
};

/** What somebody of 85 may have written in an afternoon, with her daughter and a nurse; a year before, of one question something else. */
export function afternoon(open: string[]): { id: string } {
  const section = (said: Said | Said[]) =>
    Array.isArray(said) ? { items: said.map((one, at) => ({ id: `item-${at}`, fields: fields(one) })) } : { fields: fields(said) };
  const sections = Object.fromEntries(Object.entries(AFTERNOON).map(([id, said]) => [id, section(said)]));
  const { talks: _, ...answers } = sections;
  const before = { ...answers, l1: { fields: fields({ answer: "own_home", words: "庭の見える部屋がいい。" }) } };
  const versions = [
    { id: "one", on: "2025-11-26", at: AT - 365 * 86_400_000, by: "own", answers: before },
    { id: "two", on: "2026-11-26", at: AT, by: "own", answers },
  ];
  return { id: "afternoon", made: AT, card: WHO, plan: { sections: { ...sections, opened: opened(open) }, versions } } as { id: string };
}
