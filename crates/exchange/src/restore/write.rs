//! The content of a restore code, version 1. Frozen.
//!
//! ```text
//! content  = flags id made authors confirmed extra section* 0
//! flags    = bit 0: sample                       made, minutes = minutes since 1970
//! authors  = count (0 | 1 name | 2 name)*        own, proxy, clinic; told by their place from then on
//! confirmed= 0 | 1 day author
//! section  = (1 id | 2+number) minutes step* 0
//! step     = 1 an item begins | 2 author: who wrote what follows | 3 extra | (4 id | 5+number) answer
//! answer   = 0 none | 1 unknown | 2 option, or words that equal the id of one that the field does not have | 3 count (0 id | 1+number)* | 4 JSON | 5+head words
//! words    = head and so many signs; head = 2·length + 1 when they are digits, two in a byte, else 2·bytes
//! ```
//! All numbers are base 128, lowest first, the top bit says that more follow. `extra` is the JSON of what a newer release added, or
//! nothing. Of the stamps, each answer's author and the latest minute of each section are kept; of the items, their order.

use record::{
    Answer, Author, Fields, Moment, Record, SectionData,
    catalogue::codes::{FIELDS, OPTIONS, SECTIONS, number},
};
use serde_json::{Map, Value};

use super::{option::Place, signs};

/// What numbers consist of on paper: half a byte each.
pub const DIGITS: &[u8; 16] = b"0123456789-+()# ";

/// The content of a record's card.
pub fn content(record: &Record) -> Vec<u8> {
    let mut out = Writer { bytes: vec![u8::from(record.sample)], authors: authors(record), author: 0 };
    out.words(&record.id.0);
    out.number(minutes(record.made));
    out.author_table();
    match &record.card.confirmed {
        None => out.number(0),
        Some(confirmed) => {
            out.number(1);
            out.words(&confirmed.on.to_iso());
            out.number(out.place(&confirmed.by));
        }
    }
    out.words(&json(&record.card.extra));
    for (id, data) in &record.card.sections {
        out.section(id, data);
    }
    out.number(0);
    out.bytes
}

struct Writer {
    bytes: Vec<u8>,
    authors: Vec<Author>,
    /// Who wrote the answer before this one.
    author: u64,
}

impl Writer {
    fn section(&mut self, id: &str, data: &SectionData) {
        self.numbered(SECTIONS, id, 1);
        self.number(data.stamp().map_or(0, |stamp| minutes(stamp.at)));
        self.extra(&data.extra);
        let place = Place { section: id, in_list: false, field: "" };
        self.fields(place, &data.fields);
        for item in &data.items {
            self.number(1);
            self.extra(&item.extra);
            self.fields(Place { in_list: true, ..place }, &item.fields);
        }
        self.number(0);
    }

    fn fields(&mut self, place: Place<'_>, fields: &Fields) {
        for (id, field) in fields {
            let author = self.place(&field.stamp.by);
            if author != self.author {
                self.author = author;
                self.number(2);
                self.number(author);
            }
            self.numbered(FIELDS, id, 4);
            self.answer(Place { field: id, ..place }, &field.answer);
        }
    }

    fn answer(&mut self, place: Place<'_>, answer: &Answer) {
        match answer {
            Answer::None => self.number(0),
            Answer::Unknown => self.number(1),
            Answer::Given(text) | Answer::Picked(text)
                if place.option(text) == *answer
                    && let Some(option) = number(OPTIONS, text) =>
            {
                self.number(2);
                self.number(option);
            }
            Answer::Given(text) => self.words_after(5, text),
            Answer::Chosen(ids) => {
                self.number(3);
                self.number(ids.len() as u64);
                for id in ids {
                    self.numbered(OPTIONS, id, 0);
                }
            }
            // What the card does not have, what a picture is called, an option that is none of its field, and what only a newer release knows: as in the stored form.
            Answer::Picked(_) | Answer::Undecided | Answer::Skipped | Answer::Picture(_) | Answer::Other(_) => {
                self.number(4);
                self.words(&serde_json::to_string(answer).unwrap_or_default());
            }
        }
    }

    fn extra(&mut self, extra: &Map<String, Value>) {
        if !extra.is_empty() {
            self.number(3);
            self.words(&json(extra));
        }
    }

    /// An id by its number, counted from `unknown + 1`, or as text after `unknown`.
    fn numbered(&mut self, table: &[&str], id: &str, unknown: u64) {
        match number(table, id) {
            Some(number) => self.number(unknown + 1 + number),
            None => {
                self.number(unknown);
                self.words(id);
            }
        }
    }

    fn author_table(&mut self) {
        let authors = self.authors.clone();
        self.number(authors.len() as u64);
        for author in authors {
            match author {
                Author::Own => self.number(0),
                Author::Proxy(name) => {
                    self.number(1);
                    self.words(&name);
                }
                Author::Clinic(name) => {
                    self.number(2);
                    self.words(&name);
                }
            }
        }
    }

    fn place(&self, author: &Author) -> u64 {
        self.authors.iter().position(|known| known == author).unwrap_or(0) as u64
    }

    fn words(&mut self, text: &str) {
        self.words_after(0, text);
    }

    fn words_after(&mut self, tag: u64, text: &str) {
        let digits: Option<Vec<u8>> = text.bytes().map(nibble).collect();
        match digits.filter(|digits| !digits.is_empty()) {
            Some(digits) => {
                self.number(tag + 2 * digits.len() as u64 + 1);
                self.bytes.extend(digits.chunks(2).map(|pair| pair.first().unwrap_or(&0) << 4 | pair.get(1).unwrap_or(&0)));
            }
            None => {
                let mut bytes = Vec::new();
                signs::write(text, &mut bytes);
                self.number(tag + 2 * bytes.len() as u64);
                self.bytes.extend(bytes);
            }
        }
    }

    fn number(&mut self, mut number: u64) {
        while number > 0x7F {
            self.bytes.push((number & 0x7F) as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}

fn nibble(byte: u8) -> Option<u8> {
    DIGITS.iter().position(|digit| *digit == byte).and_then(|place| u8::try_from(place).ok())
}

/// Everybody who wrote in a card, each once.
fn authors(record: &Record) -> Vec<Author> {
    let of_section = |data: &'_ SectionData| {
        data.fields
            .values()
            .chain(data.items.iter().flat_map(|item| item.fields.values()))
            .map(|field| field.stamp.by.clone())
            .collect::<Vec<_>>()
    };
    let confirmed = record.card.confirmed.iter().map(|confirmed| confirmed.by.clone());
    let mut authors = Vec::new();
    for author in record.card.sections.values().flat_map(of_section).chain(confirmed) {
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}

fn minutes(moment: Moment) -> u64 {
    u64::try_from(moment.0).unwrap_or(0) / MINUTE
}

/// Milliseconds.
pub const MINUTE: u64 = 60_000;

fn json(extra: &Map<String, Value>) -> String {
    if extra.is_empty() { String::new() } else { Value::Object(extra.clone()).to_string() }
}
