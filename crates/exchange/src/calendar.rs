//! A yearly reminder as an iCalendar file (RFC 5545).

use chrono::{Datelike, NaiveDate};
use record::{Day, Moment};

/// The next day for a yearly reminder after `today`: the birthday, or 1 January without one. A birthday on 29 February is kept on 1 March.
#[must_use]
pub fn next_yearly(birth: Option<Day>, today: Day) -> Day {
    let (month, day) = birth.map_or((1, 1), |birth| (birth.0.month(), birth.0.day()));
    let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1));
    let year = today.0.year();
    let this = in_year(year).filter(|day| *day > today.0);
    Day(this.or_else(|| in_year(year + 1)).unwrap_or(today.0))
}

/// A calendar with one entry that comes back every year. Holds nothing about the person.
#[must_use]
pub fn yearly(first: Day, made: Moment, title: &str, description: &str) -> String {
    let stamp = chrono::DateTime::from_timestamp_millis(made.0).unwrap_or_default();
    let stamp = format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}Z",
        stamp.year(),
        stamp.month(),
        stamp.day(),
        chrono::Timelike::hour(&stamp),
        chrono::Timelike::minute(&stamp),
        chrono::Timelike::second(&stamp)
    );
    let date = first.to_iso().replace('-', "");
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Tsumugu//Emergency card//JA".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:yearly-{date}@tsumugu"),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{date}"),
        "RRULE:FREQ=YEARLY".to_owned(),
        format!("SUMMARY:{}", escape(title)),
        format!("DESCRIPTION:{}", escape(description)),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        "TRIGGER:PT9H".to_owned(),
        format!("DESCRIPTION:{}", escape(title)),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| fold(line)).collect()
}

/// RFC 5545 §3.3.11.
fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// Lines of at most 75 bytes, never cut inside a character (RFC 5545 §3.1).
fn fold(line: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
    out
}
