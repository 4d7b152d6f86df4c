//! Words of the crew's screen that are not labels: days, times and hints, in the reader's language.

use chrono::Datelike;
use record::{
    Day,
    era::{era_year, months_between},
};

use super::crew::{Four, Reader};

pub const BRIGHT: Four = Four(["画面を明るく", "Turn brightness up", "请调亮屏幕", "화면을 밝게"]);
pub const NOW: Four = Four(["いま", "Now", "现在", "지금"]);
pub const CLEAR: Four = Four(["消す", "Clear", "清除", "지우기"]);
// The times in short, for the closed strip.
pub const BEGAN: Four = Four(["いつから", "Began", "开始", "시작"]);
pub const LAST_WELL: Four = Four(["ふだんどおり", "Last well", "最后正常", "마지막 정상"]);
pub const LAST_MEAL: Four = Four(["食事", "Meal", "进食", "식사"]);
pub const YESTERDAY: Four = Four(["きのう", "yesterday", "昨天", "어제"]);
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

/// A day, and how long ago it was.
#[must_use]
pub fn day_ago(from: Day, today: Day, reader: Reader) -> String {
    let (on, ago) = (day(from, reader), ago(from, today, reader));
    match reader {
        Reader::Ja | Reader::Zh => format!("{on}（{ago}）"),
        Reader::En | Reader::Ko => format!("{on} ({ago})"),
    }
}

/// How long ago a day was.
#[must_use]
pub fn ago(from: Day, today: Day, reader: Reader) -> String {
    let [month, year, day, now] = match reader {
        Reader::Ja => return super::days::ago(from, today, super::Lang::Ja),
        Reader::En => return super::days::ago(from, today, super::Lang::En),
        Reader::Zh => ["个月", "年", "天前", "今天"],
        Reader::Ko => ["개월", "년", "일 전", "오늘"],
    };
    let months = months_between(from.0, today.0);
    let before = if reader == Reader::Ko { " 전" } else { "前" };
    match (months / 12, months % 12, (today.0 - from.0).num_days().max(0)) {
        (0, 0, 0) => now.to_owned(),
        (0, 0, days) => format!("{days}{day}"),
        (0, rest, _) => format!("{rest}{month}{before}"),
        (years, 0, _) => format!("{years}{year}{before}"),
        (years, rest, _) => format!("{years}{year}{}{rest}{month}{before}", if reader == Reader::Ko { " " } else { "" }),
    }
}

/// What stands before the hour of another day than today, with its space.
#[must_use]
pub fn day_before(day: Day, today: Day, reader: Reader) -> String {
    match (today.0 - day.0).num_days() {
        0 => String::new(),
        1 => format!("{} ", YESTERDAY.say(reader)),
        _ => format!("{}/{} ", day.0.month(), day.0.day()),
    }
}

/// When something was last written, up to the name of who wrote it. In one calendar: it shares a line on a small phone.
#[must_use]
pub fn last_written(on: Day, reader: Reader) -> String {
    let (year, month, date) = (on.0.year(), on.0.month(), on.0.day());
    match reader {
        Reader::Ja => format!("最後の記入 {year}年{month}月{date}日　書いた人"),
        Reader::En => format!("Written {} by", on.to_iso()),
        Reader::Zh => format!("最后填写 {year}年{month}月{date}日　填写人"),
        Reader::Ko => format!("마지막 작성 {year}년 {month}월 {date}일　작성자"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rule E15, in the language of the crew.
    #[test]
    fn a_record_says_how_old_it_is_in_every_language() {
        let day = |iso| Day::parse(iso).unwrap();
        let said = |from| Reader::ALL.map(|reader| ago(day(from), day("2028-01-27"), reader));
        assert_eq!(said("2026-11-26"), ["1年2か月前", "1 year 2 months ago", "1年2个月前", "1년 2개월 전"]);
        assert_eq!(said("2028-01-27"), ["今日", "today", "今天", "오늘"]);
        assert_eq!(said("2028-01-20"), ["7日前", "7 days ago", "7天前", "7일 전"]);
        assert_eq!(day_ago(day("2026-11-26"), day("2028-01-27"), Reader::En), "26 November 2026 (1 year 2 months ago)");
    }

    #[test]
    fn the_hour_of_another_day_says_which_day() {
        let day = |text| Day::parse(text).unwrap();
        let today = day("2026-11-23");
        let before = |from| Reader::ALL.map(|reader| day_before(from, today, reader));
        assert_eq!(before(day("2026-11-23")), ["", "", "", ""]);
        assert_eq!(before(day("2026-11-22")), ["きのう ", "yesterday ", "昨天 ", "어제 "]);
        assert_eq!(before(day("2026-11-21")), ["11/21 "; 4]);
    }
}
