//! What stands in the columns of a reader's sheet, by who the reader is.

use record::{access::Recipient, plan::parts::Part};

use super::{block::Block, blocks::of_part, doctor, source::Source};

/// All that stands in the columns of a reader's sheet. What is undecided, who wrote and when stand around them.
#[must_use]
pub fn blocks(source: &Source) -> Vec<Block> {
    let parts = || Part::ALL.into_iter().filter_map(|part| of_part(part, &source.shown.plan, &source.version.answers, &[])).collect();
    match source.shown.to {
        Recipient::HomeDoctor => doctor::blocks(source),
        Recipient::CareManager => brief(parts()),
        _ => parts(),
    }
}

/// What matters most, without the rest of it.
fn brief(mut blocks: Vec<Block>) -> Vec<Block> {
    blocks.iter_mut().flat_map(|block| &mut block.entries).for_each(|entry| entry.also = None);
    blocks
}
