//! What was erased is gone, and nothing that is begun anew comes after it.

use record::catalogue as c;

use super::{blank, saved_twice, with};
use crate::{
    erase,
    port::{JournalError, memory::wait},
    repository,
    revision::Cause,
};

#[test]
fn erasing_leaves_nothing() {
    let (memory, _) = saved_twice();
    let other = with(&blank("b").record, c::person::NAME, "野田 和子");
    wait(repository::save(&memory.ports(), &blank("b"), &other, Cause::Edit)).unwrap();
    memory.key_values.borrow_mut().insert("tsumugu.event.a".to_owned(), "{}".to_owned());
    memory.aside.borrow_mut().insert("a/1".to_owned(), "流山 花子".to_owned());
    *memory.failing.borrow_mut() = Some(JournalError::Unavailable);
    let before = (memory.rows.borrow().clone(), memory.key_values.borrow().clone());
    assert!(wait(erase::erase(&memory.ports(), Some("a"))).is_err());
    assert_eq!((memory.rows.borrow().clone(), memory.key_values.borrow().clone()), before);
    *memory.failing.borrow_mut() = None;
    wait(erase::erase(&memory.ports(), Some("a"))).unwrap();
    let all = format!("{:?}{:?}{:?}{:?}", memory.rows, memory.heads, memory.aside, memory.key_values);
    assert!(!all.contains("花子") && !all.contains("\"a\"") && all.contains("野田"));
    wait(erase::erase(&memory.ports(), None)).unwrap();
    assert!(memory.rows.borrow().is_empty() && memory.heads.borrow().is_empty() && memory.key_values.borrow().is_empty());
}

#[test]
fn what_was_begun_anew_after_erasing_does_not_come_after_what_was_erased() {
    let (memory, stored) = saved_twice();
    wait(erase::erase(&memory.ports(), Some("a"))).unwrap();
    let mut again = blank("a");
    for name in ["一", "二", "三"] {
        let edit = with(&again.record, c::person::NAME, name);
        again = wait(repository::save(&memory.ports(), &again, &edit, Cause::Import)).unwrap().stored;
    }
    let (new, old) = (again.origin.unwrap(), stored.origin.unwrap());
    assert!(!new.comes_after(&old) && !old.comes_after(&new));
}
