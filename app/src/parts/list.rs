//! A list that grows: add, change, put in order, remove with undo; and 「なし」 and 「わからない」 for the whole of it.

use std::sync::Arc;

use leptos::prelude::*;
use record::{Answer, Item, ItemId, Path, catalogue};

use super::{
    field,
    focus::focus,
    names::names,
    wanted::wanted,
    words::{lang, rich, say},
};
use crate::workspace::{Pace, workspace};
use words::{Word, fields as text};

/// An entry that was just removed, and where it stood.
type Removed = RwSignal<Option<(Item, usize)>>;

/// What the list belongs to.
type Of = StoredValue<Path>;

/// The list of a section, of the card or of the plan.
#[must_use]
pub fn list(section_path: Path) -> AnyView {
    let workspace = workspace();
    let names = names();
    let of = StoredValue::new(section_path);
    // The item whose fields are open.
    let open = RwSignal::new(None::<ItemId>);
    let removed: Removed = RwSignal::new(None);
    let ids = Memo::new(move |_| {
        workspace
            .record
            .with(|record| of.with_value(|section_path| section_path.items(record).iter().map(|item| item.id.clone()).collect::<Vec<_>>()))
    });
    // Whoever comes by a remark finds the fields of its entry open.
    Effect::new(move |_| {
        let wanted = wanted().unwrap_or_default();
        let named = ids.with_untracked(|ids| ids.iter().find(|id| wanted.ends_with(&format!("-{}", id.0))).cloned());
        if named.is_some() {
            open.set(named);
        }
    });
    let add = move |_| {
        removed.set(None);
        let id = of.with_value(|section_path| workspace.add_item(section_path));
        let first = of.with_value(|section_path| names.item(section_path)).first();
        let stop = first.map(|spec| field::first_stop(&format!("{}-{}", spec.id.as_str(), id.0), spec));
        open.set(Some(id));
        stop.into_iter().for_each(focus);
    };
    view! {
        <ul class="t-list">
            <For each=move || ids.get() key=|id| id.0.clone() children=move |id| row(of, id, ids, open, removed) />
        </ul>
        {move || removed.with(Option::is_some).then(|| undo(of, removed))}
        <button type="button" class="t-button" id="add" on:click=add>{rich(of.with_value(|section_path| names.add(section_path)))}</button>
        {move || ids.with(Vec::is_empty).then(|| none_or_unknown(of))}
    }
    .into_any()
}

/// Brings the removed entry back to its place, whatever else was written since.
fn undo(of: Of, removed: Removed) -> AnyView {
    let bring_back = move |_| {
        let Some((item, place)) = removed.get_untracked() else { return };
        of.with_value(|section_path| workspace().put_back(section_path, &item, place));
        removed.set(None);
        focus(tool("change", &item.id));
    };
    view! {
        <div class="t-note" data-kind="removed">
            <p role="status">{rich(text::REMOVED)}</p>
            <button type="button" class="t-small" id="undo-removed" on:click=bring_back>{rich(text::UNDO)}</button>
        </div>
    }
    .into_any()
}

/// The id of a button of an entry.
fn tool(verb: &str, id: &ItemId) -> String {
    format!("{verb}-{}", id.0)
}

/// Takes an entry out of the list and keeps it for [`undo`].
fn remove(of: Of, id: &ItemId, removed: Removed) {
    let workspace = workspace();
    let found = workspace.record.with_untracked(|record| {
        let items = of.with_value(|section_path| section_path.items(record).to_vec());
        items.iter().position(|item| item.id == *id).and_then(|place| Some((items.get(place)?.clone(), place)))
    });
    of.with_value(|section_path| workspace.remove_item(section_path, id));
    removed.set(found);
    focus("undo-removed".to_owned());
}

/// Moves an entry up. At the top there is no further way up, and the focus goes to the button beside.
fn raise(of: Of, id: &ItemId) {
    let workspace = workspace();
    of.with_value(|section_path| workspace.raise_item(section_path, id));
    let top = workspace
        .record
        .with_untracked(|record| of.with_value(|section_path| section_path.items(record).first().is_some_and(|first| first.id == *id)));
    focus(tool(if top { "change" } else { "raise" }, id));
}

fn row(of: Of, id: ItemId, ids: Memo<Vec<ItemId>>, open: RwSignal<Option<ItemId>>, removed: Removed) -> AnyView {
    let workspace = workspace();
    let (language, names) = (lang(), names());
    let item = StoredValue::new(id);
    let is_open = move || open.with(|open| item.with_value(|id| open.as_ref() == Some(id)));
    let name = move || {
        let found = workspace.record.with(|record| {
            of.with_value(|section_path| {
                let found = section_path.items(record).iter().find(|one| item.with_value(|id| one.id == *id));
                found.map(|one| names.line(section_path, one, language)).unwrap_or_default()
            })
        });
        if found.is_empty() { say(text::NOT_WRITTEN) } else { found }
    };
    let place = move || ids.with(|ids| item.with_value(|id| ids.iter().position(|one| one == id)).unwrap_or_default());
    // The word may change under the finger; the button stays, and with it the focus.
    let button = move |verb: &str, word: Arc<dyn Fn() -> Word + Send + Sync>, act: Box<dyn Fn()>| {
        let spoken = word.clone();
        let id = item.with_value(|id| tool(verb, id));
        view! {
            <button type="button" class="t-small" id=id aria-label=move || format!("{} – {}", say(spoken()), name()) on:click=move |_| act()>
                {move || rich(word())}
            </button>
        }
    };
    let locked = workspace.record.with_untracked(|record| {
        let found =
            of.with_value(|section_path| section_path.items(record).iter().find(|one| item.with_value(|id| one.id == *id)).cloned());
        found.is_some_and(|one| one.fields.values().any(|field| matches!(field.stamp.by, record::Author::Clinic(_))))
    });
    let tools = if locked {
        view! { <p class="t-hint">{rich(text::FROM_CLINIC)}</p> }.into_any()
    } else {
        let raise = button("raise", Arc::new(|| text::RAISE), Box::new(move || item.with_value(|id| raise(of, id))));
        view! {
            <div class="t-tools" data-first=move || (place() == 0).to_string()>
                {button(
                    "change",
                    Arc::new(move || if is_open() { text::CLOSE } else { text::CHANGE }),
                    Box::new(move || open.set(if is_open() { None } else { Some(item.get_value()) })),
                )} {raise}
                {button("remove", Arc::new(|| text::REMOVE), Box::new(move || item.with_value(|id| remove(of, id, removed))))}
            </div>
        }
        .into_any()
    };
    let fields = move || {
        is_open().then(|| {
            let section_path = of.get_value();
            let specs = names.item(&section_path).iter();
            let path = |field| section_path.item(&item.get_value()).field(field);
            specs.map(|spec| field::field(path(spec.id), spec)).collect::<Vec<_>>()
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
fn none_or_unknown(of: Of) -> Option<AnyView> {
    let workspace = workspace();
    let [none, unknown] = of.with_value(|section_path| names().none(section_path))?;
    let path = of.with_value(|section_path| catalogue::LIST.at(section_path));
    let option = |answer: Answer, word: Word| {
        let (read, write, kept) = (path.clone(), path.clone(), answer.clone());
        view! {
            <label class="t-option">
                <input
                    type="radio"
                    name="list"
                    prop:checked=move || workspace.answer(&read).as_ref() == Some(&kept)
                    on:change=move |_| workspace.write_answer(Pace::Tap, &write, Some(answer.clone()))
                />
                <span>{rich(word)}</span>
            </label>
        }
        .into_any()
    };
    let (read, write) = (path.clone(), path.clone());
    let clear = move || {
        let write = write.clone();
        workspace.answer(&read).map(|_| {
            view! {
                <button
                    type="button"
                    class="t-clear"
                    on:click=move |_| {
                        workspace.write_answer(Pace::Tap, &write, None);
                        focus(catalogue::LIST.as_str().to_owned());
                    }
                >
                    {rich(text::CLEAR)}
                </button>
            }
        })
    };
    let node = view! {
        <fieldset class="t-field" id=catalogue::LIST.as_str() tabindex="-1">
            <legend>{rich(text::OR_ELSE)}</legend>
            <div class="t-options">{option(Answer::None, none)} {option(Answer::Unknown, unknown)}</div>
            {clear}
        </fieldset>
    };
    Some(node.into_any())
}
