// The fixed words of the interface, as a person reads them. Tests name things by these words and by nothing else.
export type Lang = "ja" | "en";

/** In the order of the languages. Ruby is written as in the app: `[漢字|かんじ]`. */
export const WORDS = {
  home: ["ホーム", "Home"],
  card: ["救急カード", "Emergency card"],
  show: ["救急隊に見せる", "Show the ambulance crew"],
  call: ["119に電話する", "Call 119"],
  print: ["印刷する", "Print"],
  check: ["年に一度の見直し", "Yearly check"],
  people: ["カードの人", "People"],
  backup: ["バックアップ", "Backup"],
  history: ["前の内容", "Earlier versions"],
  restore: ["紙から戻す", "Restore from paper"],
  settings: ["設定", "Settings"],
  help: ["困ったとき", "Help"],
  about: ["このアプリについて", "About"],
  back: ["もどる", "Back"],
  opening: ["開いています…", "Opening…"],
  kept: ["保存しました", "Saved"],
  finish: ["保存して終わる", "Save and finish"],
  next: ["つづける", "Continue"],
  toList: ["一覧にもどる", "Back to the list"],
  more: ["くわしく書く", "More details"],
  undo: ["一つ元に戻す", "Undo one step"],
  sample: ["見本を見る", "See a sample"],
  removeSample: ["見本を消す", "Remove the sample"],
  year: ["年", "Year"],
  month: ["月", "Month"],
  day: ["日", "Day"],
  change: ["直す", "Change"],
  remove: ["消す", "Remove"],
  raise: ["上へ", "Move up"],
  dial: ["119に電話する", "Call 119"],
  same: ["変わりありません", "No change"],
  confirm: ["全体を確かめました", "I have checked the whole card"],
  onBirthday: ["誕生日に", "On the birthday"],
  onNewYear: ["お正月に", "At New Year"],
  offered: ["えらぶ", "choose"],
  fold: ["とじる", "Close"],
  clear: ["答えを消す", "Clear this answer"],
  putBack: ["元に戻す", "Undo"],
  none: ["なし", "None"],
  unknown: ["わからない", "Not known"],
  begin: ["カードを書きはじめる", "Start the card"],
  mark: ["見本", "Sample"],
  proxyName: ["書く人の名前", "Name of the one who writes"],
  proxy: ["代わりに書いています：", "Writing for this person:"],
  proxyStop: ["本人が書く", "The person writes"],
  addPerson: ["人を足す", "Add a person"],
  addSample: ["見本を入れる", "Add a sample person"],
  elsewhere: ["いま別の場所にいます", "We are somewhere else now"],
  atHome: ["家にいます", "We are at home"],
  event: ["いまの出来事", "What is happening"],
  now: ["いま", "Now"],
  eraseOne: ["この人の記録を消す", "Erase this person's record"],
  eraseAll: ["この端末の記録をすべて消す", "Erase everything on this device"],
  eraseYes: ["消す", "Erase"],
  eraseNo: ["やめる", "Keep it"],
  erased: ["消しました。この端末には残っていません。", "Erased. Nothing of it is left on this device."],
  makeBackup: ["控えのファイルを作る", "Make a backup file"],
  saveFile: ["ファイルに控える", "Save to a file"],
  chooseFile: ["控えのファイルを選ぶ", "Choose the backup file"],
  takeIn: ["この端末に入れる", "Put on this device"],
  passphrase: ["合いことば（なくてもかまいません）", "Passphrase (optional)"],
  tooShort: ["合いことばは8文字以上にしてください。", "Make the passphrase at least 8 characters long."],
  made: ["控えのファイルを作りました", "The backup file was made"],
  nobody: ["控える記録が、まだありません。", "There is nothing to back up yet."],
  itsPassphrase: ["合いことば", "Passphrase"],
  unlock: ["鍵を開ける", "Unlock"],
  newHere: ["この端末には、まだいません。", "Not on this device yet."],
  sameHere: ["同じ内容が、もうこの端末にあります。", "Already on this device, the same."],
  nothingToDo: ["入れるものはありません。", "There is nothing to put in."],
  join: ["いまの記録とまとめる", "Join with the record here"],
  replace: ["いまの記録と置きかえる", "Replace the record here"],
  leaveOut: ["入れない", "Leave out"],
  taken: ["入れました", "It is on this device now"],
  takenBack: ["元に戻しました。", "It is as it was before."],
  undoBring: ["元に戻す", "Undo"],
  notABackup: ["つむぐの控えではないファイルです。", "This file is not a Tsumugu backup."],
  newerBackup: ["もっと新しい版のつむぐで作った控えです。", "This backup is from a newer version of Tsumugu."],
  damagedBackup: ["この控えは、途中で切れているか、書きかえられています。", "This backup is cut off or was altered."],
  wrongWords: ["開けませんでした。", "It did not open."],
  unchanged: ["この端末の記録は変わっていません。", "Nothing here has changed."],
  nothingRead: ["まだ読み取っていません。", "Nothing has been read yet."],
  allRead: ["全部そろいました", "All parts are here"],
  notACode: ["つむぐの「もどすコード」ではありませんでした。", "That was not a restore code of Tsumugu."],
  paste: ["コードの文字を貼りつける", "Paste the text of a code"],
  readCode: ["読み取る", "Read"],
  forget: ["読み取った分を消す", "Forget what was read"],
  goBack: ["この内容に戻す", "Go back to this"],
  wentBack: ["前の内容に戻しました。", "The earlier content is back."],
} as const satisfies Record<string, readonly [ja: string, en: string]>;

export type WordId = keyof typeof WORDS;

export function say(word: WordId, lang: Lang): string {
  return WORDS[word][lang === "ja" ? 0 : 1];
}

/** Matches words that may show their readings: `[続柄|つづきがら]` finds 続柄 with ruby and without. Nothing may stand around them. */
export function named(words: string): RegExp {
  const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = words.split(/(\[[^\]|]+\|[^\]]+\])/).map((piece) => {
    const ruby = /^\[([^|]+)\|([^\]]+)\]$/.exec(piece);
    return ruby ? `${quoted(ruby[1] ?? "")}\\s*(?:（?${quoted(ruby[2] ?? "")}）?)?` : quoted(piece);
  });
  return new RegExp(`^\\s*${pattern.join("")}\\s*$`);
}
