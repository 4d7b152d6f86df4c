//! The order of a list that two sides had in their hands.

use crate::{ItemId, SectionData};

type Orders = (Vec<ItemId>, Vec<ItemId>);

/// The order of all items, and both orders where both sides moved items differently. When one side alone moved something its order
/// leads; when both did, the one whose ids come first in the alphabet leads, so that every device chooses alike. Items of the other
/// side follow where they stood, after their neighbour.
pub(super) fn joined(base: &SectionData, mine: &SectionData, theirs: &SectionData) -> (Vec<ItemId>, Option<Orders>) {
    let ids = |data: &SectionData| data.items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
    let (was, left, right) = (ids(base), ids(mine), ids(theirs));
    let within = |of: &[ItemId], other: &[ItemId]| of.iter().filter(|id| other.contains(id)).cloned().collect::<Vec<_>>();
    let moved = |side: &[ItemId]| within(side, &was) != within(&was, side);
    let both = moved(&left) && moved(&right) && within(&left, &right) != within(&right, &left);
    let both = both.then(|| (left.clone(), right.clone()));
    let (lead, follow) = match (moved(&left), moved(&right)) {
        (false, true) => (right, left),
        (true, false) => (left, right),
        _ if left <= right => (left, right),
        _ => (right, left),
    };
    let mut order = lead;
    for (place, id) in follow.iter().enumerate() {
        if order.contains(id) {
            continue;
        }
        let neighbour = follow[..place].iter().rev().find_map(|before| order.iter().position(|there| there == before));
        order.insert(neighbour.map_or(0, |position| position + 1).min(order.len()), id.clone());
    }
    (order, both)
}
