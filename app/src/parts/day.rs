//! A day in the past: era buttons and three number fields, with a live echo of what was understood.

use leptos::prelude::*;
use record::{
    Day, Path, Section,
    era::{self, Era},
    kana::to_half_width,
};

use super::{
    label::{described, hint, label, remark_id},
    remarks,
    words::{lang, rich},
};
use crate::workspace::{Pace, workspace};
use words::{Lang, days, fields as text};

/// How the year is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Count {
    Era(Era),
    Western,
}

/// What stands in the fields, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Typed {
    count: Option<Count>,
    year: String,
    month: String,
    day: String,
}

/// The counts offered: births lie earlier than letters and talks. The days of a plan are of these years.
fn counts(path: &Path, language: Lang) -> [Count; 4] {
    match path.section() {
        None => {
            let [first, second] = match language {
                Lang::Ja => [Count::Era(Era::Reiwa), Count::Western],
                Lang::En => [Count::Western, Count::Era(Era::Reiwa)],
            };
            [first, second, Count::Era(Era::Heisei), Count::Era(Era::Showa)]
        }
        Some(Section::Person) => [Count::Era(Era::Taisho), Count::Era(Era::Showa), Count::Era(Era::Heisei), Count::Western],
        Some(_) => [Count::Era(Era::Showa), Count::Era(Era::Heisei), Count::Era(Era::Reiwa), Count::Western],
    }
}

impl Typed {
    /// What is kept: `1941-04-08`; with parts missing while the person is still typing (`1941-04-`).
    fn kept(&self) -> String {
        let number = |text: &str| to_half_width(text).trim().parse::<u32>().ok();
        let year = number(&self.year).and_then(|year| match self.count {
            Some(Count::Era(era)) => era.western_year(year),
            Some(Count::Western) => i32::try_from(year).ok(),
            // Four figures can only be a western year; with fewer, the era must be said.
            None => i32::try_from(year).ok().filter(|year| *year > 1800),
        });
        let part = |text: &str| number(text).map_or_else(String::new, |number| format!("{number:02}"));
        let year = year.map_or_else(String::new, |year| format!("{year:04}"));
        let kept = format!("{year}-{}-{}", part(&self.month), part(&self.day));
        if kept == "--" { String::new() } else { kept }
    }

    /// What the fields show for something kept.
    fn shown(kept: &str, counts: &[Count]) -> Typed {
        let mut parts = kept.splitn(3, '-').map(|part| part.trim_start_matches('0').to_owned());
        let mut next = || parts.next().unwrap_or_default();
        let (year, month, day) = (next(), next(), next());
        let era = Day::parse(kept).and_then(|day| Era::of(day.0)).filter(|(era, _)| counts.contains(&Count::Era(*era)));
        match era {
            Some((era, in_era)) => Typed { count: Some(Count::Era(era)), year: in_era.to_string(), month, day },
            None if year.is_empty() => Typed { count: None, year, month, day },
            None => Typed { count: Some(Count::Western), year, month, day },
        }
    }

    /// The day, or why there is none; `None` while something is missing.
    fn day(&self) -> Option<Result<Day, era::EraError>> {
        let day = Day::parse(&self.kept());
        let whole = !self.year.is_empty() && !self.month.is_empty() && !self.day.is_empty();
        match (day, self.count) {
            (Some(day), Some(Count::Era(era))) if Era::of(day.0).is_none_or(|(real, _)| real != era) => {
                Some(Err(era::EraError::OutsideEra))
            }
            (Some(day), _) => Some(Ok(day)),
            (None, Some(_)) if whole => Some(Err(era::EraError::NoSuchDay)),
            _ => None,
        }
    }
}

/// The field.
#[must_use]
pub fn day(path: Path) -> AnyView {
    let workspace = workspace();
    let counts = counts(&path, lang());
    let typed = RwSignal::new(Typed::shown(&untrack(|| workspace.words(&path)), &counts));
    let from = path.clone();
    // Undone, or written in another tab: what is kept wins over what is shown.
    Effect::new(move |_| {
        let kept = workspace.words(&from);
        if typed.with_untracked(Typed::kept) != kept {
            typed.set(Typed::shown(&kept, &counts));
        }
    });
    let to = StoredValue::new(path.clone());
    let write = move |change: &dyn Fn(&mut Typed)| {
        typed.update(|typed| change(typed));
        to.with_value(|path| workspace.write_words(Pace::Typing, path, &typed.with_untracked(Typed::kept)));
    };
    let name = format!("{}-era", path.control());
    let eras = counts.map(|count| {
        view! {
            <label class="t-option">
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || typed.with(|typed| typed.count == Some(count))
                    on:change=move |_| write(&|typed| typed.count = Some(count))
                />
                <span>{days::count(match count { Count::Era(era) => Some(era), Count::Western => None }, lang())}</span>
            </label>
        }
    });
    let said = remark_id(&path);
    let about = path.clone();
    let (echoes, describe) = (said.clone(), described(&path, true));
    let number = move |which: usize, id: String, word: words::Word| {
        let read = move || typed.with(|typed| [&typed.year, &typed.month, &typed.day][which].clone());
        view! {
            <span class="t-unit">
                <input
                    class="t-input"
                    id=id.clone()
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby=said.clone()
                    prop:value=read
                    on:input=move |event| {
                        let value = event_target_value(&event);
                        write(&|typed| *[&mut typed.year, &mut typed.month, &mut typed.day][which] = value.clone());
                    }
                    on:blur=move |_| workspace.flush()
                />
                <label for=id>{rich(word)}</label>
            </span>
        }
        .into_any()
    };
    let id = path.control();
    let birth = path.section() == Some(Section::Person);
    view! {
        <fieldset class="t-field" id=id.clone() tabindex="-1" aria-describedby=describe>
            <legend>{label(&path)}</legend>
            {hint(&path)}
            <div class="t-options" data-row="true">{eras}</div>
            <div class="t-three">
                {number(0, format!("{id}-year"), text::YEAR)} {number(1, format!("{id}-month"), text::MONTH)}
                {number(2, format!("{id}-day"), text::DAY)}
            </div>
            <div role="status" id=echoes>
                {move || echo(&typed.get(), birth)}
                {move || remarks::of_field(&about).map(|(word, _)| view! { <p class="t-remark">{rich(word)}</p> })}
            </div>
        </fieldset>
    }
    .into_any()
}

/// What was understood, or what does not fit, in one line.
fn echo(typed: &Typed, birth: bool) -> Option<AnyView> {
    let workspace = workspace();
    let words = match typed.day() {
        Some(Ok(day)) => {
            let today = workspace.now()?.day;
            let parts = days::echo(day, birth.then_some(today), lang());
            let parts = parts.into_iter().map(|part| view! { <span class="t-whole">{part}</span> }.into_any()).collect::<Vec<_>>();
            return Some(view! { <p class="t-echo">{parts}</p> }.into_any());
        }
        Some(Err(era::EraError::OutsideEra)) => text::OUTSIDE_ERA,
        Some(Err(era::EraError::NoSuchDay)) => text::NO_SUCH_DAY,
        None if typed.count.is_none() && !typed.year.is_empty() && Day::parse(&typed.kept()).is_none() => text::ERA_FIRST,
        None => return None,
    };
    Some(view! { <p class="t-remark">{rich(words)}</p> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_the_plan_begins_with_the_years_of_now() {
        let plan = Path::plan_section(record::plan::section::TALKS);
        assert_eq!(counts(&plan, Lang::Ja)[..2], [Count::Era(Era::Reiwa), Count::Western]);
        assert_eq!(counts(&plan, Lang::En)[0], Count::Western);
        assert_eq!(counts(&Path::from(Section::Person), Lang::Ja)[0], Count::Era(Era::Taisho));
    }
}
