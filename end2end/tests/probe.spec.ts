import { expect, test } from "../fixtures";
test("probe", async ({ app, page }) => {
  await app.home.open();
  page.on("console", m => console.log("console", m.text()));
  await app.page.evaluate(() => { document.addEventListener("click", (e) => console.log("click", e.defaultPrevented, (e.target as Element).outerHTML.slice(0,80))); });
  await app.home.go("card");
  await page.waitForTimeout(1500);
  console.log(page.url(), await page.locator("h1").first().innerText());
});
