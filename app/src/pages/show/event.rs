//! 2: the event strip. Times and deeds are filled by tap, kept for a day, and never become a part of the card.

use leptos::prelude::*;
use record::Moment;

use super::{label, worded};
use crate::{
    dom::{IntoNode, Node, view},
    port::Ports,
    state::{event::Event, folder},
    text::{
        crew::{self, Four, Reader},
        show as text,
    },
};

/// Which of the three times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Began,
    LastWell,
    LastMeal,
}

const TIMES: [(Time, Four); 3] = [(Time::Began, crew::BEGAN), (Time::LastWell, crew::LAST_WELL), (Time::LastMeal, crew::LAST_MEAL)];

impl Time {
    fn of(self, event: &mut Event) -> &mut Option<Moment> {
        match self {
            Time::Began => &mut event.began,
            Time::LastWell => &mut event.last_well,
            Time::LastMeal => &mut event.last_meal,
        }
    }
}

/// The strip: what was filled in, and the fields behind a tap.
pub fn strip(reader: RwSignal<Reader>) -> Node {
    let folder = folder();
    let id = folder.record.with_untracked(|record| record.id.0.clone());
    let event = RwSignal::new(folder.with(|ports| Event::load(ports, &id)).unwrap_or_default());
    let change = move |change: &dyn Fn(&Ports, &mut Event)| {
        let id = folder.record.with_untracked(|record| record.id.0.clone());
        folder.with(|ports| {
            event.update(|event| {
                change(ports, event);
                event.keep(ports, &id);
            });
        });
    };
    let line = move || {
        let reader = reader.get();
        let times = TIMES.into_iter().filter_map(|(time, title)| {
            let at = (*time.of(&mut event.get()))?;
            Some(format!("{} {}", label(title, reader), clock(at)))
        });
        let done = event.with(|event| event.done.iter().map(|id| worded(id, reader)).collect::<Vec<_>>());
        times.chain(done).collect::<Vec<_>>().join("　")
    };
    // Behind the tap, and made at the first one: three fields for times would hold up the screen that a crew waits for.
    let wanted = RwSignal::new(false);
    let fields = move || {
        wanted.get().then(|| {
            let times = TIMES.map(|(time, title)| time_field(time, title, reader, event, change));
            let deeds = crew::DEEDS.iter().map(|id| deed(id, reader, event, change)).collect::<Vec<_>>();
            view! {
                {times}
                <p>{move || label(crew::DONE, reader.get())}</p>
                <div class="t-offers">{deeds}</div>
                <p class="t-crew__small">{move || label(text::DAY_KEPT, reader.get())}</p>
            }
        })
    };
    view! {
        <details class="t-crew__event" on:toggle=move |_| wanted.set(true)>
            <summary>
                <b>{move || label(crew::EVENT, reader.get())}</b> " " <span>{line}</span>
                <span class="t-crew__fill">{move || label(text::FILL, reader.get())}</span>
            </summary>
            {fields}
        </details>
    }
    .into_node()
}

/// Hour and minute of a moment, in local time.
fn clock(at: Moment) -> String {
    folder().with(|ports| ports.clock.at(at)).map_or_else(String::new, |now| format!("{}:{:02}", now.hour, now.minute))
}

fn time_field(
    time: Time,
    title: Four,
    reader: RwSignal<Reader>,
    event: RwSignal<Event>,
    change: impl Fn(&dyn Fn(&Ports, &mut Event)) + Copy + Send + Sync + 'static,
) -> Node {
    let id = format!("event-{time:?}");
    let shown = move || {
        let at = *time.of(&mut event.get());
        let now = at.and_then(|at| folder().with(|ports| ports.clock.at(at)));
        now.map_or_else(String::new, |now| format!("{:02}:{:02}", now.hour, now.minute))
    };
    view! {
        <div class="t-crew__time">
            <label for=id.clone()>{move || label(title, reader.get())}</label>
            <button type="button" class="t-small" on:click=move |_| change(&|ports, event| *time.of(event) = Some(ports.clock.now().at))>
                {move || label(text::NOW, reader.get())}
            </button>
            <input
                id=id
                class="t-input"
                type="time"
                prop:value=shown
                on:change=move |input| {
                    let typed = event_target_value(&input);
                    change(&|ports, event| *time.of(event) = today_at(ports, &typed));
                }
            />
        </div>
    }
    .into_node()
}

/// The last moment at which the clock showed `HH:MM`: today, or yesterday when that is still ahead.
fn today_at(ports: &Ports, typed: &str) -> Option<Moment> {
    let (hour, minute) = typed.split_once(':')?;
    let wanted = hour.parse::<i64>().ok()? * 60 + minute.parse::<i64>().ok()?;
    let now = ports.clock.now();
    let current = i64::from(now.hour) * 60 + i64::from(now.minute);
    let back = (current - wanted).rem_euclid(24 * 60);
    Some(Moment(now.at.0 - back * 60_000))
}

fn deed(
    id: &'static str,
    reader: RwSignal<Reader>,
    event: RwSignal<Event>,
    change: impl Fn(&dyn Fn(&Ports, &mut Event)) + Copy + Send + Sync + 'static,
) -> Node {
    let on = move || event.with(|event| event.done.iter().any(|done| done == id));
    view! {
        <button
            type="button"
            class="t-offer"
            aria-pressed=move || on().to_string()
            on:click=move |_| {
                change(&|_, event| {
                    if event.done.iter().any(|done| done == id) {
                        event.done.retain(|done| done != id);
                    } else {
                        event.done.push(id.to_owned());
                    }
                });
            }
        >
            {move || worded(id, reader.get())}
        </button>
    }
    .into_node()
}
