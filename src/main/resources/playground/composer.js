/**
 * The message box: Enter sends, Shift+Enter breaks the line. After a slash it offers how to go on:
 * arrows choose, Tab or Enter take, Escape closes.
 */
export function composer(form, box, panel) {
  let chosen = -1;
  /** Aborts the question that is under way, if there is one. */
  let asked = null;
  /** Settles when the candidates shown are those of the line as it stands. */
  let answered = Promise.resolve();
  let last = "";

  const candidates = () => [...panel.querySelectorAll("[role=option]")];
  const where = () => form.querySelector("#where").querySelectorAll("input");

  function close() {
    asked?.abort();
    asked = null;
    panel.replaceChildren();
    choose(-1);
  }

  function choose(index) {
    const all = candidates();
    chosen = all.length === 0 ? -1 : index;
    all.forEach((candidate, i) => candidate.setAttribute("aria-selected", String(i === chosen)));
    const active = all[chosen];
    if (active) {
      box.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else {
      box.removeAttribute("aria-activedescendant");
    }
  }

  function step(by) {
    const count = candidates().length;
    choose(chosen < 0 ? (by > 0 ? 0 : count - 1) : (chosen + by + count) % count);
  }

  function take(candidate) {
    const caret = box.selectionStart;
    const from = Number(panel.firstElementChild.dataset.from);
    box.setRangeText(candidate.dataset.insert, from, caret, "end");
    offer();
  }

  function offer() {
    asked?.abort();
    choose(-1);
    const line = box.value.slice(0, box.selectionStart);
    if (line.startsWith("/")) {
      answered = ask(line);
    } else {
      close();
    }
  }

  async function ask(line) {
    const asking = new AbortController();
    asked = asking;
    const query = new URLSearchParams({ line });
    where().forEach((input) => query.set(input.name, input.value));
    try {
      const answer = await fetch(`/completion?${query}`, { signal: asking.signal });
      if (answer.ok) {
        show(await answer.text());
      } else {
        close();
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        close();
      }
    }
    if (asked === asking) {
      asked = null;
    }
  }

  /** Does something with the candidates, which may still be those of what was typed before. */
  async function once(act) {
    const mine = answered;
    await mine;
    if (mine === answered && candidates().length > 0) {
      act();
    }
  }

  function show(html) {
    panel.innerHTML = html;
    choose(-1);
  }

  function grow() {
    box.rows = Math.min(8, box.value.split("\n").length);
  }

  function send() {
    if (box.value.trim() !== "") {
      form.requestSubmit();
    }
  }

  function key(event) {
    const open = asked !== null || candidates().length > 0;
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.isComposing || !plain) {
      return;
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (chosen >= 0) {
        take(candidates()[chosen]);
      } else {
        send();
      }
    } else if (event.key === "Tab" && open) {
      event.preventDefault();
      once(() => take(candidates()[Math.max(chosen, 0)]));
    } else if (event.key === "Escape" && panel.firstElementChild) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && open) {
      event.preventDefault();
      once(() => step(event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "ArrowUp" && box.value === "" && last !== "") {
      event.preventDefault();
      box.value = last;
      offer();
    }
  }

  box.addEventListener("keydown", key);
  box.addEventListener("input", () => {
    grow();
    offer();
  });
  box.addEventListener("blur", close);
  // A press on a candidate must not take the focus away from the box.
  panel.addEventListener("mousedown", (event) => event.preventDefault());
  panel.addEventListener("click", ({ target }) => {
    const candidate = target.closest("[role=option]");
    if (candidate) {
      take(candidate);
    }
  });
  form.addEventListener("htmx:beforeSend", ({ target }) => {
    if (target === form) {
      last = box.value;
      box.value = "";
      grow();
      close();
    }
  });
  form.addEventListener("htmx:afterRequest", ({ target, detail }) => {
    if (target === form && !detail.successful && box.value === "") {
      box.value = last;
      grow();
    }
  });
}
