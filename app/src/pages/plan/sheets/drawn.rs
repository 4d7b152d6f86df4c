//! Blocks of words as pieces of paper, and what stands around them on each sheet.

use leptos::prelude::*;
use record::{Day, access::Recipient, plan::lists::feeling};

use super::{
    block::{Block, Entry, Shape},
    blocks::{age, agenda, drawn_name, made, subject_line, wish},
    joined::inline,
    reader::blocks,
    source::{SheetSubject, Source},
};
use crate::{
    pages::print::paper::{
        Piece, Stack,
        columns::{Columns, Lined},
        leading, piece,
    },
    parts::{
        plan::answer_text::Line,
        words::{gap, lang, numbers, say},
    },
};
use words::{crew, days, plan as text, sheets, when};

/// How many lines the family has for its feelings at least.
const FAMILY_LINES: usize = 2;

/// The sheet of a reader. What is still open and who wrote when are on the first sheet, whatever its length.
pub fn sheet(source: &Source) -> Columns {
    let version = &source.version;
    let title = say(text::reader(source.shown.to).name);
    let lines = vec![age(when::kept(version), source.today), inline(made(version))];
    let family = source.shown.to == Recipient::Family;
    Columns {
        stack: Stack {
            pieces: of_blocks(&blocks(source)).into_iter().chain(drawn_name(version).map(signed)).collect(),
            lang: lang(),
            head: Box::new(head(title, Some(&source.who()), lines)),
            foot: Box::new(foot(vec![say(text::notes::sheet::OPENED_ONLY)], agenda(&version.answers), source.today)),
        },
        above: above(source, family),
        below: family.then(|| Box::new(self::family) as Lined),
    }
}

/// Under the head of the first sheet: whose words they are where the family writes as well, and what goes with wishes about treatment.
fn above(source: &Source, family: bool) -> AnyView {
    let own = family.then(|| box_title(text::notes::feelings::BOX));
    let wish = wish(&source.version.answers).map(|wish| view! { <p class="t-said__note">{wish}</p> });
    view! { {own} {wish} }.into_any()
}

/// Blocks, each heading with what follows it.
pub fn of_blocks(blocks: &[Block]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for block in blocks {
        if let Some(entry) = block.alone() {
            pieces.extend(rows(entry, Title::Heading));
            continue;
        }
        pieces.push(leading(view! { <h3 class="t-paper__h t-said__h">{block.title.clone()}</h3> }.into_any()));
        pieces.extend(block.note.clone().map(|note| leading(view! { <p class="t-said__note">{note}</p> }.into_any())));
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
        let name = entry.title.clone();
        let name = match title {
            Title::Left => ().into_any(),
            _ if at > 0 || name.is_empty() => ().into_any(),
            Title::Small => view! { <span class="t-row__q">{name}</span> " " }.into_any(),
            Title::Heading => view! { <h3 class="t-row__h">{name}</h3> " " }.into_any(),
        };
        let also = entry.also.as_ref().filter(|_| at == last).map(also);
        let lines = lines.iter().map(one).collect::<Vec<_>>();
        let shape = match (entry.shape, title) {
            (_, Title::Heading) if at == 0 => "alone",
            (Shape::Running, _) => "running",
            (Shape::Rows, _) => "rows",
        };
        piece(view! { <div class="t-row" data-shape=shape>{name} {lines} {also}</div> }.into_any())
    });
    each.collect()
}

fn one(line: &Line) -> AnyView {
    let label = line.label.clone().map(|label| view! { <small>{label}</small> " " });
    view! { <span class="t-row__a">{label}<b>{numbers(&line.words)}</b></span> " " }.into_any()
}

fn also(line: &Line) -> AnyView {
    let label = line.label.clone().map(|label| view! { <small>{label}</small> " " });
    view! { <span class="t-row__a">{label}{line.words.clone()}</span> }.into_any()
}

/// How much stays together in a column, in Japanese signs: four lines.
const TOGETHER: usize = 90;

/// About how wide words are, in Japanese signs. Latin ones are half as wide.
fn wide(words: &str) -> usize {
    words.chars().map(|sign| if sign.is_ascii() { 1 } else { 2 }).sum::<usize>() / 2
}

/// Lines that stay together: as many as do not take too much room. At least one run, also of nothing.
fn runs(lines: &[Line]) -> Vec<&[Line]> {
    let (mut runs, mut start, mut length) = (Vec::new(), 0, 0);
    for (at, line) in lines.iter().enumerate() {
        let own = line.label.iter().chain([&line.words]).map(|words| wide(words)).sum::<usize>();
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
    let says = say(text::SIGNED_NAME);
    let drawn = view! { <svg class="t-signed" viewBox="0 0 300 100" role="img" aria-label=says.clone()><path d=path /></svg> };
    piece(view! { <p class="t-row"><small>{says}</small> " " {drawn}</p> }.into_any())
}

/// The upper edge of each sheet: what it is, whose, how old, who wrote, and which of how many.
pub fn head(title: String, who: Option<&SheetSubject>, lines: Vec<String>) -> impl Fn(usize, usize) -> AnyView + 'static {
    let name = say(text::NAME);
    let sample = who.is_some_and(|who| who.sample).then(|| say(crew::SAMPLE.word()));
    let subject = who.map(subject_line);
    move |at, of| {
        let sample = sample.clone().map(|sample| view! { <strong class="t-paper__sample">{sample}</strong> });
        let subject = subject.clone().map(|subject| view! { <b>{subject}</b> });
        let lines = lines.iter().map(|line| view! { <p class="t-said__age">{line.clone()}</p> }.into_any()).collect::<Vec<_>>();
        view! {
            <header class="t-paper__head" data-kind="plan">
                <b>{name.clone()}</b>
                <b>{title.clone()}</b>
                {subject}
                {sample}
                <b class="t-paper__count">{format!("{at}/{of}")}</b>
                {lines}
            </header>
        }
        .into_any()
    }
}

/// The lower edge: on the first sheet what is still to be talked about, then what the paper is and is not (rule E1), and when it was
/// printed.
pub fn foot(lines: Vec<String>, agenda: Option<Line>, today: Day) -> impl Fn(usize, usize) -> AnyView + 'static {
    let e1 = say(text::notes::e1::SHORT);
    let printed = format!("{} {}", say(sheets::PRINTED), days::day(today, lang()));
    let line = lines.into_iter().chain([printed]).collect::<Vec<_>>().join(gap());
    move |at, _| {
        let agenda = agenda.as_ref().filter(|_| at == 1).map(|open| view! { <p class="t-row t-said__open">{one(open)}</p> });
        view! { <footer class="t-paper__foot" data-kind="plan">{agenda}<p><b>{e1.clone()}</b></p><p>{line.clone()}</p></footer> }.into_any()
    }
}

/// A heading of a box that holds several blocks.
pub fn box_title(title: words::Word) -> AnyView {
    view! { <h3 class="t-said__box">{say(title)}</h3> }.into_any()
}

/// The family's own box, apart from the person's words (rule E10), with so many lines more than the least.
fn family(more: usize) -> AnyView {
    let name = text::feeling(feeling::NAME.untyped()).map(|field| say(field.label));
    let on = text::feeling(feeling::ON.untyped()).map(|field| say(field.label));
    let lines = (0..FAMILY_LINES + more).map(|_| view! { <p class="t-blank__line"></p> }.into_any()).collect::<Vec<_>>();
    view! {
        <div class="t-paper__piece">
            <div class="t-family">
                {box_title(text::notes::feelings::TITLE)}
                <p class="t-said__note">{say(text::notes::feelings::NOT_VOTES)}</p>
                {lines}
                <div class="t-paper__pair">
                    <p class="t-blank__line"><small>{name}</small></p>
                    <p class="t-blank__line"><small>{on}</small> {say(sheets::YEAR_MONTH_DAY)}</p>
                </div>
            </div>
        </div>
    }
    .into_any()
}
