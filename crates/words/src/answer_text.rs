//! How an answer is said: the one place where an [`Answer`] becomes text. Screens, paper, codes, copied text and lists of changes call
//! it, so that none of them can leave out what another says.

use record::{
    Answer, Day,
    catalogue::{FieldSpec, Kind, LIST, papers, person},
    phone::{self, Phone},
    postal::PostalCode,
};

pub use crate::form::Form;
use crate::{
    crew, fields,
    langs::Langs,
    photo,
    place::{Asks, Place},
};

/// Whose words they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Ours, in the language of the reader.
    Ours,
    /// As somebody typed them, whatever the reader's language.
    Typed,
    /// A phone number, as people read it; what goes after `tel:` is not here.
    Number,
}

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub words: String,
    pub origin: Origin,
}

impl Phrase {
    /// Our words.
    #[must_use]
    pub fn ours(words: String) -> Phrase {
        Phrase { words, origin: Origin::Ours }
    }

    /// Words as they were typed.
    #[must_use]
    pub fn typed(words: &str) -> Phrase {
        Phrase { words: words.to_owned(), origin: Origin::Typed }
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What an answer says. Empty only when nothing was typed; what only a newer release could say is said to be that.
#[must_use]
pub fn say(place: impl Asks, spec: &FieldSpec, answer: &Answer, langs: impl Into<Langs>, form: Form) -> Phrase {
    let langs = langs.into();
    match answer {
        Answer::Given(words) => given(spec, words, langs, form),
        Answer::Picked(id) => picked(place, spec, id, langs, form),
        Answer::Chosen(_) => Phrase::ours(options(place, spec, answer, langs, form).join(langs.between())),
        Answer::None => Phrase::ours(langs.say(crew::NONE)),
        Answer::Unknown if form == Form::Full => Phrase::ours(langs.say(fields::UNKNOWN)),
        Answer::Unknown => Phrase::ours(langs.say(crew::UNKNOWN)),
        Answer::Undecided => Phrase::ours(langs.say(fields::UNDECIDED)),
        Answer::Skipped => Phrase::ours(langs.say(fields::SKIPPED)),
        Answer::Picture(_) => Phrase::ours(langs.say(photo::THERE)),
        Answer::Other(_) => newer(langs),
    }
}

/// The words of the options that were chosen, one by one: for whoever puts each on a line of its own. What a newer release added
/// stands last, once.
#[must_use]
pub fn options(place: impl Asks, spec: &FieldSpec, answer: &Answer, langs: Langs, form: Form) -> Vec<String> {
    let Answer::Chosen(ids) = answer else { return Vec::new() };
    let known: Vec<String> = ids.iter().filter_map(|id| place.option(spec.id, id, form)).map(|word| langs.say(word)).collect();
    let more = (known.len() < ids.len()).then(|| newer(langs).words);
    known.into_iter().chain(more).collect()
}

/// The same for a field that only its stored id tells: of the plan's own lists, which have no catalogue, or of a newer release.
#[must_use]
pub fn say_at(place: Place<'_>, field: &str, answer: &Answer, langs: impl Into<Langs>, form: Form) -> Phrase {
    let langs = langs.into();
    match (place, answer, place.spec(field)) {
        (_, _, Some(spec)) => say(place, spec, answer, langs, form),
        // The state of a whole list stands under no field.
        (_, Answer::None | Answer::Unknown | Answer::Undecided | Answer::Skipped, None) => {
            say(place, &FieldSpec::ask(LIST.untyped(), Kind::Many(&[])), answer, langs, form)
        }
        (_, _, None) => newer(langs),
    }
}

fn newer(langs: Langs) -> Phrase {
    Phrase::ours(langs.say(fields::NEWER_ANSWER))
}

/// What was typed is said as it was typed, even when the same letters are the id of an option.
fn given(spec: &FieldSpec, words: &str, langs: Langs, form: Form) -> Phrase {
    match spec.kind {
        Kind::Phone => match Phone::parse(words) {
            Some(phone) => Phrase { words: phone.display(), origin: Origin::Number },
            None => Phrase::typed(&phone::display(words)),
        },
        Kind::Day => Phrase::ours(day(spec, words, langs, form)),
        Kind::Postal => Phrase::typed(&PostalCode::parse(words).map_or_else(|| words.to_owned(), |code| code.to_string())),
        Kind::Photo => Phrase::ours(langs.say(photo::THERE)),
        Kind::Line(_) | Kind::Lines(_) | Kind::Reading(_) | Kind::Offered(..) | Kind::One(_) | Kind::Many(_) => Phrase::typed(words),
    }
}

fn picked(place: impl Asks, spec: &FieldSpec, id: &str, langs: Langs, form: Form) -> Phrase {
    // Beside the heading 「書面」, a bare 「はい」 would say nothing.
    if spec.id == papers::EXISTS.untyped() && form != Form::Full {
        return Phrase::ours(langs.say(if id == "yes" { crew::EXISTS } else { crew::NONE }));
    }
    place.option(spec.id, id, form).map_or_else(|| newer(langs), |word| Phrase::ours(langs.say(word)))
}

/// A day, or as much of it as there is. A day of which nothing can be said was begun and says only that.
fn day(spec: &FieldSpec, typed: &str, langs: Langs, form: Form) -> String {
    match Day::parse(typed) {
        Some(day) if form == Form::Crew => langs.crew_day(day),
        Some(day) if spec.id == person::BIRTH.untyped() && form != Form::Full => langs.birth(day),
        Some(day) => langs.day(day),
        None => langs.told(typed).unwrap_or_else(|| langs.say(fields::PART_OF_DAY)),
    }
}
