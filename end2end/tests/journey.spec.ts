import { test } from "../fixtures";
import { comeback, journey } from "../journey";

test("80歳の母のカードを娘が作る", async ({ lang, profile, server, guard }) => {
  test.setTimeout(400_000);
  await comeback(await journey({ lang, profile, server, guard }));
});
