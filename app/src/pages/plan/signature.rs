//! A name under a version: typed, or drawn with a finger. A courtesy, never needed, and no legal signature (rule E1).

use leptos::{ev::PointerEvent, prelude::*};
use record::plan::Signature;
use store::intake::bounds;

use super::written::labelled;
use crate::{
    parts::{
        focus::focus,
        words::{rich, say},
    },
    workspace::{Workspace, workspace},
};
use words::plan as text;

/// The box in which names are drawn, as versions keep them.
const WIDE: f64 = 300.0;
const HIGH: f64 = 100.0;
/// So much of a path is kept: several names long, and still small.
const LONGEST: usize = 6000;
/// Points closer than this say nothing new.
const NEAR: f64 = 1.0;

/// A name that is being written.
#[derive(Clone, Copy)]
pub struct Draft {
    typed: RwSignal<String>,
    drawn: RwSignal<Stroke>,
    /// Whether the box for the finger is open.
    drawing: RwSignal<bool>,
}

impl Draft {
    /// Nothing written.
    #[must_use]
    pub fn new() -> Draft {
        Draft { typed: RwSignal::new(String::new()), drawn: RwSignal::new(Stroke::default()), drawing: RwSignal::new(false) }
    }

    /// What was written, if anything was.
    #[must_use]
    pub fn signed(self) -> Option<Signature> {
        if self.drawing.get_untracked() {
            let path = self.drawn.with_untracked(|pen| pen.path.clone());
            return (!path.is_empty()).then_some(Signature::Drawn(path));
        }
        let name = self.typed.with_untracked(|name| name.trim().to_owned());
        (!name.is_empty()).then_some(Signature::Typed(name))
    }
}

/// A line that follows a finger, as the data of an SVG path.
#[derive(Clone, Debug, Default, PartialEq)]
struct Stroke {
    path: String,
    /// Where the finger is, while it is down.
    at: Option<(f64, f64)>,
}

impl Stroke {
    fn down(&mut self, (x, y): (f64, f64)) {
        if self.path.len() < LONGEST {
            // A line of no length: a tap leaves a dot.
            self.path.push_str(&format!("M{x:.1} {y:.1}l0 0"));
            self.at = Some((x, y));
        }
    }

    fn go(&mut self, (x, y): (f64, f64)) {
        let Some((last_x, last_y)) = self.at else { return };
        if self.path.len() < LONGEST && (x - last_x).hypot(y - last_y) >= NEAR {
            self.path.push_str(&format!("L{x:.1} {y:.1}"));
            self.at = Some((x, y));
        }
    }

    fn up(&mut self) {
        self.at = None;
    }
}

/// Where the name is written.
#[must_use]
pub fn sign(draft: Draft) -> AnyView {
    let content = move || if draft.drawing.get() { by_finger(draft) } else { by_keys(draft) };
    view! {
        <fieldset class="t-field" aria-describedby="sign-note">
            <legend>{rich(text::notes::version::SIGN)}</legend>
            <p class="t-hint" id="sign-note">{rich(text::notes::version::SIGN_NOTE)}</p>
            {content}
        </fieldset>
    }
    .into_any()
}

fn by_keys(draft: Draft) -> AnyView {
    let open = move |_| {
        draft.drawing.set(true);
        focus("type-instead".to_owned());
    };
    view! {
        <label class="t-hidden" for="signed">{rich(text::YOUR_NAME)}</label>
        <input
            class="t-input"
            id="signed"
            type="text"
            maxlength=bounds::NAME.to_string()
            autocomplete="off"
            aria-describedby="sign-note"
            prop:value=move || draft.typed.get()
            on:input=move |event| draft.typed.set(event_target_value(&event))
        />
        <button type="button" class="t-clear" id="draw-it" on:click=open>{rich(text::DRAW)}</button>
    }
    .into_any()
}

fn by_finger(draft: Draft) -> AnyView {
    let workspace = workspace();
    let pen = draft.drawn;
    let down = move |event: PointerEvent| {
        if let Some(at) = place(workspace, &event) {
            // Neither text nor the page moves under the finger.
            event.prevent_default();
            pen.update(|pen| pen.down(at));
        }
    };
    let go = move |event: PointerEvent| {
        if pen.with_untracked(|pen| pen.at.is_some())
            && let Some(at) = place(workspace, &event)
        {
            pen.update(|pen| pen.go(at));
        }
    };
    let up = move |_| pen.update(Stroke::up);
    let again = move |_| pen.set(Stroke::default());
    let back = move |_| {
        draft.drawing.set(false);
        focus("signed".to_owned());
    };
    view! {
        <div class="t-draw" id="draw">
            <div
                class="t-draw__box"
                role="img"
                aria-label=say(text::DRAW_HERE)
                on:pointerdown=down
                on:pointermove=go
                on:pointerup=up
                on:pointercancel=up
                on:pointerleave=up
            >
                <svg class="t-drawn" viewBox="0 0 300 100" aria-hidden="true"><path d=move || pen.with(|pen| pen.path.clone()) /></svg>
            </div>
        </div>
        <div class="t-tools">
            <button type="button" class="t-small" on:click=again>{rich(text::DRAW_AGAIN)}</button>
            <button type="button" class="t-small" id="type-instead" on:click=back>{rich(text::TYPE)}</button>
        </div>
    }
    .into_any()
}

/// Where in the box the finger is. The box is three times as wide as high, whatever its size on the screen.
fn place(workspace: Workspace, event: &PointerEvent) -> Option<(f64, f64)> {
    if !event.is_primary() {
        return None;
    }
    let high = workspace.with(|ports| ports.device.heights("draw"))?.first().copied().filter(|high| *high > 0.0)?;
    let scale = HIGH / high;
    let (x, y) = (f64::from(event.offset_x()) * scale, f64::from(event.offset_y()) * scale);
    Some((x.clamp(0.0, WIDE), y.clamp(0.0, HIGH)))
}

/// The name under a version.
#[must_use]
pub fn signed(name: &Signature) -> AnyView {
    match name {
        Signature::Typed(name) => labelled(text::SIGNED, name.clone()),
        Signature::Drawn(path) => view! {
            <figure>
                <svg class="t-drawn" viewBox="0 0 300 100" role="img" aria-label=say(text::DRAWN)><path d=path.clone() /></svg>
            </figure>
        }
        .into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finger_leaves_strokes_and_dots_and_never_more_than_fits() {
        let mut pen = Stroke::default();
        pen.go((5.0, 5.0));
        assert_eq!(pen.path, "", "nothing is drawn before the finger is down");
        pen.down((10.0, 20.0));
        pen.go((10.2, 20.1));
        pen.go((14.04, 23.0));
        pen.up();
        pen.go((90.0, 90.0));
        pen.down((50.0, 50.0));
        assert_eq!(pen.path, "M10.0 20.0l0 0L14.0 23.0M50.0 50.0l0 0");
        for step in 0..10_000 {
            pen.go((f64::from(step % 300), 10.0));
        }
        assert!(pen.path.len() < LONGEST + 20);
    }
}
