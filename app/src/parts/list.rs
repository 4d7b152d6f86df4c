//! A list that grows: add, change, put in order, remove with undo; and 「なし」 and 「わからない」 for the whole of it.

use leptos::prelude::*;
use record::{Answer, FieldId, ItemId, Section, catalogue};

use super::{field, summary, words::{lang, rich, say}};
use crate::{
    state::{Pace, answers::Spot, folder},
    text::{fields as text, labels},
};

/// The list of a section.
#[must_use]
pub fn list(section: Section) -> AnyView {
    let folder = folder();
    // The item whose fields are open.
    let open = RwSignal::new(None::<ItemId>);
    let removed = RwSignal::new(false);
    let ids = Memo::new(move |_| folder.record.with(|record| record.card.items(section).iter().map(|item| item.id.clone()).collect::<Vec<_>>()));
    let add = move |_| {
        removed.set(false);
        let id = folder.add_item(section);
        let first = section.spec().item.first().map_or("", |spec| spec.id.0);
        let control = format!("{first}-{}", id.0);
        open.set(Some(id));
        focus_soon(control);
    };
    view! {
        <ul class="t-list">
            <For each=move || ids.get() key=|id| id.0.clone() children=move |id| row(section, id, ids, open, removed) />
        </ul>
        {move || removed.get().then(|| undo(removed))}
        <button type="button" class="t-button" id="add" on:click=add>{rich(labels::add_item(section))}</button>
        {move || ids.with(Vec::is_empty).then(|| none_or_unknown(section))}
    }
    .into_any()
}

fn focus_soon(control: String) {
    if let Some(device) = folder().with(|ports| ports.device.clone()) {
        request_animation_frame(move || device.focus(&control));
    }
}

fn undo(removed: RwSignal<bool>) -> AnyView {
    let folder = folder();
    view! {
        <p class="t-note" role="status">
            {rich(text::REMOVED)} " "
            <button
                type="button"
                class="t-clear"
                on:click=move |_| {
                    folder.undo();
                    removed.set(false);
                }
            >
                {rich(text::UNDO)}
            </button>
        </p>
    }
    .into_any()
}

fn row(section: Section, id: ItemId, ids: Memo<Vec<ItemId>>, open: RwSignal<Option<ItemId>>, removed: RwSignal<bool>) -> AnyView {
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
    let button = move |word: crate::text::Word, act: Box<dyn Fn() + Send + Sync>| {
        view! {
            <button type="button" class="t-small" aria-label=move || format!("{} – {}", say(word), name()) on:click=move |_| act()>
                {rich(word)}
            </button>
        }
        .into_any()
    };
    let locked = folder.record.with_untracked(|record| {
        let found = record.card.items(section).iter().find(|one| item.with_value(|id| one.id == *id));
        found.is_some_and(|one| one.fields.values().any(|field| matches!(field.stamp.by, record::Author::Clinic(_))))
    });
    let tools = move || {
        if locked {
            return view! { <p class="t-hint">{rich(text::FROM_CLINIC)}</p> }.into_any();
        }
        let raise = (place() > 0).then(|| button(text::RAISE, Box::new(move || item.with_value(|id| folder.raise_item(section, id)))));
        view! {
            <div class="t-tools">
                {button(
                    if is_open() { text::CLOSE } else { text::CHANGE },
                    Box::new(move || open.set(if is_open() { None } else { Some(item.get_value()) })),
                )} {raise}
                {button(
                    text::REMOVE,
                    Box::new(move || {
                        item.with_value(|id| folder.remove_item(section, id));
                        removed.set(true);
                    }),
                )}
            </div>
        }
        .into_any()
    };
    let fields = move || {
        is_open().then(|| {
            let specs = section.spec().item.iter();
            specs.map(|spec| field::field(Spot { section, item: Some(item.get_value()), field: spec.id }, spec)).collect_view()
        })
    };
    view! {
        <li class="t-item">
            <p class="t-item__name">{name}</p>
            {tools}
            {fields}
        </li>
    }
    .into_any()
}

/// 「なし」 and 「わからない」 for a whole list. Offered only while it is empty: a list that has something in it is neither.
fn none_or_unknown(section: Section) -> AnyView {
    let folder = folder();
    let spot = Spot { section, item: None, field: FieldId(catalogue::LIST.0) };
    let option = |answer: Answer, word: crate::text::Word| {
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
        .into_any()
    };
    let (read, write) = (spot.clone(), spot.clone());
    let clear = move || {
        let write = write.clone();
        folder.answer(&read).map(|_| {
            view! {
                <button type="button" class="t-clear" on:click=move |_| folder.write_answer(Pace::Tap, &write, None)>
                    {rich(text::CLEAR)}
                </button>
            }
        })
    };
    view! {
        <fieldset class="t-field">
            <legend>{rich(text::OR_ELSE)}</legend>
            <div class="t-options">{option(Answer::None, labels::none(section))} {option(Answer::Unknown, labels::unknown(section))}</div>
            {clear}
        </fieldset>
    }
    .into_any()
}
