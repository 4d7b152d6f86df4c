//! Two edits of one record become one: field by field, lists by item id. Nothing that somebody wrote is lost silently.
//!
//! Where only one side changed something, that change stands. Where both changed the same field differently, one answer stands and
//! both are handed back as a conflict. An entry that one side removed and the other changed stays, with a conflict; removed and
//! untouched, it goes. No clock decides anything, and the result does not depend on which edit is called mine.

mod change_counters;
mod fields;
mod order;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::{
    Answer, Card, Confirmed, Conflict, Item, ItemId, Path, Plan, Record, Root, SectionData, Sides, catalogue,
    change_counters::ChangeCounters, conflict, plan::versions,
};

/// The joined record, and what this join could not decide. What is handed back stands in the record as well, for the other devices.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    pub record: Record,
    pub conflicts: Vec<Conflict>,
}

/// Joins two edits that began from `base`, the revision that both sides last agreed on.
#[must_use]
pub fn merge(base: &Record, mine: &Record, theirs: &Record) -> Merged {
    let mut join = Join { base, mine, theirs, mine_stands: false, conflicts: Vec::new() };
    let mut record = join.record();
    record.conflicts = conflict::joined(&base.conflicts, &mine.conflicts, &theirs.conflicts);
    for conflict in &join.conflicts {
        conflict::add(&mut record.conflicts, conflict.clone());
    }
    record.change_counters = change_counters::joined(&record, mine, theirs, &join.conflicts);
    Merged { record, conflicts: join.conflicts }
}

/// Takes in a record from a file or from paper, about which nobody knows from where it began. What is missing here comes in, unless it
/// was removed here; of two different answers the one that was changed more often stands, and at a tie the one that is here.
///
/// The conflicts are for whoever takes it in; they are not kept, because the file still has its own.
#[must_use]
pub fn import(here: &Record, coming: &Record) -> Merged {
    // A doubtful moment wins nothing: then it is as if it were known already.
    let made = if coming.made.is_doubtful() { coming.made } else { here.made };
    let nothing = Record::new(here.id.clone(), made);
    let mut join = Join { base: &nothing, mine: here, theirs: coming, mine_stands: true, conflicts: Vec::new() };
    let mut record = join.record();
    // A file makes no real person an invented one, and none that is invented real.
    record.sample = here.sample;
    record.conflicts = conflict::joined(&[], &here.conflicts, &coming.conflicts);
    record.change_counters = change_counters::joined(&record, here, coming, &[]);
    Merged { record, conflicts: join.conflicts }
}

/// An earlier content to which somebody may go back, with what came in from elsewhere since: `coming` has grown from `base`. What was
/// removed here since stands in it still, because going back brings it back; where the other side wrote as well, its words stand.
#[must_use]
pub fn rebased(base: &Record, earlier: &Record, coming: &Record) -> Record {
    let [base, coming, before] = [base, coming, earlier].map(|record| Record { change_counters: ChangeCounters::new(), ..record.clone() });
    let mut join = Join { base: &base, mine: &coming, theirs: &before, mine_stands: true, conflicts: Vec::new() };
    let record = join.record();
    let conflicts = conflict::joined(&base.conflicts, &before.conflicts, &coming.conflicts);
    Record { conflicts, change_counters: earlier.change_counters.clone(), ..record }
}

/// One join under way.
struct Join<'a> {
    base: &'a Record,
    mine: &'a Record,
    theirs: &'a Record,
    /// Whether my side stands where nothing else decides: when a file is taken in.
    mine_stands: bool,
    conflicts: Vec<Conflict>,
}

/// What stands when at most one side changed; `None` when both did, differently.
fn three_way<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> Option<T> {
    if mine == theirs || theirs == base {
        Some(mine.clone())
    } else if mine == base {
        Some(theirs.clone())
    } else {
        None
    }
}

type Sections = BTreeMap<String, SectionData>;

impl Join<'_> {
    fn record(&mut self) -> Record {
        let (base, mine, theirs) = (self.base, self.mine, self.theirs);
        let top = Path::default();
        let card = Card {
            confirmed: confirmed(&base.card, &mine.card, &theirs.card),
            sections: self.sections(&base.card.sections, &mine.card.sections, &theirs.card.sections),
            extra: self.extra(&top, &base.card.extra, &mine.card.extra, &theirs.card.extra),
        };
        let plan = self.plan(&base.plan, &mine.plan, &theirs.plan);
        Record {
            made: three_way(&base.made, &mine.made, &theirs.made).unwrap_or_else(|| mine.made.min(theirs.made)),
            sample: three_way(&base.sample, &mine.sample, &theirs.sample).unwrap_or_default(),
            card,
            plan,
            log: mine.log.joined(&theirs.log),
            extra: self.extra(&top, &base.extra, &mine.extra, &theirs.extra),
            ..Record::new(mine.id.clone(), mine.made)
        }
    }

    fn add_conflict(&mut self, path: Path, sides: Sides) {
        conflict::add(&mut self.conflicts, Conflict { path, sides });
    }

    fn plan(&mut self, base: &Plan, mine: &Plan, theirs: &Plan) -> Plan {
        let merged = versions::joined(&mine.versions, &theirs.versions);
        let new = |side: &Plan, other: &Plan| {
            let known = |id| base.versions.iter().chain(&other.versions).any(|version| version.id == id);
            side.versions.last().map(|version| version.id.clone()).filter(|id| !known(id.clone()))
        };
        if let (Some(one), Some(other)) = (new(mine, theirs), new(theirs, mine)) {
            // Both are kept. Which of them speaks is for the person to say, by keeping another.
            let [one, other] = [one, other].map(|id| Some(Answer::Given(id.0)));
            self.add_conflict(Path::default().named("versions"), Sides::of(one, other));
        }
        Plan {
            sections: self.sections(&base.sections, &mine.sections, &theirs.sections),
            versions: merged,
            extra: self.extra(&Path::default(), &base.extra, &mine.extra, &theirs.extra),
        }
    }

    fn sections(&mut self, base: &Sections, mine: &Sections, theirs: &Sections) -> Sections {
        let nothing = SectionData::default();
        let mut merged = BTreeMap::new();
        for id in mine.keys().chain(theirs.keys()) {
            if merged.contains_key(id) {
                continue;
            }
            let path = Path::from(Root::by_id(id));
            let [was, left, right] = [base.get(id), mine.get(id), theirs.get(id)].map(|data| data.unwrap_or(&nothing));
            let joined = if left == right { left.clone() } else { self.section(&path, was, left, right) };
            // Taken away as a whole on one side, with nothing left to keep.
            let gone = base.contains_key(id) && mine.contains_key(id) != theirs.contains_key(id) && joined == nothing;
            if !gone {
                merged.insert(id.clone(), joined);
            }
        }
        merged
    }

    fn section(&mut self, path: &Path, base: &SectionData, mine: &SectionData, theirs: &SectionData) -> SectionData {
        let mut fields = self.fields(path, &base.fields, &mine.fields, &theirs.fields);
        let items = self.items(path, base, mine, theirs);
        let both = |data: &SectionData| data.fields.contains_key(catalogue::LIST.as_str()) && !data.items.is_empty();
        let by_clinic = fields.get(catalogue::LIST.as_str()).is_some_and(|field| field.stamp.by.is_clinic());
        if !items.is_empty() && !by_clinic && !both(mine) && !both(theirs) && fields.remove(catalogue::LIST.as_str()).is_some() {
            // One side said 「なし」 while the other listed something: what is listed stands, and the word is handed back.
            let side = |data: &SectionData| data.fields.get(catalogue::LIST.as_str()).map(|field| field.answer.clone());
            self.add_conflict(catalogue::LIST.at(path), Sides::of(side(mine), side(theirs)));
        }
        SectionData { fields, items, extra: self.extra(path, &base.extra, &mine.extra, &theirs.extra) }
    }

    fn items(&mut self, path: &Path, base: &SectionData, mine: &SectionData, theirs: &SectionData) -> Vec<Item> {
        let find = |data: &'_ SectionData, id: &ItemId| data.items.iter().find(|item| item.id == *id).cloned();
        let (order, both_moved) = order::joined(base, mine, theirs);
        if let Some((one, other)) = both_moved {
            let [one, other] = [one, other].map(|ids| Some(Answer::Chosen(ids.into_iter().map(|id| id.0).collect())));
            self.add_conflict(path.clone(), Sides::of(one, other));
        }
        let mut merged = Vec::new();
        for id in order {
            let path = path.item(&id);
            merged.extend(self.item(path, find(base, &id), find(mine, &id), find(theirs, &id)));
        }
        merged
    }

    fn item(&mut self, path: Path, was: Option<Item>, left: Option<Item>, right: Option<Item>) -> Option<Item> {
        match (was, left, right) {
            (was, Some(left), Some(right)) => {
                let nothing = Item { id: left.id.clone(), fields: BTreeMap::new(), extra: Map::new() };
                let was = was.unwrap_or(nothing);
                let fields = self.fields(&path, &was.fields, &left.fields, &right.fields);
                let extra = self.extra(&path, &was.extra, &left.extra, &right.extra);
                Some(Item { id: left.id, fields, extra })
            }
            (None, Some(only), None) => self.only_on_one_side(path, only, self.mine, self.theirs),
            (None, None, Some(only)) => self.only_on_one_side(path, only, self.theirs, self.mine),
            (Some(was), Some(only), None) => self.removed(path, &was, only, self.mine, self.theirs),
            (Some(was), None, Some(only)) => self.removed(path, &was, only, self.theirs, self.mine),
            (_, None, None) => None,
        }
    }

    /// An entry that `other` removed. It stays where `side` changed it, unless `other` had seen that change: a copy of an entry can come
    /// by a file as well, and is then newer than the base and older than the removal.
    fn removed(&mut self, path: Path, was: &Item, only: Item, side: &Record, other: &Record) -> Option<Item> {
        let changed = !same_answers(was, &only);
        let kept = only.is_clinics() || (changed && !self.is_older(&path, side, other));
        if kept || changed {
            self.add_conflict(path, Sides::Removed(vec![only.clone()]));
        }
        kept.then_some(only)
    }

    /// An entry that only one side has, and that was not there before: new, or from a copy older than its removal on the other side.
    fn only_on_one_side(&mut self, path: Path, only: Item, side: &Record, other: &Record) -> Option<Item> {
        if !self.is_older(&path, side, other) || only.is_clinics() {
            return Some(only);
        }
        self.add_conflict(path, Sides::Removed(vec![only]));
        None
    }

    /// Data of newer releases, key by key. Both changed: the value whose text sorts later stands, the same on both sides, and both are
    /// handed back like any other conflict.
    fn extra(
        &mut self,
        path: &Path,
        base: &Map<String, Value>,
        mine: &Map<String, Value>,
        theirs: &Map<String, Value>,
    ) -> Map<String, Value> {
        let mut merged = Map::new();
        for key in mine.keys().chain(theirs.keys()) {
            if merged.contains_key(key) {
                continue;
            }
            let (was, left, right) = (base.get(key), mine.get(key), theirs.get(key));
            let stands = three_way(&was, &left, &right).unwrap_or_else(|| {
                let [one, other] = [left, right].map(|value| value.cloned().map(Answer::Other));
                self.add_conflict(path.named(key), Sides::of(one, other));
                let later = [left, right].into_iter().flatten().max_by_key(|value| value.to_string());
                if self.mine_stands { left.or(later) } else { later }
            });
            if let Some(value) = stands {
                merged.insert(key.clone(), value.clone());
            }
        }
        merged
    }
}

/// Two confirmations are both true. Of two by one hand the later day counts; of two hands the same one on every device.
fn confirmed(base: &Card, mine: &Card, theirs: &Card) -> Option<Confirmed> {
    let one = three_way(&base.confirmed, &mine.confirmed, &theirs.confirmed);
    one.unwrap_or_else(|| [&mine.confirmed, &theirs.confirmed].into_iter().flatten().max_by_key(|one| (one.by.clone(), one.on)).cloned())
}

fn same_answers(one: &Item, other: &Item) -> bool {
    let answers = |item: &Item| item.fields.iter().map(|(id, field)| (id.clone(), field.answer.clone())).collect::<Vec<_>>();
    answers(one) == answers(other) && one.extra == other.extra
}
