import { test } from "../fixtures";
import { journey } from "../journey";

test("80歳の母のカードを娘が作る", async ({ lang, profile, server, guard }) => {
  test.setTimeout(240_000);
  await journey({ lang, profile, server, guard });
});
