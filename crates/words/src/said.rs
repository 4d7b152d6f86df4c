//! How an answer is said: the one place where an [`Answer`] becomes text. Screens, paper, codes, copied text and lists of changes call
//! it, so that none of them can leave out what another says.

use record::{
    Answer, Day,
    catalogue::{self as c, FieldSpec, Kind},
    phone::{self, Phone},
    postal::PostalCode,
};

pub use crate::form::Form;
use crate::{
    crew, fields, photo,
    place::{Asks, Place},
    tongue::Tongue,
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
pub struct Said {
    pub words: String,
    pub origin: Origin,
}

impl Said {
    /// Our words.
    #[must_use]
    pub fn ours(words: String) -> Said {
        Said { words, origin: Origin::Ours }
    }

    /// Words as they were typed.
    #[must_use]
    pub fn typed(words: &str) -> Said {
        Said { words: words.to_owned(), origin: Origin::Typed }
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

/// What an answer says. Empty only when nothing was typed; what only a newer release could say is said to be that.
#[must_use]
pub fn say(place: impl Asks, spec: &FieldSpec, answer: &Answer, tongue: impl Into<Tongue>, form: Form) -> Said {
    let tongue = tongue.into();
    match answer {
        Answer::Given(words) => given(spec, words, tongue, form),
        Answer::Picked(id) => picked(place, spec, id, tongue, form),
        Answer::Chosen(_) => Said::ours(options(place, spec, answer, tongue, form).join(tongue.between())),
        Answer::None => Said::ours(tongue.say(crew::NONE)),
        Answer::Unknown if form == Form::Full => Said::ours(tongue.say(fields::UNKNOWN)),
        Answer::Unknown => Said::ours(tongue.say(crew::UNKNOWN)),
        Answer::Undecided => Said::ours(tongue.say(fields::UNDECIDED)),
        Answer::Skipped => Said::ours(tongue.say(fields::SKIPPED)),
        Answer::Picture(_) => Said::ours(tongue.say(photo::THERE)),
        Answer::Other(_) => newer(tongue),
    }
}

/// The words of the options that were chosen, one by one: for whoever puts each on a line of its own. What a newer release added
/// stands last, once.
#[must_use]
pub fn options(place: impl Asks, spec: &FieldSpec, answer: &Answer, tongue: Tongue, form: Form) -> Vec<String> {
    let Answer::Chosen(ids) = answer else { return Vec::new() };
    let known: Vec<String> = ids.iter().filter_map(|id| place.option(spec.id, id, form)).map(|word| tongue.say(word)).collect();
    let more = (known.len() < ids.len()).then(|| newer(tongue).words);
    known.into_iter().chain(more).collect()
}

/// The same for a field that only its stored id tells: of the plan's own lists, which have no catalogue, or of a newer release.
#[must_use]
pub fn say_at(place: Place<'_>, field: &str, answer: &Answer, tongue: impl Into<Tongue>, form: Form) -> Said {
    let tongue = tongue.into();
    match (place, answer, place.spec(field)) {
        (_, _, Some(spec)) => say(place, spec, answer, tongue, form),
        // The state of a whole list stands under no field.
        (_, Answer::None | Answer::Unknown | Answer::Undecided | Answer::Skipped, None) => {
            say(place, &FieldSpec::ask(c::LIST, Kind::Many(&[])), answer, tongue, form)
        }
        (_, _, None) => newer(tongue),
    }
}

fn newer(tongue: Tongue) -> Said {
    Said::ours(tongue.say(fields::NEWER_ANSWER))
}

/// What was typed is said as it was typed, even when the same letters are the id of an option.
fn given(spec: &FieldSpec, words: &str, tongue: Tongue, form: Form) -> Said {
    match spec.kind {
        Kind::Phone => match Phone::parse(words) {
            Some(phone) => Said { words: phone.display(), origin: Origin::Number },
            None => Said::typed(&phone::display(words)),
        },
        Kind::Day => Said::ours(day(spec, words, tongue, form)),
        Kind::Postal => Said::typed(&PostalCode::parse(words).map_or_else(|| words.to_owned(), |code| code.to_string())),
        Kind::Photo => Said::ours(tongue.say(photo::THERE)),
        Kind::Line(_) | Kind::Lines(_) | Kind::Reading(_) | Kind::Offered(..) | Kind::One(_) | Kind::Many(_) => Said::typed(words),
    }
}

fn picked(place: impl Asks, spec: &FieldSpec, id: &str, tongue: Tongue, form: Form) -> Said {
    // Beside the heading 「書面」, a bare 「はい」 would say nothing.
    if spec.id == c::EXISTS && form != Form::Full {
        return Said::ours(tongue.say(if id == "yes" { crew::EXISTS } else { crew::NONE }));
    }
    place.option(spec.id, id, form).map_or_else(|| newer(tongue), |word| Said::ours(tongue.say(word)))
}

/// A day, or as much of it as there is. A day of which nothing can be said was begun and says only that.
fn day(spec: &FieldSpec, typed: &str, tongue: Tongue, form: Form) -> String {
    match Day::parse(typed) {
        Some(day) if form == Form::Crew => tongue.crew_day(day),
        Some(day) if spec.id == c::BIRTH && form != Form::Full => tongue.birth(day),
        Some(day) => tongue.day(day),
        None => tongue.told(typed).unwrap_or_else(|| tongue.say(fields::PART_OF_DAY)),
    }
}
