//! One question: what is asked, the answer, what belongs beside it, and the way on.

use leptos::prelude::*;
use leptos_meta::Title;
use record::{
    Day, Moment,
    plan::{
        Key, Plan, Question, Scene, State, Step,
        cpr::{Cpr, cpr},
        home_team,
        lists::{TALK_ABOUT, Talk, talk, trusted},
    },
};

use super::{
    aloud::{aloud, lead_aloud},
    heard::{crew_rules, doctor},
    path::{around, here, to, way},
    rows::{NOBODY_NOW, common_fields, rows},
    scenes::scene_bar,
};
use crate::{
    parts::{
        focus::focus,
        form,
        frame::{PageLink, gate, save_status, undo},
        plan::{answer_text, sources::sources, speak::speak},
        words::{lang, rich},
    },
    routes::Page,
    workspace::workspace,
};
use words::{days, pages::APP, plain, plan as text, when};

/// The page.
#[must_use]
pub fn question(question: Question) -> AnyView {
    let spec = question.spec();
    let core = spec.core.then(|| view! { " " <span class="t-tag">{rich(text::CORE)}</span> });
    let title = format!("{} – {} – {}", plain(text::title(question).say(lang())), plain(text::NAME.say(lang())), APP.say(lang()));
    view! {
        <Title text=title />
        <p class="t-soft t-plan__step">{rich(text::step(spec.step))} {core}</p>
        <h1 id="top" tabindex="-1">{rich(text::title(question))}</h1>
        {gate(move || content(question))}
        {save_status()}
        {gate(move || onward(question))}
        <PageLink to=Page::Plan class="t-button t-button--plain">{rich(text::STOP)}</PageLink>
        {sources(question)}
    }
    .into_any()
}

/// The lead-in that stands before a heavy question, under the name by which the workspace remembers it.
fn lead(question: Question) -> Option<&'static str> {
    let spec = question.spec();
    spec.heavy.then_some(if spec.step == Step::Treatment { "treatment" } else { question.id() })
}

fn content(question: Question) -> AnyView {
    let workspace = workspace();
    let key = Memo::new(move |_| here(workspace, question));
    // Another person's plan, or another scene, is another form: built anew.
    // With the first scene that is chosen the answer comes below it.
    let scenes = move || question.spec().by_scene() && workspace.plan(|plan| plan.scenes().is_empty());
    let whose = Memo::new(move |_| (workspace.record.with(|record| record.id.0.clone()), workspace.writable(), key.get(), scenes()));
    let open = opened(question);
    let content = move || {
        let (_, writable, key, none_chosen) = whose.get();
        if !open.get() {
            return lead_in(question);
        }
        if workspace.ports().is_some() {
            // Not while the page is being drawn.
            leptos::task::spawn_local(async move { workspace.put_bookmark(key) });
        }
        form::form(form(key, none_chosen), writable)
    };
    content.into_any()
}

/// Whether the lead-in was read, or there is none.
fn opened(question: Question) -> Memo<bool> {
    let workspace = workspace();
    Memo::new(move |_| {
        let Some(lead) = lead(question) else { return true };
        // The lead-in of step 5 is read once for all of it.
        let same = |other: Question| if question.spec().by_scene() { other.spec().by_scene() } else { other == question };
        let touched = workspace.plan(|plan| Key::all().any(|key| same(key.question) && plan.state(key) != State::Untouched));
        touched || workspace.leads.with(|read| read.contains(&lead))
    })
}

/// Before a heavy question: what it is about, and the choice not to read it.
fn lead_in(question: Question) -> AnyView {
    let workspace = workspace();
    let yes = move |_| {
        if let Some(lead) = lead(question) {
            workspace.leads.update(|read| read.push(lead));
        }
        focus("top".to_owned());
    };
    let words = text::lead(question);
    let treatment = question.spec().step == Step::Treatment;
    let ill = treatment.then(|| view! { <p>{rich(text::notes::opening::ADULTS)}</p> <p>{rich(text::notes::treatment::ILL)}</p> });
    view! {
        <section class="t-welcome">
            {speak(move || lead_aloud(question))}
            <p>{words.map(|lead| rich(lead.ask))}</p>
            {ill}
            <button type="button" class="t-button" id="lead-yes" on:click=yes>{words.map(|lead| rich(lead.yes))}</button>
            {past(question)}
        </section>
    }
    .into_any()
}

/// Past a heavy question: to the first one after it, or after the whole step where the lead-in speaks of the step.
fn past(question: Question) -> AnyView {
    let workspace = workspace();
    let next = move || {
        let key = here(workspace, question);
        let core = workspace.settings.with(|settings| settings.core);
        let way = workspace.plan(|plan| way(plan, core));
        let treatment = question.spec().step == Step::Treatment;
        let after = |next: &Key| !(treatment && next.question.spec().step == Step::Treatment);
        let next = way.iter().skip_while(|other| **other != key).skip(1).find(|next| after(next)).copied();
        let words = text::lead(question).map_or_else(|| rich(text::NEXT), |lead| rich(lead.no));
        match next.or_else(|| around(&way, key).1.filter(after)) {
            Some(next) => to(next, "t-button", words),
            None => view! { <PageLink to=Page::Plan class="t-button">{words}</PageLink> }.into_any(),
        }
    };
    next.into_any()
}

fn form(key: Key, none_chosen: bool) -> AnyView {
    let spec = key.question.spec();
    let ask = Some(text::question(key.question).ask);
    // Where there is one row, its legend is the question; where there are more, each has its own.
    let own_ask = (spec.rows.len() != 1 || key.question == Question::P1 || key.question == Question::P4)
        .then(|| ask.map(|ask| view! { <p class="t-ask">{rich(ask)}</p> }.into_any()))
        .flatten();
    let own_hint = own_ask
        .is_some()
        .then(|| text::question(key.question).hint.map(|hint| view! { <p class="t-hint">{rich(hint)}</p> }.into_any()))
        .flatten();
    let treatment = spec.step == Step::Treatment;
    let scenes = treatment.then(|| scene_bar(key));
    if none_chosen {
        return scenes.into_any();
    }
    // What p1 has to say about power stands below the answer, in full. For treatment it says that pain is always eased (rule E6).
    let note = text::question(key.question).note.filter(|_| key.question != Question::P1);
    let note = note.map(|note| view! { <p class="t-note t-calm">{rich(note)}</p> });
    // The name of the one row asks, and looks like it.
    let rows = if own_ask.is_some() { rows(key) } else { view! { <div class="t-asked">{rows(key)}</div> }.into_any() };
    view! {
        {scenes}
        {speak(move || aloud(key))}
        {own_ask}
        {own_hint}
        {note}
        {rows}
        {after(key)}
        {common_fields(key)}
        {dates(key)}
        {undo()}
    }
    .into_any()
}

/// What belongs right after the answer: whom to ask, what a naming means, and what a doctor has to hear.
fn after(key: Key) -> AnyView {
    let workspace = workspace();
    match key.question {
        Question::P1 => {
            let nobody = move || {
                let none = workspace.plan(|plan| NOBODY_NOW.is_chosen(&plan.sections));
                none.then(|| {
                    view! { <section class="t-note t-calm"><h2>{rich(text::notes::consult::TITLE)}</h2> <p>{rich(text::notes::consult::TEXT)}</p> <p>{rich(text::notes::consult::CITY)}</p></section> }
                })
            };
            view! { {nobody} <p class="t-note t-calm">{rich(text::notes::power::TEXT)}</p> }.into_any()
        }
        Question::L4 => view! { {numbers()} {crew_rules()} }.into_any(),
        Question::T1 => detail(key),
        Question::T2 => {
            let scene = key.scene.unwrap_or(Scene::A);
            let state = Memo::new(move |_| workspace.plan(|plan| cpr(&plan.sections, scene)));
            // Its fields stay while a day is written into them.
            let refused = Memo::new(move |_| state.get() != Cpr::NotRefused);
            (move || refused.get().then(|| doctor(scene, state))).into_any()
        }
        _ => ().into_any(),
    }
}

/// When the answer was written, and on which days it was talked about.
fn dates(key: Key) -> AnyView {
    let workspace = workspace();
    let at = Memo::new(move |_| workspace.plan(|plan| written_at(plan, key)));
    let on = Memo::new(move |_| workspace.plan(|plan| talked_on(plan, key.question)));
    let written = move || {
        let at = at.get()?;
        let day = workspace.with(|ports| when::day_of(at, ports.clock.at(at).day, lang()))?;
        Some(view! { <p class="t-soft">{rich(text::WRITTEN_ON)} " " {day}</p> })
    };
    let talked = move || {
        let found = on.get().into_iter().map(|on| days::day(on, lang())).collect::<Vec<_>>().join("・");
        let words = view! { <span>{rich(text::TALKED_ON)} " " {found.clone()}</span> };
        (!found.is_empty()).then(|| view! { <PageLink to=Page::Talks class="t-small">{words}</PageLink> }.into_any())
    };
    view! { {written} {talked} }.into_any()
}

/// The last time that somebody wrote to a question.
fn written_at(plan: &Plan, key: Key) -> Option<Moment> {
    let asks = key.question == Question::P2;
    // What p2 asks stands with the people of p1.
    let data = plan.section(&if asks { Key::of(Question::P1) } else { key }.to_string())?;
    let items = data.items.iter().flat_map(|item| &item.fields);
    let asked = |id: &String| [trusted::ASKED, trusted::ASKED_ON].iter().any(|field| field.untyped().as_str() == id);
    data.fields.iter().chain(items).filter(|(id, _)| asked(id) == asks).map(|(_, field)| field.stamp.at).max()
}

/// The days of the talks that touched a question, the latest first.
fn talked_on(plan: &Plan, question: Question) -> Vec<Day> {
    let touched = plan.list(Talk).filter(|talk| talk.chosen(TALK_ABOUT).iter().any(|id| id == question.id()));
    let mut days: Vec<Day> = touched.filter_map(|talk| Day::parse(talk.words(talk::ON))).collect();
    days.sort_by(|one, other| other.cmp(one));
    days.dedup();
    days
}

/// 「もう少しくわしく」: the single treatments, only after the whole was said, and only by a tap.
fn detail(key: Key) -> AnyView {
    let workspace = workspace();
    let content = move || {
        workspace.plan(|plan| plan.state(key) == State::Answered).then(|| {
            let each = [Question::T3, Question::T4, Question::T5].map(|question| {
                let other = Key { question, ..key };
                view! { <li>{to(other, "t-tasks__link", rich(text::title(question)))}</li> }
            });
            view! { <details class="t-more"><summary>{rich(text::notes::treatment::DETAIL)}</summary> <ul class="t-tasks">{each}</ul></details> }
        })
    };
    content.into_any()
}

/// The numbers that the answers of l4 are about, from the card.
fn numbers() -> AnyView {
    let workspace = workspace();
    let found = move || {
        workspace.record.with(|record| {
            let trusted = record.plan.trusted();
            let trusted = trusted.iter().map(|person| (person.name, person.number())).filter(|(_, number)| !number.is_empty());
            home_team(&record.card).chain(trusted).map(|(name, number)| (name.to_owned(), number.to_owned())).collect::<Vec<_>>()
        })
    };
    let rows = move || {
        let each = found()
            .into_iter()
            .map(|(name, number)| view! { <li>{name} " " <span class="t-num">{record::phone::display(&number)}</span></li> }.into_any())
            .collect::<Vec<_>>();
        (!each.is_empty()).then(|| {
            view! { <section><h2>{rich(text::NUMBERS_KNOWN)}</h2> <ul class="t-numbers">{each}</ul></section> }
        })
    };
    rows.into_any()
}

/// 戻る / つづける, along the way that was begun. Before a lead-in is read the way on is in its own two buttons.
fn onward(question: Question) -> AnyView {
    let workspace = workspace();
    let open = opened(question);
    let around = Memo::new(move |_| {
        let key = here(workspace, question);
        let core = workspace.settings.with(|settings| settings.core);
        around(&workspace.plan(|plan| way(plan, core)), key)
    });
    let next = move || {
        if !open.get() {
            return None;
        }
        Some(around.get().1.map_or_else(end, |next| {
            let words = view! { {rich(text::NEXT)} <span class="t-hidden">" – " {answer_text::title(next)}</span> };
            to(next, "t-button t-button--main", words.into_any())
        }))
    };
    let before = move || {
        let before = around.get().0?;
        let words = view! { {rich(text::BEFORE)} <span class="t-hidden">" – " {answer_text::title(before)}</span> };
        Some(to(before, "t-button", words.into_any()))
    };
    view! { {next} {before} }.into_any()
}

/// After the last question: to keep what is new, or to be done.
fn end() -> AnyView {
    let workspace = workspace();
    let unkept = Memo::new(move |_| workspace.plan(Plan::has_unkept));
    let content = move || {
        if unkept.get() {
            let keep = view! { <PageLink to=Page::Keep class="t-button t-button--main">{rich(text::KEEP_WRITTEN)}</PageLink> }.into_any();
            view! { {keep} <PageLink to=Page::Plan class="t-button">{rich(text::TO_QUESTIONS)}</PageLink> }.into_any()
        } else {
            view! { <PageLink to=Page::Plan class="t-button t-button--main">{rich(text::FINISH)}</PageLink> }.into_any()
        }
    };
    content.into_any()
}
