//! What happens to the disk when the app opens.

use crate::{Loaded, Ports, pending, pictures::among_answers, repository};

/// Reads the head of every record and repairs what is damaged, joins what an earlier page left unsaved, and takes out the photos that
/// earlier builds kept among the answers.
pub async fn open(ports: &Ports) -> Loaded {
    let mut loaded = repository::load(ports).await;
    pending::join(ports, &mut loaded).await;
    for stored in &mut loaded.records {
        among_answers::settle(ports, stored).await;
    }
    repository::by_age(&mut loaded.records);
    loaded
}
