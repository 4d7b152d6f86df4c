// What lies on the device, byte for byte: every IndexedDB store and localStorage, as one text to look through.
import type { Page } from "@playwright/test";

export async function shelf(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((yes, no) => {
        request.onsuccess = () => yes(request.result);
        request.onerror = () => no(request.error);
      });
    const found: string[] = Object.entries({ ...localStorage }).map(([key, value]) => `${key}=${value}`);
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const base = await done(indexedDB.open(name));
      for (const store of base.objectStoreNames) {
        const all = base.transaction(store).objectStore(store);
        found.push(`${store}: ${JSON.stringify(await done(all.getAllKeys()))} ${JSON.stringify(await done(all.getAll()))}`);
      }
      base.close();
    }
    return found.join("\n");
  });
}
