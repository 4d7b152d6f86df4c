use record::Section;
use super::*;
pub fn section(s: Section) -> Word { let _ = s; w("x","x") }
pub fn section_lead(s: Section) -> Word { let _ = s; w("x","x") }
pub fn field(_s: Section, _id: &str) -> Word { w("x","x") }
pub fn hint(_s: Section, _id: &str) -> Option<Word> { None }
pub fn add_item(_s: Section) -> Word { w("x","x") }
pub fn none(_s: Section) -> Word { w("x","x") }
pub fn unknown(_s: Section) -> Word { w("x","x") }
pub fn option_word(_id: &str) -> Option<Word> { None }
pub fn option_text(id: &str, lang: Lang) -> String { option_word(id).map_or_else(|| id.to_owned(), |word| plain(word.say(lang))) }
