//! 2: the event strip. Times and deeds are filled by tap, kept for a day, and never become a part of the card.

use leptos::prelude::*;
use record::Moment;
use store::{Ports, event::Event};

use super::{label, option};
use crate::{
    parts::minute::each_minute,
    workspace::{Workspace, workspace},
};
use words::{
    crew::{self, CrewLang, CrewWord},
    show as text,
};

/// Which of the three times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    Began,
    LastWell,
    LastMeal,
}

/// Each time, what it is called, and the short form for the closed strip.
const TIMES: [(Time, CrewWord, CrewWord); 3] = [
    (Time::Began, crew::BEGAN, text::BEGAN),
    (Time::LastWell, crew::LAST_WELL, text::LAST_WELL),
    (Time::LastMeal, crew::LAST_MEAL, text::LAST_MEAL),
];

impl Time {
    fn of(self, event: &mut Event) -> &mut Option<Moment> {
        match self {
            Time::Began => &mut event.began,
            Time::LastWell => &mut event.last_well,
            Time::LastMeal => &mut event.last_meal,
        }
    }
}

/// What the device keeps about the open record.
pub fn kept() -> RwSignal<Event> {
    RwSignal::new(load(workspace()))
}

/// What is kept; what is older than a day is taken off the device.
fn load(workspace: Workspace) -> Event {
    let id = workspace.record.with_untracked(|record| record.id.0.clone());
    workspace.with(|ports| Event::load(ports, &id)).unwrap_or_default()
}

/// Whether anything was filled in.
pub fn is_filled(event: &Event) -> bool {
    event.began.is_some() || event.last_well.is_some() || event.last_meal.is_some() || !event.done.is_empty()
}

/// The strip: what was filled in, and the fields behind a tap.
pub fn strip(crew_lang: RwSignal<CrewLang>, event: RwSignal<Event>) -> AnyView {
    let workspace = workspace();
    // Turns with each minute: what was today is yesterday, and what is a day old goes, on a page that stays open too.
    let minute = RwSignal::new(());
    each_minute(move || {
        let now = workspace.now().map(|now| now.at);
        if now.zip(event.try_get_untracked()).is_some_and(|(now, event)| is_filled(&event) && event.is_past(now)) {
            event.set(load(workspace));
        }
        minute.try_set(());
    });
    let change = move |change: &dyn Fn(&Ports, &mut Event)| {
        let id = workspace.record.with_untracked(|record| record.id.0.clone());
        workspace.with(|ports| {
            event.update(|event| {
                change(ports, event);
                event.keep(ports, &id);
            });
        });
    };
    let line = move || {
        minute.track();
        let (crew_lang, mut event) = (crew_lang.get(), event.get());
        let times = TIMES.into_iter().filter_map(|(time, _, short)| {
            let at = (*time.of(&mut event))?;
            Some(format!("{} {}", label(short, crew_lang), clock(at, crew_lang)))
        });
        let mut parts = times.collect::<Vec<_>>();
        parts.extend(event.done.iter().map(|id| option(id, crew_lang)));
        parts.into_iter().map(|part| view! { <span class="t-whole">{part}</span> " " }.into_any()).collect::<Vec<_>>()
    };
    let filled = move || event.with(is_filled).to_string();
    // Behind the tap, and made at the first one: three fields for times would hold up the screen that a crew waits for.
    let wanted = RwSignal::new(false);
    let fields = move || {
        wanted.get().then(|| {
            let times = TIMES.map(|(time, title, _)| time_field(time, title, crew_lang, event, change));
            let deeds = crew::DEEDS.iter().map(|id| deed(id, crew_lang, event, change)).collect::<Vec<_>>();
            view! {
                {times}
                <p>{move || label(crew::DONE, crew_lang.get())}</p>
                <div class="t-offers">{deeds}</div>
                <p class="t-crew__small">{move || label(text::DAY_KEPT, crew_lang.get())}</p>
            }
        })
    };
    view! {
        <details class="t-crew__event" data-filled=filled on:toggle=move |_| wanted.set(true)>
            <summary>
                <b>{move || label(crew::EVENT, crew_lang.get())}</b> " " <span>{line}</span>
                <span class="t-crew__fill">{move || label(text::FILL, crew_lang.get())}</span>
            </summary>
            {fields}
        </details>
    }
    .into_any()
}

/// A moment in local time, with its day unless that is today.
fn clock(at: Moment, crew_lang: CrewLang) -> String {
    let times = workspace().with(|ports| (ports.clock.at(at), ports.clock.now()));
    times.map_or_else(String::new, |(at, now)| format!("{}{}:{:02}", text::day_before(at.day, now.day, crew_lang), at.hour, at.minute))
}

fn time_field(
    time: Time,
    title: CrewWord,
    crew_lang: RwSignal<CrewLang>,
    event: RwSignal<Event>,
    change: impl Fn(&dyn Fn(&Ports, &mut Event)) + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = format!("event-{time:?}");
    let shown = move || {
        let at = *time.of(&mut event.get());
        let now = at.and_then(|at| workspace().with(|ports| ports.clock.at(at)));
        now.map_or_else(String::new, |now| format!("{:02}:{:02}", now.hour, now.minute))
    };
    view! {
        <div class="t-crew__time">
            <label for=id.clone()>{move || label(title, crew_lang.get())}</label>
            <button type="button" class="t-small" on:click=move |_| change(&|ports, event| *time.of(event) = Some(ports.clock.now().at))>
                {move || label(text::NOW, crew_lang.get())}
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
            <button
                type="button"
                class="t-small"
                aria-label=move || format!("{} – {}", label(text::CLEAR, crew_lang.get()), label(title, crew_lang.get()))
                on:click=move |_| change(&|_, event| *time.of(event) = None)
            >
                {move || label(text::CLEAR, crew_lang.get())}
            </button>
        </div>
    }
    .into_any()
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
    crew_lang: RwSignal<CrewLang>,
    event: RwSignal<Event>,
    change: impl Fn(&dyn Fn(&Ports, &mut Event)) + Copy + Send + Sync + 'static,
) -> AnyView {
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
            {move || option(id, crew_lang.get())}
        </button>
    }
    .into_any()
}
