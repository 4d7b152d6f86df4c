//! What the number of an option stands for in the restore code. The numbers themselves stand in the catalogue.

use record::{Answer, catalogue::option_or_words};

/// Where an answer stands, by stored ids.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub section: &'a str,
    /// Whether it belongs to an item of the section's list.
    pub in_list: bool,
    pub field: &'a str,
}

impl Place<'_> {
    /// What the number of an option stands for here: the option where the field has it, else words. Before options and words were
    /// told apart, words that equal the id of an option were written as its number.
    pub fn option(self, id: &str) -> Answer {
        option_or_words(self.section, self.in_list, self.field, id)
    }
}
