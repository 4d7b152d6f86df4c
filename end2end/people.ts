// An invented mother whose daughter fills in her whole card, in both languages. Every number is one that cannot exist.
import type { Lang } from "./pages/words";

/** One text for both languages, or the Japanese and the English. Labels carry ruby as in the app. */
type Two = string | readonly [ja: string, en: string];

/** One answer, by the words on the screen. */
export type Entry =
  | { kind: "words"; label: string; value: string }
  | { kind: "one"; label: string; value: string }
  | { kind: "any"; label: string; values: string[] }
  /** Words that are tapped; the field shows them afterwards. */
  | { kind: "offered"; label: string; value: string }
  | { kind: "day"; label: string; count: string; year: number; month: number; day: number };

/** An entry of a list, with the line that names it afterwards. */
export interface Item {
  called: string;
  entries: Entry[];
}

export interface Part {
  /** As in the address. */
  id: string;
  /** As on the task list. */
  name: string;
  entries: Entry[];
  add?: string;
  items: Item[];
}

export interface Person {
  name: string;
  /** Who writes. */
  daughter: string;
  parts: Part[];
}

/** What the postal code of the city hall fills in, in both languages. */
export const POSTAL_CODE = "270-0192";
export const PLACE: readonly [label: Two, words: string][] = [
  [["都道府県", "Prefecture"], "千葉県"],
  [["市区町村", "City"], "流山市"],
  [["町名・番地", "Town and number"], "平和台"],
];

/** The mother, in the words of one language. */
export function mother(lang: Lang): Person {
  const say = (two: Two): string => (typeof two === "string" ? two : two[lang === "ja" ? 0 : 1]);
  const words = (label: Two, value: Two): Entry => ({ kind: "words", label: say(label), value: say(value) });
  const one = (label: Two, value: Two): Entry => ({ kind: "one", label: say(label), value: say(value) });
  const any = (label: Two, ...values: Two[]): Entry => ({ kind: "any", label: say(label), values: values.map(say) });
  const offered = (label: Two, value: Two): Entry => ({ kind: "offered", label: say(label), value: say(value) });
  const day = (label: Two, count: Two, year: number, month: number, date: number): Entry => ({
    kind: "day",
    label: say(label),
    count: say(count),
    year,
    month,
    day: date,
  });
  const item = (called: Two, ...entries: Entry[]): Item => ({ called: say(called), entries });
  const part = (id: string, name: Two, entries: Entry[], add?: Two, ...items: Item[]): Part => ({
    id,
    name: say(name),
    entries,
    ...(add ? { add: say(add) } : {}),
    items,
  });

  const showa: Two = ["昭和", "Showa 昭和"];
  const reiwa: Two = ["令和", "Reiwa 令和"];
  const yes: Two = ["はい", "Yes"];
  const no: Two = ["いいえ", "No"];
  const name: Two = ["名前", "Name"];
  const relation: Two = ["[続柄|つづきがら]", "Relation"];
  const phone: Two = ["電話", "Phone"];
  const mobile: Two = ["携帯電話", "Mobile phone"];
  const note: Two = ["ひとこと", "Note"];
  const kind: Two = ["種類", "Kind"];
  const place: Two = ["病院・事業所の名前", "Hospital, clinic or office"];
  const doctor: Two = ["先生・担当の人の名前", "Doctor or person in charge"];
  const allHours: Two = ["24時間つながる電話", "Reachable 24 hours"];
  const cardNumber: Two = ["診察券の番号", "Patient card number"];
  const illness: Two = ["病気・けがの名前", "Illness or injury"];
  const state: Two = ["いまか、前か", "Now or before"];
  const now: Two = ["いま治療中", "Being treated now"];
  const since: Two = ["いつから・いつごろ", "Since when"];
  const medicine: Two = ["薬の名前", "Name of the medicine"];
  const dose: Two = ["量", "Dose"];
  const times: Two = ["飲む時", "When taken"];
  const thinner: Two = ["血が固まりにくい薬", "Blood thinner"];
  const morning: Two = ["朝", "Morning"];
  const noon: Two = ["昼", "Noon"];
  const evening: Two = ["夕", "Evening"];

  return {
    name: say(["平方 千代子", "Chiyoko Hirakata"]),
    daughter: say(["柏木 直美", "Naomi Kashiwagi"]),
    parts: [
      part("person", ["本人のこと", "The person"], [
        words(["氏名", "Name"], ["平方 千代子", "Chiyoko Hirakata"]),
        words(["ふりがな", "Reading (kana)"], "ひらかた ちよこ"),
        day(["生まれた日", "Date of birth"], showa, 16, 4, 8),
        one(["性別", "Sex"], ["女性", "Female"]),
        words(["郵便番号", "Postal code"], POSTAL_CODE),
        words(["都道府県", "Prefecture"], ["千葉県", "Chiba"]),
        words(["市区町村", "City"], ["流山市", "Nagareyama"]),
        words(["町名・番地", "Town and number"], ["平和台1丁目1番地の1", "Heiwadai 1-1-1"]),
        words(["建物の名前・部屋番号", "Building and room"], ["コーポ平和 203号室", "Corpo Heiwa 203"]),
        words(["目印", "Landmark"], ["中央公園の北側、青い屋根", "North of the central park, blue roof"]),
        words(["家の電話", "Home phone"], "04-0000-2203"),
        words(mobile, "090-0000-2204"),
        one(["ことば", "Language"], ["日本語", "Japanese"]),
      ]),
      part(
        "contacts",
        ["緊急の連絡先", "Emergency contacts"],
        [],
        ["連絡先を足す", "Add a contact"],
        item(
          ["娘 柏木 直美", "Daughter Naomi Kashiwagi"],
          words(name, ["柏木 直美", "Naomi Kashiwagi"]),
          offered(relation, ["娘", "Daughter"]),
          words(phone, "04-0000-3301"),
          words(mobile, "090-0000-3302"),
          words(note, ["夜は携帯電話へ", "At night, the mobile phone"]),
        ),
        item(
          ["息子 平方 健一", "Son Kenichi Hirakata"],
          words(name, ["平方 健一", "Kenichi Hirakata"]),
          offered(relation, ["息子", "Son"]),
          words(mobile, "080-0000-3303"),
          words(note, ["名古屋に住んでいます", "Lives in Nagoya"]),
        ),
        item(
          ["近所の人 南 とし子", "Neighbour Toshiko Minami"],
          words(name, ["南 とし子", "Toshiko Minami"]),
          offered(relation, ["近所の人", "Neighbour"]),
          words(phone, "04-0000-3304"),
        ),
      ),
      part(
        "doctors",
        ["先生・訪問看護", "Doctors and nurses"],
        [],
        ["先生や訪問看護を足す", "Add a doctor or nurse"],
        item(
          ["訪問看護 訪問看護さくら 坂さん", "Visiting nurse Sakura Home Nursing Ms Saka"],
          one(kind, ["[訪問看護|ほうもんかんご]", "Visiting nurse"]),
          words(place, ["訪問看護さくら", "Sakura Home Nursing"]),
          words(doctor, ["坂さん", "Ms Saka"]),
          words(phone, "04-0000-4401"),
          one(allHours, yes),
        ),
        item(
          ["かかりつけ医 運河クリニック 川上先生", "Family doctor Canal Clinic Dr Kawakami"],
          one(kind, ["かかりつけ医", "Family doctor"]),
          words(place, ["運河クリニック", "Canal Clinic"]),
          words(doctor, ["川上先生", "Dr Kawakami"]),
          words(phone, "04-0000-4402"),
          one(allHours, no),
          words(cardNumber, "20417"),
          words(note, ["月に2回、訪問診療", "Visits twice a month"]),
        ),
        item(
          ["病院 東葛総合病院 循環器内科", "Hospital Tokatsu Hospital, cardiology"],
          one(kind, ["病院", "Hospital"]),
          words(place, ["東葛総合病院 循環器内科", "Tokatsu Hospital, cardiology"]),
          words(phone, "04-0000-4403"),
          words(cardNumber, "0077123"),
          one(["ここでしか診られない病気", "Illness only they can treat"], yes),
        ),
        item(
          ["ケアマネジャー 江戸川台ケアプラン 原さん", "Care manager Edogawadai Care Plan Mr Hara"],
          one(kind, ["ケアマネジャー", "Care manager"]),
          words(place, ["江戸川台ケアプラン", "Edogawadai Care Plan"]),
          words(doctor, ["原さん", "Mr Hara"]),
          words(phone, "04-0000-4404"),
        ),
      ),
      part(
        "illness",
        ["病気とけが", "Illness and injury"],
        [],
        ["病気・けがを足す", "Add an illness or injury"],
        item(
          ["心房細動 2019年から", "Atrial fibrillation since 2019"],
          offered(illness, ["心房細動", "Atrial fibrillation"]),
          one(state, now),
          words(since, ["2019年から", "since 2019"]),
        ),
        item(
          ["心不全 2021年から", "Heart failure since 2021"],
          offered(illness, ["心不全", "Heart failure"]),
          one(state, now),
          words(since, ["2021年から", "since 2021"]),
        ),
        item(["糖尿病", "Diabetes"], offered(illness, ["糖尿病", "Diabetes"]), one(state, now)),
        item(["高血圧", "High blood pressure"], offered(illness, ["高血圧", "High blood pressure"]), one(state, now)),
        item(
          ["左手首の骨折 2022年", "Broken left wrist 2022"],
          words(illness, ["左手首の骨折", "Broken left wrist"]),
          one(state, ["手術をした", "Had surgery"]),
          words(since, ["2022年", "2022"]),
          words(note, ["金属が入っています", "There is metal in it"]),
        ),
      ),
      part(
        "medicines",
        ["薬", "Medicines"],
        [
          one(["お薬手帳はありますか", "Is there a medication notebook?"], ["紙の手帳", "Paper notebook"]),
          words(["お薬手帳の置き場所", "Where the notebook is kept"], ["電話台の引き出し", "Drawer of the telephone table"]),
        ],
        ["薬を足す", "Add a medicine"],
        ...(
          [
            [["エリキュース", "Eliquis"], "2.5mg 1錠", [morning, evening], yes],
            [["フロセミド", "Furosemide"], "20mg 1錠", [morning], no],
            [["ビソプロロール", "Bisoprolol"], "2.5mg 1錠", [morning], no],
            [["メトホルミン", "Metformin"], "250mg 1錠", [morning, noon, evening], no],
            [["アムロジピン", "Amlodipine"], "5mg 1錠", [morning], no],
            [["ランソプラゾール", "Lansoprazole"], "15mg 1錠", [evening], no],
            [["酸化マグネシウム", "Magnesium oxide"], "330mg 2錠", [["寝る前", "At bedtime"]], no],
            [["ロキソプロフェン", "Loxoprofen"], "60mg 1錠", [["必要なとき", "When needed"]], ["わからない", "Not known"]],
          ] as [Two, string, Two[], Two][]
        ).map(([what, amount, when, thin]) =>
          item([`${what[0]} ${amount}`, `${what[1]} ${amount}`], words(medicine, what), words(dose, amount), any(times, ...when), one(thinner, thin)),
        ),
      ),
      part(
        "allergies",
        ["アレルギー", "Allergies"],
        [],
        ["アレルギーを足す", "Add an allergy"],
        item(
          ["ペニシリン", "Penicillin"],
          one(kind, ["薬", "Medicine"]),
          offered(["何に", "To what"], ["ペニシリン", "Penicillin"]),
          words(["どうなりましたか", "What happened"], ["息が苦しくなった", "Hard to breathe"]),
        ),
        item(
          ["さば", "Mackerel"],
          one(kind, ["食べ物", "Food"]),
          words(["何に", "To what"], ["さば", "Mackerel"]),
          words(["どうなりましたか", "What happened"], ["じんましん", "Rash"]),
        ),
      ),
      part("devices", ["体の器具・手当て", "Devices and treatments"], [
        any(["あてはまるもの", "What applies"], ["血が固まりにくい薬", "Blood thinner"], ["ペースメーカー", "Pacemaker"]),
        words(["くわしく", "Details"], ["ペースメーカーは右の胸", "Pacemaker on the right"]),
      ]),
      part("usual", ["ふだんの様子", "Usual condition"], [
        one(["歩行", "Walking"], ["[杖|つえ]", "Cane"]),
        one(["会話", "Talking"], ["話せる", "Talks"]),
        one(["聴力", "Hearing"], ["右の耳が遠い", "Weak in the right ear"]),
        one(["視力", "Sight"], ["眼鏡", "Glasses"]),
        one(["物忘れ", "Memory"], ["少し物忘れがある", "A little forgetful"]),
        one(["要介護度", "Care level"], ["要介護2", "Care level 2"]),
        one(["食事", "Meals"], ["ふつうの食事", "Normal food"]),
        words(["そのほか", "Anything else"], ["左の耳にゆっくり話してください", "Speak slowly to the left ear"]),
      ]),
      part(
        "orders",
        ["先生の指示", "Doctor’s instructions"],
        [],
        ["指示を足す", "Add an instruction"],
        item(
          ["息が苦しい 座らせて訪問看護に電話。出ないときは119", "Hard to breathe Sit up, call the nurse; no answer: 119"],
          one(["どんなとき", "In which situation"], ["息が苦しい", "Hard to breathe"]),
          words(["どうするか", "What to do"], ["座らせて訪問看護に電話。出ないときは119", "Sit up, call the nurse; no answer: 119"]),
          words(["先生の名前", "Doctor’s name"], ["川上先生", "Dr Kawakami"]),
          words(["先生の電話", "Doctor’s phone"], "04-0000-4402"),
          day(["先生が指示した日", "Date of the instruction"], reiwa, 8, 10, 18),
        ),
      ),
      part("papers", ["書面（希望を書いたもの）", "Papers with the person’s wishes"], [
        one(["希望を書いた書面はありますか", "Is there a paper with the person’s wishes?"], yes),
        words(["置き場所", "Where it is kept"], ["仏壇の引き出し", "Drawer of the family altar"]),
        day(["書いた日", "Written on"], reiwa, 8, 11, 3),
        words(["書面のことを知っている先生", "Doctor who knows about it"], ["川上先生", "Dr Kawakami"]),
        words(["先生の電話", "Doctor’s phone"], "04-0000-4402"),
      ]),
      part("care", ["配慮・伝言・鍵・ペット", "Needs, message, key, pets"], [
        words(["配慮してほしいこと", "Please keep in mind"], ["大きな音が苦手です", "Loud noise is hard for her"]),
        words(["救急隊への伝言", "Message to the crew"], ["猫の世話を娘に知らせてください", "Tell the daughter about the cat"]),
        words(["鍵を持っている人", "Who holds a key"], ["娘と隣の南さん", "The daughter and Ms Minami"]),
        words(["ペット", "Pets"], ["猫1匹（タマ）", "One cat (Tama)"]),
      ]),
      part("insurance", ["マイナ保険証・資格確認書", "Insurance card or certificate"], [
        any(["お持ちのもの", "Which one"], ["マイナ保険証", "My Number insurance card"]),
        words(["置き場所", "Where it is kept"], ["いつもの財布", "The usual wallet"]),
      ]),
      part("blood", ["血液型", "Blood type"], [
        one(["血液型", "Blood type"], ["A型", "A"]),
        one(["Rh", "Rh"], ["Rhプラス（＋）", "Rh positive (+)"]),
      ]),
    ],
  };
}
