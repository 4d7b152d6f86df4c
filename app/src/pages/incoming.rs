//! Records that are about to come in, from a file or from paper: who they are, what they would change, and the way back afterwards.

use leptos::prelude::*;
use record::{Record, Section};
use store::{
    JournalError,
    backup::{Contents, Effect as Change, effect},
    import::{ImportMode, ImportUndo, outcome},
    intake::Refused,
    pictures::Pictures,
};
use words::{answer_text::Form, facts};

use super::{
    changes::changes,
    plan::written::{Level, written},
};
use crate::titles::name;
use crate::{
    parts::{
        focus::focus_in,
        frame::PageLink,
        summary,
        words::{fact, lang, numbers, rich},
    },
    routes::Page,
    workspace::{Workspace, workspace},
};
use words::{Word, frame, keep as text, labels, plan as plan_text};

/// Where the bringing in stands.
#[derive(Clone, Debug, PartialEq)]
enum Step {
    Choosing,
    Working,
    Done {
        undos: Vec<ImportUndo>,
        /// Why the rest could not be put in.
        failed: Option<JournalError>,
    },
    TakenBack,
    /// Taking back failed; the way is still known.
    Stuck(Vec<ImportUndo>),
}

/// Why something was not taken in: what happened, what is safe, what to do next.
#[must_use]
pub fn refused(refused: Refused) -> Word {
    match refused {
        Refused::Name => text::REFUSED_NAME,
        Refused::TooManyPeople => text::REFUSED_PEOPLE,
        Refused::TooMany => text::REFUSED_MANY,
        Refused::TooLong => text::REFUSED_LONG,
        Refused::TooLarge => text::REFUSED_LARGE,
        Refused::TooDeep | Refused::Unstable => text::REFUSED_STRANGE,
    }
}

/// One record that comes in, and what shall become of it.
#[derive(Clone)]
struct IncomingRecord {
    record: Record,
    take: RwSignal<ImportMode>,
}

/// Where the focus goes when the records have been read, and again when they are in.
pub const TOP: &str = "incoming";

/// The preview, the choice, the result. `finished` is called once the records are on the device.
#[must_use]
pub fn incoming(contents: Contents, finished: fn(Workspace)) -> AnyView {
    let workspace = workspace();
    let here = workspace.on_hand();
    let missing = contents.missing() > 0;
    let pictures = StoredValue::new(contents.pictures);
    let coming: Vec<IncomingRecord> = contents
        .records
        .into_iter()
        .map(|record| {
            let take = match effect(&here, &record) {
                Change::New => ImportMode::Replace,
                Change::Differs(_) => ImportMode::Merge,
                Change::Same => ImportMode::Skip,
            };
            IncomingRecord { record, take: RwSignal::new(take) }
        })
        .collect();
    let step = RwSignal::new(Step::Choosing);
    let content = move || match step.get() {
        Step::Choosing => {
            let missing = missing.then(|| view! { <p class="t-note">{rich(text::WITHOUT_PICTURE)}</p> });
            view! { {preview(&coming, pictures, step, finished)} {missing} }.into_any()
        }
        Step::Working => view! { <p role="status">{rich(text::TAKING)}</p> }.into_any(),
        Step::Done { undos, failed } => done(step, undos, failed),
        Step::TakenBack => view! { <h2 id=TOP tabindex="-1">{rich(text::TAKEN_BACK)}</h2> {again(step, text::CHOOSE_AGAIN)} }.into_any(),
        Step::Stuck(undos) => {
            view! { <p class="t-note" id=TOP tabindex="-1">{rich(text::NOT_TAKEN_BACK)}</p> {undo(step, undos)} }.into_any()
        }
    };
    view! { <section class="t-form">{content}</section> }.into_any()
}

fn preview(coming: &[IncomingRecord], pictures: StoredValue<Pictures>, step: RwSignal<Step>, finished: fn(Workspace)) -> AnyView {
    let workspace = workspace();
    let here = StoredValue::new(workspace.on_hand());
    let people = coming.iter().enumerate().map(|(place, one)| person(place, one, here)).collect::<Vec<_>>();
    let chosen = coming.to_vec();
    let button = move || {
        if chosen.iter().all(|one| one.take.get() == ImportMode::Skip) {
            return view! { <p>{rich(text::NOTHING_TO_DO)}</p> }.into_any();
        }
        let wanted = chosen.clone();
        let put = move |_| take_in(workspace, &wanted, pictures, step, finished);
        view! { <button type="button" class="t-button t-button--main" on:click=put>{rich(text::TAKE_IN)}</button> }.into_any()
    };
    view! { <h2 id=TOP tabindex="-1">{rich(text::FOUND)}</h2> {people} {button} }.into_any()
}

fn person(place: usize, coming: &IncomingRecord, here: StoredValue<Vec<Record>>) -> AnyView {
    let record = &coming.record;
    let what = here.with_value(|here| effect(here, record));
    let (words, options): (String, &[(ImportMode, Word)]) = match what {
        Change::New => (text::NEW.say(lang()).to_owned(), &[(ImportMode::Replace, text::TAKE), (ImportMode::Skip, text::LEAVE)]),
        Change::Same => (text::SAME.say(lang()).to_owned(), &[]),
        Change::Differs(count) => {
            let all = &[(ImportMode::Merge, text::JOIN), (ImportMode::Replace, text::REPLACE), (ImportMode::Skip, text::LEAVE)];
            (text::differs(count, lang()), all)
        }
    };
    let take = coming.take;
    let choices = options.iter().map(|(one, word)| choice(place, take, *one, *word)).collect::<Vec<_>>();
    let choices = (!options.is_empty()).then(|| {
        view! {
            <fieldset class="t-field">
                <legend>{rich(text::HOW)} <span class="t-hidden">" – " {summary::person(record)}</span></legend>
                <div class="t-options">{choices}</div>
            </fieldset>
        }
    });
    let sample = record.sample.then(|| view! { <span class="t-mark-sample">{rich(frame::SAMPLE)}</span> });
    let differs = matches!(what, Change::Differs(_));
    let content = coming.record.clone();
    let details = move || if differs { what_changes(here, &content, take.get()) } else { whole(&content) };
    view! {
        <div class="t-item">
            <h3 class="t-item__name">{summary::person(record)} " " {sample}</h3>
            <p>{words}</p>
            {choices}
            <details class="t-more">
                <summary>{rich(if differs { text::SEE_CHANGES } else { text::SEE_CONTENT })}</summary>
                {details}
            </details>
        </div>
    }
    .into_any()
}

fn choice(place: usize, take: RwSignal<ImportMode>, one: ImportMode, word: Word) -> AnyView {
    view! {
        <label class="t-option">
            <input type="radio" name=format!("take-{place}") prop:checked=move || take.get() == one on:change=move |_| take.set(one) />
            <span>{rich(word)}</span>
        </label>
    }
    .into_any()
}

/// What would be different on this device afterwards.
fn what_changes(here: StoredValue<Vec<Record>>, coming: &Record, take: ImportMode) -> AnyView {
    here.with_value(|here| {
        let mine = here.iter().find(|record| record.id == coming.id);
        match (mine, outcome(here, coming, take, &workspace().stamp())) {
            (Some(mine), Some(after)) => changes(mine, &after),
            (Some(mine), None) => changes(mine, mine),
            (None, _) => whole(coming),
        }
    })
}

/// Everything in a record, section by section, the plan after the card, for reading through.
#[must_use]
pub fn whole(record: &Record) -> AnyView {
    let block = |section: Section| {
        let facts = facts::section(&record.card, section, lang(), Form::Full);
        (!facts.is_empty()).then(|| {
            let lines = facts.into_iter().map(|(label, words)| fact(label, numbers(&words))).collect::<Vec<_>>();
            view! { <h4>{rich(labels::section(section))}</h4> <dl class="t-facts">{lines}</dl> }
        })
    };
    view! { <div class="t-content">{Section::ALL.map(block)} {plan(record)}</div> }.into_any()
}

/// The answers as they stand, then what was kept, talked about, felt and opened.
fn plan(record: &Record) -> Option<AnyView> {
    let answers = record.plan.snapshot();
    let extras = words::changes::plan_extras(record, lang());
    if answers.is_empty() && extras.is_empty() {
        return None;
    }
    let answers = (!answers.is_empty()).then(|| written(&answers, &record::Author::Own, Level::H5));
    let extras = extras.into_iter().map(|(name, lines)| {
        let lines = lines.into_iter().map(|line| view! { <dd>{numbers(&line)}</dd> }.into_any()).collect::<Vec<_>>();
        view! { <div><dt>{name}</dt> {lines}</div> }.into_any()
    });
    let extras = extras.collect::<Vec<_>>();
    let extras = (!extras.is_empty()).then(|| view! { <dl class="t-said">{extras}</dl> });
    Some(view! { <h4>{rich(plan_text::NAME)}</h4> {answers} {extras} }.into_any())
}

fn take_in(
    workspace: Workspace,
    wanted: &[IncomingRecord],
    pictures: StoredValue<Pictures>,
    step: RwSignal<Step>,
    finished: fn(Workspace),
) {
    // Looked at anew: another tab may have written since the preview was made.
    let (here, stamp) = (workspace.on_hand(), workspace.stamp());
    let records = wanted.iter().filter_map(|one| outcome(&here, &one.record, one.take.get_untracked(), &stamp)).collect();
    let pictures = pictures.get_value();
    step.set(Step::Working);
    leptos::task::spawn_local(async move {
        let (undos, done) = workspace.import(records, &pictures).await;
        if done.is_ok() {
            finished(workspace);
        }
        step.try_set(Step::Done { undos, failed: done.err() });
        focus_in(workspace, TOP);
    });
}

fn done(step: RwSignal<Step>, undos: Vec<ImportUndo>, failed: Option<JournalError>) -> AnyView {
    let whole = failed.is_none();
    let (title, lead) = match failed {
        None => (text::TAKEN, text::TAKEN_LEAD),
        Some(JournalError::TooLarge) => (text::NOT_TAKEN, text::NOT_TAKEN_LARGE),
        Some(_) => (text::NOT_TAKEN, text::NOT_TAKEN_LEAD),
    };
    let lead = (!whole || undos.iter().any(ImportUndo::was_here))
        .then(|| view! { <p>{rich(lead)} " " <PageLink to=Page::History class="t-small">{rich(name(Page::History))}</PageLink></p> });
    let again = (!whole).then(|| again(step, text::AGAIN));
    let undo = (!undos.is_empty()).then(|| undo(step, undos));
    let see = whole.then(|| view! { <PageLink to=Page::Card class="t-button t-button--main">{rich(text::SEE_CARD)}</PageLink> }.into_any());
    view! {
        <h2 id=TOP tabindex="-1">{rich(title)}</h2>
        {lead}
        {again}
        {see}
        {undo}
    }
    .into_any()
}

/// Back to the choice.
fn again(step: RwSignal<Step>, word: Word) -> AnyView {
    let workspace = workspace();
    let choose = move |_| {
        step.set(Step::Choosing);
        focus_in(workspace, TOP);
    };
    view! { <button type="button" class="t-button" on:click=choose>{rich(word)}</button> }.into_any()
}

fn undo(step: RwSignal<Step>, undos: Vec<ImportUndo>) -> AnyView {
    let workspace = workspace();
    let back = move |_| {
        let undos = undos.clone();
        step.set(Step::Working);
        leptos::task::spawn_local(async move {
            let next = match workspace.take_back(undos.clone()).await {
                Ok(()) => Step::TakenBack,
                Err(_) => Step::Stuck(undos),
            };
            step.try_set(next);
            focus_in(workspace, TOP);
        });
    };
    view! { <button type="button" class="t-button" on:click=back>{rich(text::UNDO)}</button> }.into_any()
}

#[cfg(test)]
mod tests {
    use record::{
        Answer, Author, Day, ItemId, Moment, RecordId, Stamp,
        access::{EventId, Recipient},
        catalogue::NewItem,
        plan::{
            Version, VersionId,
            catalogue::v2,
            lists::{Talk, talk},
            parts::Part,
        },
    };

    use super::*;
    use crate::parts::html::html;

    fn shown(record: &Record) -> String {
        let owner = Owner::new();
        owner.with(|| {
            provide_context(Workspace::new(None));
            html(whole(record))
        })
    }

    /// What is refused says what is safe, in both languages.
    #[test]
    fn every_refusal_has_a_sentence_that_says_what_is_safe() {
        use Refused::{Name, TooDeep, TooLarge, TooLong, TooMany, TooManyPeople, Unstable};
        for why in [Name, TooManyPeople, TooMany, TooLong, TooDeep, TooLarge, Unstable] {
            let word = refused(why);
            assert!(word.ja.contains("この端末の記録は変わっていません。"), "{why:?}");
            assert!(word.en.contains("Nothing here has changed."), "{why:?}");
        }
    }

    #[test]
    fn the_whole_content_holds_the_plan_too() {
        let mut record = Record::new(RecordId("a".to_owned()), Moment(0));
        assert!(!shown(&record).contains(plan_text::NAME.ja));
        let (plan, stamp) = (&mut record.plan, Stamp::default());
        let given = |words: &str| Some(Answer::Given(words.to_owned()));
        v2::WORDS.set(&mut plan.sections, given("朝の散歩"), &stamp);
        plan.keep(Version {
            id: VersionId("v".to_owned()),
            on: Day::parse("2026-11-26").unwrap(),
            at: Moment(1),
            by: Author::Own,
            reason: String::new(),
            signed: None,
            after: Vec::new(),
            answers: plan.snapshot(),
            extra: serde_json::Map::new(),
        });
        let talk = NewItem::new(Talk, ItemId("t".to_owned())).with(talk::ON, given("2026-10-"), &stamp);
        talk.with(talk::LINE_1, given("家のこと"), &stamp).put(&mut plan.sections);
        for (id, part, open) in [("o1", Part::Values, true), ("o2", Part::Words, false)] {
            record.log.set_open(EventId(id.to_owned()), part, Recipient::Family, open, &stamp);
        }
        let html = shown(&record);
        for words in
            [plan_text::NAME.ja, "朝の散歩", "令和8年11月26日の記録", "2026年10月", "家のこと", "ほかの家族：大切なこと・楽しみ・気がかり"]
        {
            assert!(html.contains(words), "{words}: {html}");
        }
        assert!(!html.contains("ほかの家族：亡くなった後") && !html.contains("2026-"), "{html}");
    }
}
