//! Days and ages in words, in both calendars.

use chrono::Datelike;
use record::{
    Day,
    era::{Era, age_on, era_year, months_between},
};

use crate::{Lang, crew::CrewLang};

/// The name of a way to count years; `None` is the western one.
#[must_use]
pub fn count(era: Option<Era>, lang: Lang) -> &'static str {
    match (era, lang) {
        (Some(era), Lang::Ja) => era.name(),
        (None, Lang::Ja) => "西暦",
        (None, Lang::En) => "Western",
        (Some(Era::Meiji), Lang::En) => "Meiji 明治",
        (Some(Era::Taisho), Lang::En) => "Taisho 大正",
        (Some(Era::Showa), Lang::En) => "Showa 昭和",
        (Some(Era::Heisei), Lang::En) => "Heisei 平成",
        (Some(Era::Reiwa), Lang::En) => "Reiwa 令和",
    }
}

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

fn month_name(day: Day) -> &'static str {
    MONTHS.get(day.0.month0() as usize).copied().unwrap_or_default()
}

/// What was understood of a day that was typed, with the age on `today` when it is a birth:
/// 「1941年（昭和16年）4月8日生まれ・85歳」. In parts that a line must not tear.
#[must_use]
pub fn echo(day: Day, today: Option<Day>, lang: Lang) -> Vec<String> {
    let era = era_year(day.0);
    let era = match lang {
        Lang::Ja => era.map(|era| format!("（{era}）")),
        Lang::En => era.map(|era| format!(" ({era})")),
    }
    .unwrap_or_default();
    let age = today.and_then(|today| age_on(day.0, today.0));
    let (year, month, date) = (day.0.year(), day.0.month(), day.0.day());
    match (lang, age) {
        (Lang::Ja, Some(age)) => vec![format!("{year}年{era}"), format!("{month}月{date}日生まれ・"), format!("{age}歳")],
        (Lang::Ja, None) => vec![format!("{year}年{era}"), format!("{month}月{date}日")],
        (Lang::En, Some(age)) => vec![format!("{date} {} {year}{era} · age {age}", month_name(day))],
        (Lang::En, None) => vec![format!("{date} {} {year}{era}", month_name(day))],
    }
}

/// A day as it is said: 令和8年11月22日 / 22 November 2026.
#[must_use]
pub fn day(day: Day, lang: Lang) -> String {
    let (month, date) = (day.0.month(), day.0.day());
    match (lang, era_year(day.0)) {
        (Lang::Ja, Some(era)) => format!("{era}{month}月{date}日"),
        (Lang::Ja, None) => format!("{}年{month}月{date}日", day.0.year()),
        (Lang::En, _) => format!("{date} {} {}", month_name(day), day.0.year()),
    }
}

/// A day as the reader says it; the Japanese in both calendars.
#[must_use]
pub fn day_in(of: Day, crew_lang: CrewLang) -> String {
    let (year, month, date) = (of.0.year(), of.0.month(), of.0.day());
    match crew_lang {
        CrewLang::Ja => {
            era_year(of.0).map_or_else(|| format!("{year}年{month}月{date}日"), |era| format!("{era}({year}年){month}月{date}日"))
        }
        CrewLang::Zh => format!("{year}年{month}月{date}日"),
        CrewLang::Ko => format!("{year}년 {month}월 {date}일"),
        CrewLang::En => day(of, Lang::En),
    }
}

/// A day, and how long ago it was.
#[must_use]
pub fn day_ago_in(from: Day, today: Day, crew_lang: CrewLang) -> String {
    let (on, ago) = (day_in(from, crew_lang), ago_in(from, today, crew_lang));
    match crew_lang {
        CrewLang::Ja | CrewLang::Zh => format!("{on}（{ago}）"),
        CrewLang::En | CrewLang::Ko => format!("{on} ({ago})"),
    }
}

/// How long ago a day was.
#[must_use]
pub fn ago_in(from: Day, today: Day, crew_lang: CrewLang) -> String {
    let [month, year, day, now] = match crew_lang {
        CrewLang::Ja => return ago(from, today, Lang::Ja),
        CrewLang::En => return ago(from, today, Lang::En),
        CrewLang::Zh => ["个月", "年", "天前", "今天"],
        CrewLang::Ko => ["개월", "년", "일 전", "오늘"],
    };
    let months = months_between(from.0, today.0);
    let before = if crew_lang == CrewLang::Ko { " 전" } else { "前" };
    match (months / 12, months % 12, (today.0 - from.0).num_days().max(0)) {
        (0, 0, 0) => now.to_owned(),
        (0, 0, days) => format!("{days}{day}"),
        (0, rest, _) => format!("{rest}{month}{before}"),
        (years, 0, _) => format!("{years}{year}{before}"),
        (years, rest, _) => format!("{years}{year}{}{rest}{month}{before}", if crew_lang == CrewLang::Ko { " " } else { "" }),
    }
}

/// A day as somebody typed it: said whole, or as much of it as there is, in words; nothing when there is nothing to say.
#[must_use]
pub fn told(typed: &str, crew_lang: impl Into<CrewLang>) -> Option<String> {
    let crew_lang = crew_lang.into();
    if let Some(whole) = Day::parse(typed) {
        return Some(if crew_lang == CrewLang::Ja { day(whole, Lang::Ja) } else { day_in(whole, crew_lang) });
    }
    let mut parts = typed.splitn(3, '-').map(|part| part.parse::<u32>().ok().filter(|number| *number > 0));
    let mut next = || parts.next().flatten();
    let (year, month, date) = (next(), next().filter(|month| *month <= 12), next().filter(|date| *date <= 31));
    // A day without its month says nothing.
    let date = date.filter(|_| month.is_some());
    let counted = |units: [&str; 3], gap: &str| {
        let parts = [year, month, date].into_iter().zip(units);
        parts.filter_map(|(number, unit)| Some(format!("{}{unit}", number?))).collect::<Vec<_>>().join(gap)
    };
    let words = match crew_lang {
        CrewLang::Ja | CrewLang::Zh => counted(["年", "月", "日"], ""),
        CrewLang::Ko => counted(["년", "월", "일"], " "),
        CrewLang::En => {
            let month = month.and_then(|month| MONTHS.get(month as usize - 1)).map(|name| (*name).to_owned());
            let number = |number: u32| number.to_string();
            [date.map(number), month, year.map(number)].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    };
    (!words.is_empty()).then_some(words)
}

/// A birth in both calendars: 昭和16年（1941年）4月8日.
#[must_use]
pub fn both(date: Day, lang: Lang) -> String {
    match (lang, era_year(date.0)) {
        (Lang::Ja, Some(era)) => format!("{era}（{}年）{}月{}日", date.0.year(), date.0.month(), date.0.day()),
        (Lang::En, Some(era)) => format!("{} ({era})", day(date, Lang::En)),
        (lang, None) => day(date, lang),
    }
}

/// How long ago a day was: 1年2か月前 / 1 year 2 months ago.
#[must_use]
pub fn ago(from: Day, today: Day, lang: Lang) -> String {
    let months = months_between(from.0, today.0);
    let days = (today.0 - from.0).num_days().max(0);
    let (years, rest) = (months / 12, months % 12);
    match (lang, years, rest) {
        (Lang::Ja, 0, 0) if days == 0 => "今日".to_owned(),
        (Lang::Ja, 0, 0) => format!("{days}日前"),
        (Lang::Ja, 0, rest) => format!("{rest}か月前"),
        (Lang::Ja, years, 0) => format!("{years}年前"),
        (Lang::Ja, years, rest) => format!("{years}年{rest}か月前"),
        (Lang::En, 0, 0) if days == 0 => "today".to_owned(),
        (Lang::En, 0, 0) => format!("{days} {} ago", plural(days, "day", "days")),
        (Lang::En, 0, rest) => format!("{rest} {} ago", plural(rest.into(), "month", "months")),
        (Lang::En, years, 0) => format!("{years} {} ago", plural(years.into(), "year", "years")),
        (Lang::En, years, rest) => {
            format!("{years} {} {rest} {} ago", plural(years.into(), "year", "years"), plural(rest.into(), "month", "months"))
        }
    }
}

fn plural(count: i64, one: &'static str, many: &'static str) -> &'static str {
    if count == 1 { one } else { many }
}

/// An age in years.
#[must_use]
pub fn age(birth: Day, today: Day, lang: Lang) -> Option<String> {
    let age = age_on(birth.0, today.0)?;
    Some(match lang {
        Lang::Ja => format!("{age}歳"),
        Lang::En => format!("{age} years old"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rule E15, in the language of the crew.
    #[test]
    fn a_record_says_how_old_it_is_in_every_language() {
        let day = |iso| Day::parse(iso).unwrap();
        let said = |from| CrewLang::ALL.map(|crew_lang| ago_in(day(from), day("2028-01-27"), crew_lang));
        assert_eq!(said("2026-11-26"), ["1年2か月前", "1 year 2 months ago", "1年2个月前", "1년 2개월 전"]);
        assert_eq!(said("2028-01-27"), ["今日", "today", "今天", "오늘"]);
        assert_eq!(said("2028-01-20"), ["7日前", "7 days ago", "7天前", "7일 전"]);
        assert_eq!(day_ago_in(day("2026-11-26"), day("2028-01-27"), CrewLang::En), "26 November 2026 (1 year 2 months ago)");
    }

    #[test]
    fn a_day_that_is_half_typed_is_said_in_words() {
        let ja = |typed| told(typed, Lang::Ja);
        let en = |typed| told(typed, Lang::En);
        assert_eq!(ja("2026-10-05").as_deref(), Some("令和8年10月5日"));
        assert_eq!([ja("2026-10-"), ja("2027--"), ja("-03-09")].map(Option::unwrap), ["2026年10月", "2027年", "3月9日"]);
        assert_eq!([en("2026-10-"), en("2027--"), en("-03-09")].map(Option::unwrap), ["October 2026", "2027", "9 March"]);
        assert_eq!([ja("--"), ja(""), ja("いつか"), en("-13-")], [const { None }; 4]);
    }
}
