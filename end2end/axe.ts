// axe on a page: WCAG 2.2 A and AA, and of AAA the contrast of 7:1. Its code goes in through the debugger, because the app's content
// policy lets no script in that is not the app's own, and switching the policy off would test another app.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const CODE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const RULES = { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } };

export interface Violation {
  rule: string;
  help: string;
  places: string[];
}

export async function violations(page: Page): Promise<Violation[]> {
  await page.evaluate(CODE);
  const found = await page.evaluate(
    ([values, rules]) => {
      const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResults> } };
      return axe.run(document, { runOnly: { type: "tag", values }, rules, resultTypes: ["violations"] });
    },
    [TAGS, RULES] as const,
  );
  return found.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    places: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary?.replaceAll("\n", " ") ?? ""}`),
  }));
}

/** Fails with every violation and its place. */
export async function accessible(page: Page): Promise<void> {
  expect(await violations(page), `what axe finds on ${new URL(page.url()).pathname}`).toEqual([]);
}
