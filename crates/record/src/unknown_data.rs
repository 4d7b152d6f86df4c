//! What a newer release has added to a record, and this one can only keep.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{Record, SectionData};

/// Whether what this release cannot read is the same in two records: of the record itself, of card and plan, of each section, entry and
/// version.
#[must_use]
pub fn same_unknown_data(one: &Record, other: &Record) -> bool {
    unknown_data(one) == unknown_data(other)
}

type UnknownData<'a> = BTreeMap<Vec<&'a str>, &'a Map<String, Value>>;

fn unknown_data(record: &Record) -> UnknownData<'_> {
    let mut found = UnknownData::new();
    found.insert(vec![], &record.extra);
    found.insert(vec!["card"], &record.card.extra);
    found.insert(vec!["plan"], &record.plan.extra);
    sections(&["card"], &record.card.sections, &mut found);
    sections(&["plan"], &record.plan.sections, &mut found);
    for version in &record.plan.versions {
        let path = ["version", version.id.0.as_str()];
        found.insert(path.to_vec(), &version.extra);
        sections(&path, &version.answers, &mut found);
    }
    found.retain(|_, extra| !extra.is_empty());
    found
}

fn sections<'a>(path: &[&'a str], sections: &'a BTreeMap<String, SectionData>, found: &mut UnknownData<'a>) {
    for (id, data) in sections {
        let place = [path, &[id.as_str()]].concat();
        for item in &data.items {
            found.insert([place.as_slice(), &[item.id.0.as_str()]].concat(), &item.extra);
        }
        found.insert(place, &data.extra);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Day, Moment, sample};

    type Extra = fn(&mut Record) -> &mut Map<String, Value>;

    #[test]
    fn every_place_that_keeps_unknown_data_is_compared() {
        let somebody = sample::person(Moment(0), Day::parse("2026-11-22").unwrap());
        let more = || Map::from_iter([("of_tomorrow".to_owned(), Value::from(1))]);
        let places: [Extra; 6] = [
            |record| &mut record.extra,
            |record| &mut record.card.extra,
            |record| &mut record.plan.extra,
            |record| &mut record.plan.section_mut("v2").extra,
            |record| &mut record.card.section_mut(crate::Section::Person).extra,
            |record| &mut record.card.section_mut(crate::Section::Contacts).items[0].extra,
        ];
        for (place, extra) in places.into_iter().enumerate() {
            let mut later = somebody.clone();
            *extra(&mut later) = more();
            assert!(!same_unknown_data(&somebody, &later) && !same_unknown_data(&later, &somebody), "{place}");
            assert!(same_unknown_data(&later, &later.clone()));
        }
        // A section that was begun and has nothing in it is no difference.
        let mut begun = somebody.clone();
        begun.plan.section_mut("v2");
        assert!(same_unknown_data(&somebody, &begun));
    }
}
