//! What is typed, saved, undone and erased at the same time, in one page and in several.

use std::{
    pin::pin,
    task::{Context, Waker},
};

use record::{
    Answer, Moment, RecordId, Section, Stamp,
    catalogue::{SectionField, person},
};

use store::port::memory::{Memory, wait};

use super::*;
use crate::workspace::{Pace, device::in_memory};

#[test]
fn what_was_read_before_a_write_never_replaces_the_screen() {
    let memory = Memory::default();
    let ports = in_memory(&memory);
    let mut record = Record::new(RecordId("aa".to_owned()), Moment(0));
    let name = |record: &mut Record, words: String| {
        record.card.set(person::NAME, Some(Answer::Given(words)), &Stamp::default());
    };
    let mut stored = StoredRecord::unsaved(&record);
    for rev in 0..3 {
        name(&mut record, format!("平方 {rev}"));
        stored = wait(repository::save(&ports, &stored, &record, Cause::Edit)).unwrap().stored;
    }
    Owner::new().with(|| {
        let workspace = Workspace::new(Some(in_memory(&memory)));
        wait(workspace.read(&ports));
        // The journal is read, an answer at a time, and something is written after any of them.
        memory.slow.set(true);
        for answers in 1..20 {
            let mut reading = pin!(workspace.read(&ports));
            let read = (0..answers).any(|_| reading.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready());
            workspace.record.update(|record| name(record, format!("平方 千代子 {answers}")));
            let screen = workspace.record.get_untracked();
            wait(workspace.write_one(&ports, &screen, None)).unwrap();
            if !read {
                wait(reading);
            }
            assert_eq!(workspace.record.get_untracked(), screen, "after {answers}");
        }
    });
}

fn named(id: &str, words: &str) -> Record {
    let mut record = Record::new(RecordId(id.to_owned()), Moment(0));
    write(&mut record, person::NAME, words);
    record
}

fn write(record: &mut Record, field: SectionField, words: &str) {
    let before = record.clone();
    record.card.set(field, Some(Answer::Given(words.to_owned())), &Stamp::default());
    record.finish_edit(&before, &Stamp::default());
}

/// A workspace with what is on a device. Nothing is written by itself: a task of its own would have to run.
fn with_workspace(memory: &Memory, run: impl FnOnce(Workspace)) {
    Owner::new().with(|| {
        let workspace = Workspace::new(Some(in_memory(memory)));
        wait(workspace.read(&in_memory(memory)));
        workspace.save_loop.update_value(|state| state.running = true);
        run(workspace);
    });
}

fn on_disk(memory: &Memory, record: &Record) -> StoredRecord {
    let ports = memory.ports();
    let stored = wait(repository::newest(&*ports.journal, &record.id.0)).unwrap();
    let base = stored.unwrap_or_else(|| StoredRecord::unsaved(record));
    wait(repository::save(&ports, &base, record, Cause::Edit)).unwrap().stored
}

#[test]
fn undoing_a_step_takes_back_nothing_that_another_tab_wrote_since() {
    let memory = Memory::default();
    let ports = in_memory(&memory);
    let mut record = named("aa", "平方");
    record.card.section_mut(Section::Contacts).items = ["one", "two"]
        .map(|id| record::Item { id: record::ItemId(id.to_owned()), fields: record::Fields::new(), extra: serde_json::Map::new() })
        .to_vec();
    on_disk(&memory, &record);
    with_workspace(&memory, |workspace| {
        let contacts = record::Path::from(Section::Contacts);
        workspace.write_words(Pace::Tap, &person::NAME.into(), "平方 千代子");
        workspace.remove_item(&contacts, &record::ItemId("one".to_owned()));
        wait(workspace.write_once(&ports)).unwrap();
        // The other tab.
        let mut theirs = wait(repository::newest(&*ports.journal, "aa")).unwrap().unwrap().record;
        write(&mut theirs, person::STREET, "平和台1-1-1");
        on_disk(&memory, &theirs);
        wait(workspace.read(&ports));
        let street = || workspace.words(&person::STREET.into());
        assert_eq!(street(), "平和台1-1-1");
        workspace.undo();
        assert_eq!((workspace.record.get_untracked().card.items(Section::Contacts).len(), street().as_str()), (2, "平和台1-1-1"));
        workspace.undo();
        assert_eq!((workspace.words(&person::NAME.into()).as_str(), street().as_str()), ("平方", "平和台1-1-1"));
        wait(workspace.write_once(&ports)).unwrap();
        let kept = wait(repository::newest(&*ports.journal, "aa")).unwrap().unwrap().record;
        assert_eq!(kept.card.words(person::STREET), "平和台1-1-1");
    });
}

#[test]
fn a_step_of_somebody_who_was_erased_elsewhere_is_not_undone_in_the_next_card() {
    let memory = Memory::default();
    let ports = in_memory(&memory);
    on_disk(&memory, &named("aa", "平方"));
    on_disk(&memory, &named("bb", "野田"));
    with_workspace(&memory, |workspace| {
        workspace.write_words(Pace::Tap, &person::NAME.into(), "平方 千代子");
        wait(workspace.write_once(&ports)).unwrap();
        workspace.save_loop.update_value(|state| state.running = false);
        wait(store::erase::erase(&ports, Some("aa"))).unwrap();
        wait(workspace.read(&ports));
        assert_eq!(workspace.record.get_untracked().id.0, "bb");
        assert_eq!(workspace.undoable.get_untracked(), 0);
    });
}

#[test]
fn a_card_that_is_opened_again_shows_what_is_still_to_be_written_of_it() {
    let memory = Memory::default();
    let ports = in_memory(&memory);
    on_disk(&memory, &named("aa", "平方"));
    on_disk(&memory, &named("bb", "野田"));
    with_workspace(&memory, |workspace| {
        workspace.write_words(Pace::Tap, &person::NAME.into(), "平方 千代子");
        workspace.open("bb");
        workspace.open("aa");
        assert_eq!(workspace.words(&person::NAME.into()), "平方 千代子");
        workspace.write_words(Pace::Tap, &person::STREET.into(), "平和台");
        while workspace.save_loop.with_value(|state| state.dirty || !state.queued.is_empty()) {
            wait(workspace.write_once(&ports)).unwrap();
        }
        let kept = wait(repository::newest(&*ports.journal, "aa")).unwrap().unwrap().record;
        assert_eq!(kept.card.words(person::NAME), "平方 千代子");
        assert_eq!(kept.card.words(person::STREET), "平和台");
    });
}

#[test]
fn what_is_typed_while_a_file_comes_in_takes_nothing_of_it_back() {
    let memory = Memory::default();
    let ports = in_memory(&memory);
    on_disk(&memory, &named("aa", "平方"));
    with_workspace(&memory, |workspace| {
        workspace.write_words(Pace::Tap, &person::LANDMARK.into(), "駅の北側");
        let mut coming = workspace.record.get_untracked();
        write(&mut coming, person::STREET, "平和台1-1-1");
        wait(workspace.save_and_open(coming, Cause::Import)).unwrap();
        while workspace.save_loop.with_value(|state| state.dirty || !state.queued.is_empty()) {
            wait(workspace.write_once(&ports)).unwrap();
        }
        let kept = wait(repository::newest(&*ports.journal, "aa")).unwrap().unwrap().record;
        assert_eq!(kept.card.words(person::STREET), "平和台1-1-1");
        assert_eq!(kept.card.words(person::LANDMARK), "駅の北側");
    });
}

#[test]
fn a_save_that_fails_while_a_person_is_erased_does_not_bring_them_back() {
    let memory = Memory::default();
    on_disk(&memory, &named("aa", "平方"));
    with_workspace(&memory, |workspace| {
        workspace.write_words(Pace::Tap, &person::NAME.into(), "平方 千代子");
        memory.slow.set(true);
        let mut erasing = pin!(workspace.erase(Some("aa".to_owned())));
        assert!(erasing.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        // What a failed save leaves to be tried again.
        workspace.save_loop.update_value(|state| state.dirty = true);
        wait(erasing).unwrap();
        assert!(workspace.save_loop.with_value(|state| !state.dirty && state.queued.is_empty()));
    });
}

/// Found on 2026-11-30: a tab whose card was open already did not write so, and its next page showed the card that another tab had opened.
#[test]
fn the_next_document_of_a_tab_has_the_card_of_that_tab() {
    let memory = Memory::default();
    for id in ["aa", "bb"] {
        on_disk(&memory, &named(id, "平方"));
    }
    // The card, and the writer, that the next document begins with.
    let next = || {
        let settings = store::settings::Settings::load(&memory.ports());
        (settings.begun.or(settings.open).unwrap_or_default(), settings.proxy)
    };
    with_workspace(&memory, |one| {
        with_workspace(&memory, |other| {
            one.open("aa");
            other.open("bb");
            other.set(|settings| settings.proxy = Some("柏木 直美".to_owned()));
            one.open("aa");
            assert_eq!(next(), ("aa".to_owned(), None), "tapped again");
            other.leave_pending();
            assert_eq!(next(), ("bb".to_owned(), Some("柏木 直美".to_owned())));
            one.leave_pending();
            assert_eq!(next(), ("aa".to_owned(), None), "left without a tap");
            other.begin_another();
            one.open("bb");
            assert_eq!(next(), ("bb".to_owned(), None), "not the empty card");
            wait(other.erase(None)).unwrap();
            wait(one.read(&in_memory(&memory)));
            one.leave_pending();
            assert_eq!(next(), (String::new(), None), "erased");
        });
    });
}

/// Found on 2026-11-30: whoever erased everything and took it back had small letters and the other language on the next page.
#[test]
fn what_is_set_for_the_screen_outlives_everybody() {
    let memory = Memory::default();
    on_disk(&memory, &named("aa", "平方"));
    with_workspace(&memory, |workspace| {
        let word = str::to_owned;
        workspace.set(|set| (set.step, set.theme, set.ruby, set.lang) = (word("xl"), word("dark"), word("off"), word("en")));
        let erased = wait(workspace.erase_for_now(None)).unwrap();
        wait(workspace.bring_back(&erased)).unwrap();
        let set = store::settings::Settings::load(&memory.ports());
        assert_eq!((set.step.as_str(), set.theme.as_str(), set.ruby.as_str(), set.lang.as_str()), ("xl", "dark", "off", "en"));
        assert_eq!(set.open.as_deref(), Some("aa"));
    });
}
