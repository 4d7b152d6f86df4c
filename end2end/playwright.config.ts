import { defineConfig } from "@playwright/test";
import { contextOptions, launchOptions } from "./chromium";

export default defineConfig({
  testDir: "tests",
  outputDir: "results/tests",
  // One server and one browser for each worker; the tests share nothing else.
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has found something: it is listed as flaky, and somebody has to look. On a shared machine
  // of two cores it must not stop everything else.
  retries: process.env["CI"] ? 1 : 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["html", { open: "never", outputFolder: "report" }]],
  use: {
    ...contextOptions,
    launchOptions,
    // Long enough for a busy machine, short enough that a thing that is not there ends its test alone.
    actionTimeout: 20_000,
    screenshot: { mode: "only-on-failure", fullPage: true },
    // A trace takes as long as the test itself: `TRACE=1` when one is wanted. look.ts makes the pictures for people.
    trace: process.env["TRACE"] ? "retain-on-failure" : "off",
  },
});
