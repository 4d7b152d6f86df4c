//! 「119に電話する」: what to say, in the order asked, filled from the card; then what to prepare.

use leptos::prelude::*;
use record::{Card, Section, catalogue as c};
use words::{answer_text::Form, entry::name_of, facts};

use super::heading;
use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate},
        icon::{Icon, icon},
        words::{lang, rich, say},
    },
    routes::Page,
    workspace::workspace,
};
use words::{Word, about, call as text, days};

/// The page. The number can be dialled before anything else has loaded.
#[must_use]
pub fn call() -> AnyView {
    view! {
        {heading(Page::Call)}
        <a class="t-button t-button--alarm" href="tel:119">{icon(Icon::Phone)} {rich(text::DIAL)}</a>
        <p class="t-soft">{rich(text::READ)}</p>
        {gate(script)}
        <p class="t-note">{rich(text::STAY)}</p>
        <h2>{rich(text::PREPARE)}</h2>
        <ul class="t-dots">{about::PREPARE.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect::<Vec<_>>()}</ul>
        <h2>{rich(text::TO_SHOW)}</h2>
        <PageLink to=Page::Show class="t-button t-button--crew">{rich(name(Page::Show))}</PageLink>
    }
    .into_any()
}

fn line(number: usize, title: Word, words: AnyView) -> AnyView {
    view! {
        <li class="t-say">
            <p class="t-say__title">{format!("{number} ")} {rich(title)}</p>
            <div class="t-say__words">{words}</div>
        </li>
    }
    .into_any()
}

fn script() -> AnyView {
    let workspace = workspace();
    let elsewhere = RwSignal::new(false);
    let place = move || {
        if elsewhere.get() {
            view! { <p>{rich(text::ELSEWHERE_SAY)}</p> }.into_any()
        } else {
            workspace.record.with(|record| at_home(&record.card))
        }
    };
    let switch = move || if elsewhere.get() { text::AT_HOME } else { text::ELSEWHERE };
    let who = move || workspace.record.with(|record| person(&record.card));
    view! {
        <ol class="t-form">
            {line(1, text::FIRST, rich(text::FIRST_SAY))}
            {line(2, text::WHERE, place.into_any())}
            <li>
                <button
                    type="button"
                    class="t-button"
                    aria-pressed=move || elsewhere.get().to_string()
                    on:click=move |_| elsewhere.update(|away| *away = !*away)
                >
                    {move || rich(switch())}
                </button>
            </li>
            {line(3, text::WHO, view! { <p>{who} {rich(text::WHO_BLANK)}</p> }.into_any())}
            {line(4, text::AWAKE, view! { <p>{rich(text::AWAKE_SAY)}</p> <p>{rich(text::BREATH_SAY)}</p> }.into_any())}
            {line(5, text::AGE, view! { <p>{who}</p> }.into_any())}
            {line(6, text::ILLNESS, view! { <p>{move || workspace.record.with(|record| illness(&record.card))}</p> }.into_any())}
            {line(7, text::CALLER, rich(text::CALLER_SAY))}
        </ol>
    }
    .into_any()
}

fn at_home(card: &Card) -> AnyView {
    let part = |field| card.words(field).to_owned();
    let (city, street, building) = (part(c::person::CITY), part(c::person::STREET), part(c::person::BUILDING));
    if facts::address(card).is_empty() {
        return view! { <p>{rich(text::WHERE_UNKNOWN)}</p> }.into_any();
    }
    let (name, mark) = (part(c::person::NAME), part(c::person::LANDMARK));
    let house = (!name.is_empty()).then(|| view! { <p>{name} {rich(text::HOUSE)}</p> });
    let landmark = (!mark.is_empty()).then(|| view! { <p>{rich(text::LANDMARK)} {mark}</p> });
    // Each part stays on one line where it fits: an address that is read out is not broken in the middle of its numbers.
    let whole = |words: String| view! { <span class="t-whole">{words}</span> };
    view! { <p>{whole(city)} {whole(street)}</p> <p>{building}</p> {house} {landmark} }.into_any()
}

/// 「85歳の女性」; what is not written is left open.
fn person(card: &Card) -> String {
    let today = workspace().now().map(|now| now.day);
    let birth = record::Day::parse(card.words(c::person::BIRTH));
    let age = birth.zip(today).and_then(|(birth, today)| days::age(birth, today, lang()));
    let sex = facts::said(card, c::person::SEX, lang(), Form::Full).map(|said| said.words);
    let parts: Vec<String> = age.into_iter().chain(sex).collect();
    if parts.is_empty() { say(text::SOMEBODY) } else { parts.join(text::OF.say(lang())) }
}

fn illness(card: &Card) -> String {
    let ill = facts::entries(card, Section::Illness, lang(), Form::Short).into_iter().map(|entry| entry.called());
    let first = card.items(Section::Doctors).first().map(|item| name_of(Section::Doctors, item, lang(), Form::Full));
    let all: Vec<String> = ill.chain(first).collect();
    if all.is_empty() { say(text::NOT_WRITTEN) } else { all.join(text::AND.say(lang())) }
}
