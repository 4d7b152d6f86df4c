//! What an entry of a list is called, and what else is said of it: the one place that knows which answers name a contact, a medicine,
//! an allergy. An entry without its name exists all the same, and is called by what is known of it.

use record::{
    Answer, Answers, Item, Section,
    catalogue::{self as c, FieldSpec, Kind, Naming, doctor, naming, order},
};

use crate::{
    answer_text::{Form, Phrase, say},
    crew::{self, CrewWord},
    langs::Langs,
    place::Asks,
    sheets,
};

/// Behind what is known of an entry that has no name.
pub const NO_NAME: CrewWord = CrewWord(["名前は書かれていません", "name not written", "未填写名称", "이름은 적혀 있지 않음"]);

/// One entry, in parts that a page may lay out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// What it is called; never empty.
    pub name: Vec<Phrase>,
    /// Whether that is its name, and not what else is known of it.
    pub named: bool,
    /// Its phone numbers, the mobile one last.
    pub numbers: Vec<Phrase>,
    /// What else is said.
    pub rest: Vec<Phrase>,
}

impl Entry {
    /// What it is called, in one line.
    #[must_use]
    pub fn called(&self) -> String {
        joined(&self.name, " ")
    }

    /// Everything, in one line.
    #[must_use]
    pub fn whole(&self) -> String {
        let rest = self.numbers.iter().chain(&self.rest).map(|said| said.words.clone());
        std::iter::once(self.called()).chain(rest).collect::<Vec<_>>().join("　")
    }
}

fn joined(parts: &[Phrase], between: &str) -> String {
    parts.iter().map(|said| said.words.as_str()).collect::<Vec<_>>().join(between)
}

/// What an entry of the card is called, in one line; never empty.
#[must_use]
pub fn name_of(section: Section, item: &Item, langs: impl Into<Langs>, form: Form) -> String {
    entry(section, item, langs, form).called()
}

/// An entry of the card.
#[must_use]
pub fn entry(section: Section, item: &Item, langs: impl Into<Langs>, form: Form) -> Entry {
    let langs = langs.into();
    let specs = section.spec().item;
    let roomy = matches!(form, Form::Full | Form::Paper);
    let said = |spec: &FieldSpec| Some(say(section, spec, item.fields.answer(spec.id)?, langs, form)).filter(|said| !said.is_empty());
    let after = |spec: &&FieldSpec| spec.naming == Naming::After;
    let mut name: Vec<Phrase> = naming(specs).filter(|spec| !after(spec)).filter_map(said).collect();
    // What stands after a name says nothing without it.
    let taken = |spec: &FieldSpec| match spec.naming {
        Naming::No => false,
        Naming::After => roomy && named_by(specs, item),
        Naming::Before | Naming::Name => true,
    };
    if !name.is_empty() && roomy {
        name.extend(naming(specs).filter(after).filter_map(said));
    }
    let others = specs.iter().filter(|spec| !taken(spec) && spec.kind != Kind::Phone);
    let mut rest: Vec<Phrase> = others.filter_map(|spec| fact(section, spec, item.fields.answer(spec.id)?, langs, form)).collect();
    let named = !name.is_empty();
    if !named {
        name = unnamed(std::mem::take(&mut rest), item, langs, form);
    }
    Entry { name, named, numbers: specs.iter().filter(|spec| spec.kind == Kind::Phone).filter_map(said).collect(), rest }
}

/// Whether an entry says what it is called.
fn named_by(specs: &'static [FieldSpec], item: &Item) -> bool {
    naming(specs).any(|spec| spec.naming != Naming::After && item.fields.says(spec.id))
}

/// What an entry is called that has no name: all that is known of it, and that the name is missing.
fn unnamed(known: Vec<Phrase>, item: &Item, langs: Langs, form: Form) -> Vec<Phrase> {
    if !item.is_answered() {
        return vec![Phrase::ours(not_written(langs, form))];
    }
    let missing = langs.say(NO_NAME);
    let missing = if known.is_empty() { missing } else { langs.in_brackets(&missing) };
    known.into_iter().chain([Phrase::ours(missing)]).collect()
}

/// 「まだ書いていません」, as the crew's screen and as everything else says it.
#[must_use]
pub fn not_written(langs: Langs, form: Form) -> String {
    if form == Form::Crew { langs.say(crew::NOT_WRITTEN) } else { langs.say(sheets::NOT_WRITTEN) }
}

/// Whether a field is a mark that an entry has or has not: a bare 「はい」 would say nothing without its label.
#[must_use]
pub fn is_mark(spec: &FieldSpec) -> bool {
    matches!(spec.kind, Kind::One(options) if options == c::YES_NO || options == c::THINNERS)
}

/// Whether an answer is left out in a form: a mark that an entry has not is shown by the missing mark where room is short. Beside each
/// medicine a printed "blood thinner: no" would be read as a blood thinner in haste. The sheet says so once (`sheets::LEFT_OUT`), the code on
/// it by `sheets::MORE`.
#[must_use]
pub fn is_left_out(spec: &FieldSpec, answer: &Answer, form: Form) -> bool {
    let no = matches!(answer, Answer::Picked(id) if id == "no");
    is_mark(spec) && no && matches!(form, Form::Paper | Form::Short)
}

/// One answer within an entry, with its label where it says nothing alone.
fn fact(place: Section, spec: &FieldSpec, answer: &Answer, langs: Langs, form: Form) -> Option<Phrase> {
    if is_left_out(spec, answer, form) {
        return None;
    }
    let said = say(place, spec, answer, langs, form);
    let label = || langs.say(place.label(spec.id, form));
    let said = match answer {
        Answer::Picked(id) if is_mark(spec) && id == "yes" => Phrase::ours(label()),
        _ if is_mark(spec) => Phrase::ours(format!("{}: {}", label(), said.words)),
        _ if [doctor::CARD_NUMBER.untyped(), order::ON.untyped()].contains(&spec.id) => Phrase::ours(format!("{} {}", label(), said.words)),
        _ => said,
    };
    Some(said).filter(|said| !said.is_empty())
}
