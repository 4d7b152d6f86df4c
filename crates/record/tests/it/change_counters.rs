//! What was removed stays removed, what a clinic wrote stays as it wrote it, and no clock decides anything.

use record::{
    Answer, Answers, Author, Item, ItemId, Moment, Path, Record, RecordId, Section, Sides, Stamp, catalogue as c,
    edit::without_change_counters,
    merge::{import, merge},
};

fn stamp(at: i64) -> Stamp {
    Stamp { at: Moment(at), ..Stamp::default() }
}

fn given(words: &str) -> Answer {
    Answer::Given(words.to_owned())
}

/// A record after an edit, as every edit is made.
fn edited(before: &Record, at: i64, change: impl FnOnce(&mut Record, &Stamp)) -> Record {
    let mut after = before.clone();
    change(&mut after, &stamp(at));
    after.finish_edit(before, &stamp(at));
    after
}

fn city(before: &Record, at: i64, answer: Option<Answer>) -> Record {
    edited(before, at, |record, stamp| record.card.set(c::person::CITY, answer, stamp))
}

fn with_medicine(before: &Record, id: &str, name: &str) -> Record {
    edited(before, 1, |record, stamp| {
        let mut item = Item { id: ItemId(id.to_owned()), fields: Default::default(), extra: Default::default() };
        item.fields.set(c::medicine::NAME.untyped(), Some(given(name)), stamp);
        record.card.section_mut(Section::Medicines).items.push(item);
    })
}

fn without_medicine(before: &Record, id: &str) -> Record {
    edited(before, 2, |record, _| record.card.section_mut(Section::Medicines).items.retain(|item| item.id.0 != id))
}

fn medicines(record: &Record) -> Vec<&str> {
    record.card.list(c::Medicine).map(|medicine| medicine.words(c::medicine::NAME)).collect()
}

fn blank() -> Record {
    Record::new(RecordId("a".to_owned()), Moment(0))
}

fn city_of(record: &Record) -> &str {
    record.card.words(c::person::CITY)
}

#[test]
fn an_older_file_does_not_bring_a_removed_entry_back() {
    let old = with_medicine(&with_medicine(&blank(), "i1", "アムロジピン"), "i2", "フロセミド");
    let now = without_medicine(&old, "i1");
    let path = Path::from(Section::Medicines).item(&ItemId("i1".to_owned()));
    assert_eq!(now.removed_at(&path), Some(&stamp(2)));
    let joined = import(&now, &old);
    assert_eq!(medicines(&joined.record), ["フロセミド"]);
    assert!(matches!(&joined.conflicts[..], [told] if told.path == path && matches!(told.sides, Sides::Removed(_))), "it is told");
    // Nor a merge that has lost its base. The control: without change counters it comes back.
    assert_eq!(medicines(&merge(&blank(), &now, &old).record), ["フロセミド"]);
    assert_eq!(medicines(&merge(&blank(), &without_change_counters(&now), &old).record), ["アムロジピン", "フロセミド"]);
    // Put back on purpose, it stays, and an older file that does not have it removes nothing.
    let back = edited(&now, 3, |record, _| record.card = old.card.clone());
    assert_eq!(back.removed_at(&path), None);
    for older in [&old, &now] {
        assert_eq!(medicines(&import(&back, older).record), ["アムロジピン", "フロセミド"]);
        assert_eq!(medicines(&import(older, &back).record), ["アムロジピン", "フロセミド"]);
    }
}

#[test]
fn an_older_file_does_not_bring_back_what_was_cleared_or_changed() {
    let old = city(&blank(), 1, Some(given("柏市")));
    let cleared = city(&old, 2, None);
    assert_eq!(city_of(&import(&cleared, &old).record), "");
    assert_eq!(city_of(&merge(&blank(), &old, &cleared).record), "");
    let again = city(&cleared, 3, Some(given("流山市")));
    let changed = city(&old, 2, Some(given("あ")));
    for newer in [&again, &changed] {
        for older in [&old, &blank()] {
            assert_eq!(city_of(&import(newer, older).record), city_of(newer));
            assert_eq!(city_of(&import(older, newer).record), city_of(newer), "a newer file is newer, whoever takes it in");
        }
    }
    assert_eq!(city_of(&import(&again, &cleared).record), "流山市");
}

#[test]
fn a_true_conflict_does_not_ask_the_clock() {
    let base = city(&blank(), 1, Some(given("柏市")));
    let decade = 10 * 365 * 24 * 60 * 60 * 1000;
    let results: Vec<_> = [(0, 0), (decade, 0), (0, decade), (-decade, decade)]
        .into_iter()
        .map(|(mine, theirs)| {
            let (mine, theirs) = (city(&base, 5 + mine, Some(given("流山市"))), city(&base, 5 + theirs, Some(given("野田市"))));
            let merged = merge(&base, &mine, &theirs);
            assert_eq!(merged, merge(&base, &theirs, &mine));
            assert_eq!(merged.record.conflicts, merged.conflicts, "the other devices see it too");
            (city_of(&merged.record).to_owned(), merged.conflicts)
        })
        .collect();
    assert!(results.iter().all(|one| *one == results[0]), "{results:?}");
    let mut both = vec![given("流山市"), given("野田市")];
    both.sort_by_key(|answer| format!("{answer:?}"));
    assert_eq!(results[0].1[0].sides, Sides::Answers { given: both, untouched: false });
}

#[test]
fn whoever_writes_there_decides_a_conflict_for_all() {
    let base = city(&blank(), 1, Some(given("柏市")));
    let (mine, theirs) = (city(&base, 2, Some(given("流山市"))), city(&base, 2, Some(given("野田市"))));
    let merged = merge(&base, &mine, &theirs).record;
    assert_eq!(merged.conflicts.len(), 1);
    let elsewhere = with_medicine(&merged, "i1", "フロセミド");
    assert_eq!(elsewhere.conflicts.len(), 1, "written elsewhere: still open");
    let decided = city(&merged, 3, Some(given("流山市おおたかの森")));
    assert_eq!(decided.conflicts, []);
    let joined = merge(&merged, &decided, &elsewhere).record;
    assert_eq!((joined.conflicts.len(), city_of(&joined)), (0, "流山市おおたかの森"));
    assert_eq!(medicines(&joined), ["フロセミド"]);
}

#[test]
fn what_a_clinic_wrote_is_read_only() {
    let clinic = Stamp { at: Moment(1), by: Author::Clinic("江戸川医院".to_owned()) };
    let mut base = with_medicine(&blank(), "own", "アムロジピン");
    let mut order = Item { id: ItemId("order".to_owned()), fields: Default::default(), extra: Default::default() };
    order.fields.set(c::order::SCENE.untyped(), Some(given("choking")), &clinic);
    base.card.section_mut(Section::Orders).items.push(order);
    base.card.set(c::person::CITY, Some(given("流山市")), &clinic);
    let same = |record: &Record| {
        assert_eq!(record.card.items(Section::Orders), base.card.items(Section::Orders));
        assert_eq!(city_of(record), "流山市");
    };
    // Every ordinary way: another answer, none, an own field beside theirs, removing, and putting a whole other record in its path.
    type Way<'a> = &'a dyn Fn(&mut Record, &Stamp);
    let ways: [Way<'_>; 5] = [
        &|record, stamp| record.card.set(c::person::CITY, Some(given("柏市")), stamp),
        &|record, stamp| record.card.set(c::person::CITY, None, stamp),
        &|record, stamp| record.card.section_mut(Section::Orders).items[0].fields.set(c::order::SCENE.untyped(), Some(given("x")), stamp),
        &|record, _| record.card.section_mut(Section::Orders).items.clear(),
        &|record, _| record.card = blank().card,
    ];
    for (way, change) in ways.iter().enumerate() {
        let after = edited(&base, 2, change);
        same(&after);
        assert_eq!(after.card.items(Section::Medicines).len(), usize::from(way != 4), "what is one's own can be changed");
    }
    // And a device that changed it all the same changes nothing for the others, and is told.
    let mut altered = base.clone();
    altered.card.section_mut(Section::Orders).items.clear();
    altered.card.section_mut(Section::Person).fields.clear();
    for merged in [merge(&base, &altered, &base), merge(&base, &base, &altered), merge(&blank(), &altered, &base)] {
        same(&merged.record);
    }
    assert_eq!(merge(&base, &altered, &base).conflicts.len(), 2);
}

#[test]
fn the_newest_version_is_the_one_kept_last_not_the_one_with_the_latest_clock() {
    let kept = |before: &Record, id: &str, at: i64| {
        edited(before, at, |record, stamp| {
            record.plan.keep(record::plan::Version {
                id: record::plan::VersionId(id.to_owned()),
                on: stamp.at.day_in_japan(),
                at: stamp.at,
                by: Author::Own,
                reason: String::new(),
                signed: None,
                after: Vec::new(),
                answers: Default::default(),
                extra: Default::default(),
            });
        })
    };
    let ids = |record: &Record| record.plan.versions.iter().map(|version| version.id.0.clone()).collect::<Vec<_>>();
    let ahead = kept(&blank(), "ahead", 9_000_000_000_000);
    let after = kept(&ahead, "after", 5);
    assert_eq!(ids(&after), ["ahead", "after"]);
    assert_eq!(ids(&import(&after, &ahead).record), ["ahead", "after"]);
    assert_eq!(ids(&import(&ahead, &after).record), ["ahead", "after"]);
    // Two that did not know of each other: the same one is the newest everywhere, whatever the clocks say, and it is told.
    for (one, other) in [(1, 2), (2, 1), (9_000_000_000_000, 1)] {
        let (left, right) = (kept(&after, "x", one), kept(&after, "y", other));
        let merged = merge(&after, &left, &right);
        assert_eq!((ids(&merged.record), merged.conflicts.len()), (ids(&merge(&after, &right, &left).record), 1));
        assert_eq!(ids(&merged.record), ["ahead", "after", "x", "y"]);
        let next = kept(&merged.record, "next", 3);
        assert_eq!((next.plan.newest().unwrap().id.0.as_str(), next.conflicts.len()), ("next", 0));
    }
}

fn renamed_medicine(before: &Record, at: i64, name: &str) -> Record {
    edited(before, at, |record, stamp| {
        record.card.section_mut(Section::Medicines).items[0].fields.set(c::medicine::NAME.untyped(), Some(given(name)), stamp);
    })
}

/// Found on 2026-11-30 by a random history. One device removed an entry that another had changed, and joining the two counted as one more
/// change, which outdid the removal by a third device that had seen the change.
#[test]
fn a_removal_that_knew_of_a_change_stands_after_one_that_did_not_is_joined() {
    let old = with_medicine(&blank(), "i1", "アムロジピン");
    let changed = renamed_medicine(&old, 3, "フロセミド");
    let removed_apart = without_medicine(&old, "i1");
    let removed_after = without_medicine(&changed, "i1");
    let joined = merge(&old, &removed_apart, &changed).record;
    assert_eq!(medicines(&joined), ["フロセミド"], "neither knew of the other: it stays, with a question");
    for base in [&old, &changed, &blank()] {
        assert_eq!(medicines(&merge(base, &joined, &removed_after).record), Vec::<&str>::new());
    }
}

/// Found on 2026-11-30 by a random history: the change and the removal did not know of each other, and taking in the file brought the
/// entry and the answer back without a word.
#[test]
fn a_file_brings_nothing_back_that_was_removed_here_apart_from_the_change() {
    let old = city(&with_medicine(&blank(), "i1", "アムロジピン"), 1, Some(given("柏市")));
    let file = city(&renamed_medicine(&old, 3, "フロセミド"), 3, Some(given("松戸市")));
    let here = city(&without_medicine(&old, "i1"), 2, None);
    let taken_in = import(&here, &file);
    assert_eq!((medicines(&taken_in.record), city_of(&taken_in.record)), (Vec::new(), ""));
    assert_eq!(taken_in.conflicts.len(), 2, "both are told");
}
