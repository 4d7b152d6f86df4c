import { defineConfig } from "@playwright/test";
import { contextOptions, launchOptions } from "./chromium";

export default defineConfig({
  testDir: "tests",
  outputDir: "results/tests",
  // One server and one browser for each worker; the tests share nothing else.
  fullyParallel: true,
  workers: 2,
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: Boolean(process.env["CI"]),
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [["list"], ["html", { open: "never", outputFolder: "report" }]],
  use: {
    ...contextOptions,
    launchOptions,
    screenshot: { mode: "on", fullPage: true },
    trace: "retain-on-failure",
  },
});
