//! A list that grows: add, change, put in order, remove with undo; and 「なし」 and 「わからない」 for the whole of it.

use std::rc::Rc;

use leptos::prelude::*;
use record::{Answer, FieldId, Item, ItemId, Section, catalogue};

use super::{
    field,
    focus::focus,
    summary,
    words::{lang, rich, say},
};
use crate::{
    dom::{IntoNode, Node, keyed, view},
    state::{Pace, answers::Spot, folder},
    text::{Word, fields as text, labels},
};

/// An entry that was just removed, and where it stood.
type Removed = RwSignal<Option<(Item, usize)>>;

/// The list of a section.
#[must_use]
pub fn list(section: Section) -> Node {
    let folder = folder();
    // The item whose fields are open.
    let open = RwSignal::new(None::<ItemId>);
    let removed: Removed = RwSignal::new(None);
    let ids =
        Memo::new(move |_| folder.record.with(|record| record.card.items(section).iter().map(|item| item.id.clone()).collect::<Vec<_>>()));
    let add = move |_| {
        removed.set(None);
        let id = folder.add_item(section);
        let first = section.spec().item.first().map_or("", |spec| spec.id.0);
        let control = format!("{first}-{}", id.0);
        open.set(Some(id));
        focus(control);
    };
    view! {
        <ul class="t-list">
            {keyed(
                move || ids.with(|ids| ids.iter().map(|id| id.0.clone()).collect()),
                move |id| row(section, ItemId(id.to_owned()), ids, open, removed),
            )}
        </ul>
        {move || removed.with(Option::is_some).then(|| undo(section, removed))}
        <button type="button" class="t-button" id="add" on:click=add>{rich(labels::add_item(section))}</button>
        {move || ids.with(Vec::is_empty).then(|| none_or_unknown(section))}
    }
    .into_node()
}

/// Brings the removed entry back to its place, whatever else was written since.
fn undo(section: Section, removed: Removed) -> Node {
    let bring_back = move |_| {
        let Some((item, place)) = removed.get_untracked() else { return };
        folder().edit(Pace::Tap, &mut |record, _| {
            let data = record.card.section_mut(section);
            data.fields.remove(catalogue::LIST.0);
            data.items.insert(place.min(data.items.len()), item.clone());
        });
        removed.set(None);
        focus(tool("change", &item.id));
    };
    view! {
        <div class="t-note" data-kind="removed">
            <p role="status">{rich(text::REMOVED)}</p>
            <button type="button" class="t-small" id="undo-removed" on:click=bring_back>{rich(text::UNDO)}</button>
        </div>
    }
    .into_node()
}

/// The id of a button of an entry.
fn tool(verb: &str, id: &ItemId) -> String {
    format!("{verb}-{}", id.0)
}

/// Takes an entry out of the list and keeps it for [`undo`].
fn remove(section: Section, id: &ItemId, removed: Removed) {
    let folder = folder();
    let found = folder.record.with_untracked(|record| {
        let items = record.card.items(section);
        items.iter().position(|item| item.id == *id).and_then(|place| Some((items.get(place)?.clone(), place)))
    });
    folder.remove_item(section, id);
    removed.set(found);
    focus("undo-removed".to_owned());
}

/// Moves an entry up. At the top there is no further way up, and the focus goes to the button beside.
fn raise(section: Section, id: &ItemId) {
    let folder = folder();
    folder.raise_item(section, id);
    let top = folder.record.with_untracked(|record| record.card.items(section).first().is_some_and(|first| first.id == *id));
    focus(tool(if top { "change" } else { "raise" }, id));
}

fn row(section: Section, id: ItemId, ids: Memo<Vec<ItemId>>, open: RwSignal<Option<ItemId>>, removed: Removed) -> Node {
    let folder = folder();
    let language = lang();
    let item = StoredValue::new(id);
    let is_open = move || open.with(|open| item.with_value(|id| open.as_ref() == Some(id)));
    let name = move || {
        let found = folder.record.with(|record| {
            let found = record.card.items(section).iter().find(|one| item.with_value(|id| one.id == *id));
            found.map(|one| summary::item(section, one, language)).unwrap_or_default()
        });
        if found.is_empty() { say(text::NOT_WRITTEN) } else { found }
    };
    let place = move || ids.with(|ids| item.with_value(|id| ids.iter().position(|one| one == id)).unwrap_or_default());
    // The word may change under the finger; the button stays, and with it the focus.
    let button = move |verb: &str, word: Box<dyn Fn() -> Word>, act: Box<dyn Fn()>| {
        let word = Rc::new(word);
        let spoken = word.clone();
        let id = item.with_value(|id| tool(verb, id));
        view! {
            <button type="button" class="t-small" id=id aria-label=move || format!("{} – {}", say(spoken()), name()) on:click=move |_| act()>
                {move || rich(word())}
            </button>
        }
    };
    let locked = folder.record.with_untracked(|record| {
        let found = record.card.items(section).iter().find(|one| item.with_value(|id| one.id == *id));
        found.is_some_and(|one| one.fields.values().any(|field| matches!(field.stamp.by, record::Author::Clinic(_))))
    });
    let tools = if locked {
        view! { <p class="t-hint">{rich(text::FROM_CLINIC)}</p> }
    } else {
        let raise = button("raise", Box::new(|| text::RAISE), Box::new(move || item.with_value(|id| raise(section, id))));
        view! {
            <div class="t-tools" data-first=move || (place() == 0).to_string()>
                {button(
                    "change",
                    Box::new(move || if is_open() { text::CLOSE } else { text::CHANGE }),
                    Box::new(move || open.set(if is_open() { None } else { Some(item.get_value()) })),
                )} {raise}
                {button("remove", Box::new(|| text::REMOVE), Box::new(move || item.with_value(|id| remove(section, id, removed))))}
            </div>
        }
    };
    let fields = move || {
        is_open().then(|| {
            let specs = section.spec().item.iter();
            specs.map(|spec| field::field(Spot { section, item: Some(item.get_value()), field: spec.id }, spec)).collect::<Vec<_>>()
        })
    };
    view! {
        <li class="t-item">
            <p class="t-item__name">{name}</p>
            {tools}
            {fields}
        </li>
    }
    .into_node()
}

/// 「なし」 and 「わからない」 for a whole list. Offered only while it is empty: a list that has something in it is neither.
fn none_or_unknown(section: Section) -> Node {
    let folder = folder();
    let spot = Spot { section, item: None, field: FieldId(catalogue::LIST.0) };
    let option = |answer: Answer, word: Word| {
        let (read, write, kept) = (spot.clone(), spot.clone(), answer.clone());
        view! {
            <label class="t-option">
                <input
                    type="radio"
                    name="list"
                    prop:checked=move || folder.answer(&read).as_ref() == Some(&kept)
                    on:change=move |_| folder.write_answer(Pace::Tap, &write, Some(answer.clone()))
                />
                <span>{rich(word)}</span>
            </label>
        }
        .into_node()
    };
    let (read, write) = (spot.clone(), spot.clone());
    let clear = move || {
        let write = write.clone();
        folder.answer(&read).map(|_| {
            view! {
                <button
                    type="button"
                    class="t-clear"
                    on:click=move |_| {
                        folder.write_answer(Pace::Tap, &write, None);
                        focus(catalogue::LIST.0.to_owned());
                    }
                >
                    {rich(text::CLEAR)}
                </button>
            }
        })
    };
    view! {
        <fieldset class="t-field" id=catalogue::LIST.0 tabindex="-1">
            <legend>{rich(text::OR_ELSE)}</legend>
            <div class="t-options">{option(Answer::None, labels::none(section))} {option(Answer::Unknown, labels::unknown(section))}</div>
            {clear}
        </fieldset>
    }
    .into_node()
}
