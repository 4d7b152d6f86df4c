//! 3: what changes the handling: allergies, devices, "only this hospital".

use leptos::prelude::*;
use record::{
    Card, Section,
    catalogue::{devices, doctor},
    check,
};
use words::{
    answer_text::Form,
    crew::{self, CrewLang},
    entry::{entry, not_written},
    facts,
};

use super::{between, label, shown, written};

/// What is there as chips; none, unknown and not written below them.
pub fn alerts(card: &Card, crew_lang: CrewLang) -> AnyView {
    let mut chips: Vec<AnyView> = facts::chips(card, crew_lang, Form::Crew).into_iter().map(IntoAny::into_any).collect();
    let mut told = Vec::new();
    match names(card, Section::Allergies, crew_lang) {
        Some(names) => chips.push((format!("{}: ", label(crew::ALLERGIES, crew_lang)), names).into_any()),
        None => told.push(format!("{}: {}", label(crew::ALLERGIES, crew_lang), nothing(card, Section::Allergies, crew_lang))),
    }
    chips.extend(check::only_here(card).map(|doctor| {
        let place = match doctor.words(doctor::PLACE) {
            "" => entry(Section::Doctors, doctor.item, crew_lang, Form::Crew).called().into_any(),
            place => written(place),
        };
        (format!("{}: ", label(crew::ONLY_HERE, crew_lang)), place).into_any()
    }));
    told.extend(facts::without_chips(card, crew_lang, Form::Crew).map(|said| format!("{}: {said}", label(crew::DEVICES, crew_lang))));
    let detail = card.words(devices::DETAIL);
    let detail = (!detail.is_empty()).then(|| written(detail));
    view! {
        <section class="t-crew__alerts" aria-label=label(crew::ALERTS, crew_lang)>
            <ul class="t-crew__chips">{chips.into_iter().map(|chip| view! { <li>{chip}</li> }).collect::<Vec<_>>()}</ul>
            <p class="t-crew__told">{told.join("　")} {detail}</p>
        </section>
    }
    .into_any()
}

/// What the entries of a list are called, close together; `None` when nothing is written about any.
pub fn names(card: &Card, section: Section, crew_lang: CrewLang) -> Option<AnyView> {
    let mut row: Vec<AnyView> = Vec::new();
    for entry in facts::entries(card, section, crew_lang, Form::Crew) {
        if !row.is_empty() {
            row.push(between(crew_lang).into_any());
        }
        for (place, part) in entry.name.iter().enumerate() {
            if place > 0 {
                row.push(" ".into_any());
            }
            row.push(shown(part));
        }
    }
    (!row.is_empty()).then(|| row.into_any())
}

/// 「なし」, 「不明」 or 「まだ書かれていません」 of a list in which nothing is listed. Nothing written never looks like nothing there.
pub fn nothing(card: &Card, section: Section, crew_lang: CrewLang) -> String {
    facts::nothing(card, section, crew_lang, Form::Crew).unwrap_or_else(|| not_written(crew_lang.into(), Form::Crew))
}
