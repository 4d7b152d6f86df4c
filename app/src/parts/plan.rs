//! What the pages of the plan are made of.

pub mod names;
pub mod said;
pub mod sources;
pub mod speak;
