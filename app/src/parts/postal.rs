//! The postal code. It fills the address from a table that is kept offline; what the person wrote is never overwritten unasked.

use leptos::prelude::*;
use record::{
    Answers, Record, Section, Stamp,
    catalogue::{self, FieldSpec},
    postal::{Place, PostalCode, look_up},
};

use super::{field::line, words::rich};
use crate::{
    dom::{IntoNode, Node, view},
    state::{Pace, answers::Spot, folder},
    text::fields as text,
};

const TABLE: &str = "/postal.txt";

/// The field, with the places of the code under it.
#[must_use]
pub fn postal(spot: Spot, spec: &'static FieldSpec) -> Node {
    let folder = folder();
    let table = RwSignal::new(None::<String>);
    // Fetched when somebody is at this field, from the offline store or the server: a public file, the same for everybody.
    Effect::new(move |_| {
        if let Some(device) = folder.with(|ports| ports.device.clone()) {
            leptos::task::spawn_local(async move {
                if let Some(found) = device.public_file(TABLE).await {
                    table.set(Some(found));
                }
            });
        }
    });
    let section = spot.section;
    let read = spot.clone();
    let places = Memo::new(move |_| {
        let code = PostalCode::parse(&folder.words(&read))?;
        table.with(|table| table.as_ref().map(|table| look_up(table, code)))
    });
    Effect::new(move |before: Option<Option<Vec<Place>>>| {
        let now = places.get();
        // Only a code that was typed just now fills: opening the page must not change the card.
        let typed = before.is_some_and(|before| before != now);
        if let (true, Some([place])) = (typed && address_is_empty(section), now.as_deref()) {
            fill(section, place);
        }
        now
    });
    let offers = move || {
        let places = places.get()?;
        if places.is_empty() {
            return Some(view! { <p class="t-remark">{rich(text::POSTAL_UNKNOWN)}</p> }.into_node());
        }
        let open: Vec<Node> = places.into_iter().filter(|place| !stands(section, place)).map(|place| offer(section, place)).collect();
        (!open.is_empty()).then(|| view! { <div class="t-offers">{open}</div> }.into_node())
    };
    line(spot, spec, vec![view! { <div role="status">{offers}</div> }.into_node()])
}

fn offer(section: Section, place: Place) -> Node {
    let name = format!("{}{}{}", place.prefecture, place.municipality, place.town.clone().unwrap_or_default());
    view! { <button type="button" class="t-offer" on:click=move |_| fill(section, &place)>{name}</button> }.into_node()
}

fn address_is_empty(section: Section) -> bool {
    folder().record.with_untracked(|record| {
        [catalogue::PREFECTURE, catalogue::CITY, catalogue::STREET].into_iter().all(|field| record.card.text(section, field).is_empty())
    })
}

/// Whether the address already says this place.
fn stands(section: Section, place: &Place) -> bool {
    folder().record.with(|record| {
        let says = |field, wanted: &str| record.card.text(section, field).starts_with(wanted);
        says(catalogue::PREFECTURE, &place.prefecture)
            && says(catalogue::CITY, &place.municipality)
            && says(catalogue::STREET, place.town.as_deref().unwrap_or_default())
    })
}

fn fill(section: Section, place: &Place) {
    folder().edit(Pace::Tap, &mut |record: &mut Record, stamp: &Stamp| {
        let fields = &mut record.card.section_mut(section).fields;
        let mut set = |field, words: &str| fields.set(field, Some(record::Answer::Given(words.to_owned())), stamp);
        set(catalogue::PREFECTURE, &place.prefecture);
        set(catalogue::CITY, &place.municipality);
        if let Some(town) = &place.town {
            set(catalogue::STREET, town);
        }
    });
}
