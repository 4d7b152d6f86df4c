//! 「困ったとき」: whom to call, and how to do things. Everything but the state of the advice line stands there before anything has loaded.

use leptos::prelude::*;
use record::{
    Section,
    access::{Disclosure, Grant, Recipient, Scope, view as disclosed},
};
use words::{answer_text::Form, facts};

use super::heading;
use crate::titles;
use crate::{
    parts::{
        frame::{PageLink, gate},
        icon::{Icon, icon},
        minute::each_minute,
        summary,
        words::{lang, rich, say},
    },
    routes::Page,
    workspace::workspace,
};
use words::{
    Word, call,
    help::{self as text, ADVICE, HELP, LINES, Line, Topic},
    labels, plain,
};

/// The page.
#[must_use]
pub fn help() -> AnyView {
    view! {
        {heading(Page::Help)}
        <a class="t-button t-button--alarm" href="tel:119">{icon(Icon::Phone)} {rich(call::DIAL)}</a>
        <PageLink to=Page::Call class="t-button">{rich(text::SCRIPT)}</PageLink>
        {contents()}
        {HELP.iter().map(topic).collect::<Vec<_>>()}
        <section class="t-topic" id="sources">
            <h2>{rich(text::SOURCES)}</h2>
            <p class="t-soft">{text::checked(words::about::CHECKED, lang())}</p>
            {sources(text::sources())}
        </section>
    }
    .into_any()
}

/// The table of contents. Links within a page are left to the browser, which moves there without any code.
fn contents() -> AnyView {
    let one = |id: &'static str, title: Word| view! { <li><a rel="external" href=format!("#{id}")>{rich(title)}</a></li> }.into_any();
    let rows = HELP.iter().map(|topic| one(topic.id, topic.title)).collect::<Vec<_>>();
    view! {
        <nav class="t-contents" id="contents" tabindex="-1" aria-label=say(text::CONTENTS)>
            <h2>{rich(text::CONTENTS)}</h2>
            <ul>{rows} {one("sources", text::SOURCES)}</ul>
        </nav>
    }
    .into_any()
}

fn topic(topic: &'static Topic) -> AnyView {
    let paragraphs = topic.paragraphs.iter().map(|word| view! { <p>{rich(*word)}</p> }).collect::<Vec<_>>();
    let first = (!topic.steps.is_empty()).then(|| steps(topic));
    let points = topic.points.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect::<Vec<_>>();
    let points = (!points.is_empty()).then(|| view! { <ul class="t-dots">{points}</ul> });
    let more = match topic.id {
        "lines" => LINES.iter().map(phone_line).collect::<Vec<_>>().into_any(),
        "lock-iphone" | "lock-android" => gate(copy),
        _ => ().into_any(),
    };
    view! {
        <section class="t-topic" id=topic.id tabindex="-1">
            <h2>{rich(topic.title)}</h2>
            {paragraphs}
            {first}
            {points}
            {more}
            <p><a rel="external" href="#contents">{rich(text::TO_CONTENTS)}</a></p>
        </section>
    }
    .into_any()
}

/// The steps of a subject, in order.
#[must_use]
pub fn steps(topic: &'static Topic) -> AnyView {
    view! { <ol class="t-dots">{topic.steps.iter().map(|word| view! { <li>{rich(*word)}</li> }).collect::<Vec<_>>()}</ol> }.into_any()
}

/// Where the content comes from, as links to other sites.
pub fn sources(all: impl Iterator<Item = &'static (Word, &'static str)>) -> AnyView {
    let rows = all.map(|(title, url)| view! { <li><a rel="external noreferrer" href=*url>{rich(*title)}</a></li> }).collect::<Vec<_>>();
    view! { <ul class="t-sources">{rows}</ul> }.into_any()
}

fn phone_line(line: &'static Line) -> AnyView {
    let numbers = line.dial.into_iter().chain(line.other).map(|number| {
        let says = format!("{} {number}", say(line.name));
        view! { <a class="t-button t-tel" href=dial(number) aria-label=says><span class="t-num">{number}</span></a> }
    });
    let numbers = numbers.collect::<Vec<_>>();
    let other = (line.dial.is_some() && line.other.is_some()).then(|| view! { <p class="t-hint">{rich(text::OTHER_NUMBER)}</p> });
    let state = (line.id == ADVICE).then(|| gate(open_now));
    view! {
        <div class="t-item" id=format!("line-{}", line.id)>
            <h3>{rich(line.name)}</h3>
            {state}
            {numbers}
            {other}
            <p>{rich(line.hours)}</p>
            <p class="t-soft">{rich(line.note)}</p>
        </div>
    }
    .into_any()
}

/// What a phone is told. A # would begin the part of an address that is not sent.
fn dial(number: &str) -> String {
    format!("tel:{}", number.replace('#', "%23").replace('-', ""))
}

/// Whether the advice line answers now, said anew every minute while the page is open. On the server, which has no clock, the place for it.
fn open_now() -> AnyView {
    let workspace = workspace();
    let now = RwSignal::new(workspace.now());
    each_minute(move || {
        now.try_set(workspace.now());
    });
    let is_open = move || now.get().map(|now| text::line_7119_open(now.weekday, now.hour, text::line_7119_holiday(now.day.0)));
    let line = move |open: bool, word: Word| {
        let shown = move || (is_open() == Some(open)).to_string();
        view! { <p class="t-echo" data-open=open.to_string() data-shown=shown>{rich(word)}</p> }
    };
    let lines = (line(true, text::OPEN_NOW), line(false, text::CLOSED_NOW));
    view! { <div class="t-either" role="status" translate="no">{lines}</div> }.into_any()
}

/// The button that puts the card's text on the clipboard, for the phone's own emergency feature.
fn copy() -> AnyView {
    let workspace = workspace();
    let done = RwSignal::new(None::<bool>);
    let language = lang();
    let press = move |_| {
        let Some(today) = workspace.now().map(|now| now.day) else { return };
        let grant = Grant::new(Recipient::Crew, Scope::card());
        let text = workspace.record.with_untracked(|record| card_text(&disclosed(record, &grant, today), language));
        let Some(device) = workspace.with(|ports| ports.device.clone()) else { return };
        leptos::task::spawn_local(async move {
            let copied = device.copy(&text).await;
            done.try_set(Some(copied));
        });
    };
    let said = move || {
        done.get().map(|done| {
            if done {
                view! { <p class="t-kept">{rich(text::COPIED)}</p> }.into_any()
            } else {
                view! { <p class="t-remark">{rich(text::NOT_COPIED)}</p> }.into_any()
            }
        })
    };
    let content = move || {
        if workspace.record.with(|record| record.card.sections.is_empty()) {
            return view! { <p class="t-soft">{rich(text::NOTHING_TO_COPY)}</p> <PageLink to=Page::Card class="t-button">{rich(titles::name(Page::Card))}</PageLink> }.into_any();
        }
        view! { <button type="button" class="t-button" on:click=press>{rich(text::COPY_TEXT)}</button> }.into_any()
    };
    view! { <div class="t-form" translate="no">{content} <div role="status">{said}</div></div> }.into_any()
}

/// The card as a crew may read it, in lines of plain text.
fn card_text(seen: &Disclosure, lang: words::Lang) -> String {
    let mut lines = Vec::new();
    for section in Section::ALL {
        let facts = facts::section(&seen.card, section, lang, Form::Full);
        let head = plain(labels::section(section).say(lang));
        match facts.is_empty() {
            true if seen.card.known(section) == record::Known::Untouched => {}
            true => lines.push(format!("{head}: {}", summary::section(&seen.card, section, lang))),
            false => {
                lines.push(format!("[{head}]"));
                lines.extend(facts.into_iter().map(|(label, words)| format!("{label}: {words}")));
            }
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use record::{Day, Moment, sample};

    use super::*;
    use words::Lang;

    #[test]
    fn numbers_become_addresses_that_phones_dial() {
        assert_eq!(dial("#7119"), "tel:%237119");
        assert_eq!(dial("03-6810-1636"), "tel:0368101636");
    }

    #[test]
    fn the_copied_text_names_every_section_of_a_full_card() {
        let record = sample::person(Moment(0), Day::parse("2026-11-22").unwrap());
        for lang in [Lang::Ja, Lang::En] {
            let today = Day::parse("2026-11-22").unwrap();
            let shown = disclosed(&record, &Grant::new(Recipient::Crew, Scope::card()), today);
            let text = card_text(&shown, lang);
            for section in Section::ALL {
                assert!(text.contains(&plain(labels::section(section).say(lang))), "{section:?}");
            }
            assert!(text.contains("ペースメーカーは右胸") && text.contains("エリキュース"));
        }
    }
}
