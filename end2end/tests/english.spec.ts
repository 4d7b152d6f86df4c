import { test } from "../fixtures";
import { comeback, journey } from "../journey";

test.use({ lang: "en" });

test("a daughter makes the card of her mother of 85, in English", async ({ lang, profile, server, guard }) => {
  test.setTimeout(400_000);
  await comeback(await journey({ lang, profile, server, guard }));
});
