//! The card for the wallet: panels of 91 × 55 mm, folded on top of each other. A long card has more panels, never smaller print.

use exchange::{qr, text as plain_text};
use leptos::prelude::*;
use record::{Section, catalogue::person};
use words::{
    Lang,
    answer_text::Form,
    crew,
    entry::{entry, not_written},
    facts, labels,
    langs::Langs,
    sheets as text,
};

use super::{
    Source,
    fridge::answer,
    paper::{self, Piece, Stack, piece},
    source,
};

/// The height of a panel within 3 mm of air and its lines, less a little: no panel may grow past 55 mm.
const ROOM: f64 = 48.2 * 96.0 / 25.4;
/// The longest text in the QR: version 11 at level M, 69 modules with its border, a third of a millimetre each at 24 mm.
const QR_TEXT: usize = 251;
/// The most modules that can still be read at 24 mm.
const QR_MODULES: u16 = 77;
/// How many contacts and doctors have room.
const CONTACTS: usize = 2;
/// How many names stand in one piece, so that no piece is taller than a panel.
const NAMES: usize = 6;

/// The card on its sheet.
pub fn sheet() -> AnyView {
    let stack = || {
        let source = source()?;
        let head = |_, _| ().into_any();
        let name = source.name();
        let foot = move |at: usize, of: usize| {
            view! { <footer class="t-panel__foot"><span>{name.clone()}</span><span>{format!("{at}/{of}")}</span></footer> }.into_any()
        };
        Some(Stack { pieces: pieces(&source), lang: Lang::Ja, head: Box::new(head), foot: Box::new(foot) })
    };
    view! { <div class="t-panels">{paper::stacked("panel", ROOM, stack)}</div> }.into_any()
}

fn pieces(source: &Source) -> Vec<Piece> {
    let (card, langs) = (&source.shown.card, source.langs);
    let section_name = |section| langs.say(labels::section(section));
    let words = |field| answer(source, field);
    let birth = Some(words(person::BIRTH)).filter(|birth| !birth.is_empty()).unwrap_or_else(|| not_written(langs, Form::Short));
    let who = view! {
        <div class="t-panel__top"><b>{source.langs.say(text::WALLET_TITLE)}</b> {source.sample()} <span>{source.fresh()}</span></div>
        <p><small>{words(person::READING)}</small></p>
        <p class="t-panel__name">{source.name()}</p>
        <p>{format!("{birth}　{}", words(person::SEX))}</p>
    };
    let mut pieces = vec![
        piece(who.into_any()),
        named(langs.say(crew::DEVICES), &facts::alerts(card, langs, Form::Short)),
        named(section_name(Section::Allergies), &facts::names(card, Section::Allergies, langs, Form::Short)),
    ];
    for (section, count) in [(Section::Contacts, CONTACTS), (Section::Doctors, 1)] {
        let items = card.items(section);
        for item in items.iter().take(count) {
            let entry = entry(section, item, langs, Form::Short);
            let numbers =
                entry.numbers.iter().map(|number| view! { <b class="t-paper__phone">{number.words.clone()}</b> }).collect::<Vec<_>>();
            pieces.push(piece(view! { <p>{entry.called()}" "{numbers}</p> }.into_any()));
        }
        if let Some(said) = facts::nothing(card, section, langs, Form::Short) {
            pieces.push(named(section_name(section), &[said]));
        }
    }
    pieces.extend(treated(source));
    pieces.extend(code(source));
    pieces
}

/// A label in small type, and what was written.
fn named(label: String, words: &[String]) -> Piece {
    piece(view! { <p><small>{label}</small> " " <b>{words.join("・")}</b></p> }.into_any())
}

/// Illness and medicines by their names, and where the notebook is, which says the rest.
fn treated(source: &Source) -> Vec<Piece> {
    let card = &source.shown.card;
    let langs = source.langs;
    let list = |section: Section| {
        let names = facts::names(card, section, langs, Form::Short);
        names.chunks(NAMES).map(|some| named(langs.say(labels::section(section)), some)).collect::<Vec<_>>()
    };
    let notebook = facts::own(card, Section::Medicines, langs, Form::Short).into_iter().map(|fact| named(fact.label, &[fact.said.words]));
    [Section::Illness, Section::Medicines].into_iter().flat_map(list).chain(notebook).collect()
}

/// The vital part as a QR, unless it is too long to be read at this size.
fn code(source: &Source) -> Option<Piece> {
    let short = plain_text::short(&source.shown, QR_TEXT, Langs::JAPANESE);
    let drawn = qr::code(&short).ok().filter(|drawn| drawn.size <= QR_MODULES)?;
    let says = source.langs.say(text::SCAN);
    Some(piece(view! { <div class="t-panel__code">{paper::code(drawn, says.clone())}<small>{says}</small></div> }.into_any()))
}
