/* Keeps what is typed in form[data-keep] in this browser until the server has saved it, and offers it again.
   Pages work without it. Kept for each address and person; forgotten after a week, and when that person signs out:
   somebody else may sit here next. A session that merely ended forgets nothing. */
"use strict";
(() => {
  const user = document.body.dataset.user;
  const root = document.documentElement;
  const english = root.lang === "en";
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const words = english
    ? {
        found: "There is text from %s that was not saved.",
        back: "Take it back",
        away: "Discard it",
        out: "There is text that is not saved. It is discarded when you sign out.",
      }
    : {
        found: "Det finns text från kl. %s som inte sparades.",
        back: "Ta tillbaka",
        away: "Kasta",
        out: "Det finns text som inte är sparad. Den kastas när du loggar ut.",
      };
  let signedOut = false;
  const nameOf = (path, place) => `keep:${user}:${path}:${place}`;

  const store = {
    read(name) {
      try {
        return JSON.parse(localStorage.getItem(name));
      } catch {
        return null;
      }
    },
    write(name, value) {
      if (signedOut) return;
      try {
        localStorage.setItem(name, JSON.stringify(value));
      } catch {
        /* full or not allowed: the page works as it would without this */
      }
    },
    holds(beginning) {
      try {
        return Object.keys(localStorage).some((name) => name.startsWith(beginning));
      } catch {
        return false;
      }
    },
    forget(beginning) {
      try {
        for (const name of Object.keys(localStorage)) if (name.startsWith(beginning)) localStorage.removeItem(name);
      } catch {
        /* the same */
      }
    },
  };

  const typedIn = (form) =>
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && !["csrfmiddlewaretoken", "form_token"].includes(name) && !secret(form, name),
    );
  const secret = (form, name) => form.elements[name] instanceof HTMLInputElement && form.elements[name].type === "password";
  const plain = (typed) => JSON.stringify(typed.filter(([name]) => name !== "base" && name !== "opened")
    .map(([name, value]) => [name, value.replace(/\r\n/g, "\n")]));

  const time = (at) =>
    new Intl.DateTimeFormat(english ? "en-GB" : "sv", { hour: "2-digit", minute: "2-digit" })
      .format(at).replace(":", english ? ":" : ".");

  const takeBack = (form, kept) => {
    if (form.dataset.keep === "show") {
      const again = document.createElement("form");
      again.method = "post";
      again.action = form.action;
      const csrf = form.elements.csrfmiddlewaretoken.value;
      for (const [name, value] of [...kept.typed, ["csrfmiddlewaretoken", csrf], ["do", "show"]]) {
        const box = document.createElement("textarea");
        box.name = name;
        box.value = value;
        again.append(box);
      }
      again.hidden = true;
      document.body.append(again);
      again.submit();
      return;
    }
    const boxes = new Map();
    for (const [name, value] of kept.typed) boxes.set(name, [...(boxes.get(name) || []), value]);
    for (const box of form.elements) {
      if (!boxes.has(box.name) || box.type === "hidden" || box.type === "file") continue;
      if (box.type === "checkbox" || box.type === "radio") box.checked = boxes.get(box.name).includes(box.value);
      else box.value = boxes.get(box.name)[0];
      if (box.value) box.closest("details")?.setAttribute("open", "");
    }
  };

  const button = (text, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button--quiet";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  };

  const offer = (form, name, kept) => {
    const bar = document.createElement("div");
    const said = document.createElement("p");
    bar.className = "notice notice--warning kept";
    bar.setAttribute("role", "status");
    said.textContent = words.found.replace("%s", time(kept.at));
    bar.append(
      said,
      button(words.back, () => {
        bar.remove();
        takeBack(form, kept);
      }),
      button(words.away, () => {
        store.forget(name);
        bar.remove();
        form.querySelector("input:not([type=hidden]), textarea, select")?.focus();
      }),
    );
    form.before(bar);
  };

  document.querySelector("form[data-sign-out]")?.addEventListener("submit", (event) => {
    const mine = `keep:${user}:`;
    if (store.holds(mine) && !confirm(words.out)) {
      event.preventDefault();
      return;
    }
    signedOut = true;
    store.forget(mine);
  });

  for (const saved of document.querySelectorAll("[data-saved]")) store.forget(nameOf(saved.dataset.saved, ""));

  document.querySelectorAll("form[data-keep]").forEach((form, place) => {
    const name = nameOf(location.pathname, place);
    const shown = plain(typedIn(form));
    const kept = store.read(name);
    let waiting = 0;
    const keep = () => {
      clearTimeout(waiting);
      waiting = 0;
      store.write(name, { at: Date.now(), typed: typedIn(form) });
    };
    if ("typed" in form.dataset) keep();
    else if (kept && Date.now() - kept.at > WEEK) store.forget(name);
    else if (kept && plain(kept.typed) !== shown) offer(form, name, kept);
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, 400);
    });
    const now = () => {
      if (waiting) keep();
    };
    window.addEventListener("pagehide", now);
    form.addEventListener("submit", now);
  });
})();
