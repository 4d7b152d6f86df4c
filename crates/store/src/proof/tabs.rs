//! Several tabs write one record: none loses what another wrote.

use std::{
    collections::BTreeSet,
    future::Future,
    pin::Pin,
    task::{Context, Poll, Waker},
};

use record::{Answer, Day, Moment, Record, Section, catalogue as c, sample};

use super::{blank, with};
use crate::{
    port::{
        JournalError,
        memory::{Memory, wait},
    },
    repository::{self, StoredRecord},
    revision::Cause,
};

/// A tab that slept while others wrote, and while what it began from was dropped: what they deleted does not come back.
#[test]
fn a_tab_that_slept_brings_nothing_back_that_was_deleted() {
    let memory = Memory::default();
    let ports = memory.ports();
    let person = sample::person(Moment(0), Day::parse("2026-11-22").unwrap());
    let id = person.id.0.clone();
    let asleep = wait(repository::save(&ports, &StoredRecord::unsaved(&person), &person, Cause::Edit)).unwrap().stored;
    let mut stored = asleep.clone();
    for street in ["平和台1", "平和台2"] {
        let mut edit = with(&stored.record, c::person::STREET, street);
        edit.card.section_mut(Section::Contacts).items.truncate(1);
        stored = wait(repository::save(&ports, &stored, &edit, Cause::Edit)).unwrap().stored;
    }
    memory.rows.borrow_mut().retain(|(_, rev), _| *rev == stored.rev);
    let edit = with(&asleep.record, c::person::LANDMARK, "駅の北側");
    let saved = wait(repository::save(&ports, &asleep, &edit, Cause::Edit)).unwrap();
    assert_eq!(saved.stored.record.card.items(Section::Contacts).len(), 1);
    assert_eq!(saved.stored.record.card.words(c::person::LANDMARK), "駅の北側");
    assert_eq!(saved.stored.record.card.words(c::person::STREET), "平和台2");
    assert_eq!(saved.conflicts, 0);
    let origins: Vec<_> = wait(repository::history(&ports, &id)).unwrap().into_iter().filter_map(|(_, stored)| stored.origin).collect();
    assert_eq!(origins.len(), 2);
    assert!(origins[0].comes_after(&origins[1]) && origins[0].comes_after(asleep.origin.as_ref().unwrap()));
}

/// Four tabs that take turns at random, without the lock that most browsers give them: every edit is in the head, or in a revision
/// that was kept as the other side, or was written over by a tab that had it.
#[test]
fn four_tabs_lose_nothing() {
    for seed in 1..60u64 {
        let memory = Memory::default();
        memory.slow.set(true);
        let mut rng = fastrand::Rng::with_seed(seed);
        type Saving = Pin<Box<dyn Future<Output = Result<repository::SaveOutcome, JournalError>>>>;
        let mut tabs: Vec<(StoredRecord, Option<(Record, Saving)>)> = (0..4).map(|_| (blank("a"), None)).collect();
        let save = |stored: &StoredRecord, edit: &Record| -> Saving {
            let (ports, base, edit) = (memory.ports(), stored.clone(), edit.clone());
            Box::pin(async move { repository::save(&ports, &base, &edit, Cause::Edit).await })
        };
        let (mut all, mut over, mut next) = (BTreeSet::new(), BTreeSet::new(), 0);
        while next < 50 || tabs.iter().any(|(_, saving)| saving.is_some()) {
            let (stored, saving) = &mut tabs[rng.usize(..4)];
            match saving {
                Some((edit, future)) => match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                    Poll::Pending => {}
                    Poll::Ready(Ok(saved)) => (*stored, *saving) = (saved.stored, None),
                    // Outrun eight times: the words are still on the screen and are saved again.
                    Poll::Ready(Err(_)) => *future = save(stored, edit),
                },
                None if next < 50 => {
                    next += 1;
                    let field = [c::person::NAME, c::person::CITY, c::person::STREET, c::person::LANDMARK][rng.usize(..4)];
                    over.insert(stored.record.card.words(field).to_owned());
                    let edit = with(&stored.record, field, &next.to_string());
                    all.insert(next.to_string());
                    let future = save(stored, &edit);
                    *saving = Some((edit, future));
                }
                None => {}
            }
        }
        memory.slow.set(false);
        let history = wait(repository::history(&memory.ports(), "a")).unwrap();
        let head = wait(repository::newest(&memory.clone(), "a")).unwrap().unwrap();
        let mut there = over.clone();
        let kept = history.iter().filter(|(cause, stored)| {
            // Both sides of a conflict: the one set aside, and the revision before it that it met.
            *cause == Cause::Other
                || stored.rev == head.rev
                || history.iter().any(|(cause, next)| *cause == Cause::Other && next.rev == stored.rev + 1)
        });
        for (_, stored) in kept {
            there.extend(stored.record.card.section(Section::Person).into_iter().flat_map(|data| data.fields.values()).filter_map(
                |field| match &field.answer {
                    Answer::Given(words) => Some(words.clone()),
                    _ => None,
                },
            ));
        }
        assert!(all.is_subset(&there), "{seed}: {:?} lost", all.difference(&there).collect::<Vec<_>>());
    }
}
