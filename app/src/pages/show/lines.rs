//! Items 4 to 8 of the crew's screen, and the rest of what was written.

use leptos::prelude::*;
use record::{
    Answers, Card, Item, Section,
    access::Disclosure,
    catalogue::{self as c, Kind},
    phone::Phone,
    plan::{Question, options},
};

use super::{
    alerts::{names, said},
    between, label, option, spoken, worded, written,
};
use crate::text::{
    crew::{self, Four, Reader},
    show as text,
};
use crate::workspace::folder;

fn fact(title: String, words: impl IntoView) -> AnyView {
    view! { <div class="t-crew__fact"><dt>{title}</dt> " " <dd>{words.into_any()}</dd></div> }.into_any()
}

/// 4: illness and medicines. The names first, close together; what else was written follows further down.
pub fn treatment(card: &Card, reader: Reader) -> AnyView {
    let names = |section| names(card, section, reader).unwrap_or_else(|| said(card, section, reader).into_any());
    let notebook = card.words(Section::Medicines, c::NOTEBOOK_PLACE);
    let notebook = (!notebook.is_empty())
        .then(|| view! { <p class="t-crew__small">{label(crew::NOTEBOOK, reader)} ": " <span lang="ja">{notebook.to_owned()}</span></p> });
    view! {
        <dl class="t-crew__facts">
            {fact(label(crew::ILLNESS, reader), names(Section::Illness))}
            {fact(label(crew::MEDICINES, reader), names(Section::Medicines))}
        </dl>
        {notebook}
    }
    .into_any()
}

/// How many phones of each kind stand on the first screen.
const FIRST: usize = 2;

/// 5: contacts and doctors side by side, to be dialled with one tap.
pub fn phones(card: &Card, reader: Reader) -> AnyView {
    let column = |title: Four, section: Section| {
        let items = card.items(section).iter().filter(|item| says_who(section, item));
        let rows = items.take(FIRST).map(|item| entry(section, item, Detail::Short, reader)).collect::<Vec<_>>();
        let none = rows.is_empty().then(|| view! { <p>{said(card, section, reader)}</p> });
        view! { <div><h2>{label(title, reader)}</h2> {rows} {none}</div> }.into_any()
    };
    view! {
        <section class="t-crew__phones">{column(crew::CONTACTS, Section::Contacts)} {column(crew::DOCTORS, Section::Doctors)}</section>
    }
    .into_any()
}

/// Whether an entry tells whom to call, or how.
fn says_who(section: Section, item: &Item) -> bool {
    naming(section).iter().chain(&[c::PHONE, c::MOBILE]).any(|field| item.fields.says(*field))
}

/// The fields that name an entry.
const fn naming(section: Section) -> &'static [record::FieldId] {
    match section {
        Section::Contacts => &[c::RELATION, c::NAME],
        _ => &[c::ROLE, c::PLACE, c::DOCTOR],
    }
}

/// How much of an entry is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Detail {
    /// Who, and the number on which somebody is reached first.
    Short,
    /// Everything.
    Whole,
}

/// All contacts and doctors, with every number and note.
fn everybody(card: &Card, reader: Reader) -> Option<AnyView> {
    let column = |title: Four, section: Section| {
        let items = card.items(section).iter().filter(|item| item.is_answered());
        let rows = items.map(|item| entry(section, item, Detail::Whole, reader)).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <div><h3>{label(title, reader)}</h3> {rows}</div> })
    };
    let columns = [(crew::CONTACTS, Section::Contacts), (crew::DOCTORS, Section::Doctors)].map(|(title, section)| column(title, section));
    let any = columns.iter().any(Option::is_some);
    any.then(|| {
        view! { <section class="t-crew__block"><h2>{label(text::MORE, reader)}</h2> <div class="t-crew__phones">{columns}</div></section> }
            .into_any()
    })
}

/// One entry with its numbers.
fn entry(section: Section, item: &Item, detail: Detail, reader: Reader) -> AnyView {
    let parts = || naming(section).iter().copied().filter(|field| item.fields.says(*field));
    let head = parts().map(|field| view! { {spoken(&item.fields, field, reader)} " " }.into_any()).collect::<Vec<_>>();
    let called = parts().map(|field| worded(&item.fields, field, reader)).collect::<Vec<_>>().join(" ");
    let all_hours = (item.fields.picked(c::ALL_HOURS) == "yes").then(|| format!("【{}】", label(crew::ALL_HOURS, reader)));
    // The mobile phone first: it reaches somebody who is on the way.
    let numbers = [c::MOBILE, c::PHONE].map(|field| item.fields.words(field)).into_iter().filter(|number| !number.is_empty());
    let most = if detail == Detail::Short { 1 } else { usize::MAX };
    let links = numbers.take(most).map(|number| dial(number, &called)).collect::<Vec<_>>();
    let card_number = Some(item.fields.words(c::CARD_NUMBER)).filter(|number| !number.is_empty() && detail == Detail::Whole);
    let card_number =
        card_number.map(|number| view! { <p class="t-crew__small">{label(crew::CARD_NUMBER, reader)} " " {number.to_owned()}</p> });
    let note = Some(item.fields.words(c::NOTE)).filter(|note| !note.is_empty() && detail == Detail::Whole);
    let note = note.map(|note| view! { <p class="t-crew__small" lang="ja">{note.to_owned()}</p> });
    view! { <div class="t-crew__entry"><p>{head} {all_hours}</p> {links} {card_number} {note}</div> }.into_any()
}

/// A number to tap; a number that cannot be dialled stays plain words.
fn dial(number: &str, whose: &str) -> AnyView {
    match Phone::parse(number) {
        Some(phone) => {
            let says = format!("{whose} {}", phone.display());
            view! { <a class="t-crew__tel" href=format!("tel:{}", phone.dial()) aria-label=says.trim_start().to_owned()>{phone.display()}</a> }.into_any()
        }
        None => view! { <p>{number.to_owned()}</p> }.into_any(),
    }
}

/// 6 to 8: the usual state, papers, and everything else that was written.
pub fn later(shown: &Disclosure, reader: Reader) -> AnyView {
    let card = &shown.card;
    let usual = facts(
        card,
        Section::Usual,
        &[
            (c::WALKING, crew::WALKING),
            (c::TALKING, crew::TALKING),
            (c::HEARING, crew::HEARING),
            (c::SIGHT, crew::SIGHT),
            (c::MEMORY, crew::MEMORY),
            (c::CARE_LEVEL, crew::CARE_LEVEL),
            (c::MEALS, crew::MEALS),
            (c::NOTE, crew::ELSE),
        ],
        reader,
    );
    let papers = facts(
        card,
        Section::Papers,
        &[
            (c::EXISTS, crew::PAPERS),
            (c::PAPER_PLACE, crew::PLACE),
            (c::ON, crew::SIGNED),
            (c::DOCTOR, crew::DOCTORS),
            (c::PHONE, crew::PHONE),
        ],
        reader,
    );
    let note = (!papers.is_empty()).then(|| view! { <p class="t-crew__small">{label(crew::PAPERS_NOTE, reader)}</p> });
    let mut rest = facts(
        card,
        Section::Care,
        &[(c::CONSIDER, crew::CONSIDER), (c::MESSAGE, crew::MESSAGE), (c::KEY, crew::KEY), (c::PETS, crew::PETS)],
        reader,
    );
    rest.extend(facts(card, Section::Insurance, &[(c::PROOF, crew::INSURANCE), (c::PROOF_PLACE, crew::PLACE)], reader));
    rest.extend(facts(card, Section::Person, &[(c::LANGUAGE, crew::LANGUAGE), (c::PHONE, crew::PHONE), (c::MOBILE, crew::MOBILE)], reader));
    rest.extend(blood(card, reader));
    let address = crate::pages::sheet::address(card);
    if !address.is_empty() {
        rest.insert(0, fact(label(crew::ADDRESS, reader), written(&address)));
    }
    view! {
        {everybody(card, reader)}
        {block(crew::ILLNESS, details(card, Section::Illness, reader), reader)}
        {block(crew::MEDICINES, details(card, Section::Medicines, reader), reader)}
        {block(crew::ALLERGIES, details(card, Section::Allergies, reader), reader)}
        {block(crew::USUAL, usual, reader)}
        {block(crew::ORDERS, details(card, Section::Orders, reader), reader)}
        {block(crew::PAPERS, papers, reader)}
        {note}
        {plan(shown, reader)}
        {block(crew::ELSE, rest, reader)}
    }
    .into_any()
}

/// Of the plan, what the person has opened for the emergency card: that there is a record, how old it is, where, whom to phone, and whom
/// first; and what such a record is not. Nothing of step 5 can be in it: `record::access` has left it out.
pub fn plan(shown: &Disclosure, reader: Reader) -> Option<AnyView> {
    let version = shown.plan.versions.last()?;
    let on = folder().now().map_or_else(|| text::day(version.on, reader), |now| text::day_ago(version.on, now.day, reader));
    let place = view! { <span lang=reader.code()>{label(crew::PLAN_HERE, reader)}</span> };
    let mut rows = vec![fact(label(crew::PLAN_ON, reader), on), fact(label(crew::PLACE, reader), place)];
    let people = version.answers.get(Question::P1.id()).map_or(&[][..], |data| &data.items);
    rows.extend(people.iter().map(|item| fact(label(crew::TRUSTED, reader), entry(Section::Contacts, item, Detail::Whole, reader))));
    if let Some(calls) = version.answers.get(Question::L4.id()) {
        let call = |row: record::FieldId, title: Four| {
            let id = calls.fields.picked(row);
            crew::option(id).map(|_| fact(label(title, reader), option(id, reader)))
        };
        rows.extend(call(options::SUDDEN, crew::CALL_SUDDEN));
        rows.extend(call(options::FORESEEN, crew::CALL_FORESEEN));
    }
    let notes = [crew::PLAN_ASK, crew::PLAN_NOTE].map(|note| view! { <p class="t-crew__small">{label(note, reader)}</p> });
    Some(view! { <div>{block(crew::PLAN, rows, reader)} {notes}</div> }.into_any())
}

/// Both parts of the blood type as one fact; the one that is not known stands behind its own name.
fn blood(card: &Card, reader: Reader) -> Option<AnyView> {
    let data = card.section(Section::Blood)?;
    let parts = Section::Blood.spec().fields.iter().filter_map(|spec| {
        let given = data.fields.answer(spec.id)?;
        let words = answer(spec.kind, given, reader).words();
        Some(if spec.id == c::RH && !matches!(given, record::Answer::Picked(_)) { format!("Rh: {words}") } else { words })
    });
    let words = parts.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(between(reader));
    (!words.is_empty()).then(|| fact(label(crew::BLOOD, reader), words))
}

fn block(title: Four, facts: Vec<AnyView>, reader: Reader) -> Option<AnyView> {
    (!facts.is_empty()).then(|| {
        view! { <section class="t-crew__block"><h2>{label(title, reader)}</h2> <dl class="t-crew__facts">{facts}</dl></section> }.into_any()
    })
}

/// The answered fields of a section, in a given order.
fn facts(card: &Card, section: Section, order: &[(record::FieldId, Four)], reader: Reader) -> Vec<AnyView> {
    let Some(data) = card.section(section) else { return Vec::new() };
    order
        .iter()
        .filter_map(|(field, title)| {
            let spec = section.spec().fields.iter().find(|spec| spec.id == *field)?;
            let said = answer(spec.kind, data.fields.answer(*field)?, reader);
            let title = label(*title, reader);
            let doctor = data.fields.words(c::DOCTOR);
            let whose = if doctor.is_empty() { title.clone() } else { doctor.to_owned() };
            (!said.is_empty()).then(|| fact(title, said.node(&whose)))
        })
        .collect()
}

/// Everything that was written about each item of a list, numbered.
fn details(card: &Card, section: Section, reader: Reader) -> Vec<AnyView> {
    let line = |item: &Item| {
        let specs = section.spec().item.iter();
        let said = specs.filter_map(|spec| {
            let said = answer(spec.kind, item.fields.answer(spec.id)?, reader);
            let bare = matches!(spec.kind, Kind::One(options) if options == c::YES_NO || options == c::THINNERS);
            match (bare, item.fields.picked(spec.id)) {
                (true, "yes") if spec.id == c::THINNER => Some(Said::Label(option(c::BLOOD_THINNER, reader))),
                (true, "unknown") if spec.id == c::THINNER => {
                    Some(Said::Label(format!("{}: {}", option(c::BLOOD_THINNER, reader), label(crew::UNKNOWN, reader))))
                }
                (true, _) => None,
                _ => Some(said),
            }
        });
        // Each answer goes to the next line as a whole: no number is torn.
        let said = said.filter(|said| !said.is_empty()).map(|said| said.node(item.fields.words(c::DOCTOR)));
        said.map(|words| view! { <span class="t-crew__part">{words}</span> " " }.into_any()).collect::<Vec<_>>()
    };
    let lines = card.items(section).iter().map(line).filter(|line| !line.is_empty());
    lines.enumerate().map(|(place, line)| fact((place + 1).to_string(), line)).collect()
}

/// What an answer says.
enum Said {
    /// In the reader's language.
    Label(String),
    /// As it was written.
    Written(String),
    /// To be dialled.
    Number(String),
}

impl Said {
    fn is_empty(&self) -> bool {
        let (Said::Label(words) | Said::Written(words) | Said::Number(words)) = self;
        words.is_empty()
    }

    fn words(self) -> String {
        let (Said::Label(words) | Said::Written(words) | Said::Number(words)) = self;
        words
    }

    /// `whose` says to a screen reader who is called.
    fn node(self, whose: &str) -> AnyView {
        match self {
            Said::Label(words) => words.into_any(),
            Said::Written(words) => written(&words),
            Said::Number(number) => dial(&number, whose),
        }
    }
}

/// One answer in the reader's language, or as it was written.
fn answer(kind: Kind, answer: &record::Answer, reader: Reader) -> Said {
    use record::Answer;
    match (answer, kind) {
        (Answer::None, _) => Said::Label(label(crew::NONE, reader)),
        (Answer::Unknown, _) => Said::Label(label(crew::UNKNOWN, reader)),
        (Answer::Given(day), Kind::Day) => {
            record::Day::parse(day).map_or_else(|| Said::Written(day.clone()), |day| Said::Label(text::day(day, reader)))
        }
        (Answer::Given(number), Kind::Phone) => Said::Number(number.clone()),
        (Answer::Given(words), _) => Said::Written(words.clone()),
        (Answer::Picked(id), _) => Said::Label(option(id, reader)),
        (Answer::Chosen(ids), _) => Said::Label(ids.iter().map(|id| option(id, reader)).collect::<Vec<_>>().join(between(reader))),
        (Answer::Undecided | Answer::Skipped | Answer::Other(_), _) => Said::Label(String::new()),
    }
}
