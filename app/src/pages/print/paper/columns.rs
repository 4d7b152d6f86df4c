//! Two columns on each sheet, for answers that are mostly short: read down the left one, then down the right one. On the last sheet
//! both are about as high, so that what stands under them has the room that is left.

use std::{ops::Range, sync::Arc};

use leptos::prelude::*;

use super::{Stack, fill, measure, wrapped};
use crate::workspace::workspace;

/// A line to write on, in CSS pixels: 8.5 mm.
const LINE: f64 = 8.5 * 96.0 / 25.4;
/// The most lines that are added where a sheet is nearly empty.
const MOST_LINES: f64 = 9.0;

/// How close the lines of the columns are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Density {
    /// There is so little that it can be read more easily: drawn 1.4 times as large in both directions.
    Large,
    /// The same, 1.2 times.
    Roomy,
    #[default]
    Usual,
    /// Lines nearer to each other, where that brings all onto one sheet.
    Close,
}

impl Density {
    /// The largest first.
    const ALL: [Density; 4] = [Density::Large, Density::Roomy, Density::Usual, Density::Close];

    /// The word that the style sheet reads.
    const fn id(self) -> &'static str {
        match self {
            Density::Large => "large",
            Density::Roomy => "roomy",
            Density::Usual => "usual",
            Density::Close => "close",
        }
    }

    /// How high something is with it, against the usual height; with some to spare where fewer words fit a line.
    const fn factor(self) -> f64 {
        match self {
            Density::Large => 1.4 * 1.4 * 1.1,
            Density::Roomy => 1.2 * 1.2 * 1.1,
            Density::Usual => 1.0,
            Density::Close => 0.92,
        }
    }
}

/// Draws something with so many lines more than the least.
pub type Lined = Box<dyn Fn(usize) -> AnyView + Send + Sync>;

/// What sheets with two columns are made of.
pub struct Columns {
    pub stack: Stack,
    /// Across the first sheet, over its columns.
    pub above: AnyView,
    /// Across the last sheet, under its columns.
    pub below: Option<Lined>,
}

/// How much room there is for what.
struct Heights {
    first: f64,
    next: f64,
    /// The least height of what stands under the columns.
    below: f64,
}

/// Which pieces stand in which column of which sheet, and how many lines more than the least have room at the end.
#[derive(Clone, Debug, Default, PartialEq)]
struct Layout {
    sheets: Vec<[Range<usize>; 2]>,
    lines: usize,
    density: Density,
}

/// Sheets with two columns, made anew when what `make` reads changes. `room` is the height of a sheet in CSS pixels.
pub fn columns(kind: &'static str, room: f64, make: impl Fn() -> Option<Columns> + Send + Sync + 'static) -> AnyView {
    let make = Arc::new(make);
    let laid = RwSignal::new(Layout::default());
    let measured = {
        let make = make.clone();
        move || {
            let Columns { stack, above, below } = make()?;
            let code = stack.lang.code();
            let leads: Vec<bool> = stack.pieces.iter().map(|piece| piece.leads).collect();
            measure_later(measure(), leads, room, laid);
            let pieces = stack.pieces.into_iter().map(|piece| wrapped(piece.node)).collect::<Vec<_>>();
            Some(view! {
                <div class="t-measure" data-kind=kind data-columns="2" lang=code aria-hidden="true" inert id=measure()>
                    <div>{(stack.head)(1, 1)} {(stack.foot)(1, 1)}</div>
                    <div>{above}</div>
                    <div>{below.map(|below| below(0))}</div>
                    {pieces}
                </div>
            })
        }
    };
    let shown = move || Some(drawn(kind, make()?, laid.get()));
    view! { {measured} {shown} }.into_any()
}

fn drawn(kind: &'static str, columns: Columns, laid: Layout) -> Vec<AnyView> {
    let Columns { stack, above, below } = columns;
    let (count, code) = (stack.pieces.len(), stack.lang.code());
    // Before the first measure, and after a change of what is written, all on one sheet for a moment.
    let fits = laid.sheets.iter().flatten().map(|range| range.end).max() == Some(count);
    let laid = if fits { laid } else { Layout { sheets: vec![[0..count, count..count]], ..Layout::default() } };
    let of = laid.sheets.len();
    let (mut pieces, mut above) = (stack.pieces.into_iter(), Some(above));
    let sheet = |(at, sheet): (usize, &[Range<usize>; 2])| {
        let both = sheet.clone().map(|range| {
            let inside = pieces.by_ref().take(range.len()).map(|piece| wrapped(piece.node)).collect::<Vec<_>>();
            view! { <div>{inside}</div> }.into_any()
        });
        let below = below.as_ref().filter(|_| at + 1 == of).map(|below| below(laid.lines));
        view! {
            <section class="t-paper" data-kind=kind lang=code>
                {(stack.head)(at + 1, of)}
                {above.take()}
                <div class="t-paper__body">
                    <div class="t-paper__columns" data-density=laid.density.id()>{both}</div>
                    {below}
                </div>
                {(stack.foot)(at + 1, of)}
            </section>
        }
        .into_any()
    };
    laid.sheets.iter().enumerate().map(sheet).collect()
}

fn measure_later(id: String, leads: Vec<bool>, room: f64, laid: RwSignal<Layout>) {
    let Some(device) = workspace().with(|ports| ports.device.clone()) else { return };
    request_animation_frame(move || {
        let heights = device.heights(&id);
        let [around, above, below] = [0, 1, 2].map(|at| heights.get(at).copied().unwrap_or(0.0));
        let room = Heights { first: room - around - above, next: room - around, below };
        let found = lay(heights.get(3..).unwrap_or_default(), &leads, &room);
        // The page may have been left in the meantime.
        if laid.try_get_untracked().is_some_and(|old| old != found) {
            laid.set(found);
        }
    });
}

fn lay(heights: &[f64], leads: &[bool], room: &Heights) -> Layout {
    let one = Density::ALL.into_iter().find_map(|density| one(heights, leads, room, density));
    one.unwrap_or_else(|| several(heights, leads, room))
}

/// All on one sheet, if it has the room.
fn one(heights: &[f64], leads: &[bool], room: &Heights, density: Density) -> Option<Layout> {
    let heights: Vec<f64> = heights.iter().map(|height| height * density.factor()).collect();
    let both = level(&heights, leads, 0, room.first - room.below);
    let whole = both[1].end.max(both[0].end) == heights.len();
    let left = room.first - tallest(&heights, &both);
    (whole && left >= room.below).then(|| Layout { sheets: vec![both], lines: lines(left - room.below), density })
}

/// On as many sheets as it needs; what stands under the columns on one more, where the last has no room for it.
fn several(heights: &[f64], leads: &[bool], room: &Heights) -> Layout {
    let mut sheets: Vec<[Range<usize>; 2]> = Vec::new();
    let (mut start, end) = (0, heights.len());
    while start < end || sheets.is_empty() {
        let high = if sheets.is_empty() { room.first } else { room.next };
        let two = split(heights, leads, start, high);
        start = two[1].end.max(two[0].end);
        sheets.push(two);
    }
    let high = if sheets.len() == 1 { room.first } else { room.next };
    let mut left = high;
    if let Some(last) = sheets.last_mut() {
        *last = level(heights, leads, last[0].start, high);
        left -= tallest(heights, last);
    }
    if room.below > left {
        sheets.push([end..end, end..end]);
        left = room.next;
    }
    Layout { sheets, lines: lines(left - room.below), density: Density::Usual }
}

/// The height of the higher column.
fn tallest(heights: &[f64], both: &[Range<usize>; 2]) -> f64 {
    both.iter().map(|range| heights.get(range.clone()).unwrap_or_default().iter().sum()).fold(0.0, f64::max)
}

/// How many lines to write on have room.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 9")]
fn lines(left: f64) -> usize {
    (left / LINE).floor().clamp(0.0, MOST_LINES) as usize
}

/// The two columns that begin with a piece, each filled as far as it goes.
fn split(heights: &[f64], leads: &[bool], start: usize, high: f64) -> [Range<usize>; 2] {
    let rest = fill(heights.get(start..).unwrap_or_default(), leads.get(start..).unwrap_or_default(), high);
    let mut columns = rest.into_iter().map(|range| start + range.start..start + range.end);
    let first = columns.next().unwrap_or(start..start);
    let second = columns.next().unwrap_or(first.end..first.end);
    [first, second]
}

/// The same for the last sheet, as low as both columns can be.
fn level(heights: &[f64], leads: &[bool], start: usize, high: f64) -> [Range<usize>; 2] {
    let total: f64 = heights.iter().skip(start).sum();
    let mut found = split(heights, leads, start, high);
    let (mut low, mut high) = (total / 2.0, high);
    for _ in 0..12 {
        let middle = f64::midpoint(low, high);
        let two = split(heights, leads, start, middle);
        if two[1].end == heights.len() {
            (found, high) = (two, middle);
        } else {
            low = middle;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(heights: &[f64], leads: &[bool], below: f64) -> Layout {
        lay(heights, leads, &Heights { first: 80.0, next: 100.0, below })
    }

    #[test]
    fn columns_are_filled_in_order_and_nothing_is_left_out() {
        assert_eq!(laid(&[], &[], 0.0).sheets, [[0..0, 0..0]]);
        // One sheet: both columns about as high.
        assert_eq!(laid(&[20.0; 4], &[false; 4], 0.0).sheets, [[0..2, 2..4]]);
        // The first sheet has less room, and the last is level again.
        assert_eq!(laid(&[40.0; 8], &[false; 8], 0.0).sheets, [[0..2, 2..4], [4..6, 6..8]]);
        assert_eq!(laid(&[40.0; 6], &[false; 6], 0.0).sheets, [[0..2, 2..4], [4..5, 5..6]]);
        // Taller than a column.
        assert_eq!(laid(&[10.0, 300.0, 10.0], &[false; 3], 0.0).sheets, [[0..1, 1..2], [2..3, 3..3]]);
    }

    #[test]
    fn a_heading_is_never_the_last_in_a_column() {
        assert_eq!(laid(&[30.0, 10.0, 30.0], &[false, true, false], 0.0).sheets, [[0..1, 1..3]]);
    }

    #[test]
    fn little_is_drawn_larger_and_much_closer_where_that_spares_a_sheet() {
        let of = |heights: &[f64], below| laid(heights, &vec![false; heights.len()], below).density;
        assert_eq!(of(&[10.0; 4], 10.0), Density::Large);
        assert_eq!(of(&[20.0; 4], 10.0), Density::Roomy);
        assert_eq!(of(&[20.0; 4], 20.0), Density::Usual);
        assert_eq!(of(&[30.0; 4], 0.0), Density::Usual);
        assert_eq!(of(&[42.0; 4], 0.0), Density::Close);
        assert_eq!(of(&[38.0; 4], 8.0), Density::Close, "what stands below has its room");
        assert_eq!(of(&[44.0; 4], 0.0), Density::Usual, "two sheets");
    }

    #[test]
    fn what_stands_below_takes_the_room_that_is_left() {
        let two = laid(&[5.0; 2], &[false; 2], 30.0);
        assert_eq!((two.sheets, two.lines), (vec![[0..1, 1..2]], 1));
        // No room under the columns: a sheet of its own.
        let full = laid(&[70.0; 2], &[false; 2], 30.0);
        assert_eq!((full.sheets, full.lines), (vec![[0..1, 1..2], [2..2, 2..2]], 2));
    }
}
