//! What happens to the disk when the app opens.

use crate::{Cause, Loaded, Ports, StoredRecord, pending, pictures::among_answers::taken_out, repository};

/// Reads the head of every record and repairs what is damaged, joins what an earlier page left unsaved, and takes out the photos that
/// earlier builds kept among the answers.
pub async fn open(ports: &Ports) -> Loaded {
    let mut loaded = repository::load(ports).await;
    pending::join(ports, &mut loaded).await;
    for stored in &mut loaded.records {
        finish_opening(ports, stored).await;
    }
    repository::by_age(&mut loaded.records);
    loaded
}

/// Saves a record anew that was read with a photo among its answers. When that fails it stays as it was read, and the next save or
/// start tries again.
async fn finish_opening(ports: &Ports, stored: &mut StoredRecord) {
    if stored.read_only || taken_out(&stored.record).1.is_empty() {
        return;
    }
    if let Ok(saved) = repository::save(ports, stored, &stored.record, Cause::Repair).await {
        *stored = saved.stored;
    }
}
