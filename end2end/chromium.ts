// Which browser the tests run in, and how it is started: the same for Playwright's own contexts and for profiles that we kill.
import { existsSync } from "node:fs";
import type { BrowserContextOptions, LaunchOptions } from "@playwright/test";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of the system, never a downloaded one. `CHROMIUM` names another. */
function browser(): string {
  const found = process.env["CHROMIUM"] ?? PLACES.find((place) => existsSync(place));
  if (!found) throw new Error("No Chromium found. On Debian: apt-get install chromium. Elsewhere: set CHROMIUM to its path.");
  return found;
}

export const launchOptions: LaunchOptions = {
  executablePath: browser(),
  args: [
    "--no-sandbox", // root has no sandbox; the only pages opened are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    // The browser itself asks nobody for anything, so that a request to the outside can only come from a page.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** A phone in Japan. */
export const contextOptions = {
  locale: "ja-JP",
  timezoneId: "Asia/Tokyo",
  viewport: { width: 360, height: 740 },
  colorScheme: "light",
} satisfies BrowserContextOptions;
