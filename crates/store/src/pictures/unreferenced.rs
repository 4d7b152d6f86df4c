//! Pictures that nothing names any more. A name counts wherever its digits stand: in rows that nobody can read, in what was set aside, and
//! in rows of a newer release too.

use crate::{
    erasure_note,
    port::{JournalError, Ports},
};

/// Where the pictures stand that nothing named when they were last looked through.
const SEEN: &str = "tsumugu.unnamed";

/// A picture on the disk, and the records that name it.
struct Blob {
    name: String,
    named_by: Vec<String>,
}

async fn blobs(ports: &Ports) -> Result<Vec<Blob>, JournalError> {
    let names = ports.blobs.names().await?;
    let mut found: Vec<Blob> = names.into_iter().map(|name| Blob { name, named_by: Vec::new() }).collect();
    if found.is_empty() {
        return Ok(found);
    }
    let mut look = |record: &str, text: &str| {
        for blob in found.iter_mut().filter(|blob| text.contains(blob.name.as_str())) {
            if !blob.named_by.iter().any(|known| known == record) {
                blob.named_by.push(record.to_owned());
            }
        }
    };
    for head in ports.journal.heads().await? {
        ports.journal.revisions(&head.record).await?.iter().for_each(|(_, raw)| look(&head.record, raw));
    }
    for (key, raw) in ports.journal.aside().await? {
        look(key.split('/').next().unwrap_or_default(), &raw);
    }
    for key in ports.key_values.keys() {
        if let (Some(id), Some(raw)) = (erasure_note::about(&key), ports.key_values.get(&key)) {
            look(id, &raw);
        }
    }
    Ok(found)
}

/// The pictures that nobody names but one record, or with `None` all pictures: what goes when it is erased. With the last record of a
/// device goes what nothing names, too: nobody will be there to look for it.
///
/// # Errors
/// [`JournalError`].
pub(crate) async fn only_of(ports: &Ports, record: Option<&str>) -> Result<Vec<String>, JournalError> {
    let Some(record) = record else { return ports.blobs.names().await };
    let last = ports.journal.heads().await?.iter().all(|head| head.record == record);
    let goes = |blob: &Blob| (last || !blob.named_by.is_empty()) && blob.named_by.iter().all(|by| by == record);
    Ok(blobs(ports).await?.into_iter().filter(goes).map(|blob| blob.name).collect())
}

/// Drops what nothing named at the last look and nothing names now. One look is not enough: a picture is on the disk a moment before
/// the revision that names it, and in another tab that moment may be now.
///
/// # Errors
/// [`JournalError`]; then it is tried again.
pub(crate) async fn drop_unreferenced(ports: &Ports) -> Result<(), JournalError> {
    let _writer = ports.tabs.writer().await;
    let seen = ports.key_values.get(SEEN).unwrap_or_default();
    let unreferenced = blobs(ports).await?.into_iter().filter(|blob| blob.named_by.is_empty()).map(|blob| blob.name);
    let (gone, new): (Vec<String>, Vec<String>) = unreferenced.partition(|name| seen.contains(name.as_str()));
    if !gone.is_empty() {
        ports.blobs.remove(&gone).await?;
    }
    if new.is_empty() {
        ports.key_values.remove(SEEN);
    } else {
        let _ = ports.key_values.set(SEEN, &new.join(" "));
    }
    Ok(())
}
