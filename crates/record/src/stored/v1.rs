//! Schema 1, in which the id of the one option chosen and typed words were written alike.

use std::collections::BTreeMap;

use crate::{Answer, Fields, Record, SectionData, catalogue::option_or_words};

/// A record of schema 1 as this release has it: a text that equals the id of an option of its field is that option, and every other
/// text stays words.
pub fn upgraded(mut record: Record) -> Record {
    sections(&mut record.card.sections);
    sections(&mut record.plan.sections);
    for version in &mut record.plan.versions {
        sections(&mut version.answers);
    }
    record
}

fn sections(sections: &mut BTreeMap<String, SectionData>) {
    for (id, data) in sections {
        fields(id, false, &mut data.fields);
        for item in &mut data.items {
            fields(id, true, &mut item.fields);
        }
    }
}

fn fields(section: &str, in_list: bool, fields: &mut Fields) {
    for (id, field) in fields {
        if let Answer::Given(text) = &field.answer {
            field.answer = option_or_words(section, in_list, id, text);
        }
    }
}
