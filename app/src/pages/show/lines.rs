//! Items 4 to 8 of the crew's screen, and the rest of what was written.

use leptos::prelude::*;
use record::{
    Answers, Card, Item, Section,
    access::Disclosure,
    catalogue::{Doctor, ItemField, Kind, List, OptionOf, Order, SectionField, blood, doctor, medicines, order, papers, person},
    phone::Phone,
    plan::{QuestionField, catalogue::l4, lists::TrustedPerson},
};
use words::{
    answer_text::{Form, say},
    crew::{self, CrewLang, CrewWord},
    days,
    entry::{self, Entry},
    facts,
    place::{Asks, FirstCall},
    show as text, when,
};

use super::{
    alerts::{names, nothing},
    between, label, shown, written,
};
use crate::workspace::workspace;

fn fact(title: String, words: impl IntoView) -> AnyView {
    view! { <div class="t-crew__fact"><dt>{title}</dt> " " <dd>{words.into_any()}</dd></div> }.into_any()
}

/// 4: illness and medicines. The names first, close together; what else was written follows further down.
pub fn treatment(card: &Card, crew_lang: CrewLang) -> AnyView {
    let names = |section| names(card, section, crew_lang).unwrap_or_else(|| nothing(card, section, crew_lang).into_any());
    let notebook = facts::said(card, medicines::NOTEBOOK_PLACE, crew_lang, Form::Crew);
    let notebook =
        notebook.map(|said| view! { <p class="t-crew__small">{label(crew::NOTEBOOK, crew_lang)} ": " {shown(&said)}</p> }.into_any());
    view! {
        <dl class="t-crew__facts">
            {fact(label(crew::ILLNESS, crew_lang), names(Section::Illness))}
            {fact(label(crew::MEDICINES, crew_lang), names(Section::Medicines))}
        </dl>
        {notebook}
    }
    .into_any()
}

/// How many phones of each kind stand on the first screen.
const FIRST: usize = 2;

/// 5: contacts and doctors side by side, to be dialled with one tap.
pub fn phones(card: &Card, crew_lang: CrewLang) -> AnyView {
    let column = |title: CrewWord, section: Section| {
        let items = card.items(section).iter().filter(|item| says_who(section, item));
        let rows = items.take(FIRST).map(|item| entry(section, item, Detail::Short, crew_lang)).collect::<Vec<_>>();
        let none = rows.is_empty().then(|| view! { <p>{nothing(card, section, crew_lang)}</p> });
        view! { <div><h2>{label(title, crew_lang)}</h2> {rows} {none}</div> }.into_any()
    };
    view! {
        <section class="t-crew__phones">{column(crew::CONTACTS, Section::Contacts)} {column(crew::DOCTORS, Section::Doctors)}</section>
    }
    .into_any()
}

/// Whether an entry tells whom to call, or how.
fn says_who(section: Section, item: &Item) -> bool {
    let entry = entry::entry(section, item, CrewLang::Ja, Form::Crew);
    entry.named || !entry.numbers.is_empty()
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
fn everybody(card: &Card, crew_lang: CrewLang) -> Option<AnyView> {
    let column = |title: CrewWord, section: Section| {
        let items = card.items(section).iter().filter(|item| item.is_answered());
        let rows = items.map(|item| entry(section, item, Detail::Whole, crew_lang)).collect::<Vec<_>>();
        (!rows.is_empty()).then(|| view! { <div><h3>{label(title, crew_lang)}</h3> {rows}</div> })
    };
    let columns = [(crew::CONTACTS, Section::Contacts), (crew::DOCTORS, Section::Doctors)].map(|(title, section)| column(title, section));
    let any = columns.iter().any(Option::is_some);
    any.then(|| {
        view! { <section class="t-crew__block"><h2>{label(text::MORE, crew_lang)}</h2> <div class="t-crew__phones">{columns}</div></section> }
            .into_any()
    })
}

const ALL_HOURS: OptionOf<ItemField<Doctor>> = doctor::ALL_HOURS.option("yes");

/// The numbers of an entry: of a telephone at home or in a practice, then of a mobile phone.
fn numbers(section: Section, item: &Item) -> impl DoubleEndedIterator<Item = &str> {
    let phones = section.spec().item.iter().filter(|spec| spec.kind == Kind::Phone);
    phones.map(|spec| item.fields.words(spec.id)).filter(|number| !number.is_empty())
}

/// One entry with its numbers.
fn entry(section: Section, item: &Item, detail: Detail, crew_lang: CrewLang) -> AnyView {
    let Entry { name, rest, .. } = entry::entry(section, item, crew_lang, Form::Crew);
    let called = name.iter().map(|said| said.words.as_str()).collect::<Vec<_>>().join(" ");
    let head = name.iter().map(|said| view! { {shown(said)} " " }.into_any()).collect::<Vec<_>>();
    let mark = label(crew::ALL_HOURS, crew_lang);
    let all_hours = Doctor.item(section.id(), item).is_some_and(|doctor| doctor.chose(ALL_HOURS));
    let all_hours = all_hours.then(|| format!("【{mark}】"));
    // The mobile phone first: it reaches somebody who is on the way.
    let numbers = numbers(section, item).rev();
    let most = if detail == Detail::Short { 1 } else { usize::MAX };
    let links = numbers.take(most).map(|number| dial(number, &called)).collect::<Vec<_>>();
    let rest = rest.iter().filter(|said| detail == Detail::Whole && said.words != mark);
    let rest = rest.map(|said| view! { <p class="t-crew__small">{shown(said)}</p> }.into_any()).collect::<Vec<_>>();
    view! { <div class="t-crew__entry"><p>{head} {all_hours}</p> {links} {rest}</div> }.into_any()
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

/// What of the person stands on the first screen, or in the line of the address.
const FIRST_SCREEN: &[SectionField] =
    &[person::NAME, person::READING, person::BIRTH, person::SEX, person::CITY, person::STREET, person::BUILDING];

/// 6 to 8: the usual state, papers, and everything else that was written.
pub fn later(seen: &Disclosure, crew_lang: CrewLang) -> AnyView {
    let card = &seen.card;
    let all = |section| own(card, section, &[], crew_lang);
    let papers = all(Section::Papers);
    let note = (!papers.is_empty()).then(|| view! { <p class="t-crew__small">{label(crew::PAPERS_NOTE, crew_lang)}</p> });
    let mut medicines = details(card, Section::Medicines, crew_lang);
    medicines.extend(all(Section::Medicines));
    let mut rest = all(Section::Care);
    rest.extend(all(Section::Insurance));
    rest.extend(own(card, Section::Person, FIRST_SCREEN, crew_lang));
    rest.extend(blood(card, crew_lang));
    let address = facts::address(card);
    if !address.is_empty() {
        rest.insert(0, fact(label(crew::ADDRESS, crew_lang), written(&address)));
    }
    view! {
        {everybody(card, crew_lang)}
        {block(crew::ILLNESS, details(card, Section::Illness, crew_lang), crew_lang)}
        {block(crew::MEDICINES, medicines, crew_lang)}
        {block(crew::ALLERGIES, details(card, Section::Allergies, crew_lang), crew_lang)}
        {block(crew::USUAL, all(Section::Usual), crew_lang)}
        {block(crew::ORDERS, details(card, Section::Orders, crew_lang), crew_lang)}
        {block(crew::PAPERS, papers, crew_lang)}
        {note}
        {plan(seen, crew_lang)}
        {block(crew::ELSE, rest, crew_lang)}
    }
    .into_any()
}

/// Of the plan, what the person has opened for the emergency card: that there is a record, how old it is, where, whom to phone, and whom
/// first; and what such a record is not. Nothing of step 5 can be in it: `record::access` has left it out.
pub fn plan(seen: &Disclosure, crew_lang: CrewLang) -> Option<AnyView> {
    let version = seen.plan.versions.last()?;
    let on = when::kept(version).map_or_else(
        || label(when::DOUBTFUL, crew_lang),
        |on| workspace().now().map_or_else(|| days::day_in(on, crew_lang), |now| days::day_ago_in(on, now.day, crew_lang)),
    );
    let place = view! { <span lang=crew_lang.code()>{label(crew::PLAN_HERE, crew_lang)}</span> };
    let mut rows = vec![fact(label(crew::PLAN_ON, crew_lang), on), fact(label(crew::PLACE, crew_lang), place)];
    let people = version.list(TrustedPerson).map(|person| person.item);
    rows.extend(people.map(|item| fact(label(crew::TRUSTED, crew_lang), entry(Section::Contacts, item, Detail::Whole, crew_lang))));
    let call = |row: QuestionField, title: CrewWord| {
        let said = say(FirstCall, FirstCall.spec(row.untyped().as_str())?, row.answer(&version.answers)?, crew_lang, Form::Crew);
        Some(fact(label(title, crew_lang), shown(&said)))
    };
    rows.extend(call(l4::SUDDEN, crew::CALL_SUDDEN));
    rows.extend(call(l4::FORESEEN, crew::CALL_FORESEEN));
    let notes = [crew::PLAN_ASK, crew::PLAN_NOTE].map(|note| view! { <p class="t-crew__small">{label(note, crew_lang)}</p> });
    Some(view! { <div>{block(crew::PLAN, rows, crew_lang)} {notes}</div> }.into_any())
}

/// Both parts of the blood type as one fact; the one that is not known stands behind its own name.
fn blood(card: &Card, crew_lang: CrewLang) -> Option<AnyView> {
    let parts = facts::own(card, Section::Blood, crew_lang, Form::Crew).into_iter().map(|fact| match fact.field {
        field if field == blood::RH.untyped() && card.picked(blood::RH).is_empty() => format!("{}: {}", fact.label, fact.said.words),
        _ => fact.said.words,
    });
    let words = parts.collect::<Vec<_>>().join(between(crew_lang));
    (!words.is_empty()).then(|| fact(label(crew::BLOOD, crew_lang), words))
}

fn block(title: CrewWord, facts: Vec<AnyView>, crew_lang: CrewLang) -> Option<AnyView> {
    (!facts.is_empty()).then(|| {
        view! { <section class="t-crew__block"><h2>{label(title, crew_lang)}</h2> <dl class="t-crew__facts">{facts}</dl></section> }
            .into_any()
    })
}

/// The answered fields of a section, without some that stand elsewhere.
fn own(card: &Card, section: Section, but: &[SectionField], crew_lang: CrewLang) -> Vec<AnyView> {
    // The telephone on the papers is the doctor's.
    let doctor = if section == Section::Papers { card.words(papers::DOCTOR) } else { "" };
    let elsewhere = |field| but.iter().any(|own| own.section() == section && own.untyped() == field);
    let facts = facts::own(card, section, crew_lang, Form::Crew).into_iter().filter(|fact| !elsewhere(fact.field));
    facts
        .map(|facts::Fact { field, label, said }| {
            let whose = if doctor.is_empty() { label.clone() } else { doctor.to_owned() };
            let phone = section.spec().fields.iter().find(|spec| spec.id == field && spec.kind == Kind::Phone);
            let number = phone.and_then(|spec| Some(card.section(section)?.fields.words(spec.id)));
            fact(label, number.map_or_else(|| shown(&said), |number| dial(number, &whose)))
        })
        .collect()
}

/// Everything that was written about each item of a list, numbered.
fn details(card: &Card, section: Section, crew_lang: CrewLang) -> Vec<AnyView> {
    let line = |item: &Item| {
        let Entry { name, rest, .. } = entry::entry(section, item, crew_lang, Form::Crew);
        let whose = Order.item(section.id(), item).map_or("", |order| order.words(order::DOCTOR));
        let numbers = numbers(section, item).map(|number| dial(number, whose));
        // Each answer goes to the next line as a whole: no number is torn.
        let parts = name.iter().chain(&rest).map(shown).chain(numbers);
        parts.map(|words| view! { <span class="t-crew__part">{words}</span> " " }.into_any()).collect::<Vec<_>>()
    };
    let lines = card.items(section).iter().filter(|item| item.is_answered()).map(line);
    lines.enumerate().map(|(place, line)| fact((place + 1).to_string(), line)).collect()
}
