//! 1: who, how old, and how fresh the card is.

use leptos::prelude::*;
use record::{
    Author, Card,
    access::Disclosure,
    catalogue as c,
    check::{Age, staleness},
    era::age_on,
};

use super::{label, option, written};
use crate::workspace::workspace;
use words::{
    crew::{self, CrewLang},
    days, show as text,
};

/// Name, birth and age.
pub fn who(shown: &Disclosure, crew_lang: CrewLang) -> AnyView {
    let card = &shown.card;
    let words = |field| card.words(field);
    let name = match words(c::person::NAME) {
        "" => label(crew::NOT_WRITTEN, crew_lang).into_any(),
        name => written(name),
    };
    let sample = shown.sample.then(|| view! { <b class="t-mark-sample">{label(crew::SAMPLE, crew_lang)}</b> });
    view! {
        <section class="t-crew__who">
            <div class="t-crew__lead">
                <p class="t-crew__kana" lang="ja">{words(c::person::READING).to_owned()}</p>
                <p class="t-crew__bright">{label(text::BRIGHT, crew_lang)}</p>
            </div>
            <p class="t-crew__name">{name} {sample}</p>
            {age(card, crew_lang)}
            {freshness(card, crew_lang)}
        </section>
    }
    .into_any()
}

fn age(card: &Card, crew_lang: CrewLang) -> AnyView {
    let birth = record::Day::parse(card.words(c::person::BIRTH));
    let today = workspace().now().map(|now| now.day);
    let age = birth.zip(today).and_then(|(birth, today)| age_on(birth.0, today.0));
    let age = age.map(|age| format!("{age}{}", label(crew::YEARS_OLD, crew_lang)));
    let sex = Some(card.picked(c::person::SEX)).filter(|sex| !sex.is_empty()).map(|sex| option(sex, crew_lang));
    let line: Vec<String> = age.into_iter().chain(sex).collect();
    // A day that does not exist is as good as none; it stays with the person, who is asked about it.
    let missing = || format!("{}: {}", label(crew::BIRTH, crew_lang), label(crew::NOT_WRITTEN, crew_lang));
    let born = birth.map_or_else(missing, |birth| days::day_in(birth, crew_lang));
    view! { <p class="t-crew__age">{line.join(" ")} " " <small>{born}</small></p> }.into_any()
}

/// Whether the card was confirmed within a year.
pub fn is_fresh(card: &Card) -> bool {
    let today = workspace().now().map(|now| now.day);
    today.is_some_and(|today| matches!(staleness(card.confirmed.as_ref(), today), Age::Fresh { .. }))
}

fn freshness(card: &Card, crew_lang: CrewLang) -> AnyView {
    let Some(confirmed) = &card.confirmed else { return unconfirmed(card, crew_lang) };
    let old = !is_fresh(card);
    let age = old.then(|| format!("　{}", label(crew::OLD, crew_lang)));
    view! {
        <p class="t-crew__fresh" data-old=old.to_string()>
            <span class="t-whole">{label(crew::CONFIRMED, crew_lang)} " " {days::day_in(confirmed.on, crew_lang)}</span> "　"
            <span class="t-whole">{label(crew::WRITTEN_BY, crew_lang)} " " {author(&confirmed.by, crew_lang)}</span> {age}
        </p>
    }
    .into_any()
}

/// Nobody went through the whole card yet: when something was last written in it, and by whom.
fn unconfirmed(card: &Card, crew_lang: CrewLang) -> AnyView {
    let last = card.last_written().and_then(|stamp| {
        let on = workspace().with(|ports| ports.clock.at(stamp.at))?.day;
        let when = if stamp.at.is_doubtful() { text::written_in_doubt(crew_lang) } else { text::last_written(on, crew_lang) };
        Some(view! { <span class="t-whole">{when} " " {author(&stamp.by, crew_lang)}</span> })
    });
    view! { <p class="t-crew__fresh" data-old="true">{label(crew::NEVER_CONFIRMED, crew_lang)} " " {last}</p> }.into_any()
}

fn author(by: &Author, crew_lang: CrewLang) -> AnyView {
    match by {
        Author::Own => label(crew::OWN, crew_lang).into_any(),
        Author::Proxy(name) | Author::Clinic(name) => written(name),
    }
}
