//! Words of the crew's screen that are not labels: days, times and hints, in the reader's language.

use chrono::Datelike;
use record::{Day, era::era_year};

use super::crew::{Four, Reader};

pub const BRIGHT: Four =
    Four(["画面の明るさを上げてください", "Turn the screen brightness up", "请调高屏幕亮度", "화면 밝기를 높여 주세요"]);
pub const NOW: Four = Four(["いま", "Now", "现在", "지금"]);
pub const CLEAR: Four = Four(["消す", "Clear", "清除", "지우기"]);
pub const FILL: Four = Four(["書きこむ", "Fill in", "填写", "입력"]);
pub const LANGUAGE: Four = Four(["ことば", "Language", "语言", "언어"]);
pub const MORE: Four = Four(["連絡先のすべて", "All contacts", "全部联系人", "모든 연락처"]);
pub const DAY_KEPT: Four = Four([
    "ここは24時間たつと消えます。カードには残りません。",
    "This is forgotten after 24 hours and never becomes part of the card.",
    "此处内容24小时后自动删除，不会保存到急救卡。",
    "이 내용은 24시간 뒤 지워지며 카드에 남지 않습니다.",
]);

/// A day as the reader says it; the Japanese in both calendars.
#[must_use]
pub fn day(day: Day, reader: Reader) -> String {
    let (year, month, date) = (day.0.year(), day.0.month(), day.0.day());
    match reader {
        Reader::Ja => {
            era_year(day.0).map_or_else(|| format!("{year}年{month}月{date}日"), |era| format!("{era}({year}年){month}月{date}日"))
        }
        Reader::Zh => format!("{year}年{month}月{date}日"),
        Reader::Ko => format!("{year}년 {month}월 {date}일"),
        Reader::En => super::days::day(day, super::Lang::En),
    }
}
