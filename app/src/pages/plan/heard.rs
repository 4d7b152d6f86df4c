//! Beside t2: what is still open until a doctor has heard the wish.

use leptos::prelude::*;
use record::{
    Path,
    plan::{
        Scene,
        catalogue::t2,
        cpr::{Cpr, is_appointment},
    },
};

use crate::{
    parts::{
        field::field,
        words::{lang, rich},
    },
    workspace::workspace,
};
use words::{days, lines, plan as text};

/// After 「してほしくない」: until a doctor has heard it, it is 「先生に未確認」 (rule E8).
#[must_use]
pub fn doctor(scene: Scene, state: Memo<Cpr>) -> AnyView {
    let workspace = workspace();
    let fields = [t2::DOCTOR_ON, t2::DOCTOR].into_iter().filter_map(|one| {
        let path = Path::from(one.within(scene));
        let spec = path.spec()?;
        Some(field(path, spec))
    });
    let fields = fields.collect::<Vec<_>>();
    let ahead = Memo::new(move |_| {
        let today = workspace.now().map(|now| now.day);
        workspace.plan(|plan| today.is_some_and(|today| is_appointment(&plan.sections, scene, today)))
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

/// What crews do here, or that nobody has confirmed it yet.
#[must_use]
pub fn crew_rules() -> AnyView {
    view! { <p class="t-soft">{rich(lines::CREW_RULES.unwrap_or(text::notes::cpr::LOCAL))}</p> }.into_any()
}
