// The longest card that anybody is likely to write: every list full, every note as long as its field is meant for.
import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";

type Answer = { given: string } | { chosen: string[] } | "none" | "unknown";
type Fields = Record<string, { answer: Answer; at: number; by: "own" | { proxy: string } }>;

/** 2026-11-20 10:42 in Japan. */
const AT = Date.parse("2026-11-20T10:42:00+09:00");
const SIGNS = "あおぞらの下で家族と暮らし毎朝庭の花に水をやりながら近所の人と話すことを楽しみにしています";

/** Words of a length that are found again: they begin with their own name. */
function words(name: string, length: number): string {
  return `${name}${SIGNS.repeat(3)}`.slice(0, length);
}

function fields(answers: Record<string, string | string[]>): Fields {
  const answer = (said: string | string[]): Answer => (typeof said === "string" ? { given: said } : { chosen: said });
  return Object.fromEntries(Object.entries(answers).map(([id, said]) => [id, { answer: answer(said), at: AT, by: { proxy: "流山 一子" } }]));
}

function items(count: number, make: (at: number) => Record<string, string | string[]>) {
  return Array.from({ length: count }, (_, at) => ({ id: `item-${at}`, fields: fields(make(at + 1)) }));
}

const phone = (at: number) => `04-0000-${String(at).padStart(4, "0")}`;
const DEVICES =
  "blood_thinner pacemaker defibrillator dialysis home_oxygen ventilator tracheostomy gastrostomy insulin steroid infection shunt stent artificial_joint stoma urinary_catheter";

export const LONGEST = {
  id: "longest",
  made: AT,
  card: {
    confirmed: { on: "2026-11-20", by: { proxy: "流山 一子" } },
    sections: {
      person: {
        fields: fields({
          name: words("長い名前の人", 20), reading: "ながいなまえのひとながいなまえのひとながいなまえのひとなが", birth: "1931-12-31", sex: "female",
          postal: "270-0192", prefecture: "千葉県", city: "流山市", street: words("町名", 40), building: words("建物", 40), landmark: words("目印", 40),
          phone: "04-0000-0001", mobile: "090-0000-0001", language: "japanese",
        }),
      },
      contacts: { items: items(5, (at) => ({ name: words(`連絡先${at}`, 20), relation: "daughter_in_law", phone: phone(at + 10), mobile: `090-0000-001${at}`, note: words(`連絡の注${at}`, 40) })) },
      doctors: {
        items: items(6, (at) => ({ role: "hospital", place: words(`病院${at}`, 30), doctor: words(`先生${at}`, 20), phone: phone(at + 20), all_hours: "yes", card_number: `00000000000${at}`, only_here: "yes", note: words(`病院の注${at}`, 40) })),
      },
      illness: { items: items(8, (at) => ({ name: words(`病気${at}`, 20), state: "surgery", since: words(`いつ${at}`, 20), note: words(`病気の注${at}`, 40) })) },
      medicines: {
        fields: fields({ notebook: "paper", notebook_place: words("手帳", 40) }),
        items: items(12, (at) => ({ name: words(`薬の名${at}`, 25), dose: words(`量${at}`, 20), times: ["morning", "noon", "evening", "bedtime", "as_needed"], thinner: "yes", note: words(`薬の注${at}`, 40) })),
      },
      allergies: { items: items(5, (at) => ({ group: "medicine", name: words(`何か${at}`, 20), reaction: words(`反応${at}`, 30) })) },
      devices: { fields: fields({ fitted: DEVICES.split(" "), detail: words("器具", 80) }) },
      usual: {
        fields: fields({
          walking: "wheelchair", talking: "talks_hard", hearing: "hears_right_weak", sight: "sees_hard", memory: "dementia_told", care_level: "care_5", meals: "thickened", note: words("様子", 80),
        }),
      },
      orders: { items: items(3, (at) => ({ scene: "breath", instruction: words(`指示${at}`, 80), doctor: words(`医師${at}`, 20), phone: phone(at + 30), on: "2026-10-18" })) },
      papers: { fields: fields({ exists: "yes", paper_place: words("紙の所", 40), on: "2026-11-03", doctor: words("紙の医師", 30), phone: phone(40) }) },
      care: { fields: fields({ consider: words("配慮", 80), message: words("伝言", 80), key: words("鍵の人", 40), pets: words("生き物", 40) }) },
      insurance: { fields: fields({ proof: ["myna", "certificate"], proof_place: words("証の所", 40) }) },
      blood: { fields: fields({ abo: "AB", rh: "rh_minus" }) },
    } as Record<string, { fields?: Fields; items?: { id: string; fields: Fields }[] }>,
  },
};

/** Everything that somebody wrote in their own words, in a record. Days and options are said in other words on paper. */
export function written(record: typeof LONGEST): string[] {
  const all = Object.values(record.card.sections).flatMap((section) => [section.fields ?? {}, ...(section.items ?? []).map((item) => item.fields)]);
  const said = all.flatMap((fields) => Object.values(fields).map(({ answer }) => (typeof answer === "object" && "given" in answer ? answer.given : "")));
  return said.filter((words) => /[^\x20-\x7f]|^0[\d-]+$/.test(words));
}

/** Puts a record on the device as the app itself writes it, and opens the app anew. The app must have been opened before. */
export async function keep(page: Page, record: { id: string }): Promise<void> {
  const text = JSON.stringify({ record, schema: 1, tsumugu: "record" });
  // The hash is that of the row without it, with its keys in order.
  const rest = { at: AT, cause: "import", device: "test", rev: 1, schema: 1, text };
  const row = JSON.stringify({ ...rest, sha256: createHash("sha256").update(JSON.stringify(rest)).digest("hex") });
  await page.evaluate(
    ([id, row]) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open("tsumugu");
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const work = opening.result.transaction(["revisions", "heads"], "readwrite");
          work.objectStore("revisions").put(row, `${id}/0000000001`);
          work.objectStore("heads").put(1, id);
          work.oncomplete = () => {
            opening.result.close();
            done();
          };
          work.onabort = () => failed(work.error);
        };
      }),
    [record.id, row] as const,
  );
  await page.reload();
}
