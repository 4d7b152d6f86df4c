//! 「救急隊に見せる」: what a crew asks, in the order in which it asks (emergency-card.md §2.3, screen B). Black on white, whatever the
//! theme; labels in the reader's language, what was written stays as it was written.

use leptos::prelude::*;
use record::{
    Answer, Answers, Author, Card, Record, Section, catalogue as c,
    check::{Age, staleness},
    era::age_on,
    view::{Opened, Role, view},
};

mod event;
pub(super) mod lines;

use crate::{
    dom::{IntoNode, Node, view},
    parts::{
        frame::gate,
        words::{lang, say},
    },
    routes::Page,
    state::folder,
    text::{
        Lang, Word,
        crew::{self, Four, Reader},
        pages::name,
        plain, show as text,
    },
};

/// The page.
#[must_use]
pub fn show() -> Node {
    let reader = RwSignal::new(match lang() {
        Lang::Ja => Reader::Ja,
        Lang::En => Reader::En,
    });
    let close: Word = crew::CLOSE.word();
    view! {
        <div class="t-crew" lang=move || reader.get().code()>
            <div class="t-crew__top">
                {languages(reader)} <a class="t-crew__close" href=Page::Home.path(lang())>"✕ " {say(close)}</a>
            </div>
            <h1 id="top" tabindex="-1" class="t-hidden">{say(name(Page::Show))}</h1>
            {gate(move || screen(reader))}
        </div>
    }
    .into_node()
}

fn languages(reader: RwSignal<Reader>) -> Node {
    let buttons = Reader::ALL.map(|one| {
        view! {
            <button
                type="button"
                lang=one.code()
                aria-pressed=move || (reader.get() == one).to_string()
                on:click=move |_| reader.set(one)
            >
                {one.name()}
            </button>
        }
    });
    view! { <div class="t-crew__langs" role="group" aria-label=move || text::LANGUAGE.say(reader.get())>{buttons}</div> }.into_node()
}

/// A label in the reader's language.
fn label(four: Four, reader: Reader) -> String {
    plain(four.say(reader))
}

/// An option's label in the reader's language, or the words as they were written.
fn worded(text: &str, reader: Reader) -> String {
    crew::option(text).map_or_else(|| text.to_owned(), |four| label(four, reader))
}

/// What stands between the words of a list.
fn between(reader: Reader) -> &'static str {
    match reader {
        Reader::Ja | Reader::Zh => "、",
        Reader::En | Reader::Ko => ", ",
    }
}

fn screen(reader: RwSignal<Reader>) -> Node {
    let folder = folder();
    keep_awake();
    let seen = move || folder.record.with(|record| view(record, &Opened::crew(&record.plan), Role::Crew));
    let first = move || who(&seen(), reader.get());
    let urgent = move || {
        let (record, reader) = (seen(), reader.get());
        let card = &record.card;
        view! { {alerts(card, reader)} {lines::treatment(card, reader)} {lines::phones(card, reader)} }
    };
    let dense = move || dense(&seen().card, reader.get()).to_string();
    view! {
        <div class="t-crew__first" data-dense=dense>{first} {event::strip(reader)} {urgent}</div>
        {move || lines::later(&seen(), reader.get())}
        <p class="t-crew__hint">{move || label(text::BRIGHT, reader.get())}</p>
    }
    .into_node()
}

/// With more than this many characters of alerts, illness and medicines the type is set closer, so that items 1 to 5 are still
/// seen at once on a small phone. Below it everything is as large as it fits.
const ROOMY: usize = 40;

fn dense(card: &Card, reader: Reader) -> bool {
    let sections = [Section::Illness, Section::Medicines, Section::Allergies];
    let names = sections.into_iter().flat_map(|section| card.items(section)).map(|item| worded(item.fields.text(c::NAME), reader));
    let devices = card.chosen(Section::Devices, c::FITTED).iter().map(|id| worded(id, reader));
    let wide = |words: String| words.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>();
    names.chain(devices).map(wide).sum::<usize>() > ROOMY * 2
}

/// Keeps the screen on while this page is open.
fn keep_awake() {
    let held = StoredValue::new_local(None::<Box<dyn std::any::Any>>);
    if let Some(device) = folder().with(|ports| ports.device.clone()) {
        leptos::task::spawn_local(async move {
            let lock = device.keep_awake().await;
            // The page may have been left while the browser was deciding; then the lock ends here.
            held.try_set_value(lock);
        });
    }
}

/// 1: who, how old, and how fresh the card is.
fn who(record: &Record, reader: Reader) -> Node {
    let card = &record.card;
    let words = |field| card.text(Section::Person, field);
    let birth = record::Day::parse(words(c::BIRTH));
    let today = folder().now().map(|now| now.day);
    let age = birth.zip(today).and_then(|(birth, today)| age_on(birth.0, today.0));
    let age = age.map(|age| format!("{age}{}", label(crew::YEARS_OLD, reader)));
    let sex = Some(words(c::SEX)).filter(|sex| !sex.is_empty()).map(|sex| worded(sex, reader));
    let line: Vec<String> = age.into_iter().chain(sex).collect();
    let born = birth.map(|birth| text::day(birth, reader)).unwrap_or_default();
    let name = match words(c::NAME) {
        "" => label(crew::NOT_WRITTEN, reader),
        name => name.to_owned(),
    };
    let sample = record.sample.then(|| view! { <b class="t-mark-sample">{label(crew::SAMPLE, reader)}</b> });
    view! {
        <section class="t-crew__who">
            <p class="t-crew__kana" lang="ja">{words(c::READING).to_owned()}</p>
            <p class="t-crew__name" lang="ja">{name} {sample}</p>
            <p class="t-crew__age">{line.join(" ")} " " <small>{born}</small></p>
            {freshness(card, reader)}
        </section>
    }
    .into_node()
}

fn freshness(card: &Card, reader: Reader) -> Node {
    let Some(confirmed) = &card.confirmed else {
        return view! { <p class="t-crew__fresh" data-old="true">{label(crew::NEVER_CONFIRMED, reader)}</p> }.into_node();
    };
    let by = match &confirmed.by {
        Author::Own => label(crew::OWN, reader),
        Author::Proxy(name) | Author::Clinic(name) => name.clone(),
    };
    let today = folder().now().map(|now| now.day);
    let old = today.is_some_and(|today| matches!(staleness(Some(confirmed), today), Age::Old { .. }));
    let age = old.then(|| format!("　{}", label(crew::OLD, reader)));
    view! {
        <p class="t-crew__fresh" data-old=old.to_string()>
            <span class="t-whole">{label(crew::CONFIRMED, reader)} " " {text::day(confirmed.on, reader)}</span> "　"
            <span class="t-whole">{label(crew::WRITTEN_BY, reader)} " " {by}</span> {age}
        </p>
    }
    .into_node()
}

/// 3: what changes the handling: allergies, devices, "only this hospital".
fn alerts(card: &Card, reader: Reader) -> Node {
    let mut chips: Vec<String> = card.chosen(Section::Devices, c::FITTED).iter().map(|id| worded(id, reader)).collect();
    let allergies = card.items(Section::Allergies).iter().map(|item| worded(item.fields.text(c::NAME), reader));
    let allergies = allergies.filter(|name| !name.is_empty()).collect::<Vec<_>>().join(between(reader));
    if !allergies.is_empty() {
        chips.push(format!("{}: {allergies}", label(crew::ALLERGIES, reader)));
    }
    let only = card.items(Section::Doctors).iter().filter(|item| item.fields.text(c::ONLY_HERE) == "yes");
    chips.extend(only.map(|item| format!("{}: {}", label(crew::ONLY_HERE, reader), item.fields.text(c::PLACE))));
    let told: Vec<String> = [(crew::ALLERGIES, Section::Allergies, c::LIST), (crew::DEVICES, Section::Devices, c::FITTED)]
        .into_iter()
        .filter_map(|(title, section, field)| said(card, section, field, reader).map(|said| format!("{}: {said}", label(title, reader))))
        .collect();
    let detail = card.text(Section::Devices, c::DETAIL).to_owned();
    view! {
        <section class="t-crew__alerts" aria-label=label(crew::ALERTS, reader)>
            <ul class="t-crew__chips">{chips.into_iter().map(|chip| view! { <li>{chip}</li> }).collect::<Vec<_>>()}</ul>
            <p class="t-crew__told">{told.join("　")} {detail}</p>
        </section>
    }
    .into_node()
}

/// 「なし」, 「不明」 or 「まだ書かれていません」 of a list or a field; `None` when something is listed there.
fn said(card: &Card, section: Section, field: record::FieldId, reader: Reader) -> Option<String> {
    if !card.items(section).is_empty() {
        return None;
    }
    let four = match card.section(section).and_then(|data| data.fields.answer(field)) {
        Some(Answer::None) => crew::NONE,
        Some(Answer::Unknown) => crew::UNKNOWN,
        Some(_) => return None,
        None => crew::NOT_WRITTEN,
    };
    Some(label(four, reader))
}
