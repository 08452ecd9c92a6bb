// Keyboard and the small help. Everything works without it.
(() => {
  const $ = (id) => document.getElementById(id);
  const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent !== null);
  const dialog = $("keys");
  let leader = 0;

  const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const now = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, now < 0 ? (step > 0 ? 0 : all.length - 1) : now + step))];
    const link = next.querySelector("a.name");
    if (link) {
      link.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
  };

  const mark = () => {
    document.querySelectorAll("[data-row].at").forEach((row) => row.classList.remove("at"));
    document.activeElement?.closest?.("[data-row]")?.classList.add("at");
  };

  const places = { h: "/", d: "/deals", c: "/companies", f: "/feeds" };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target) || dialog.open) return;
    if (Date.now() - leader < 1200 && places[event.key]) {
      location.href = places[event.key];
      return;
    }
    leader = event.key === "g" ? Date.now() : 0;
    if (event.key === "/") {
      event.preventDefault();
      $("q").focus();
      $("q").select();
    } else if (event.key === "j") {
      move(1);
    } else if (event.key === "k") {
      move(-1);
    } else if (event.key === "?") {
      dialog.showModal();
    }
  });
  document.addEventListener("focusin", mark);
  document.addEventListener("focusout", mark);

  $("keys-open").hidden = false;
  $("keys-open").addEventListener("click", () => dialog.showModal());

  // Who corrects signs once; the browser remembers the name.
  const names = () => [...document.querySelectorAll("input[data-author]")];
  try {
    const known = localStorage.getItem("author");
    if (known) names().forEach((each) => (each.value = known));
    document.addEventListener("submit", (event) => {
      const own = event.target.querySelector("input[data-author]:not([type=hidden])");
      if (own && own.value.trim()) localStorage.setItem("author", own.value.trim());
    });
  } catch {
    // A browser that keeps nothing is asked each time.
  }

  // The progress of a refresh as it goes on. A hidden page listens to nothing: browsers allow few streams to one site.
  const progress = () => document.querySelector("[data-progress]");
  const relook = () => {
    const table = $("feed-table");
    if (table && window.htmx && !table.contains(document.activeElement)) htmx.trigger(document.body, "refreshed");
  };
  let stream = null;
  let looked = 0;
  let again = 0;
  const show = (now) => {
    const at = progress();
    if (!at) return;
    const was = at.dataset.state;
    at.dataset.state = now.state;
    const words = at.querySelector("[data-words]");
    words.textContent = now.words;
    words.classList.toggle("quiet", !now.running);
    const bar = at.querySelector("progress");
    bar.hidden = !now.running;
    bar.max = now.total;
    bar.value = now.done;
    at.querySelector("form").hidden = now.state !== "running";
    const ended = !now.running && (was === "running" || was === "stopping");
    if (ended || (now.running && Date.now() - looked > 5000)) {
      looked = Date.now();
      relook();
    }
  };
  const listen = () => {
    clearTimeout(again);
    if (stream || document.hidden || !progress()) return;
    looked = Date.now();
    stream = new EventSource(progress().dataset.progress);
    stream.addEventListener("progress", (event) => show(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        hush();
        again = setTimeout(listen, 15000);
      }
    });
  };
  const hush = () => {
    if (stream) stream.close();
    stream = null;
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? hush() : listen()));
  window.addEventListener("pagehide", hush);
  window.addEventListener("pageshow", listen);
  listen();

  // Links to a page's data follow its address, which a search changes while one types.
  const follow = () =>
    document.querySelectorAll("[data-page]").forEach((link) => {
      link.href = location.pathname + "." + link.dataset.page + location.search;
    });
  for (const moved of ["htmx:replacedInHistory", "htmx:pushedIntoHistory"]) {
    document.addEventListener(moved, follow);
  }
})();
