// A session that ends under somebody's hands: the page stays, its reader signs in on it, and what she sent is sent once more.
// Without this file she is led to /sign-in and back.
(() => {
  const dialog = document.getElementById("again");
  if (!dialog?.showModal) return;

  const part = dialog.querySelector("#again-form"), trouble = dialog.querySelector("[data-trouble]");
  const load = () => htmx.ajax("GET", "/sign-in", { target: part, swap: "innerHTML", headers: { "HX-Target": "div#again-form" } });
  const written = () => [...document.querySelectorAll("main textarea, main input:not([type=hidden])")].some(field => field.value !== field.defaultValue);
  const signIn = () => `/sign-in?ReturnUrl=${encodeURIComponent(location.pathname + location.search)}`;
  let send, isBack;

  function open(again) {
    if (again) send = again;
    if (dialog.open) return;
    isBack = false;
    trouble.hidden = true;
    dialog.querySelector("a").href = signIn();
    dialog.showModal();
    load();
  }

  // Nobody need be there: where nothing would be lost, nothing stays on the screen either.
  const end = () => written() ? open() : location.assign(signIn());

  function resume({ user, token }) {
    isBack = true;
    if (user !== document.body.dataset.user) {
      // Somebody else: nothing of the first one's stays, not even in a field that the browser would fill again.
      document.querySelector("main").replaceChildren();
      return location.reload();
    }
    document.body.setAttribute("hx-headers:inherited", JSON.stringify({ "X-CSRF-TOKEN": token }));
    document.querySelectorAll("input[name=csrf]").forEach(field => { field.value = token; });
    part.replaceChildren();
    dialog.close();
    const again = send;
    send = null;
    again?.();
  }

  const submit = (form, submitter) => () => form.isConnected && form.requestSubmit(submitter?.isConnected ? submitter : null);
  const repeat = ({ sourceElement, request }) => sourceElement.matches("form") ? submit(sourceElement, request.submitter) : () => sourceElement.click();

  document.addEventListener("htmx:before:response", event => {
    const { ctx } = event.detail, { response, request } = ctx;
    if (response.status !== 401 || !response.headers.has("HX-Redirect")) return;
    event.preventDefault();
    if (ctx.sourceElement.id === "live" || request.headers["X-Unattended"]) end();
    else open(repeat(ctx));
  });
  document.addEventListener("htmx:sse:error", event => event.detail.status === 401 && end());
  document.addEventListener("session-ended", end);

  // Only the form itself and its answer go into the dialog. Somebody who signed in beside it is back without a form.
  document.addEventListener("htmx:before:swap", event => {
    const { ctx } = event.detail;
    if (ctx.target !== part || ctx.text.includes("data-again")) return;
    event.preventDefault();
    if (ctx.response.status === 400) load();
    else trouble.hidden = false;
  });
  document.addEventListener("htmx:after:swap", event => {
    if (event.detail?.ctx?.target !== part) return;
    trouble.hidden = true;
    const { dataset } = part.querySelector("[data-again]");
    if (dataset.token) resume(dataset);
    else part.querySelector(part.querySelector("[data-errors]") ? "[type=password]" : "input:not([type=hidden])")?.focus();
  });
  document.addEventListener("htmx:error", event => { if (event.detail?.ctx?.target === part) trouble.hidden = false; });
  dialog.addEventListener("close", () => isBack || location.assign(signIn()));

  // Forms that go without htmx ask first whether anybody is still signed in.
  const asked = new WeakSet();
  document.addEventListener("submit", async event => {
    const { target: form, submitter } = event;
    if (event.defaultPrevented || form.method !== "post" || !form.matches("main form") || asked.delete(form)) return;
    event.preventDefault();
    const answer = await fetch("/session", { headers: { "HX-Request": "true" }, mode: "same-origin" }).catch(() => null);
    const go = () => {
      asked.add(form);
      submit(form, submitter)();
    };
    if (answer?.status === 401) open(go);
    else go();
  });
})();
