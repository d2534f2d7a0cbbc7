// What somebody writes stays on this device, sealed, until it was sent: a session that ends in the middle of a long note
// costs nothing. The key cannot be read out, and each person has their own; signing out clears both (Clear-Site-Data).
(() => {
  const { user, unsent, use, drop } = document.body.dataset;
  if (!crypto.subtle || !window.indexedDB) return;

  const aDay = 864e5;
  let opened;
  const database = () => opened ??= new Promise((done, refused) => {
    const request = indexedDB.open("slrt-unsent", 1);
    request.onupgradeneeded = () => ["keys", "texts"].forEach(store => request.result.createObjectStore(store));
    request.onsuccess = () => done(request.result);
    request.onerror = refused;
  });
  const ask = async (store, what) => {
    const request = what((await database()).transaction(store, "readwrite").objectStore(store));
    return new Promise((done, refused) => {
      request.onsuccess = () => done(request.result);
      request.onerror = refused;
    });
  };
  const key = async () => await ask("keys", keys => keys.get(user)) ?? await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"])
    .then(made => ask("keys", keys => keys.put(made, user)).then(() => made));
  const place = area => `${user} ${location.pathname} ${area.id}`;
  const forget = area => ask("texts", texts => texts.delete(place(area)));

  async function keep(area) {
    if (!area.value.trim()) return forget(area);
    const iv = crypto.getRandomValues(new Uint8Array(12)), at = Date.now(), text = new TextEncoder().encode(area.value);
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key(), text);
    await ask("texts", texts => texts.put({ at, iv, sealed }, place(area)));
    area.dataset.kept = at;
  }

  async function offer(area) {
    const kept = await ask("texts", texts => texts.get(place(area)));
    if (!kept || area.value) return;
    if (kept.at < Date.now() - aDay) return forget(area);
    const text = new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, await key(), kept.sealed));
    const note = Object.assign(document.createElement("div"), { className: "note wait" });
    const button = (label, pressed) => Object.assign(document.createElement("button"), {
      className: "link-button", type: "button", textContent: label, onclick: () => { pressed(); note.remove(); },
    });
    note.setAttribute("role", "status");
    note.append(`${unsent} `, button(use, () => { area.value = text; area.focus(); }), " ", button(drop, () => forget(area)));
    area.before(note);
    const folded = area.closest("details");
    if (folded) folded.open = true;
  }

  // A form of the desk is another person's each time: what one told must not be offered beside the next.
  const isKept = area => !area.closest("[data-unkept]");
  const areas = form => [...form?.querySelectorAll("textarea[id]") ?? []].filter(isKept);
  const look = () => user && areas(document.querySelector("main")).forEach(area => offer(area).catch(() => {}));

  let pause;
  document.addEventListener("input", event => {
    if (!user || !event.target.matches("main textarea[id]") || !isKept(event.target)) return;
    clearTimeout(pause);
    pause = setTimeout(() => keep(event.target).catch(() => {}), 300);
  });
  document.addEventListener("htmx:after:swap", event => {
    const { request, response } = event.detail?.ctx ?? {};
    if (user && request?.method === "POST" && response?.status < 400) {
      clearTimeout(pause);
      areas(request.form).forEach(area => forget(area).catch(() => {}));
    }
  });

  // A form that leaves the page: only the page that answers tells whether its words were taken.
  document.addEventListener("submit", event => {
    if (!user || event.defaultPrevented || !indexedDB.databases) return;
    clearTimeout(pause);
    for (const at of areas(event.target).map(place)) {
      ask("texts", texts => {
        const found = texts.get(at);
        found.addEventListener("success", () => found.result && texts.put({ ...found.result, sent: true }, at));
        return found;
      }).catch(() => {});
    }
  });

  // Taken: led on to a page that refuses nothing. Not the way in, nor an error, nor a page that shows the words once more.
  const isTaken = () => {
    const { responseStatus, redirectCount } = performance.getEntriesByType("navigation")[0] ?? {};
    return user && responseStatus === 200 && redirectCount > 0 && !document.querySelector("[data-errors], #conflict");
  };
  async function settle() {
    if (!user && !(await indexedDB.databases?.())?.some(({ name }) => name === "slrt-unsent")) return;
    const taken = isTaken(), shown = areas(document.querySelector("main")).filter(area => area.value).map(place);
    const transaction = (await database()).transaction("texts", "readwrite"), each = transaction.objectStore("texts").openCursor();
    each.onsuccess = () => {
      const at = each.result;
      if (!at) return;
      const { sent, ...kept } = at.value;
      if (sent && taken && !shown.includes(at.key)) at.delete();
      else if (sent) at.update(kept);
      at.continue();
    };
    return new Promise((done, refused) => {
      transaction.oncomplete = done;
      transaction.onerror = refused;
    });
  }
  const begin = () => settle().then(look, look);
  addEventListener("DOMContentLoaded", begin);
  if (document.readyState !== "loading") begin();
})();
