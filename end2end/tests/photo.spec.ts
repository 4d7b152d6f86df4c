// v2: a photo of what somebody enjoys. Made small on the device, kept with the answer, and taken away again.
import { readFileSync } from "node:fs";
import { expect, test } from "../fixtures";

const icon = readFileSync(new URL("../../public/icon-512.png", import.meta.url));
/** A file field is met by its button: 「写真を選ぶ・とる」. */
const FIELD = "#photo";

test("a photo is made small, kept, shown again, and taken away with undo", async ({ app }) => {
  const v2 = await app.question("v2").open();
  const photo = v2.main.getByRole("img", { name: "毎日の楽しみの写真" });
  await expect(photo).toHaveCount(0);

  await test.step("what is no picture is refused with a sentence, and nothing is lost", async () => {
    await v2.main.locator("textarea").first().fill(v2.guard.typed("庭の菊"));
    await v2.saved();
    await v2.main.locator(FIELD).setInputFiles({ name: "letter.png", mimeType: "image/png", buffer: Buffer.from("not a picture") });
    await v2.says("この写真は読めませんでした。書いたことはそのままです。");
    await expect(v2.main.locator("textarea").first()).toHaveValue("庭の菊");
  });

  await test.step("a picture", async () => {
    await v2.main.locator(FIELD).setInputFiles({ name: "kiku.png", mimeType: "image/png", buffer: icon });
    await expect(photo).toBeVisible();
    expect(await photo.evaluate((image: HTMLImageElement) => [image.naturalWidth <= 560, image.src.startsWith("data:image/jpeg;base64,")])).toEqual([true, true]);
    await v2.saved();
    await v2.saysNot("この写真は読めませんでした");
  });

  await test.step("it is there again", async () => {
    await v2.open();
    await expect(photo).toBeVisible();
    const keep = await app.keep.open();
    await keep.main.locator("form summary").first().click();
    await keep.says("写真があります");
    await keep.button(keep.say("planKeep")).click();
    await expect(keep.main.locator("#kept")).toBeVisible();
  });

  await test.step("taken away, and back", async () => {
    await v2.open();
    await v2.button("写真をはずす").click();
    await expect(photo).toHaveCount(0);
    await v2.main.locator("#undo").click();
    await expect(photo).toBeVisible();
  });

  await test.step("a change of it is told in words", async () => {
    await v2.button("写真をはずす").click();
    await v2.saved();
    const history = await app.history.open();
    await history.says("写真があります");
    await history.saysNot("base64");
  });
});
