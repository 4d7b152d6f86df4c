//! The postal code. It fills the address from a table that is kept offline; what the person wrote is never overwritten unasked.

use leptos::prelude::*;
use record::{
    Path, Record, Section, Stamp,
    catalogue::{FieldSpec, person},
    kana::to_half_width,
    postal::{Place, PostalCode, look_up},
};

use super::{typed::line, words::rich};
use crate::workspace::{Pace, workspace};
use words::fields as text;

const TABLE: &str = "/postal.txt";

/// The field, with the places of the code under it.
#[must_use]
pub fn postal(path: Path, spec: &'static FieldSpec) -> AnyView {
    let workspace = workspace();
    let table = RwSignal::new(None::<String>);
    // Fetched when somebody is at this field, from the offline store or the server: a public file, the same for everybody.
    Effect::new(move |_| {
        if let Some(device) = workspace.with(|ports| ports.device.clone()) {
            leptos::task::spawn_local(async move {
                if let Some(found) = device.public_file(TABLE).await {
                    table.set(Some(found));
                }
            });
        }
    });
    // Only the person of the card has an address that a code fills.
    if path.section() != Some(Section::Person) {
        return ().into_any();
    }
    let read = path.clone();
    let places = Memo::new(move |_| {
        let code = PostalCode::parse(&workspace.words(&read))?;
        table.with(|table| table.as_ref().map(|table| look_up(table, code)))
    });
    let typed = path.clone();
    Effect::new(move |before: Option<Option<PostalCode>>| {
        let code = PostalCode::parse(&workspace.words(&typed));
        let found = places.get();
        // Only a code that was typed just now fills: opening the page must not change the card, nor must the table when it arrives.
        let (Some(before), Some(_)) = (before, code) else { return code };
        let (true, Some(found)) = (before != code, found) else { return before };
        if let ([place], true) = (&found[..], address_is_empty()) {
            fill(place, &found);
        }
        code
    });
    let offers = move || {
        let places = places.get()?;
        if places.is_empty() {
            return Some(view! { <p class="t-remark">{rich(text::POSTAL_UNKNOWN)}</p> }.into_any());
        }
        let open: Vec<AnyView> = places.iter().filter(|place| !stands(place, &places)).map(|place| offer(place, &places)).collect();
        (!open.is_empty()).then(|| view! { <div class="t-offers">{open}</div> }.into_any())
    };
    line(path, spec, vec![view! { <div role="status">{offers}</div> }.into_any()])
}

fn offer(place: &Place, offered: &[Place]) -> AnyView {
    let (place, offered) = (place.clone(), offered.to_vec());
    let name = format!("{}{}{}", place.prefecture, place.municipality, place.town.clone().unwrap_or_default());
    view! { <button type="button" class="t-offer" on:click=move |_| fill(&place, &offered)>{name}</button> }.into_any()
}

fn address_is_empty() -> bool {
    workspace().record.with_untracked(|record| {
        [person::PREFECTURE, person::CITY, person::STREET].into_iter().all(|field| record.card.words(field).is_empty())
    })
}

/// Whether the address already says this place, as far as it may be filled in.
fn stands(place: &Place, offered: &[Place]) -> bool {
    workspace().record.with(|record| {
        let written = |field| record.card.words(field);
        written(person::PREFECTURE) == place.prefecture
            && written(person::CITY) == place.municipality
            && street(written(person::STREET), place, offered).is_none()
    })
}

/// The street line with the town in it, when nothing of what was written there is lost by that: an empty line, one that holds only
/// another of the towns offered, and a bare number (1-2-3), which the town goes before. Other words stay as they are.
fn street(written: &str, place: &Place, offered: &[Place]) -> Option<String> {
    let town = place.town.as_deref().filter(|town| !written.starts_with(town))?;
    let written = written.trim();
    if written.is_empty() || offered.iter().any(|other| other.town.as_deref() == Some(written)) {
        return Some(town.to_owned());
    }
    let number = to_half_width(written).starts_with(|c: char| c.is_ascii_digit());
    number.then(|| format!("{town}{written}"))
}

fn fill(place: &Place, offered: &[Place]) {
    workspace().edit(Pace::Tap, &mut |record: &mut Record, stamp: &Stamp| {
        let street = street(record.card.words(person::STREET), place, offered);
        let mut set = |field, words: &str| record.card.set(field, Some(record::Answer::Given(words.to_owned())), stamp);
        set(person::PREFECTURE, &place.prefecture);
        set(person::CITY, &place.municipality);
        if let Some(street) = street {
            set(person::STREET, &street);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_town_never_takes_the_place_of_what_was_written() {
        let place =
            |town: &str| Place { prefecture: "千葉県".to_owned(), municipality: "流山市".to_owned(), town: Some(town.to_owned()) };
        let offered = [place("平和台"), place("西平井")];
        let street = |written| street(written, &offered[0], &offered);
        assert_eq!(street("").as_deref(), Some("平和台"));
        assert_eq!(street("西平井").as_deref(), Some("平和台"));
        assert_eq!(street("１丁目1-1").as_deref(), Some("平和台１丁目1-1"));
        assert_eq!(street("平和台1丁目1-1"), None);
        assert_eq!(street("西平井1丁目1-1"), None);
        assert_eq!(street("大字平和台1-1"), None);
    }
}
