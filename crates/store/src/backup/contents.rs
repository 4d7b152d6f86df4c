//! What a backup file holds: records, and the pictures that they name.

use std::collections::BTreeSet;

use record::{
    Record,
    picture::{Picture, Sha256},
};

use crate::{
    pictures::{self, Pictures, among_answers},
    port::Ports,
};

/// What goes into a file, and what comes out of one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    pub records: Vec<Record>,
    /// Those that the records name and that are whole.
    pub pictures: Pictures,
}

impl From<Vec<Record>> for Contents {
    fn from(records: Vec<Record>) -> Contents {
        Contents { records, pictures: Pictures::new() }
    }
}

impl Contents {
    /// The records with their pictures, as far as they can be read.
    pub async fn gathered(ports: &Ports, records: Vec<Record>) -> Contents {
        let mut contents = Contents::taken_out(records);
        let named: Vec<_> = contents.named().cloned().collect();
        for picture in named {
            if let Ok(bytes) = pictures::read(ports, &picture).await {
                contents.pictures.insert(picture.sha256, bytes);
            }
        }
        contents
    }

    /// Records of which any may have a photo among its answers, as earlier builds wrote them.
    pub(super) fn taken_out(records: Vec<Record>) -> Contents {
        let mut contents = Contents::default();
        for record in records {
            let (record, pictures) = among_answers::taken_out(&record);
            contents.records.push(record.into_owned());
            contents.pictures.extend(pictures);
        }
        contents
    }

    /// How many pictures are named and not there.
    #[must_use]
    pub fn missing(&self) -> usize {
        let names: BTreeSet<&Sha256> = self.named().map(|picture| &picture.sha256).collect();
        names.into_iter().filter(|name| !self.pictures.contains_key(name)).count()
    }

    fn named(&self) -> impl Iterator<Item = &Picture> {
        self.records.iter().flat_map(Record::pictures)
    }

    /// Takes over the pictures of a file that are whole and that a record names.
    pub(super) fn take_pictures<'a>(&mut self, file: impl Iterator<Item = (&'a str, &'a str)>) {
        for (name, text) in file {
            if let Some((picture, bytes)) = pictures::decoded(text).filter(|(picture, _)| picture.sha256.as_str() == name)
                && self.named().any(|named| named.sha256 == picture.sha256)
            {
                self.pictures.insert(picture.sha256, bytes);
            }
        }
    }
}
