//! Earlier builds kept the photo of v2 as text among the answers. Whatever writes or hands out such a record takes the photo out of it
//! first; until that has succeeded the record stays as it is.

use std::borrow::Cow;

use record::{
    Answer, Record,
    picture::Picture,
    plan::{catalogue::v2, photo},
};

use super::{Pictures, decoded};
use crate::port::{JournalError, Ports};

/// A photo as a browser has made it: a JPEG as a data URL. `None` when it is none.
#[must_use]
pub fn from_data_url(url: &str) -> Option<(Picture, Vec<u8>)> {
    decoded(photo::among_answers(url)?)
}

/// The record with every photo among its answers, and among the sides of a conflict, named instead, and those photos. What is no picture
/// stays words.
pub(crate) fn taken_out(record: &Record) -> (Cow<'_, Record>, Pictures) {
    let field = v2::PHOTO.untyped();
    let photos: Vec<(Picture, Vec<u8>)> = record.answers_of(field).filter_map(photo_in).collect();
    if photos.is_empty() {
        return (Cow::Borrowed(record), Pictures::new());
    }
    let mut named = record.clone();
    named.rewrite(field, |answer| photo_in(answer).map(|(picture, _)| Answer::Picture(picture)));
    (Cow::Owned(named), photos.into_iter().map(|(picture, bytes)| (picture.sha256, bytes)).collect())
}

fn photo_in(answer: &Answer) -> Option<(Picture, Vec<u8>)> {
    if let Answer::Given(words) = answer { from_data_url(words) } else { None }
}

/// The same with the photos put on the disk, before anything names them.
///
/// # Errors
/// [`JournalError`]; then the record that holds them is to stay as it is.
pub(crate) async fn moved_out<'a>(ports: &Ports, record: &'a Record) -> Result<Cow<'a, Record>, JournalError> {
    let (record, pictures) = taken_out(record);
    super::keep_all(ports, &record, &pictures).await?;
    Ok(record)
}
