//! Who wrote something, and when.

use chrono::{DateTime, Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

impl Moment {
    /// The calendar day in Japan (UTC+9 all year).
    #[must_use]
    pub fn day_in_japan(self) -> Day {
        let there = self.0.saturating_add(9 * 60 * 60 * 1000);
        Day(DateTime::from_timestamp_millis(there).unwrap_or_default().date_naive())
    }
}

/// A calendar day without a time, written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub NaiveDate);

impl Day {
    /// Reads `YYYY-MM-DD`; `None` when the text has another form or the day does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Day> {
        let shape: Vec<usize> = text.split('-').map(str::len).collect();
        if !matches!(shape[..], [4, 2, 2]) || !text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit()) {
            return None;
        }
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    /// The day as `YYYY-MM-DD`.
    #[must_use]
    pub fn to_iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&self.to_iso())
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Day::parse(&text).ok_or_else(|| D::Error::custom("a day is YYYY-MM-DD"))
    }
}

/// Whose hand wrote an answer. A helper writes with the person's agreement and is named (emergency-card.md §1.4).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Author {
    /// The person the record is about.
    #[default]
    Own,
    /// Somebody who writes for the person, by name.
    Proxy(String),
    /// A clinic; what it wrote is read-only for everybody else.
    Clinic(String),
}

/// Who wrote an answer, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamp {
    pub at: Moment,
    #[serde(default)]
    pub by: Author,
}
