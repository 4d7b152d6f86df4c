//! Words on the page: the language of the document, and readings above hard words.

use leptos::prelude::*;

use words::{Lang, Word, plain};

/// The language of the document. It never changes while a document lives: the other language is another document. Only what is made
/// for paper may speak the other one (`pages/plan/sheets/languages.rs`).
#[must_use]
pub fn lang() -> Lang {
    use_context().unwrap_or_default()
}

/// What stands between things of different kinds in one line.
#[must_use]
pub fn gap() -> &'static str {
    match lang() {
        Lang::Ja => "　",
        Lang::En => " · ",
    }
}

/// What stands between two sentences.
#[must_use]
pub fn space() -> Option<&'static str> {
    (lang() == Lang::En).then_some(" ")
}

/// One line of a list of facts: what it is called, and the words. An entry of a list is called by its number and has the whole width.
#[must_use]
pub fn fact(label: String, words: AnyView) -> AnyView {
    let entry = label.chars().all(|sign| sign.is_ascii_digit()).then_some("t-facts__entry");
    view! { <div class=entry><dt>{label}</dt><dd>{words}</dd></div> }.into_any()
}

/// A text without markup, for places that take text only.
#[must_use]
pub fn say(word: Word) -> String {
    plain(word.say(lang()))
}

/// A text with its readings as ruby.
#[must_use]
pub fn rich(word: Word) -> AnyView {
    ruby(word.say(lang()))
}

/// A text in which `[漢字|かんじ]` stands for a word with its reading.
#[must_use]
pub fn ruby(text: &'static str) -> AnyView {
    if !text.contains('[') {
        return text.into_any();
    }
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let marked = after.split_once(']').and_then(|(word, more)| Some((word.split_once('|')?, more)));
        let Some(((base, reading), more)) = marked else { break };
        pieces.push(before.into_any());
        pieces.push(view! { <ruby>{base}<rp>"（"</rp><rt>{reading}</rt><rp>"）"</rp></ruby> }.into_any());
        rest = more;
    }
    pieces.push(rest.into_any());
    pieces.into_any()
}

/// Words in which phone numbers do not break across lines.
#[must_use]
pub fn numbers(text: &str) -> AnyView {
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|sign: char| sign.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|sign: char| !sign.is_ascii_digit() && sign != '-').unwrap_or(from.len());
        let (number, more) = from.split_at(end);
        pieces.push(before.to_owned().into_any());
        pieces.push(if number.contains('-') {
            view! { <span class="t-num">{number.to_owned()}</span> }.into_any()
        } else {
            number.to_owned().into_any()
        });
        rest = more;
    }
    pieces.push(rest.to_owned().into_any());
    pieces.into_any()
}
