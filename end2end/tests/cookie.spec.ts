// The one cookie: it says that there was something here, and over https it goes by nothing else.
import { expect, test } from "../fixtures";
import { App } from "../pages/app";

const PET = "猫のたま";

test("over http, where one tries it out, it is kept", async ({ app, context }) => {
  const care = await app.section("care").open();
  expect(await context.cookies()).toEqual([]);
  await care.fill("ペット", PET);
  await care.saved();
  const cookies = await context.cookies();
  expect(cookies.map(({ name, value, secure, sameSite }) => [name, value, secure, sameSite])).toEqual([["tsumugu_had_data", "1", false, "Strict"]]);
});

test.describe("over https", () => {
  const origin = "https://tsumugu.test";
  test.use({ baseURL: origin, serviceWorkers: "block" });

  test("it is Secure", async ({ page, context, server, lang, guard }) => {
    // In place of the proxy that a real server has in front of it. There is no such host, so the guard sees requests of another origin.
    guard.allow(/tsumugu\.test|registration blocked/);
    await context.route(`${origin}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: server.url + pathname + search }) });
    });
    const care = await new App(page, lang, guard).section("care").open();
    await care.fill("ペット", PET);
    await care.saved();
    const cookies = await context.cookies();
    expect(cookies.map(({ name, secure, sameSite }) => [name, secure, sameSite])).toEqual([["tsumugu_had_data", true, "Strict"]]);
  });
});
