//! Who wrote something, and when.

use chrono::{DateTime, Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// The last moment that a doubtful one can claim: the end of the year 9999.
const LAST: i64 = 253_402_300_799_999;

impl Moment {
    /// The moment of something that is written now: the clock's, but after everything that is known already. A clock that was put back,
    /// or is years behind, must not make an answer older than the one it replaces.
    #[must_use]
    pub fn after(clock: Moment, newest: Moment) -> Moment {
        clock.max(Moment(newest.0.saturating_add(1)))
    }

    /// The same moment, marked as doubtful: a file or a code claims it, and it lies far in the future. A doubtful moment comes before
    /// every other one, so that it wins nothing and pushes nothing. What was claimed can still be told ([`Moment::claimed`]).
    #[must_use]
    pub fn doubted(self) -> Moment {
        if self.is_doubtful() { self } else { Moment(i64::MIN + self.0.clamp(0, LAST)) }
    }

    /// Whether this is a moment that was marked as doubtful.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        self.0 <= i64::MIN + LAST
    }

    /// What stood there before it was marked as doubtful; any other moment as it is.
    #[must_use]
    pub fn claimed(self) -> Moment {
        if self.is_doubtful() { Moment(self.0 - i64::MIN) } else { self }
    }

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

/// Whose hand wrote an answer. A helper writes with the person's agreement and is named.
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
