// What is yours alone: stars, tags and notes on deals, saved views, and when you were last here. It stays in this
// browser's storage and is sent nowhere. Other scripts reach it as window.mine.
window.mine = (() => {
  const VISIT_GAP = 30 * 60 * 1000; // as long away, it is another visit
  const ABSENT = "This browser keeps nothing for this site: its storage is switched off or full. Stars, tags, notes and saved views need it.";
  const LONGEST = { title: 300, tag: 40, note: 4000, name: 120, url: 2000 };
  const ID = /^[a-z0-9][a-z0-9.~:-]{0,199}$/i;
  const PATH = /^\/[a-z]+(?:[/?][^\\]*)?$/;

  const read = (name) => {
    try {
      return JSON.parse(localStorage.getItem("dealscope." + name));
    } catch {
      return null;
    }
  };
  const write = (name, value) => {
    try {
      localStorage.setItem("dealscope." + name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  };
  const works = write("probe", 1);

  // -- what is kept, each thing checked as it is read: it may come from a file ------------------------------------
  const text = (value, most) => (typeof value === "string" ? value.slice(0, most) : "");
  const list = (value) => (Array.isArray(value) ? value : []);
  const aDeal = (deal) => ({
    title: text(deal?.title, LONGEST.title),
    star: deal?.star === true,
    tags: [...new Set(list(deal?.tags).map((tag) => text(tag, LONGEST.tag).trim()).filter(Boolean))].slice(0, 20),
    note: text(deal?.note, LONGEST.note),
    at: Number.isFinite(deal?.at) ? deal.at : 0,
  });
  const aView = (view) => ({
    name: text(view?.name, LONGEST.name).trim(),
    url: text(view?.url, LONGEST.url),
    at: Number.isFinite(view?.at) ? view.at : 0,
  });
  const deals = () => new Map(Object.entries(read("deals") || {}).map(([id, deal]) => [id, aDeal(deal)]));
  const views = () => list(read("views")).map(aView).filter((view) => view.name && PATH.test(view.url));
  const isBare = (deal) => !deal.star && !deal.note && deal.tags.length === 0;
  const keepDeals = (all) => write("deals", Object.fromEntries([...all].filter(([, deal]) => !isBare(deal))));
  const keepViews = (all) => write("views", all);

  const change = (id, title, edit) => {
    const all = deals();
    const deal = { ...aDeal(all.get(id)), title: text(title, LONGEST.title), at: Date.now() };
    all.set(id, { ...deal, ...edit(deal) });
    if (!keepDeals(all)) say(ABSENT);
    paint();
  };
  const saveView = (name, url) => {
    const view = aView({ name, url, at: Date.now() });
    if (!view.name || !PATH.test(view.url)) return;
    say(keepViews([...views().filter((each) => each.url !== view.url), view]) ? `Saved as “${view.name}”.` : ABSENT);
  };
  const exported = () => ({ version: 1, exported: new Date().toISOString(), views: views(), deals: Object.fromEntries(deals()) });
  // The newer of two stays. Returns how much was taken over, or null when it is no such file.
  const imported = (file) => {
    if (file?.version !== 1 || typeof file.deals !== "object" || !Array.isArray(file.views)) return null;
    const all = deals();
    let taken = 0;
    for (const [id, given] of Object.entries(file.deals || {})) {
      const deal = aDeal(given);
      if (ID.test(id) && !isBare(deal) && deal.at >= (all.get(id)?.at ?? -1)) {
        all.set(id, deal);
        taken++;
      }
    }
    const kept = views();
    for (const view of file.views.map(aView)) {
      if (view.name && PATH.test(view.url) && !kept.some((each) => each.url === view.url)) {
        kept.push(view);
        taken++;
      }
    }
    if (!keepDeals(all) || !keepViews(kept)) return null;
    paint();
    return taken;
  };
  const forget = () => ["deals", "views", "visit"].forEach((name) => localStorage.removeItem("dealscope." + name));

  // -- telling ----------------------------------------------------------------------------------------------------
  const say = (words) => {
    let box = document.getElementById("said");
    if (!box) {
      box = document.createElement("p");
      box.id = "said";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = words;
    box.classList.add("on");
    clearTimeout(say.timer);
    say.timer = setTimeout(() => box.classList.remove("on"), 6000);
  };
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  };

  // -- since the last visit -----------------------------------------------------------------------------------------
  const visit = read("visit") || {};
  const now = Date.now();
  if (Number.isFinite(visit.last) && now - visit.last > VISIT_GAP) visit.since = visit.last;
  visit.last = now;
  write("visit", visit);
  const since = Number.isFinite(visit.since) ? visit.since : 0;
  const sinceQuery = () => "changed:>=" + new Date(since).toISOString().slice(0, 16);
  const freshness = (row) =>
    !since ? "" : Number(row.dataset.first) > since ? "new" : Number(row.dataset.changed) > since ? "changed" : "";

  // -- marks in lists and beside a deal -----------------------------------------------------------------------------
  const paintRow = (row, all) => {
    const cell = row.querySelector(".c-star");
    if (!cell || !works) return;
    const fresh = freshness(row);
    if (fresh) row.dataset.fresh = fresh;
    const name = row.querySelector("a.name").textContent.trim().replace(/\s+/g, " ");
    let star = cell.querySelector(".star");
    if (!star) {
      star = make("button", { type: "button", class: "star", tabindex: "-1" });
      star.addEventListener("click", () => toggle(row.dataset.deal, name));
      cell.append(star);
    }
    const deal = all.get(row.dataset.deal);
    star.setAttribute("aria-pressed", String(deal?.star === true));
    star.setAttribute("aria-label", "Star: " + name + (fresh ? `, ${fresh} since your last visit` : ""));
    star.title = [fresh && `${fresh} since your last visit`, deal?.tags.join(", "), deal?.note].filter(Boolean).join(" · ");
  };
  const toggle = (id, title) => change(id, title, (deal) => ({ star: !deal.star }));

  const paintBox = (box, all) => {
    const { mine: id, title } = box.dataset;
    const deal = aDeal(all.get(id));
    let form = box.querySelector(".mine");
    if (form) {
      form.querySelector(".star").setAttribute("aria-pressed", String(deal.star));
      return;
    }
    form = make("section", { class: "mine", "aria-label": "Yours alone" });
    box.append(form);
    if (!works) {
      form.append(make("p", { class: "quiet small" }, ABSENT));
      return;
    }
    const star = make("button", { type: "button", class: "star", "aria-pressed": deal.star, "aria-label": "Star", title: "Star (s)" });
    star.addEventListener("click", () => toggle(id, title));
    const tags = make("input", { autocomplete: "off", maxlength: 400, placeholder: "watch, q4" });
    tags.value = deal.tags.join(", ");
    tags.addEventListener("change", () => change(id, title, () => ({ tags: tags.value.split(",").map((tag) => tag.trim()).filter(Boolean) })));
    const note = make("textarea", { maxlength: LONGEST.note, rows: 3 });
    note.value = deal.note;
    note.addEventListener("change", () => change(id, title, () => ({ note: note.value })));
    form.append(
      make("p", {}, star, " ", make("span", { class: "quiet small" }, "kept in this browser only, see "), make("a", { href: "/mine" }, "Yours")),
      make("label", {}, "Tags", tags),
      make("label", {}, "Note", note),
    );
  };

  const paintSince = async () => {
    for (const link of document.querySelectorAll("[data-since]")) {
      if (!since || link.dataset.since) continue;
      link.dataset.since = "asked";
      link.href = "/deals?sort=changed&q=" + encodeURIComponent(sinceQuery());
      const answer = await fetch("/api/deals?limit=1&q=" + encodeURIComponent(sinceQuery()));
      if (!answer.ok) continue;
      const { total } = await answer.json();
      link.textContent = `${total} since your last visit`;
      link.title = "New or changed since " + new Date(since).toLocaleString();
      link.classList.add("on");
    }
  };

  const paint = () => {
    const all = deals();
    document.querySelectorAll("tr[data-deal]").forEach((row) => paintRow(row, all));
    document.querySelectorAll("[data-mine]").forEach((box) => paintBox(box, all));
    paintSince().catch(() => {});
    document.dispatchEvent(new Event("mine:painted"));
  };

  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-save-view]")) return;
    if (!works) {
      say(ABSENT);
      return;
    }
    const query = new URLSearchParams(location.search).get("q") || "All deals";
    const name = prompt("Name of this view", query);
    if (name !== null) saveView(name || query, location.pathname + location.search.replace(/[?&]show=[^&]*/, ""));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "s" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select") || document.querySelector("dialog[open]")) return;
    const row = document.activeElement?.closest?.("tr[data-deal]");
    const box = document.querySelector("[data-mine]");
    if (!works) say(ABSENT);
    else if (row) toggle(row.dataset.deal, row.querySelector("a.name").textContent.trim().replace(/\s+/g, " "));
    else if (box) toggle(box.dataset.mine, box.dataset.title);
  });
  ["htmx:afterSettle", "deals:rows", "deals:shown"].forEach((event) => document.addEventListener(event, paint));
  addEventListener("storage", paint);
  document.documentElement.dataset.script = "on";
  paint();

  return { works, ABSENT, deals, views, keepViews, change, exported, imported, forget, say, make, since, sinceQuery };
})();
