//! Earlier builds kept the photo of v2 as text among the answers. Whatever writes or hands out such a record takes the photo out of it
//! first; until that has succeeded the record stays as it is.

use std::borrow::Cow;

use record::{Answer, Field, Record, catalogue::PHOTO, picture::Picture, plan::photo};

use super::{Pictures, decoded};
use crate::{
    Cause, StoredRecord,
    port::{JournalError, Ports},
    repository,
};

/// A photo as a browser has made it: a JPEG as a data URL. `None` when it is none.
#[must_use]
pub fn from_data_url(url: &str) -> Option<(Picture, Vec<u8>)> {
    decoded(photo::among_answers(url)?)
}

/// The record with every photo among its answers named instead, and those photos. What is no picture stays words.
pub(crate) fn taken_out(record: &Record) -> (Cow<'_, Record>, Pictures) {
    let mut record = Cow::Borrowed(record);
    let mut pictures = Pictures::new();
    let held: Vec<(String, Picture, Vec<u8>)> =
        record.plan.sections.iter().filter_map(|(id, data)| in_field(id, data.fields.get(PHOTO.0)?)).collect();
    for (id, picture, bytes) in held {
        if let Some(field) = record.to_mut().plan.sections.get_mut(&id).and_then(|data| data.fields.get_mut(PHOTO.0)) {
            field.answer = Answer::Picture(picture.clone());
        }
        pictures.insert(picture.sha256, bytes);
    }
    (record, pictures)
}

fn in_field(section: &str, field: &Field) -> Option<(String, Picture, Vec<u8>)> {
    let Answer::Given(words) = &field.answer else { return None };
    let (picture, bytes) = from_data_url(words)?;
    Some((section.to_owned(), picture, bytes))
}

/// The same with the photos put on the disk, before anything names them.
///
/// # Errors
/// [`JournalError`]; then the record that holds them is to stay as it is.
pub(crate) async fn moved_out<'a>(ports: &Ports, record: &'a Record) -> Result<Cow<'a, Record>, JournalError> {
    let (record, pictures) = taken_out(record);
    super::bring(ports, &record, &pictures).await?;
    Ok(record)
}

/// Saves a record anew that was read with a photo among its answers. When that fails it stays as it was read, and the next save or
/// start tries again.
pub(crate) async fn settle(ports: &Ports, stored: &mut StoredRecord) {
    if stored.read_only || taken_out(&stored.record).1.is_empty() {
        return;
    }
    if let Ok(saved) = repository::save(ports, stored, &stored.record, Cause::Repair).await {
        *stored = saved.stored;
    }
}
