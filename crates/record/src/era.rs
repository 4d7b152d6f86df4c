//! Japanese eras (元号), the years people say, and ages.
//!
//! Start days: the first day of each era in the Gregorian calendar, as in JIS X 0301 (昭和64年 lasted from 1 to 7 January 1989).

use chrono::{Datelike, NaiveDate};

/// An era. The order is the order in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Era {
    Meiji,
    Taisho,
    Showa,
    Heisei,
    Reiwa,
}

/// Why an era year, month and day are not a day of that era.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EraError {
    /// There is no such day in the calendar (2月30日).
    NoSuchDay,
    /// The day exists, but lies before or after the era (昭和65年).
    OutsideEra,
}

impl Era {
    /// All eras, oldest first.
    pub const ALL: [Era; 5] = [Era::Meiji, Era::Taisho, Era::Showa, Era::Heisei, Era::Reiwa];

    /// Year, month and day on which the era began.
    const fn began(self) -> (i32, u32, u32) {
        match self {
            Era::Meiji => (1868, 10, 23),
            Era::Taisho => (1912, 7, 30),
            Era::Showa => (1926, 12, 25),
            Era::Heisei => (1989, 1, 8),
            Era::Reiwa => (2019, 5, 1),
        }
    }

    /// The name as it is written: 明治 … 令和.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Era::Meiji => "明治",
            Era::Taisho => "大正",
            Era::Showa => "昭和",
            Era::Heisei => "平成",
            Era::Reiwa => "令和",
        }
    }

    /// The era of a day and the year within it, from 1 (元年). `None` before 1868-10-23.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<(Era, u32)> {
        let key = (day.year(), day.month(), day.day());
        let era = Era::ALL.into_iter().rev().find(|era| key >= era.began())?;
        u32::try_from(day.year() - era.began().0 + 1).ok().map(|year| (era, year))
    }

    /// The western year of an era year; only the number, whether or not the era reached it.
    #[must_use]
    pub fn western_year(self, year: u32) -> Option<i32> {
        let offset = i32::try_from(year).ok().filter(|year| *year >= 1)? - 1;
        self.began().0.checked_add(offset)
    }

    /// The day that an era year, month and day name.
    ///
    /// # Errors
    /// [`EraError::NoSuchDay`] or [`EraError::OutsideEra`].
    pub fn day(self, year: u32, month: u32, day: u32) -> Result<NaiveDate, EraError> {
        let western = self.western_year(year).ok_or(EraError::OutsideEra)?;
        let date = NaiveDate::from_ymd_opt(western, month, day).ok_or(EraError::NoSuchDay)?;
        match Era::of(date) {
            Some((era, _)) if era == self => Ok(date),
            _ => Err(EraError::OutsideEra),
        }
    }
}

/// `昭和16年`, `令和元年`; `None` before 明治.
#[must_use]
pub fn era_year(day: NaiveDate) -> Option<String> {
    let (era, year) = Era::of(day)?;
    Some(if year == 1 { format!("{}元年", era.name()) } else { format!("{}{year}年", era.name()) })
}

/// Full years on a given day; `None` when the day lies before the birth. Born on 29 February: a year older on 1 March of common years.
#[must_use]
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> Option<u32> {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    let years = day.year() - birth.year() - i32::from(!had_birthday);
    u32::try_from(years).ok().filter(|_| day >= birth)
}

/// Whole calendar months from one day to a later one; 0 when the order is reversed.
#[must_use]
pub fn months_between(from: NaiveDate, to: NaiveDate) -> u32 {
    let months = (to.year() - from.year()) * 12 + to.month0().cast_signed() - from.month0().cast_signed();
    u32::try_from(months - i32::from(to.day() < from.day())).unwrap_or(0)
}
