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
    crew::{self, Reader},
    days, show as text,
};

/// Name, birth and age.
pub fn who(shown: &Disclosure, reader: Reader) -> AnyView {
    let card = &shown.card;
    let words = |field| card.words(field);
    let name = match words(c::person::NAME) {
        "" => label(crew::NOT_WRITTEN, reader).into_any(),
        name => written(name),
    };
    let sample = shown.sample.then(|| view! { <b class="t-mark-sample">{label(crew::SAMPLE, reader)}</b> });
    view! {
        <section class="t-crew__who">
            <div class="t-crew__lead">
                <p class="t-crew__kana" lang="ja">{words(c::person::READING).to_owned()}</p>
                <p class="t-crew__bright">{label(text::BRIGHT, reader)}</p>
            </div>
            <p class="t-crew__name">{name} {sample}</p>
            {age(card, reader)}
            {freshness(card, reader)}
        </section>
    }
    .into_any()
}

fn age(card: &Card, reader: Reader) -> AnyView {
    let birth = record::Day::parse(card.words(c::person::BIRTH));
    let today = workspace().now().map(|now| now.day);
    let age = birth.zip(today).and_then(|(birth, today)| age_on(birth.0, today.0));
    let age = age.map(|age| format!("{age}{}", label(crew::YEARS_OLD, reader)));
    let sex = Some(card.picked(c::person::SEX)).filter(|sex| !sex.is_empty()).map(|sex| option(sex, reader));
    let line: Vec<String> = age.into_iter().chain(sex).collect();
    // A day that does not exist is as good as none; it stays with the person, who is asked about it.
    let missing = || format!("{}: {}", label(crew::BIRTH, reader), label(crew::NOT_WRITTEN, reader));
    let born = birth.map_or_else(missing, |birth| days::day_in(birth, reader));
    view! { <p class="t-crew__age">{line.join(" ")} " " <small>{born}</small></p> }.into_any()
}

/// Whether the card was confirmed within a year.
pub fn is_fresh(card: &Card) -> bool {
    let today = workspace().now().map(|now| now.day);
    today.is_some_and(|today| matches!(staleness(card.confirmed.as_ref(), today), Age::Fresh { .. }))
}

fn freshness(card: &Card, reader: Reader) -> AnyView {
    let Some(confirmed) = &card.confirmed else { return unconfirmed(card, reader) };
    let old = !is_fresh(card);
    let age = old.then(|| format!("　{}", label(crew::OLD, reader)));
    view! {
        <p class="t-crew__fresh" data-old=old.to_string()>
            <span class="t-whole">{label(crew::CONFIRMED, reader)} " " {days::day_in(confirmed.on, reader)}</span> "　"
            <span class="t-whole">{label(crew::WRITTEN_BY, reader)} " " {author(&confirmed.by, reader)}</span> {age}
        </p>
    }
    .into_any()
}

/// Nobody went through the whole card yet: when something was last written in it, and by whom.
fn unconfirmed(card: &Card, reader: Reader) -> AnyView {
    let last = card.last_written().and_then(|stamp| {
        let on = workspace().with(|ports| ports.clock.at(stamp.at))?.day;
        let when = if stamp.at.is_doubtful() { text::written_in_doubt(reader) } else { text::last_written(on, reader) };
        Some(view! { <span class="t-whole">{when} " " {author(&stamp.by, reader)}</span> })
    });
    view! { <p class="t-crew__fresh" data-old="true">{label(crew::NEVER_CONFIRMED, reader)} " " {last}</p> }.into_any()
}

fn author(by: &Author, reader: Reader) -> AnyView {
    match by {
        Author::Own => label(crew::OWN, reader).into_any(),
        Author::Proxy(name) | Author::Clinic(name) => written(name),
    }
}
