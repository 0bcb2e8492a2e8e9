import { composer } from "./composer.js";

const byId = (id) => document.getElementById(id);

/** What the log holds on to: its end, a message whose top is held in view, or nothing. */
let held = "end";
let heldAt = 0;
const nearEnd = (log) => log.scrollHeight - log.scrollTop - log.clientHeight < 120;

/** Keeps in view what is held, also when a picture takes its room later. */
function hold() {
  const log = byId("messages");
  if (held === "end") {
    log.scrollTop = log.scrollHeight;
  } else if (held !== null) {
    log.scrollTop += held.getBoundingClientRect().top - log.getBoundingClientRect().top - 8;
  }
  heldAt = log.scrollTop;
}

const sizes = new ResizeObserver(hold);

/** Whoever scrolls away is left where they are; whoever comes back to the end follows again. */
byId("messages").addEventListener("scroll", ({ target }) => {
  if (Math.abs(target.scrollTop - heldAt) > 2) {
    held = nearEnd(target) ? "end" : null;
    heldAt = target.scrollTop;
  }
});

/** How many things that we sent are still to be answered. */
let awaited = 0;
document.body.addEventListener("htmx:beforeRequest", ({ detail }) => {
  awaited += detail.requestConfig.verb === "post" ? 1 : 0;
});
document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  awaited -= detail.requestConfig.verb === "post" ? 1 : 0;
});

/** Moves what the server sent into the log: in place where the message is there already. */
function settle() {
  const log = byId("messages");
  const arrivals = [...byId("arrivals").children];
  const added = [];
  for (const message of arrivals) {
    const shown = log.querySelector(`#${message.id}`);
    if (shown) {
      const focused = shown.contains(document.activeElement);
      shown.replaceWith(message);
      if (focused) {
        message.querySelector("button, a, summary")?.focus();
      }
    } else {
      log.append(message);
      message.classList.add("new");
      added.push(message);
    }
    sizes.observe(message);
  }
  if (added.length > 0 && (awaited > 0 || held === "end")) {
    // The answer to what we sent is shown wherever we were; a tall one from its top on.
    const newest = added.at(-1);
    held = newest.offsetHeight > log.clientHeight - 16 ? newest : "end";
  }
  hold();
}

let openDialog = null;
/** What had the focus when something was sent last: it opened the form that may come. */
let opener = null;
document.body.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.requestConfig.verb === "post" && !detail.elt.closest("dialog")) {
    opener = document.activeElement;
  }
});

/** Opens the form that the server sent; where it took one away, typing goes on. */
function openForm() {
  const dialog = byId("form").querySelector("dialog");
  if (dialog) {
    dialog.showModal();
    dialog.addEventListener("close", () => {
      dialog.remove();
      openDialog = null;
      (opener?.isConnected ? opener : byId("text")).focus();
    });
  } else if (openDialog) {
    byId("text").focus();
  }
  openDialog = dialog;
}

document.body.addEventListener("htmx:oobAfterSwap", ({ detail }) => {
  if (detail.target.id === "arrivals") {
    settle();
  } else if (detail.target.id === "form") {
    openForm();
  }
});

/** Other pages and the scheduler change things too: the server says when, and we ask what. */
let watch = null;
let asking = false;

function follow() {
  if (document.hidden) {
    // A browser opens few connections to one host, and this one would hold its own for nothing.
    watch?.close();
    watch = null;
  } else if (watch === null) {
    watch = new EventSource("/watch");
    watch.addEventListener("changed", () => {
      if (!asking) {
        asking = true;
        htmx.trigger("#where", "changed");
      }
    });
  }
}

document.addEventListener("visibilitychange", follow);
addEventListener("pagehide", () => watch?.close());

document.body.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.path === "/changes") {
    asking = false;
  }
});

/** What cannot be sent is said, and stays in the box. */
const trouble = (text) => {
  byId("trouble").textContent = text;
};
document.body.addEventListener("htmx:sendError", () => {
  trouble("Not sent: the playground does not answer. Is it still running?");
});
document.body.addEventListener("htmx:responseError", ({ detail }) => {
  trouble(`Not sent: ${detail.xhr.responseText || detail.xhr.statusText}`);
});
document.body.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.successful) {
    trouble("");
  }
});

document.addEventListener("click", ({ target }) => {
  if (target.closest("[data-closes]")) {
    target.closest("dialog").close();
  }
  const command = target.closest("[data-types]");
  if (command) {
    const box = byId("text");
    box.value = command.dataset.types;
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target) || target.closest("[hx-post]")) {
      menu.open = false;
    }
  }
});

document.addEventListener(
  "toggle",
  ({ target }) => {
    if (target.matches("details.menu[open]")) {
      const date = target.querySelector("#clock-to");
      if (date) {
        date.min = date.value = byId("clock").dateTime.slice(0, 16);
      }
      target.scrollIntoView({ block: "nearest" });
    }
  },
  true,
);

document.addEventListener("submit", ({ target }) => {
  target.closest("details.menu")?.removeAttribute("open");
});

document.addEventListener("keydown", (event) => {
  const menu = document.querySelector("details.menu[open]");
  if (event.key === "Escape" && menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

byId("theme").addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const root = document.documentElement;
  const now = root.dataset.theme ?? (dark ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
});

/** Lets the clock run between two looks at the server's. */
const face = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});
let clock = null;
let shownAt = 0;

function tick() {
  if (clock !== byId("clock")) {
    clock = byId("clock");
    shownAt = performance.now();
  }
  const now = Date.parse(clock.dateTime) + performance.now() - shownAt;
  const text = `${face.format(now)} UTC`;
  if (clock.textContent !== text) {
    clock.textContent = text;
  }
}

tick();
setInterval(tick, 1000);
composer(byId("composer"), byId("text"), byId("completion"));
[...byId("messages").children].forEach((message) => sizes.observe(message));
hold();
// Not before htmx has read the page: it would not hear what we trigger.
document.addEventListener("DOMContentLoaded", follow);
