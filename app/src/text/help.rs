use super::*;
pub struct Topic { pub id: &'static str, pub title: Word, pub paragraphs: &'static [Word], pub steps: &'static [Word] }
pub static HELP: &[Topic] = &[];
