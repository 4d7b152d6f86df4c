//! Time and randomness of the system.

use js_sys::Date;
use record::{Day, Moment};

use store::port::{Clock, Entropy, Now};

#[derive(Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Now {
        local(&Date::new_0())
    }

    fn at(&self, moment: Moment) -> Now {
        local(&Date::new(&(moment.0 as f64).into()))
    }
}

/// The date in the time zone of the device.
fn local(date: &Date) -> Now {
    let year = i32::try_from(date.get_full_year()).unwrap_or(1970);
    let day = chrono::NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date());
    Now {
        at: Moment(date.get_time() as i64),
        day: Day(day.unwrap_or_default()),
        hour: date.get_hours() as u8,
        minute: date.get_minutes() as u8,
        weekday: ((date.get_day() + 6) % 7) as u8,
    }
}

#[derive(Debug)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn bytes(&self, into: &mut [u8]) {
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        // Every browser that runs WebAssembly has `crypto.getRandomValues`, and 65,536 bytes are never asked for at once.
        if let Some(crypto) = crypto {
            let _ = crypto.get_random_values_with_u8_array(into);
        }
    }
}
