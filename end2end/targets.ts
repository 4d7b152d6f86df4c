// How large the things are that somebody taps. 44 pixels is WCAG 2.2 AAA (2.5.5, https://www.w3.org/TR/WCAG22/#target-size-enhanced);
// 56 for residents, because many of them are old or ill; 44 in the first part of the crew's screen, which must show items 1 to 5 at
// once on a small phone, and is read more than it is tapped.
import type { Page } from "@playwright/test";

const RESIDENT = 56;
const CREW = 44;

/** Everything that can be tapped and is too small, with its size. */
export async function targets(page: Page): Promise<string[]> {
  return page.evaluate(
    ([resident, crew]) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>("a[href], button, input, textarea, select, summary")) {
        // A radio button is tapped on its whole row.
        const row = element.matches("[type=radio], [type=checkbox]") ? (element.closest("label") ?? element) : element;
        const { width, height } = row.getBoundingClientRect();
        if (width === 0 || height === 0) continue;
        const least = element.closest(".t-crew") && !element.closest(".t-crew__block") ? crew : resident;
        if (width >= least - 0.5 && height >= least - 0.5) continue;
        found.push(`${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 30)} ${Math.round(width)}×${Math.round(height)}`);
      }
      return found;
    },
    [RESIDENT, CREW] as const,
  );
}
