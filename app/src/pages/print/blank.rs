//! The card to fill in by hand: the same questions as the app, with lines and boxes.

use leptos::prelude::*;
use record::{
    Section,
    catalogue::{self as c, FieldSpec, Kind},
};

use super::{
    fridge::consent,
    paper::{self, Piece, Stack, leading, piece},
};
use crate::parts::words::lang;
use words::{Lang, Word, crew, labels, langs::Langs, sheets as text};

/// The sheets.
pub fn sheets() -> AnyView {
    let langs = Langs::of_sheets(lang());
    let stack = move || {
        let head = move |at: usize, of: usize| {
            view! {
                <header class="t-paper__head">
                    <b class="t-paper__title">{langs.say(crew::CARD.word())}</b>
                    <span class="t-paper__end">{langs.say(text::WRITTEN_ON)} {text::YEAR_MONTH_DAY.ja}</span>
                    <b class="t-paper__count">{format!("{at}/{of}")}</b>
                </header>
            }
            .into_any()
        };
        let foot = move |_, _| view! { <footer class="t-paper__foot">{line(langs, crew::WRITTEN_BY.word())}</footer> }.into_any();
        let mut pieces: Vec<Piece> =
            Section::ALL.into_iter().filter(|section| *section != Section::Orders).flat_map(|one| section(langs, one)).collect();
        pieces.push(piece(consent(langs)));
        Some(Stack { pieces, lang: Lang::Ja, head: Box::new(head), foot: Box::new(foot) })
    };
    paper::stacked("a4", paper::A4, stack)
}

/// How many empty entries a list has.
const fn entries(section: Section) -> usize {
    match section {
        Section::Contacts => 3,
        Section::Doctors | Section::Illness => 4,
        Section::Medicines => 6,
        _ => 2,
    }
}

fn section(langs: Langs, section: Section) -> Vec<Piece> {
    let spec = section.spec();
    let mut pieces = vec![leading(view! { <h3 class="t-paper__h">{langs.say(labels::section(section))}</h3> }.into_any())];
    if spec.has_list() {
        let known = boxes([crew::NONE.word(), crew::UNKNOWN.word(), text::LISTED].map(|word| langs.say(word)).into());
        pieces.push(leading(view! { <p>{known}</p> }.into_any()));
    }
    let mut lines = Vec::new();
    for field in spec.fields {
        let question = ask(langs, section, field);
        if matches!(field.kind, Kind::Many(_) | Kind::One(_) | Kind::Lines(_) | Kind::Day) {
            pieces.extend(pairs(std::mem::take(&mut lines)));
            pieces.push(piece(question));
        } else {
            lines.push(question);
        }
    }
    pieces.extend(pairs(lines));
    for place in 0..entries(section) * usize::from(spec.has_list()) {
        let cells = spec.item.iter().map(|field| ask(langs, section, field)).collect::<Vec<_>>();
        let number = (place + 1).to_string();
        pieces.push(piece(view! { <div class="t-blank__item"><b>{number}</b><div class="t-blank__cells">{cells}</div></div> }.into_any()));
    }
    pieces
}

fn pairs(lines: Vec<AnyView>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines = lines.into_iter().peekable();
    while lines.peek().is_some() {
        let pair = lines.by_ref().take(2).collect::<Vec<_>>();
        pieces.push(piece(view! { <div class="t-paper__pair">{pair}</div> }.into_any()));
    }
    pieces
}

/// A question with boxes to tick or a line to write on.
fn ask(langs: Langs, section: Section, field: &FieldSpec) -> AnyView {
    let label = labels::field(section, field.id.as_str());
    let options: &[&str] = match field.kind {
        // One box: to leave it open says as much as 「いいえ」.
        Kind::One(options) if field.extra_answers == c::ExtraAnswers::Nothing && (options == c::YES_NO || options == c::THINNERS) => {
            return view! { <p>{boxes(vec![langs.say(label)])}</p> }.into_any();
        }
        Kind::One(options) | Kind::Many(options) => options,
        Kind::Day => {
            let eras = (langs.say(text::ERAS), format!("　{}", text::YEAR_MONTH_DAY.ja));
            return view! { <p class="t-blank__line"><small>{langs.say(label)}</small> " " {eras}</p> }.into_any();
        }
        _ => return line(langs, label),
    };
    let mut words: Vec<String> = options.iter().filter_map(|id| labels::option_word(id)).map(|word| langs.say(word)).collect();
    if field.extra_answers == c::ExtraAnswers::NoneOrUnknown {
        words.extend([crew::NONE, crew::UNKNOWN].map(|word| langs.say(word.word())));
    }
    view! { <p class="t-blank__choice"><small>{langs.say(label)}</small> " " {boxes(words)}</p> }.into_any()
}

fn boxes(words: Vec<String>) -> AnyView {
    words.into_iter().map(|word| view! { <span class="t-blank__box">"□ " {word}</span> " " }).collect::<Vec<_>>().into_any()
}

fn line(langs: Langs, label: Word) -> AnyView {
    view! { <p class="t-blank__line"><small>{langs.say(label)}</small></p> }.into_any()
}
