// Every page of the app, for tests that go through all of them.
import type { App } from "./app";
import type { Screen } from "./screen";

export const SECTIONS = [
  "person",
  "contacts",
  "doctors",
  "illness",
  "medicines",
  "allergies",
  "devices",
  "usual",
  "orders",
  "papers",
  "care",
  "insurance",
  "blood",
];

/** Name for files and messages, and the page. */
export function everyPage(app: App): [name: string, screen: Screen][] {
  return [
    ["home", app.home],
    ["card", app.card],
    ...SECTIONS.map((id): [string, Screen] => [`card-${id}`, app.section(id)]),
    ["saved", app.saved],
    ["show", app.show],
    ["call", app.call],
    ["print", app.print],
    ["check", app.check],
    ["people", app.people],
    ["plan", app.plan],
    // One of each kind; plan.spec.ts opens them all, past their lead-ins.
    ...["v1", "p1", "l4", "t1"].map((id): [string, Screen] => [`plan-${id}`, app.question(id)]),
    ["plan-keep", app.keep],
    ["plan-past", app.past],
    ["plan-talks", app.talks],
    ["plan-together", app.together],
    ["plan-opened", app.opened],
    ["plan-sheets", app.sheets],
    ["backup", app.backup],
    ["history", app.history],
    ["restore", app.restore],
    ["settings", app.settings],
    ["help", app.help],
    ["about", app.about],
  ];
}
