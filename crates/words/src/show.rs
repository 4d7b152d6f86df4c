//! Words of the crew's screen that are not labels: days, times and hints, in the reader's language.

use chrono::Datelike;
use record::Day;

use super::{
    crew::{CrewLang, CrewWord},
    when,
};

pub const BRIGHT: CrewWord = CrewWord(["画面を明るく", "Turn brightness up", "请调亮屏幕", "화면을 밝게"]);
pub const NOW: CrewWord = CrewWord(["いま", "Now", "现在", "지금"]);
pub const CLEAR: CrewWord = CrewWord(["消す", "Clear", "清除", "지우기"]);
// The times in short, for the closed strip.
pub const BEGAN: CrewWord = CrewWord(["いつから", "Began", "开始", "시작"]);
pub const LAST_WELL: CrewWord = CrewWord(["ふだんどおり", "Last well", "最后正常", "마지막 정상"]);
pub const LAST_MEAL: CrewWord = CrewWord(["食事", "Meal", "进食", "식사"]);
pub const YESTERDAY: CrewWord = CrewWord(["きのう", "yesterday", "昨天", "어제"]);
pub const FILL: CrewWord = CrewWord(["書きこむ", "Fill in", "填写", "입력"]);
pub const LANGUAGE: CrewWord = CrewWord(["ことば", "Language", "语言", "언어"]);
pub const MORE: CrewWord = CrewWord(["連絡先のすべて", "All contacts", "全部联系人", "모든 연락처"]);
pub const DAY_KEPT: CrewWord = CrewWord([
    "ここは24時間たつと消えます。カードには残りません。",
    "This is forgotten after 24 hours and never becomes part of the card.",
    "此处内容24小时后自动删除，不会保存到急救卡。",
    "이 내용은 24시간 뒤 지워지며 카드에 남지 않습니다.",
]);

/// What stands before the hour of another day than today, with its space.
#[must_use]
pub fn day_before(day: Day, today: Day, reader: CrewLang) -> String {
    match (today.0 - day.0).num_days() {
        0 => String::new(),
        1 => format!("{} ", YESTERDAY.say(reader)),
        _ => format!("{}/{} ", day.0.month(), day.0.day()),
    }
}

/// When something was last written, up to the name of who wrote it. In one calendar: it shares a line on a small phone.
#[must_use]
pub fn last_written(on: Day, reader: CrewLang) -> String {
    let (year, month, date) = (on.0.year(), on.0.month(), on.0.day());
    match reader {
        CrewLang::Ja => format!("最後の記入 {year}年{month}月{date}日　書いた人"),
        CrewLang::En => format!("Written {} by", on.to_iso()),
        CrewLang::Zh => format!("最后填写 {year}年{month}月{date}日　填写人"),
        CrewLang::Ko => format!("마지막 작성 {year}년 {month}월 {date}일　작성자"),
    }
}

/// The same where the day is doubtful.
#[must_use]
pub fn written_in_doubt(reader: CrewLang) -> String {
    let doubtful = when::DOUBTFUL.say(reader);
    match reader {
        CrewLang::Ja => format!("最後の記入　{doubtful}　書いた人"),
        CrewLang::En => format!("Written ({doubtful}) by"),
        CrewLang::Zh => format!("最后填写 {doubtful}　填写人"),
        CrewLang::Ko => format!("마지막 작성 {doubtful}　작성자"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_of_another_day_says_which_day() {
        let day = |text| Day::parse(text).unwrap();
        let today = day("2026-11-23");
        let before = |from| CrewLang::ALL.map(|reader| day_before(from, today, reader));
        assert_eq!(before(day("2026-11-23")), ["", "", "", ""]);
        assert_eq!(before(day("2026-11-22")), ["きのう ", "yesterday ", "昨天 ", "어제 "]);
        assert_eq!(before(day("2026-11-21")), ["11/21 "; 4]);
    }
}
