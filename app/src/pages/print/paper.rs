//! Boxes of paper that are filled from top to bottom. Nothing is ever cut off: what does not fit goes on in the next box.
//!
//! Browsers differ in what they print in the margins, so the page numbers are ours: all pieces are laid out once out of sight, at the
//! width of the paper; their heights tell where a box is full. Should a browser lay them out taller when it prints, the rest simply
//! flows on to another sheet.

use std::{iter, ops::Range, sync::Arc};

use exchange::qr::Code;
use leptos::prelude::*;

use crate::{parts::words::lang, workspace::workspace};
use words::Lang;

pub mod columns;

/// The height of a box: A4 within margins of 10 mm, less 7 mm for browsers that lay out a little taller on paper.
pub const A4: f64 = 270.0 * 96.0 / 25.4;

/// Something that stands on paper in one piece.
pub struct Piece {
    node: AnyView,
    /// A heading: never the last in a box.
    leads: bool,
}

/// A piece of its own.
pub fn piece(node: AnyView) -> Piece {
    Piece { node, leads: false }
}

/// A heading, which stays with the piece after it.
pub fn leading(node: AnyView) -> Piece {
    Piece { node, leads: true }
}

impl Piece {
    /// The piece as it is, for a page that shows what will be on paper.
    pub fn shown(self) -> AnyView {
        wrapped(self.node)
    }
}

/// What a stack of boxes is made of.
pub struct Stack {
    pub pieces: Vec<Piece>,
    /// The language of the words, for a voice and for the shapes of the signs.
    pub lang: Lang,
    /// What stands around the pieces in a box, by its number from 1 and how many there are.
    pub head: Box<dyn Fn(usize, usize) -> AnyView + Send + Sync>,
    pub foot: Box<dyn Fn(usize, usize) -> AnyView + Send + Sync>,
}

/// Where the pieces are measured: of each language on a page apart.
fn measure() -> String {
    format!("measure-{}", lang().code())
}

/// Boxes filled with the pieces of a stack, made anew when what `make` reads changes. `room` is the height of a box in CSS pixels.
pub fn stacked(kind: &'static str, room: f64, make: impl Fn() -> Option<Stack> + Send + Sync + 'static) -> AnyView {
    backed(kind, room, make, || None)
}

/// The same, with something after the first box: printed on both sides, it is on the back of it, however many boxes follow.
pub fn backed(
    kind: &'static str,
    room: f64,
    make: impl Fn() -> Option<Stack> + Send + Sync + 'static,
    back: impl Fn() -> Option<AnyView> + Send + Sync + 'static,
) -> AnyView {
    let make = Arc::new(make);
    let boxes = RwSignal::new(Vec::<Range<usize>>::new());
    let measured = {
        let make = make.clone();
        move || {
            let stack = make()?;
            let code = stack.lang.code();
            let leads: Vec<bool> = stack.pieces.iter().map(|piece| piece.leads).collect();
            measure_later(measure(), leads, room, boxes);
            let pieces = stack.pieces.into_iter().map(|piece| wrapped(piece.node)).collect::<Vec<_>>();
            Some(view! {
                <div class="t-measure" data-kind=kind lang=code aria-hidden="true" inert id=measure()>
                    <div>{(stack.head)(1, 1)} {(stack.foot)(1, 1)}</div>
                    {pieces}
                </div>
            })
        }
    };
    let shown = move || {
        let stack = make()?;
        let code = stack.lang.code();
        let ranges = boxes.get();
        let count = stack.pieces.len();
        // Before the first measure, and after a change of what is written, all in one box for a moment.
        let ranges = if ranges.last().is_some_and(|last| last.end == count) { ranges } else { iter::once(0..count).collect() };
        let of = ranges.len();
        let mut pieces = stack.pieces.into_iter();
        let mut back = back();
        let filled = ranges.iter().enumerate().map(|(at, range)| {
            let inside = pieces.by_ref().take(range.len()).map(|piece| wrapped(piece.node)).collect::<Vec<_>>();
            view! {
                <section class="t-paper" data-kind=kind lang=code>
                    {(stack.head)(at + 1, of)}
                    <div class="t-paper__body">{inside}</div>
                    {(stack.foot)(at + 1, of)}
                </section>
                {back.take()}
            }
        });
        Some(filled.collect::<Vec<_>>())
    };
    view! { {measured} {shown} }.into_any()
}

fn wrapped(node: AnyView) -> AnyView {
    view! { <div class="t-paper__piece">{node}</div> }.into_any()
}

fn measure_later(id: String, leads: Vec<bool>, room: f64, boxes: RwSignal<Vec<Range<usize>>>) {
    let Some(device) = workspace().with(|ports| ports.device.clone()) else { return };
    request_animation_frame(move || {
        let mut heights = device.heights(&id).into_iter();
        let around = heights.next().unwrap_or(0.0);
        let filled = fill(&heights.collect::<Vec<_>>(), &leads, room - around);
        // The page may have been left in the meantime.
        if boxes.try_get_untracked().is_some_and(|old| old != filled) {
            boxes.set(filled);
        }
    });
}

/// Which pieces stand in which box. A piece that is taller than a box has one for itself.
fn fill(heights: &[f64], leads: &[bool], room: f64) -> Vec<Range<usize>> {
    let mut boxes = Vec::new();
    let (mut start, mut used, mut at) = (0, 0.0, 0);
    while at < heights.len() {
        // Headings and what they lead go together.
        let together = leads.iter().skip(at).take_while(|leads| **leads).count() + 1;
        let end = (at + together).min(heights.len());
        let height: f64 = heights.iter().take(end).skip(at).sum();
        if used + height > room && at > start {
            boxes.push(start..at);
            (start, used) = (at, 0.0);
        }
        used += height;
        at = end;
    }
    boxes.push(start..heights.len());
    boxes
}

/// A QR code, drawn.
pub fn code(code: Code, says: String) -> AnyView {
    let size = code.size;
    view! { <svg class="t-code" viewBox=format!("0 0 {size} {size}") role="img" aria-label=says><path d=code.path /></svg> }.into_any()
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "lists of boxes, some with one box")]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_filled_in_order_and_nothing_is_left_out() {
        assert_eq!(fill(&[], &[], 10.0), [0..0]);
        assert_eq!(fill(&[4.0, 4.0, 4.0], &[false; 3], 8.0), [0..2, 2..3]);
        assert_eq!(fill(&[4.0, 4.0], &[false; 2], 8.0), [0..2]);
        // Taller than a box.
        assert_eq!(fill(&[1.0, 20.0, 1.0], &[false; 3], 8.0), [0..1, 1..2, 2..3]);
        assert_eq!(fill(&[20.0], &[false], 8.0), [0..1]);
    }

    #[test]
    fn a_heading_is_never_the_last_in_a_box() {
        assert_eq!(fill(&[6.0, 2.0, 4.0], &[false, true, false], 8.0), [0..1, 1..3]);
        assert_eq!(fill(&[4.0, 1.0, 1.0, 4.0], &[false, true, true, false], 8.0), [0..1, 1..4]);
        assert_eq!(fill(&[2.0, 1.0], &[false, true], 8.0), [0..2]);
    }
}
