//! 「救急隊に見せる」: what a crew asks, in the order in which it asks. Black on white, whatever the
//! theme; labels in the reader's language, what was written stays as it was written.

use leptos::prelude::*;
use record::{
    Card, Moment, Section,
    access::{Grant, Recipient, view as disclosed},
};
use words::{
    Lang, Word,
    answer_text::{Form, Origin, Phrase},
    crew::{self, CrewLang, CrewWord},
    facts, plain, show as text,
};

mod alerts;
mod event;
pub(super) mod lines;
mod open;
mod who;

use crate::titles::name;
use crate::{
    parts::{
        frame::{PageLink, gate},
        words::{lang, numbers, say},
    },
    routes::Page,
    workspace::workspace,
};

/// The page.
#[must_use]
pub fn show() -> AnyView {
    let crew_lang = RwSignal::new(match lang() {
        Lang::Ja => CrewLang::Ja,
        Lang::En => CrewLang::En,
    });
    let close: Word = crew::CLOSE.word();
    view! {
        <div class="t-crew" lang=move || crew_lang.get().code()>
            <div class="t-crew__top">
                {languages(crew_lang)} <PageLink to=Page::Home class="t-crew__close">"✕ " {say(close)}</PageLink>
            </div>
            <h1 id="top" tabindex="-1" class="t-hidden">{say(name(Page::Show))}</h1>
            {gate(move || screen(crew_lang))}
        </div>
    }
    .into_any()
}

fn languages(crew_lang: RwSignal<CrewLang>) -> AnyView {
    let buttons = CrewLang::ALL.map(|one| {
        view! {
            <button
                type="button"
                lang=one.code()
                aria-pressed=move || (crew_lang.get() == one).to_string()
                on:click=move |_| crew_lang.set(one)
            >
                {one.name()}
            </button>
        }
    });
    view! { <div class="t-crew__langs" role="group" aria-label=move || text::LANGUAGE.say(crew_lang.get())>{buttons}</div> }.into_any()
}

/// A label in the reader's language.
fn label(four: CrewWord, crew_lang: CrewLang) -> String {
    plain(four.say(crew_lang))
}

/// An option's label in the reader's language.
fn option(id: &str, crew_lang: CrewLang) -> String {
    crew::option(id).map_or_else(|| id.to_owned(), |four| label(four, crew_lang))
}

/// What an answer says: in the reader's language, or as it was written.
fn shown(said: &Phrase) -> AnyView {
    match said.origin {
        Origin::Typed => written(&said.words),
        Origin::Ours | Origin::Number => said.words.clone().into_any(),
    }
}

/// Words as somebody wrote them, whatever the reader's language. No number in them breaks.
fn written(text: &str) -> AnyView {
    let words = if text.contains('-') { numbers(text) } else { text.to_owned().into_any() };
    view! { <span lang="ja">{words}</span> }.into_any()
}

/// What stands between the words of a list.
fn between(crew_lang: CrewLang) -> &'static str {
    match crew_lang {
        CrewLang::Ja | CrewLang::Zh => "、",
        CrewLang::En | CrewLang::Ko => ", ",
    }
}

fn screen(crew_lang: RwSignal<CrewLang>) -> AnyView {
    let workspace = workspace();
    let event = event::kept();
    // What stands open for crews has no end. So on the server, which has no clock, any day gives the same.
    let today = workspace.now().map_or(Moment(0).day_in_japan(), |now| now.day);
    let seen = Memo::new(move |_| workspace.record.with(|record| disclosed(record, &Grant::standing(record, Recipient::Crew), today)));
    let first = move || seen.with(|record| who::who(record, crew_lang.get()));
    let urgent = move || {
        let crew_lang = crew_lang.get();
        seen.with(|disclosed| {
            let card = &disclosed.card;
            view! { {alerts::alerts(card, crew_lang)} {lines::treatment(card, crew_lang)} {lines::phones(card, crew_lang)} }
        })
    };
    let weight = Memo::new(move |_| seen.with(|record| weight(&record.card, crew_lang.get())));
    let tight = move || {
        let more = crew_lang.get() == CrewLang::En || event.with(event::is_filled) || !seen.with(|record| who::is_fresh(&record.card));
        weight.get() > if more { ROOMY } else { FULL }
    };
    // The rest is made when the first screen is painted: a crew reads already.
    let painted = RwSignal::new(false);
    let next_frame = move || _ = painted.try_set(true);
    if workspace.ports().is_some() {
        request_animation_frame(move || request_animation_frame(next_frame));
    }
    Effect::new(move |_| {
        if painted.get() {
            open::keep_awake();
        }
    });
    let later = move || painted.get().then(|| seen.with(|record| lines::later(record, crew_lang.get())));
    view! {
        <div class="t-crew__first" data-dense=move || (weight.get() > ROOMY).to_string() data-tight=move || tight().to_string()>
            {first}
            {event::strip(crew_lang, event)}
            {urgent}
        </div>
        {later}
    }
    .into_any()
}

/// With more than this many half characters of alerts, illness and medicines the type is set closer, so that items 1 to 5 are still
/// seen at once on a small phone. Below it everything is as large as it fits.
const ROOMY: usize = 80;

/// With more than this many it is set closest. So it is below that too when something else takes a line: English words are longer,
/// the strip is filled, or the card was not confirmed within a year.
const FULL: usize = 166;

fn weight(card: &Card, crew_lang: CrewLang) -> usize {
    let sections = [Section::Illness, Section::Medicines, Section::Allergies];
    let names = sections.into_iter().flat_map(|section| facts::entries(card, section, crew_lang, Form::Crew)).map(|entry| entry.called());
    let devices = facts::chips(card, crew_lang, Form::Crew);
    let wide = |words: String| words.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>();
    names.chain(devices).map(wide).sum()
}

#[cfg(test)]
mod tests;
