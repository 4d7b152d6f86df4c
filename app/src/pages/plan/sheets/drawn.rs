//! Blocks of words as pieces of paper, and what stands around them on each sheet.

use record::Day;

use super::{
    blocks::{Block, age, blocks, whose},
    source::{Source, Who},
    tongue::{twice, word},
};
use crate::{
    dom::{IntoNode, Node, view},
    pages::plan::written::wrote,
    pages::print::paper::{Piece, Stack, leading, piece},
    parts::{plan::said::Line, words::lang},
    text::{crew, days, plan as text, sheets},
};
use record::view::Role;

/// How many lines the family has for its feelings.
const FAMILY_LINES: usize = 7;

/// The sheet of a reader.
pub fn sheet(source: &Source) -> Stack {
    let mut pieces = pieces(source);
    if source.role == Role::Family {
        pieces.insert(0, leading(box_title(text::note("feelings", "box"))));
        pieces.push(family());
    }
    let title = word(text::note(&format!("reader {}", record::plan::parts::reader_id(source.role)), "name"));
    let foot = format!("{} {}", word(text::WHO_WROTE), twice(|| wrote(&source.version.by)));
    Stack {
        pieces,
        head: Box::new(head(title, Some(&source.who), Some(age(source.version.on, source.today)))),
        foot: Box::new(self::foot(vec![word(text::note("sheet", "opened only")), foot], source.today)),
    }
}

/// What stands on the sheet of a reader, piece by piece: on paper, and where the person looks at what is open.
pub fn pieces(source: &Source) -> Vec<Piece> {
    of_blocks(&blocks(source))
}

/// Blocks, each heading with what follows it.
pub fn of_blocks(blocks: &[Block]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        pieces.push(leading(view! { <h3 class="t-paper__h t-said__h">{block.title.clone()}</h3> }.into_node()));
        pieces.extend(block.note.clone().map(|note| leading(view! { <p class="t-said__note">{note}</p> }.into_node())));
        for entry in &block.entries {
            // A name that is the heading's need not be said twice.
            let title = if entry.title == block.title { "" } else { &entry.title };
            for (at, lines) in runs(&entry.lines).into_iter().enumerate() {
                pieces.push(row(if at == 0 { title } else { "" }, lines));
            }
        }
        pieces.extend(block.drawn.clone().map(signed));
    }
    pieces
}

/// The most characters that stay together on one sheet.
const TOGETHER: usize = 400;

/// Lines that stay together: as many as do not take too much room. At least one run, also of nothing.
fn runs(lines: &[Line]) -> Vec<&[Line]> {
    let (mut runs, mut start, mut length) = (Vec::new(), 0, 0);
    for (at, line) in lines.iter().enumerate() {
        let own = line.words.chars().count();
        if at > start && length + own > TOGETHER {
            runs.push(&lines[start..at]);
            (start, length) = (at, 0);
        }
        length += own;
    }
    runs.push(&lines[start..]);
    runs
}

fn row(title: &str, lines: &[Line]) -> Piece {
    let each = lines.iter().map(|line| {
        let label = line.label.clone().map(|label| view! { <small>{label}</small> " " });
        view! { <p>{label}<b>{line.words.clone()}</b></p> }.into_node()
    });
    let each = each.collect::<Vec<_>>();
    piece(view! { <div class="t-said"><p class="t-said__q">{title.to_owned()}</p><div class="t-said__a">{each}</div></div> }.into_node())
}

/// A name drawn with a finger, as it was drawn.
fn signed(path: String) -> Piece {
    let says = word(text::SIGNED_NAME);
    let drawn = view! { <svg class="t-signed" viewBox="0 0 300 100" role="img" aria-label=says.clone()><path d=path /></svg> };
    piece(view! { <div class="t-said"><p class="t-said__q"></p><p class="t-said__a"><small>{says}</small> {drawn}</p></div> }.into_node())
}

/// The upper edge of each sheet: what it is, whose, how old, and which of how many.
pub fn head(title: String, who: Option<&Who>, age: Option<String>) -> impl Fn(usize, usize) -> Node + 'static {
    let name = word(text::NAME);
    let sample = who.is_some_and(|who| who.sample).then(|| word(crew::SAMPLE.word()));
    let whose = who.map(whose);
    move |at, of| {
        let sample = sample.clone().map(|sample| view! { <strong class="t-paper__sample">{sample}</strong> });
        let whose = whose.clone().map(|whose| view! { <b>{whose}</b> });
        let age = age.clone().map(|age| view! { <p class="t-said__age">{age}</p> });
        view! {
            <header class="t-paper__head" data-kind="plan">
                <b>{name.clone()}</b>
                <b>{title.clone()}</b>
                {whose}
                {sample}
                <b class="t-paper__count">{format!("{at}/{of}")}</b>
                {age}
            </header>
        }
        .into_node()
    }
}

/// The lower edge: what the paper is and is not (rule E1), and when it was printed.
pub fn foot(lines: Vec<String>, today: Day) -> impl Fn(usize, usize) -> Node + 'static {
    let e1 = word(text::note("e1", "short"));
    let printed = format!("{} {}", word(sheets::PRINTED), twice(|| days::day(today, lang())));
    let line = lines.into_iter().chain([printed]).collect::<Vec<_>>().join("　");
    move |_, _| {
        view! { <footer class="t-paper__foot" data-kind="plan"><p><b>{e1.clone()}</b></p><p>{line.clone()}</p></footer> }.into_node()
    }
}

/// A heading of a box that holds several blocks.
pub fn box_title(title: crate::text::Word) -> Node {
    view! { <h3 class="t-said__box">{word(title)}</h3> }.into_node()
}

/// The family's own box, apart from the person's words (rule E10).
fn family() -> Piece {
    let name = word(text::note("feelings", "field name"));
    let on = word(text::note("feelings", "field on"));
    let lines = (0..FAMILY_LINES).map(|_| view! { <p class="t-blank__line"></p> }.into_node()).collect::<Vec<_>>();
    let node = view! {
        <div class="t-family">
            {box_title(text::note("feelings", "title"))}
            <p class="t-said__note">{word(text::note("feelings", "not votes"))}</p>
            {lines}
            <div class="t-paper__pair">
                <p class="t-blank__line"><small>{name}</small></p>
                <p class="t-blank__line"><small>{on}</small> {sheets::YEAR_MONTH_DAY.ja}</p>
            </div>
        </div>
    };
    piece(node.into_node())
}
