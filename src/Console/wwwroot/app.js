// Comfort only: every page works without this file.
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const typing = element => element?.closest("input, textarea, select, [contenteditable]");

  // After a refused form the summary takes the focus, so that it is read out first.
  const focusErrors = () => one("[data-errors]", one("dialog[open]") ?? document)?.focus();
  document.addEventListener("htmx:after:swap", focusErrors);
  addEventListener("DOMContentLoaded", focusErrors);

  // Of tabs that do not fit, the one at hand is in sight.
  const showTab = () => { const tab = one(".tabs [aria-current]"); tab?.parentElement.scrollTo({ left: tab.offsetLeft - tab.parentElement.offsetLeft - 16 }); };
  addEventListener("DOMContentLoaded", showTab);

  // What was taken is cleared; what was refused came back in the form.
  document.addEventListener("htmx:after:swap", event => {
    const { request, response } = event.detail?.ctx ?? {};
    if (request?.method === "POST" && response?.status < 400) request.form?.reset();
  });

  // Offline bar, and a bar for a server that does not answer.
  const bar = state => { const element = one("#offline"); if (element) element.hidden = state; };
  addEventListener("offline", () => bar(false));
  addEventListener("online", () => bar(true));
  document.addEventListener("htmx:error", () => bar(navigator.onLine && false));
  document.addEventListener("htmx:after:request", () => bar(true));

  // News of a complaint brings its next steps along, unless one of them has been opened by then.
  document.addEventListener("htmx:before:swap", event => {
    const { ctx, tasks } = event.detail, steps = one("#moves");
    const at = tasks.findIndex(({ target }) => target === steps || target === "#moves");
    if (ctx.sourceElement.id === "refresh" && at >= 0 && one("[open]", steps)) tasks.splice(at, 1);
  });

  // Whatever happened while the stream was away (another tab, no network) is fetched when it is back.
  document.addEventListener("htmx:sse:after:connection", event => {
    if (!event.detail.connection.attempt) return;
    const listening = [...document.querySelectorAll("[hx-trigger*='#live']")].map(element => element.getAttribute("hx-trigger").split(" ")[0]);
    new Set(listening).forEach(name => htmx.trigger("#live", name));
  });

  document.addEventListener("click", event => {
    const target = event.target;
    const copy = target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard?.writeText(copy.dataset.copy).then(() => {
        const said = one("[data-said]", copy);
        if (said) said.hidden = false;
      });
    }
    const opener = target.closest("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog?.showModal) {
      event.preventDefault();
      dialog.showModal();
    }
    if (target.closest("[data-close]")) {
      target.closest("dialog")?.close();
    }
    if (target.closest("[data-print]")) {
      print();
    }
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(target)) menu.open = false;
    }
  });

  // A select that submits its own form by itself has no need of its button.
  document.addEventListener("change", event => {
    if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
  });

  // How many rows are ticked, and all of them at once.
  const picks = () => [...document.querySelectorAll("[name=Chosen][type=checkbox]")];
  const count = () => {
    const said = one("[data-picked]");
    if (said) said.textContent = said.dataset.picked.replace("#", picks().filter(pick => pick.checked).length);
    const all = one("[data-pick-all]");
    if (all) all.hidden = false;
  };
  document.addEventListener("change", event => event.target.name === "Chosen" && count());
  document.addEventListener("htmx:after:swap", count);
  document.addEventListener("click", event => {
    if (!event.target.closest("[data-pick-all]")) return;
    picks().forEach(pick => { pick.checked = true; });
    count();
  });
  count();

  // One press, one request: also for forms that go without htmx.
  document.addEventListener("submit", event => {
    for (const button of event.target.querySelectorAll("[type=submit]")) {
      setTimeout(() => { button.disabled = !event.defaultPrevented; });
      setTimeout(() => { button.disabled = false; }, 8000);
    }
  });

  // j/k walk the list, o opens, x ticks, / searches. Off while typing, and where the reader turned single keys off.
  let at = -1;
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
    }
    if (typing(event.target) || document.body.dataset.keys === "off") return;
    const rows = [...document.querySelectorAll("[data-row]")];
    if (event.key === "/") {
      event.preventDefault();
      one("#find")?.focus();
    } else if ((event.key === "j" || event.key === "k") && rows.length) {
      at = Math.max(0, Math.min(rows.length - 1, at + (event.key === "j" ? 1 : -1)));
      rows.forEach((row, index) => row.classList.toggle("at", index === at));
      one("a", rows[at])?.focus();
    } else if (event.key === "o" && at >= 0) {
      one("a", rows[at])?.click();
    } else if (event.key === "x" && at >= 0) {
      one("[name=Chosen]", rows[at])?.click();
    }
  });

  const log = one("[data-bottom]");
  if (log) log.scrollTop = log.scrollHeight;
})();
