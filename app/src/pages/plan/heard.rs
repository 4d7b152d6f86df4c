//! Beside t2: what is still open until a doctor has heard the wish.

use leptos::prelude::*;
use record::{
    Answers, Day, Path, SectionData,
    catalogue::{DOCTOR, DOCTOR_ON},
    plan::{Key, cpr::Cpr},
};

use crate::{
    parts::{
        field::field,
        words::{lang, rich},
    },
    text::{days, lines, plan as text},
    workspace::folder,
};

/// After 「してほしくない」: until a doctor has heard it, it is 「先生に未確認」 (rule E8).
#[must_use]
pub fn doctor(key: Key, state: Memo<Cpr>) -> AnyView {
    let folder = folder();
    let holder = Path::from(key);
    let fields = [DOCTOR_ON, DOCTOR].into_iter().filter_map(|id| key.question.spec().more.iter().find(|spec| spec.id == id));
    let fields = fields.map(|spec| field(holder.field(spec.id), spec)).collect::<Vec<_>>();
    let ahead = Memo::new(move |_| {
        let today = folder.now().map(|now| now.day);
        folder.plan(|plan| today.is_some_and(|today| to_come(plan.section(&key.to_string()), today)))
    });
    let now = move || match state.get() {
        Cpr::Confirmed { on, doctor } => {
            let day = days::day(on, lang());
            view! { <p class="t-kept">{rich(text::notes::cpr::CONFIRMED)} {day} " " {doctor}</p> }.into_any()
        }
        _ => view! { <p><b class="t-tag">{rich(text::notes::cpr::UNCONFIRMED)}</b></p> }.into_any(),
    };
    let ahead = move || ahead.get().then(|| view! { <p class="t-hint">{rich(text::STILL_TO_COME)}</p> });
    view! {
        <section class="t-note t-calm" id="cpr">
            <h2>{rich(text::notes::cpr::TITLE)}</h2>
            <div role="status">{now}</div>
            <p>{rich(text::notes::cpr::WHY)}</p>
            {fields}
            <div role="status">{ahead}</div>
            <p><b>{rich(text::notes::cpr::DOUBT)}</b></p>
            <details class="t-more">
                <summary>{rich(text::IN_EMERGENCY)}</summary>
                <p>{rich(text::notes::cpr::CREW)}</p>
                <p>{rich(text::notes::cpr::BEFORE)}</p>
                <p>{rich(text::notes::cpr::SYMPTOMS)}</p>
                {crew_rules()}
            </details>
        </section>
    }
    .into_any()
}

/// A day that is still to come is an appointment and no talk.
fn to_come(data: Option<&SectionData>, today: Day) -> bool {
    data.and_then(|data| Day::parse(data.fields.words(DOCTOR_ON))).is_some_and(|on| on > today)
}

/// What crews do here, or that nobody has confirmed it yet.
#[must_use]
pub fn crew_rules() -> AnyView {
    view! { <p class="t-soft">{rich(lines::CREW_RULES.unwrap_or(text::notes::cpr::LOCAL))}</p> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{Answer, Stamp};

    use super::*;

    #[test]
    fn a_day_that_is_still_to_come_is_said_to_be_one() {
        let today = Day::parse("2026-11-26").unwrap();
        let on = |on: &str| {
            let mut data = SectionData::default();
            data.fields.set(DOCTOR_ON, Some(Answer::Given(on.to_owned())), &Stamp::default());
            data
        };
        assert!(to_come(Some(&on("2026-11-27")), today));
        assert!(!to_come(Some(&on("2026-11-26")), today));
        assert!(!to_come(None, today));
    }
}
