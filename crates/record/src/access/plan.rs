//! The plan as one reader sees it: the current version, the parts that were opened, known fields, nothing else.

use std::collections::BTreeMap;

use serde_json::Map;

use super::{Offer, Recipient};
use crate::{
    Answer, Answers, Day, Field, Fields, Item, Plan, Record, SectionData, Stamp,
    catalogue::{FieldSpec, ItemField, List, OptionOf},
    plan::{
        Key, Question, Scene, Version,
        catalogue::{COMMON_FIELDS, WITH, v2},
        cpr::{Cpr, cpr},
        effective,
        lists::{ABOUT, Around, TrustedPerson, around, talk, trusted},
        options::{DECLINED, STAYS_OUT},
        parts::{EXISTS, LEVEL, LIMITED, Part, WITH_DOCTOR},
        section,
    },
};

const OUT: OptionOf<ItemField<Around>> = around::PART.option(STAYS_OUT);
const SAID_NO: OptionOf<ItemField<TrustedPerson>> = trusted::ASKED.option(DECLINED);

/// The plan with the parts in `open`. Old versions, what is not kept yet, the family's feelings and who else may see what are for
/// the person alone.
pub(super) fn shown(plan: &Plan, open: &[Part], to: Recipient) -> Plan {
    let mut shown = Plan::default();
    if open.is_empty() {
        return shown;
    }
    if let Some(current) = plan.current() {
        // Why it was written may tell of a part that is closed.
        let (reason, extra) = (String::new(), Map::new());
        shown.versions.push(Version { answers: answers(current, open, to), reason, extra, ..current.clone() });
    }
    if let Some(talks) = plan.section(section::TALKS).filter(|_| open.contains(&Part::Talks)) {
        shown.sections.insert(section::TALKS.to_owned(), talks_shown(talks, open, to));
    }
    shown
}

/// The answers as they stand, for reading with the family on the person's own phone. The person sits beside and reads everything; only
/// who joins the talks stays out while it is closed to the family, and who need not take part stays out always.
#[must_use]
pub fn together(record: &Record, today: Day) -> Plan {
    let mut shown = Plan::default();
    for (id, data) in &record.plan.sections {
        let Some(key) = Key::by_id(id) else { continue };
        if Part::of(key.question) != Part::Circle || record.log.is_open_on(Part::Circle, Recipient::Family, today) {
            let mut seen = known(data, key.question, Recipient::Family);
            if let Some(photo) = data.fields.get(v2::PHOTO.untyped().as_str()).filter(|_| key.question == Question::V2) {
                // The picture itself: it is read on the person's own phone.
                seen.fields.insert(v2::PHOTO.untyped().as_str().to_owned(), photo.clone());
            }
            shown.sections.insert(id.clone(), seen);
        }
    }
    shown
}

fn answers(version: &Version, open: &[Part], to: Recipient) -> BTreeMap<String, SectionData> {
    let mut shown = BTreeMap::new();
    for (id, data) in &version.answers {
        let Some(key) = Key::by_id(id) else { continue };
        let part = Part::of(key.question);
        if !open.contains(&part) {
            continue;
        }
        match (part.offer(to), part) {
            // The one list of people, under its own question.
            (Offer::Limited, Part::People) if TrustedPerson::ID == id => {
                shown.insert(id.clone(), named_only(&version.answers));
            }
            (Offer::Limited, Part::People) => {}
            // Said below, in one word for all of them.
            (Offer::Limited, _) => {}
            _ => {
                shown.insert(id.clone(), known(data, key.question, to));
            }
        }
    }
    if open.contains(&Part::Treatment) && Part::Treatment.offer(to) == Offer::Limited {
        shown.extend(level(version, to).map(|data| (LIMITED.to_owned(), data)));
    }
    shown
}

/// The fields of a section that the catalogue knows. Whoever need not take part is nobody's business but the person's, and the
/// home doctor's, if the person opens it to them.
fn known(data: &SectionData, question: Question, to: Recipient) -> SectionData {
    let (spec, data) = (question.spec(), effective(question, data));
    let private = |item: &Item| {
        let person = Around.item(question.id(), item);
        person.is_some_and(|person| person.chose(OUT)) && to != Recipient::HomeDoctor
    };
    let items = data.items.iter().filter(|item| !private(item)).map(|item| only(item, spec.item));
    SectionData { fields: kept(&data.fields, &[spec.rows, spec.more, COMMON_FIELDS]), items: items.collect(), extra: Map::new() }
}

fn only(item: &Item, specs: &[FieldSpec]) -> Item {
    Item { id: item.id.clone(), fields: kept(&item.fields, &[specs]), extra: Map::new() }
}

fn kept(fields: &Fields, specs: &[&[FieldSpec]]) -> Fields {
    let mut kept = Fields::new();
    let known = |id: &str| specs.iter().any(|specs| specs.iter().any(|spec| spec.id.as_str() == id));
    for (id, field) in fields.iter().filter(|(id, field)| known(id) && field.answer.may_be_shown()) {
        kept.insert(id.clone(), field.clone());
    }
    kept
}

/// Who, and how to reach them; nothing of what was asked of them. Nobody is called who has said no.
fn named_only(answers: &BTreeMap<String, SectionData>) -> SectionData {
    let wanted = [trusted::NAME, trusted::RELATION, trusted::PHONE, trusted::MOBILE];
    let items = TrustedPerson.items_in(answers).filter(|person| !person.chose(SAID_NO)).map(|person| {
        let mut fields = Fields::new();
        for field in wanted {
            fields.extend(person.field(field).map(|written| (field.untyped().as_str().to_owned(), written.clone())));
        }
        Item { id: person.item.id.clone(), fields, extra: Map::new() }
    });
    SectionData { items: items.collect(), ..SectionData::default() }
}

/// That something was said about treatment; for a care manager also whether a doctor has heard it. To a crew that would read like an
/// instruction (rule E8).
fn level(version: &Version, to: Recipient) -> Option<SectionData> {
    let about = |id: &String| Key::by_id(id).is_some_and(|key| Part::of(key.question) == Part::Treatment);
    let mut said = version.answers.iter().filter(|(id, _)| about(id)).peekable();
    said.peek()?;
    let doctor = |data: &SectionData| data.fields.chosen(WITH.untyped()).iter().any(|id| id == "doctor");
    let heard = said.any(|(_, data)| doctor(data)) || scenes(version).any(|cpr| matches!(cpr, Cpr::Confirmed { .. }));
    let open = scenes(version).any(|cpr| cpr == Cpr::Unconfirmed);
    let answer = Answer::Picked(if heard && !open && to != Recipient::Crew { WITH_DOCTOR } else { EXISTS }.to_owned());
    let mut data = SectionData::default();
    data.fields.insert(LEVEL.as_str().to_owned(), Field { answer, stamp: Stamp { at: version.at, by: version.by.clone() } });
    Some(data)
}

fn scenes(version: &Version) -> impl Iterator<Item = Cpr> {
    Scene::ALL.into_iter().map(|scene| cpr(&version.answers, scene))
}

/// Talks: days only where no more is open; else what was said, without the names of questions that are closed to this reader.
fn talks_shown(talks: &SectionData, open: &[Part], to: Recipient) -> SectionData {
    let days_only = Part::Talks.offer(to) == Offer::Limited;
    let items = talks.items.iter().map(|talk| {
        let mut fields = if days_only { kept(&talk.fields, &[&talk::ALL[..1]]) } else { kept(&talk.fields, &[talk::ALL]) };
        if !days_only && let Some(about) = talk.fields.get(ABOUT.as_str()) {
            let may = |id: &&String| Question::by_id(id).is_some_and(|question| open.contains(&Part::of(question)));
            let ids: Vec<String> = talk.fields.chosen(ABOUT.untyped()).iter().filter(may).cloned().collect();
            fields.insert(ABOUT.as_str().to_owned(), Field { answer: Answer::Chosen(ids), stamp: about.stamp.clone() });
        }
        Item { id: talk.id.clone(), fields, extra: Map::new() }
    });
    SectionData { items: items.collect(), ..SectionData::default() }
}
