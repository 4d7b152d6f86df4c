// Before anything is drawn: the size of the text, the colours and the language that were set on this device. A classic script in the head, so small
// that nobody waits for it; everything else is start.js.
(() => {
  const root = document.documentElement;
  // The app takes the place of the words that the server wrote: not under a finger. Which ones are down, and a promise for none, which
  // nobody waits for longer than two seconds.
  const down = new Set();
  const waiting = new Set();
  addEventListener("pointerdown", (event) => down.add(event.pointerId), true);
  for (const end of ["pointerup", "pointercancel"]) {
    addEventListener(
      end,
      (event) => {
        down.delete(event.pointerId);
        // After the click that follows.
        if (down.size === 0) setTimeout(() => waiting.forEach((done) => done()));
      },
      true,
    );
  }
  window.tsumuguLifted = () =>
    new Promise((done) => {
      if (down.size === 0) return done();
      waiting.add(done);
      setTimeout(done, 2000);
    });
  // Somebody has written here: what a first visit would show is not for them.
  const known = () => document.cookie.includes("tsumugu_had_data") || Object.keys(localStorage).some((key) => key.startsWith("tsumugu.head."));
  let leaving = false;
  try {
    if (known()) root.dataset.known = "";
    const settings = JSON.parse(localStorage.getItem("tsumugu.settings") ?? "{}");
    for (const key of ["step", "theme", "ruby"]) {
      if (typeof settings[key] === "string") root.dataset[key] = settings[key];
    }
    // The app on the home screen opens `/`, in Japanese. From there only, so that every link goes where it says, and only this way.
    leaving = settings.lang === "en" && location.pathname === "/";
    if (leaving) location.replace(`/en${location.search}${location.hash}`);
  } catch {
    // Storage is off, or holds something else: the page looks as at a first visit.
  }
  // Everything is on the device: the page is painted once, with the person's words in it, and not first without them. Should the
  // files be gone or the device slow, the page shows what it has: 119 must never wait.
  if (navigator.serviceWorker?.controller) {
    // Not where the address names a place on the page: a browser looks for it once, and must find it.
    if (location.hash === "") {
      root.dataset.starting = "";
      setTimeout(() => root.removeAttribute("data-starting"), 400);
    }
    if (leaving) return;
    // The code is at hand: it is read while the page is still being taken apart. Not at a first visit, where words and style go first.
    const { code, integrity } = document.currentScript.dataset;
    window.tsumuguCode = fetch(code, { integrity, credentials: "same-origin" });
    // start.js says it when this fails.
    window.tsumuguCode.catch(() => {});
  }
})();
