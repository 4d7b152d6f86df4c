//! The catalogue entry of a stored field, wherever it stands.

use super::{FieldSpec, Section};
use crate::{
    Answer,
    plan::{
        Key,
        catalogue::COMMON_FIELDS,
        lists::{feeling, talk},
        section,
    },
};

/// The entry for a field of a section of the card or the plan, or of the items in its list, by stored ids. `None` when only a newer
/// release knows it, and for what the app itself keeps (events, what was opened and shown).
#[must_use]
pub fn spec_at(section: &str, in_list: bool, field: &str) -> Option<&'static FieldSpec> {
    let of = |specs: &'static [FieldSpec]| specs.iter().find(|spec| spec.id.as_str() == field);
    if let Some(section) = Section::by_id(section) {
        let spec = section.spec();
        return of(if in_list { spec.item } else { spec.fields });
    }
    match (section, in_list) {
        (section::TALKS, true) => of(talk::ALL),
        (section::FEELINGS, true) => of(feeling::ALL),
        _ => {
            let spec = Key::by_id(section)?.question.spec();
            if in_list { of(spec.item) } else { [spec.rows, spec.more, COMMON_FIELDS].into_iter().find_map(of) }
        }
    }
}

/// What a text says at a field, where options and words are written alike: the option with that id, or words.
#[must_use]
pub fn option_or_words(section: &str, in_list: bool, field: &str, text: &str) -> Answer {
    let option = spec_at(section, in_list, field).is_some_and(|spec| spec.one_of().contains(&text));
    if option { Answer::Picked(text.to_owned()) } else { Answer::Given(text.to_owned()) }
}
