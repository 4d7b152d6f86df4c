//! Blocks of words as pieces of paper, and what stands around them on each sheet.

use record::Day;

use super::{
    blocks::{Block, Entry, Shape, age, agenda, blocks, drawn_name, made, whose, wish},
    source::{Source, Who},
    tongue::{bare, drawn, inline, twice, word},
};
use crate::{
    dom::{IntoNode, Node, view},
    pages::print::paper::{
        Piece, Stack,
        columns::{Columns, Lined},
        leading, piece,
    },
    parts::{plan::said::Line, words::lang},
    text::{crew, days, plan as text, sheets},
};
use record::view::Role;

/// How many lines the family has for its feelings at least.
const FAMILY_LINES: usize = 3;

/// The sheet of a reader. What is still open and who wrote when are on the first sheet, whatever its length.
pub fn sheet(source: &Source) -> Columns {
    let version = &source.version;
    let title = word(text::note(&format!("reader {}", record::plan::parts::reader_id(source.role)), "name"));
    let lines = vec![age(version.on, source.today), inline(made(version))];
    let family = source.role == Role::Family;
    Columns {
        stack: Stack {
            pieces: of_blocks(&blocks(source)).into_iter().chain(drawn_name(version).map(signed)).collect(),
            head: Box::new(head(title, Some(&source.who), lines)),
            foot: Box::new(foot(vec![word(text::note("sheet", "opened only"))], agenda(&version.answers), source.today)),
        },
        above: above(source, family),
        below: family.then(|| Box::new(self::family) as Lined),
    }
}

/// Under the head of the first sheet: whose words they are where the family writes as well, and what goes with wishes about treatment.
fn above(source: &Source, family: bool) -> Node {
    let own = family.then(|| box_title(text::note("feelings", "box")));
    let wish = wish(&source.version.answers).map(|wish| view! { <p class="t-said__note">{drawn(&wish)}</p> });
    view! { {own} {wish} }.into_node()
}

/// Blocks, each heading with what follows it.
pub fn of_blocks(blocks: &[Block]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        if let Some(entry) = block.alone() {
            pieces.extend(rows(entry, Title::Heading));
            continue;
        }
        pieces.push(leading(view! { <h3 class="t-paper__h t-said__h">{drawn(&block.title)}</h3> }.into_node()));
        pieces.extend(block.note.as_ref().map(|note| leading(view! { <p class="t-said__note">{drawn(note)}</p> }.into_node())));
        for entry in &block.entries {
            // A name that is the heading's need not be said twice.
            pieces.extend(rows(entry, if entry.title == block.title { Title::Left } else { Title::Small }));
        }
        pieces.extend(block.drawn.clone().map(signed));
    }
    pieces
}

/// How the name of an entry stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Title {
    Left,
    Small,
    /// It is all the heading there is.
    Heading,
}

/// An entry: in one piece where it is short.
fn rows(entry: &Entry, title: Title) -> Vec<Piece> {
    let runs = runs(&entry.lines);
    let last = runs.len().saturating_sub(1);
    let each = runs.into_iter().enumerate().map(|(at, lines)| {
        let name = &entry.title;
        let name = match title {
            Title::Left => ().into_node(),
            _ if at > 0 || name.is_empty() => ().into_node(),
            Title::Small => view! { <span class="t-row__q">{drawn(name)}</span> " " }.into_node(),
            Title::Heading => view! { <h3 class="t-row__h">{drawn(name)}</h3> " " }.into_node(),
        };
        let also = entry.also.as_ref().filter(|_| at == last).map(also);
        let lines = lines.iter().map(one).collect::<Vec<_>>();
        let shape = match (entry.shape, title) {
            (_, Title::Heading) if at == 0 => "alone",
            (Shape::Running, _) => "running",
            (Shape::Rows, _) => "rows",
        };
        piece(view! { <div class="t-row" data-shape=shape>{name} {lines} {also}</div> }.into_node())
    });
    each.collect()
}

fn one(line: &Line) -> Node {
    view! { <span class="t-row__a">{label(line)}<b>{drawn(&line.words)}</b></span> " " }.into_node()
}

fn also(line: &Line) -> Node {
    view! { <span class="t-row__a">{label(line)}{drawn(&line.words)}</span> }.into_node()
}

fn label(line: &Line) -> Node {
    line.label.as_ref().map(|label| view! { <small>{drawn(label)}</small> " " }).into_node()
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

/// A name drawn with a finger, as it was drawn.
fn signed(path: String) -> Piece {
    let says = word(text::SIGNED_NAME);
    let name = view! { <svg class="t-signed" viewBox="0 0 300 100" role="img" aria-label=bare(&says)><path d=path /></svg> };
    piece(view! { <p class="t-row"><small>{drawn(&says)}</small> " " {name}</p> }.into_node())
}

/// The upper edge of each sheet: what it is, whose, how old, who wrote, and which of how many.
pub fn head(title: String, who: Option<&Who>, lines: Vec<String>) -> impl Fn(usize, usize) -> Node + 'static {
    let name = word(text::NAME);
    let sample = who.is_some_and(|who| who.sample).then(|| word(crew::SAMPLE.word()));
    let whose = who.map(whose);
    move |at, of| {
        let sample = sample.as_ref().map(|sample| view! { <strong class="t-paper__sample">{drawn(sample)}</strong> });
        let whose = whose.as_ref().map(|whose| view! { <b>{drawn(whose)}</b> });
        let lines = lines.iter().map(|line| view! { <p class="t-said__age">{drawn(line)}</p> }.into_node()).collect::<Vec<_>>();
        view! {
            <header class="t-paper__head" data-kind="plan">
                <b>{drawn(&name)}</b>
                <b>{drawn(&title)}</b>
                {whose}
                {sample}
                <b class="t-paper__count">{format!("{at}/{of}")}</b>
                {lines}
            </header>
        }
        .into_node()
    }
}

/// The lower edge: on the first sheet what is still to be talked about, then what the paper is and is not (rule E1), and when it was
/// printed.
pub fn foot(lines: Vec<String>, agenda: Option<Line>, today: Day) -> impl Fn(usize, usize) -> Node + 'static {
    let e1 = word(text::note("e1", "short"));
    let printed = format!("{} {}", word(sheets::PRINTED), twice(|| days::day(today, lang())));
    let line = lines.into_iter().chain([printed]).collect::<Vec<_>>().join("　");
    move |at, _| {
        let agenda = agenda.as_ref().filter(|_| at == 1).map(|open| view! { <p class="t-row t-said__open">{one(open)}</p> });
        view! { <footer class="t-paper__foot" data-kind="plan">{agenda}<p><b>{drawn(&e1)}</b></p><p>{drawn(&line)}</p></footer> }
            .into_node()
    }
}

/// A heading of a box that holds several blocks.
pub fn box_title(title: crate::text::Word) -> Node {
    view! { <h3 class="t-said__box">{drawn(&word(title))}</h3> }.into_node()
}

/// The family's own box, apart from the person's words (rule E10), with so many lines more than the least.
fn family(more: usize) -> Node {
    let name = word(text::note("feelings", "field name"));
    let on = word(text::note("feelings", "field on"));
    let lines = (0..FAMILY_LINES + more).map(|_| view! { <p class="t-blank__line"></p> }.into_node()).collect::<Vec<_>>();
    view! {
        <div class="t-paper__piece">
            <div class="t-family">
                {box_title(text::note("feelings", "title"))}
                <p class="t-said__note">{drawn(&word(text::note("feelings", "not votes")))}</p>
                {lines}
                <div class="t-paper__pair">
                    <p class="t-blank__line"><small>{drawn(&name)}</small></p>
                    <p class="t-blank__line"><small>{drawn(&on)}</small> {sheets::YEAR_MONTH_DAY.ja}</p>
                </div>
            </div>
        </div>
    }
    .into_node()
}

#[cfg(test)]
mod tests;
