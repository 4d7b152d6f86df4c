// The whole story on the narrowest phone with the browser's own text at 200 %, by taps; by keyboard: narrow.spec.ts.
import { comeback, journey } from "../journey";
import { test } from "../narrow";

test("80歳の母のカードを娘が作る、320ピクセルの画面と2倍の文字で", async ({ lang, profile, server, guard }) => {
  test.setTimeout(600_000);
  await comeback(await journey({ lang, profile, server, guard, screen: "narrow" }));
});
