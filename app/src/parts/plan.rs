//! What the pages of the plan are made of.

pub mod answer_text;
pub mod names;
pub mod sources;
pub mod speak;
