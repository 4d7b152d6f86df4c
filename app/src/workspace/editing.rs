//! Changing the open record: who writes, one step at a time, and back again.

use leptos::prelude::*;
use record::{Author, Moment, Path, Record, Resolution, Stamp};
use store::{Cause, intake::spelling};

use super::{Pace, SaveStatus, Workspace};

/// How long the fingers must rest before typed words are written.
const REST: std::time::Duration = std::time::Duration::from_millis(300);

/// How many steps can be undone.
const UNDO: usize = 30;

impl Workspace {
    /// Who is writing now.
    #[must_use]
    pub fn author(self) -> Author {
        self.settings.with_untracked(|settings| match &settings.proxy {
            Some(name) => Author::Proxy(spelling::name(name).to_owned()),
            None => Author::Own,
        })
    }

    /// Who writes now, and when; at the beginning of time where there is no clock.
    #[must_use]
    pub fn stamp(self) -> Stamp {
        Stamp { at: self.now().map_or(Moment(0), |now| now.at), by: self.author() }
    }

    /// Whether the open record may be written. Followed by whoever asks: the journal is read after the mirror was shown.
    #[must_use]
    pub fn writable(self) -> bool {
        let id = self.record.with(|record| record.id.0.clone());
        self.people.with(|people| people.iter().all(|person| person.id != id || !person.read_only))
    }

    /// Changes the open record and sees to it that the change is saved.
    pub fn edit(self, pace: Pace, change: &mut dyn FnMut(&mut Record, &Stamp)) {
        let Some(now) = self.now() else { return };
        let before = self.record.get_untracked();
        let stamp = Stamp { at: Moment::after(now.at, before.newest_moment()), by: self.author() };
        let mut after = before.clone();
        change(&mut after, &stamp);
        if before == after {
            return;
        }
        after.finish_edit(&before, &stamp);
        if before == after {
            return;
        }
        self.save_loop.update_value(|state| {
            // One step for a run of typing, one for each tap.
            if pace == Pace::Tap || state.last != Some(pace) {
                state.undo.push(before);
                let extra = state.undo.len().saturating_sub(UNDO);
                state.undo.drain(..extra);
            }
            state.last = Some(pace);
        });
        self.undoable.set(self.save_loop.with_value(|state| state.undo.len()));
        self.record.set(after);
        self.mark_dirty(pace);
    }

    /// Takes back the last step.
    pub fn undo(self) {
        let mut last = None;
        self.save_loop.update_value(|state| {
            last = state.undo.pop();
            state.last = None;
            state.cause = Some(Cause::Undo);
        });
        if let (Some(mut record), Some(now)) = (last, self.now()) {
            // What came back is not removed any more, and what came in meanwhile for good stays.
            let shown = self.record.get_untracked();
            // What was not decided before the step is open again.
            let open = record.conflicts.clone();
            record.finish_edit(&shown, &Stamp { at: Moment::after(now.at, shown.newest_moment()), by: self.author() });
            record.conflicts = open;
            self.record.set(record);
            self.undoable.set(self.save_loop.with_value(|state| state.undo.len()));
            self.mark_dirty(Pace::Tap);
        }
    }

    /// Resolves a conflict, as one step that can be undone.
    pub fn resolve(self, path: &Path, resolution: &Resolution) {
        self.edit(Pace::Tap, &mut |record, stamp| record.resolve(path, resolution, stamp));
    }

    /// Puts another content in place of the open record's, as one step that can be undone.
    pub fn replace(self, record: &Record, cause: Cause) {
        self.save_loop.update_value(|state| state.cause = Some(cause));
        self.edit(Pace::Tap, &mut |open, _| {
            open.card = record.card.clone();
            open.plan = open.plan.back_to(&record.plan);
            open.sample = record.sample;
            open.extra = record.extra.clone();
        });
    }

    pub(super) fn forget_undo(self) {
        self.save_loop.update_value(|state| {
            state.undo.clear();
            state.last = None;
        });
        self.undoable.set(0);
        self.checked.update(Vec::clear);
    }

    pub(super) fn mark_dirty(self, pace: Pace) {
        if self.save_status.with_untracked(|status| *status != SaveStatus::Writing) {
            self.save_status.set(SaveStatus::Writing);
        }
        let mut old = None;
        self.save_loop.update_value(|state| {
            state.dirty = true;
            old = state.timer.take();
        });
        if let Some(old) = old {
            old.clear();
        }
        match pace {
            Pace::Tap => self.flush(),
            Pace::Typing => {
                let timer = set_timeout_with_handle(move || self.flush(), REST).ok();
                self.save_loop.update_value(|state| state.timer = timer);
            }
        }
    }
}
