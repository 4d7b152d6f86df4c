//! 3: what changes the handling: allergies, devices, "only this hospital".

use leptos::prelude::*;
use record::{Answer, Answers, Card, Known, Section, catalogue as c, check};

use super::{between, label, option, spoken, written};
use crate::text::crew::{self, Reader};

/// What is there as chips; none, unknown and not written below them.
pub fn alerts(card: &Card, reader: Reader) -> AnyView {
    let mut chips: Vec<AnyView> = check::alerts(card).into_iter().map(|id| option(id, reader).into_any()).collect();
    let allergies = names(card, Section::Allergies, reader);
    let mut told = Vec::new();
    match allergies {
        Some(names) => chips.push((format!("{}: ", label(crew::ALLERGIES, reader)), names).into_any()),
        None => told.push(format!("{}: {}", label(crew::ALLERGIES, reader), said(card, Section::Allergies, reader))),
    }
    let only = card.items(Section::Doctors).iter().filter(|item| item.fields.picked(c::ONLY_HERE) == "yes");
    chips.extend(only.map(|item| (format!("{}: ", label(crew::ONLY_HERE, reader)), written(item.fields.words(c::PLACE))).into_any()));
    told.extend(devices(card, reader).map(|said| format!("{}: {said}", label(crew::DEVICES, reader))));
    let detail = card.words(Section::Devices, c::DETAIL);
    let detail = (!detail.is_empty()).then(|| written(detail));
    view! {
        <section class="t-crew__alerts" aria-label=label(crew::ALERTS, reader)>
            <ul class="t-crew__chips">{chips.into_iter().map(|chip| view! { <li>{chip}</li> }).collect::<Vec<_>>()}</ul>
            <p class="t-crew__told">{told.join("　")} {detail}</p>
        </section>
    }
    .into_any()
}

/// What is said instead of chips. A medicine that is marked as a blood thinner does not tell what else is in the body.
fn devices(card: &Card, reader: Reader) -> Option<String> {
    let four = match card.section(Section::Devices).and_then(|data| data.fields.answer(c::FITTED)) {
        Some(Answer::Chosen(_)) => return None,
        Some(Answer::None) if !check::alerts(card).is_empty() => return None,
        Some(Answer::None) => crew::NONE,
        Some(Answer::Unknown) => crew::UNKNOWN,
        _ => crew::NOT_WRITTEN,
    };
    Some(label(four, reader))
}

/// The names in a list, close together; `None` when no name is left.
pub fn names(card: &Card, section: Section, reader: Reader) -> Option<AnyView> {
    let named = card.items(section).iter().filter(|item| item.fields.says(c::NAME));
    let mut row: Vec<AnyView> = Vec::new();
    for item in named {
        if !row.is_empty() {
            row.push(between(reader).into_any());
        }
        row.push(spoken(&item.fields, c::NAME, reader));
    }
    (!row.is_empty()).then(|| row.into_any())
}

/// 「なし」, 「不明」 or 「まだ書かれていません」 of a list in which nothing is named. Nothing written never looks like nothing there.
pub fn said(card: &Card, section: Section, reader: Reader) -> String {
    let four = match card.known(section) {
        Known::None => crew::NONE,
        Known::Unknown => crew::UNKNOWN,
        Known::Untouched | Known::Listed => crew::NOT_WRITTEN,
    };
    label(four, reader)
}
