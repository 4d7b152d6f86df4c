//! The phone lines of Nagareyama and Chiba, and when the advice line answers.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Word, about, w};

/// A line to call. Numbers stand apart from the words: they become links and never break across lines.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    pub id: &'static str,
    pub name: Word,
    /// `None` where a call does not help: a registration, another device.
    pub dial: Option<&'static str>,
    /// For phones that cannot dial a number with #.
    pub other: Option<&'static str>,
    pub hours: Word,
    pub note: Word,
    pub source: &'static str,
}

/// The advice line that is closed at times: see [`line_7119_open`].
pub const ADVICE: &str = "advice";

/// What crews do here when somebody does not want resuscitation, once the fire department has confirmed it. `None`: nobody has, and
/// the plan says so.
pub const CREW_RULES: Option<Word> = None;

const ALWAYS: Word = w("24時間、毎日", "24 hours, every day");

/// The lines, the most urgent first.
pub static LINES: &[Line] = &[
    Line {
        id: "ambulance",
        name: w("119番（救急車・消防車）", "119 (ambulance, fire engine)"),
        dial: Some("119"),
        other: None,
        hours: ALWAYS,
        note: w("市の名前から伝えます。電話代はかかりません。", "Say the city first. The call is free."),
        source: about::CENTRE,
    },
    Line {
        id: ADVICE,
        name: w("千葉県救急安心電話相談", "Chiba medical advice line"),
        dial: Some("#7119"),
        other: Some("03-6810-1636"),
        hours: w(
            "月〜土曜：午後6時から翌朝8時。日曜・祝日・年末年始・大型連休：午前9時から翌朝8時。",
            "Mon–Sat: 6 pm to 8 am. Sundays, holidays, New Year and Golden Week: 9 am to 8 am.",
        ),
        note: w(
            "看護師が相談にのります。平日と土曜の昼は休みです。急ぐときは119へ。",
            "A nurse gives advice. Closed in the daytime from Monday to Saturday. If it is urgent, call 119.",
        ),
        source: about::CHIBA,
    },
    Line {
        id: "children",
        name: w("こども急病電話相談", "Children’s advice line"),
        dial: Some("#8000"),
        other: Some("043-242-9939"),
        hours: w("毎日、午後7時から翌朝8時", "Every day, 7 pm to 8 am"),
        note: w("子どもの急な病気のときの相談です。", "Advice when a child is suddenly ill."),
        source: about::YACHIYO,
    },
    Line {
        id: "net119",
        name: w("Net119（声で話しにくい方）", "Net119 (if speaking is hard)"),
        dial: None,
        other: None,
        hours: ALWAYS,
        note: w(
            "スマートフォンの画面で119に知らせます。先に登録がいります。",
            "Tells 119 through the phone’s screen. Register beforehand.",
        ),
        source: about::NET119,
    },
    Line {
        id: "relay",
        name: w("電話リレーサービス（耳の聞こえにくい方）", "Telephone relay service (if hearing is hard)"),
        dial: None,
        other: None,
        hours: ALWAYS,
        note: w(
            "手話や文字を通訳し、119にもつなぎます。先に登録がいります。",
            "Interprets sign or text, to 119 as well. Register beforehand.",
        ),
        source: about::RELAY,
    },
    Line {
        id: "fax119",
        name: w("FAX119", "FAX119"),
        dial: None,
        other: None,
        hours: w("消防署でたしかめてください。", "Ask the fire station."),
        note: w(
            "FAXで119に送ります。使いかたと用紙を、先にたしかめておきます。",
            "A fax to 119. Ask about its use and the form beforehand.",
        ),
        source: about::FAX,
    },
];

/// Whether #7119 answers at the start of an hour: Monday–Saturday 18:00–08:00, Sundays and holidays 09:00–08:00.
/// `weekday` counts from Monday = 0; `holiday` comes from [`line_7119_holiday`].
#[must_use]
pub const fn line_7119_open(weekday: u8, hour: u8, holiday: bool) -> bool {
    // Every shift lasts until eight in the morning.
    hour < 8 || hour >= if weekday == 6 || holiday { 9 } else { 18 }
}

/// Whether #7119 keeps holiday hours on a day: national holidays with their substitutes, 29 December–3 January, 29 April–5 May.
#[must_use]
pub fn line_7119_holiday(day: NaiveDate) -> bool {
    let eve = day.pred_opt().unwrap_or(day);
    let morrow = day.succ_opt().unwrap_or(day);
    matches!((day.month(), day.day()), (12, 29..) | (1, ..=3) | (4, 29..) | (5, ..=5))
        || national(day)
        // A holiday on a Sunday moves to the next day that is none; in May that is the 6th.
        || (day.weekday() == Weekday::Mon && national(eve))
        || ((day.month(), day.day()) == (5, 6) && matches!(day.weekday(), Weekday::Tue | Weekday::Wed))
        // A day between two holidays is one too.
        || (national(eve) && national(morrow))
}

/// The holidays of the act as it stands since 2022.
fn national(day: NaiveDate) -> bool {
    let monday = |nth: u32| day.weekday() == Weekday::Mon && (day.day() - 1) / 7 + 1 == nth;
    // Good from 1980 to 2099.
    let equinox = |base: f64| {
        let years = day.year() - 1980;
        (base + 0.242_194 * f64::from(years)) as i32 - years / 4 == day.day() as i32
    };
    match (day.month(), day.day()) {
        (1, 1) | (2, 11 | 23) | (4, 29) | (5, 3..=5) | (8, 11) | (11, 3 | 23) => true,
        (1 | 10, _) => monday(2),
        (3, _) => equinox(20.8431),
        (7, _) => monday(3),
        (9, _) => monday(3) || equinox(23.2488),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{super::sentences::both, *};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_advice_line_is_closed_in_the_daytime_of_weekdays_and_saturdays() {
        for weekday in 0..6 {
            for hour in 0..24 {
                assert_eq!(line_7119_open(weekday, hour, false), !(8..18).contains(&hour), "{weekday} {hour}");
            }
        }
        for (weekday, holiday) in [(6, false), (0, true), (5, true), (6, true)] {
            for hour in 0..24 {
                assert_eq!(line_7119_open(weekday, hour, holiday), hour != 8, "{weekday} {hour}");
            }
        }
    }

    #[test]
    fn holidays_are_known() {
        let off = |text: &str| line_7119_holiday(day(text));
        // 2026 and 2027 as the Cabinet Office gives them, with substitutes and the day between two holidays.
        let given = [
            "2026-01-01",
            "2026-01-12",
            "2026-02-11",
            "2026-02-23",
            "2026-03-20",
            "2026-04-29",
            "2026-05-03",
            "2026-05-04",
            "2026-05-05",
            "2026-05-06",
            "2026-07-20",
            "2026-08-11",
            "2026-09-21",
            "2026-09-22",
            "2026-09-23",
            "2026-10-12",
            "2026-11-03",
            "2026-11-23",
            "2027-01-01",
            "2027-01-11",
            "2027-02-11",
            "2027-02-23",
            "2027-03-21",
            "2027-03-22",
            "2027-04-29",
            "2027-05-03",
            "2027-05-04",
            "2027-05-05",
            "2027-07-19",
            "2027-08-11",
            "2027-09-20",
            "2027-09-23",
            "2027-10-11",
            "2027-11-03",
            "2027-11-23",
        ];
        let longer = ["01-01", "01-02", "01-03", "04-29", "04-30", "05-01", "05-02", "05-03", "05-04", "05-05", "12-29", "12-30", "12-31"];
        for one in day("2026-01-01").iter_days().take(730) {
            let text = one.to_string();
            let wanted = given.contains(&text.as_str()) || longer.contains(&&text[5..]);
            assert_eq!(off(&text), wanted, "{text}");
        }
        // Equinoxes and substitutes of other years.
        for text in ["2024-05-06", "2024-03-20", "2024-09-22", "2024-09-23", "2025-05-06", "2028-09-22", "2030-03-20", "2032-09-21"] {
            assert!(off(text), "{text}");
        }
        for text in ["2028-05-06", "2028-09-23", "2030-03-21"] {
            assert!(!off(text), "{text}");
        }
    }

    #[test]
    fn every_line_has_its_words_and_numbers_stand_apart() {
        for line in LINES {
            [line.name, line.hours, line.note].into_iter().for_each(both);
            let dialled = line.dial.into_iter().chain(line.other);
            assert!(dialled.clone().all(|number| number.chars().all(|sign| sign.is_ascii_digit() || "#-".contains(sign))));
            for words in [line.name, line.hours, line.note] {
                assert!(dialled.clone().all(|number| number == "119" || !words.ja.contains(number)), "{}", line.id);
            }
        }
        assert!(LINES.first().is_some_and(|line| line.dial == Some("119")));
        assert!(LINES.iter().any(|line| line.id == ADVICE));
    }
}
