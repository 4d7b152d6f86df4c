//! One section of the card.

use leptos::prelude::*;
use record::{Path, Section};

use super::heading;
use crate::{
    parts::{
        field::field,
        form,
        frame::{PageLink, gate, save_status, undo},
        list::list,
        outside::outside,
        remarks::{self, Which},
        wanted,
        words::{lang, rich, say},
    },
    routes::Page,
    workspace::workspace,
};
use words::{card as text, labels};

/// The page of a section.
#[must_use]
pub fn section(section: Section) -> AnyView {
    let next = Section::ALL.into_iter().skip_while(|other| *other != section).nth(1);
    let onward = match next.filter(|_| section as usize + 1 != Section::FIRST) {
        Some(next) => Page::Section(next),
        None => Page::Card,
    };
    let onward_words = view! { {rich(text::CONTINUE)} <span class="t-hidden">" – " {say(crate::titles::name(onward))}</span> };
    view! {
        {heading(Page::Section(section))}
        {outside()}
        <p class="t-soft">{rich(labels::section_lead(section))}</p>
        {gate(move || form(section))}
        {save_status()}
        {gate(undo)}
        {gate(move || back_to_check(section))}
        <PageLink to=onward class="t-button t-button--main">{onward_words}</PageLink>
        <PageLink to=Page::Saved class="t-button">{rich(text::FINISH)}</PageLink>
        <PageLink to=Page::Card class="t-button t-button--plain">{rich(text::TO_LIST)}</PageLink>
    }
    .into_any()
}

/// The way back to the yearly check, while one is under way.
fn back_to_check(section: Section) -> AnyView {
    let back = workspace().in_review().then(|| {
        let to = format!("{}#{}", Page::Check.path(lang()), super::check::heading_id(section));
        view! { <a class="t-button t-button--main" href=to>{rich(words::check::BACK)}</a> }
    });
    back.into_any()
}

fn form(section: Section) -> AnyView {
    let spec = section.spec();
    let fields = move || {
        let section_path = Path::from(section);
        let fields = spec.fields.iter().map(|field_spec| field(section_path.field(field_spec.id), field_spec)).collect::<Vec<_>>();
        let items = spec.has_list().then(|| list(section_path));
        view! { {fields} {items} }.into_any()
    };
    let workspace = workspace();
    // Another person's card is another form: built anew, so that no field keeps words of the one before.
    let whose = Memo::new(move |_| (workspace.record.with(|record| record.id.0.clone()), workspace.writable()));
    remarks::mark(section);
    wanted::follow();
    let content = move || {
        let writable = whose.with(|(_, writable)| *writable);
        view! { {form::form(fields(), writable)} {remarks::remarks(Which::Within(section))} }
    };
    content.into_any()
}
