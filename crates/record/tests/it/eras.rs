//! Eras, ages and months at their edges.

use record::{
    Day,
    era::{Era, EraError, age_on, era_year, months_between},
};

fn day(text: &str) -> chrono::NaiveDate {
    Day::parse(text).unwrap().0
}

#[test]
fn each_era_begins_on_its_day() {
    for (last, first, before, era) in [
        ("1868-10-22", "1868-10-23", None, Era::Meiji),
        ("1912-07-29", "1912-07-30", Some((Era::Meiji, 45)), Era::Taisho),
        ("1926-12-24", "1926-12-25", Some((Era::Taisho, 15)), Era::Showa),
        ("1989-01-07", "1989-01-08", Some((Era::Showa, 64)), Era::Heisei),
        ("2019-04-30", "2019-05-01", Some((Era::Heisei, 31)), Era::Reiwa),
    ] {
        assert_eq!(Era::of(day(last)), before);
        assert_eq!(Era::of(day(first)), Some((era, 1)));
        assert_eq!(era_year(day(first)), Some(format!("{}元年", era.name())));
    }
    assert_eq!(era_year(day("1989-01-07")).as_deref(), Some("昭和64年"));
    assert_eq!(era_year(day("1989-01-08")).as_deref(), Some("平成元年"));
    assert_eq!(era_year(day("2019-05-01")).as_deref(), Some("令和元年"));
    assert_eq!(era_year(day("2020-01-01")).as_deref(), Some("令和2年"));
    assert_eq!(era_year(day("1941-04-08")).as_deref(), Some("昭和16年"));
    assert_eq!(era_year(day("1868-10-22")), None);
}

#[test]
fn an_era_year_is_a_day_or_says_why_not() {
    assert_eq!(Era::Showa.day(16, 4, 8), Ok(day("1941-04-08")));
    assert_eq!(Era::Showa.day(64, 1, 7), Ok(day("1989-01-07")));
    assert_eq!(Era::Showa.day(64, 1, 8), Err(EraError::OutsideEra));
    assert_eq!(Era::Showa.day(65, 1, 1), Err(EraError::OutsideEra));
    assert_eq!(Era::Heisei.day(1, 1, 7), Err(EraError::OutsideEra));
    assert_eq!(Era::Taisho.day(1, 7, 29), Err(EraError::OutsideEra));
    assert_eq!(Era::Showa.day(0, 1, 1), Err(EraError::OutsideEra));
    assert_eq!(Era::Showa.day(16, 2, 30), Err(EraError::NoSuchDay));
    assert_eq!(Era::Reiwa.day(u32::MAX, 1, 1), Err(EraError::OutsideEra));
    // 昭和3年 = 1928 and 令和2年 = 2020 are leap years, 昭和4年 is not.
    assert_eq!(Era::Showa.day(3, 2, 29), Ok(day("1928-02-29")));
    assert_eq!(Era::Reiwa.day(2, 2, 29), Ok(day("2020-02-29")));
    assert_eq!(Era::Showa.day(4, 2, 29), Err(EraError::NoSuchDay));
}

#[test]
fn every_day_of_every_era_comes_back() {
    let mut at = day("1868-10-23");
    while at < day("2030-01-01") {
        let (era, year) = Era::of(at).unwrap();
        use chrono::Datelike;
        assert_eq!(era.day(year, at.month(), at.day()), Ok(at));
        at = at.succ_opt().unwrap();
    }
}

#[test]
fn an_age_grows_on_the_birthday() {
    for (birth, on, age) in [
        ("1941-04-08", "2026-04-07", Some(84)),
        ("1941-04-08", "2026-04-08", Some(85)),
        ("1941-04-08", "1941-04-08", Some(0)),
        ("1941-04-08", "1941-04-07", None),
        ("1941-12-31", "2026-01-01", Some(84)),
        ("1940-02-29", "2026-02-28", Some(85)),
        ("1940-02-29", "2026-03-01", Some(86)),
        ("1940-02-29", "2024-02-28", Some(83)),
        ("1940-02-29", "2024-02-29", Some(84)),
    ] {
        assert_eq!(age_on(day(birth), day(on)), age, "{birth} on {on}");
    }
}

#[test]
fn months_are_whole() {
    for (from, to, months) in [
        ("2026-01-31", "2026-02-28", 0),
        ("2026-01-31", "2026-03-31", 2),
        ("2025-11-22", "2026-11-21", 11),
        ("2025-11-22", "2026-11-22", 12),
        ("2026-11-22", "2025-11-22", 0),
        ("2025-12-31", "2026-01-01", 0),
    ] {
        assert_eq!(months_between(day(from), day(to)), months, "{from} to {to}");
    }
}

#[test]
fn a_day_is_written_in_one_form_only() {
    for odd in ["", "2026", "2026-1-3", "+026-01-03", "2026-01-3 ", "2026-02-30", "2026-13-01", "26-01-03", "2026-01-03-", "１９４１-04-08"]
    {
        assert_eq!(Day::parse(odd), None, "{odd}");
    }
    assert_eq!(Day::parse("2024-02-29").unwrap().to_iso(), "2024-02-29");
}
