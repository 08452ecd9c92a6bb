// The page of what is yours alone: saved views, and the deals with a star, tags or a note.
(() => {
  const { make, say } = mine;
  const $ = (id) => document.getElementById(id);
  const day = (at) => (at ? new Date(at).toLocaleDateString() : "");
  const QUERY = 900; // characters that a query may have, with room to spare

  const drop = (label, act) => {
    const button = make("button", { type: "button", class: "plain", "aria-label": "Remove " + label }, "remove");
    button.addEventListener("click", () => {
      act();
      paint();
    });
    return button;
  };

  const paintViews = () => {
    const views = mine.views();
    $("no-views").hidden = views.length > 0;
    $("views").replaceChildren(
      ...views.map((view) =>
        make("li", {}, make("a", { class: "name", href: view.url }, view.name), " ", make("span", { class: "quiet small" }, day(view.at)), " ",
          drop(view.name, () => mine.keepViews(mine.views().filter((each) => each.url !== view.url)))),
      ),
    );
  };

  const inTable = (ids) => {
    let query = "";
    for (const id of ids) {
      const longer = (query ? query + " OR " : "") + "id:" + id;
      if (longer.length > QUERY) break;
      query = longer;
    }
    return "/deals?background=true&q=" + encodeURIComponent(query);
  };

  const paintDeals = () => {
    const all = [...mine.deals()].sort((a, b) => b[1].at - a[1].at);
    const tag = $("tag").value;
    const tags = [...new Set(all.flatMap(([, deal]) => deal.tags))].sort();
    $("tag").replaceChildren(make("option", { value: "" }, "All"), make("option", { value: "\u2605" }, "With a star"), ...tags.map((each) => make("option", { value: each }, each)));
    $("tag").value = tags.includes(tag) || tag === "\u2605" ? tag : "";
    const chosen = $("tag").value;
    const shown = all.filter(([, deal]) => !chosen || (chosen === "\u2605" ? deal.star : deal.tags.includes(chosen)));
    $("no-deals").hidden = all.length > 0;
    $("kept").hidden = all.length === 0;
    $("in-table").href = inTable(shown.map(([id]) => id));
    $("kept-rows").replaceChildren(
      ...shown.map(([id, deal]) =>
        make("tr", { "data-row": "" },
          make("td", {}, make("a", { class: "name", href: "/deals/" + encodeURIComponent(id) }, deal.title || id)),
          make("td", {}, deal.star ? make("span", { title: "star" }, "★") : ""),
          make("td", {}, deal.tags.join(", ")),
          make("td", { class: "note-text" }, deal.note),
          make("td", { class: "c-date" }, day(deal.at)),
          make("td", { class: "num" }, drop(deal.title || id, () => mine.change(id, deal.title, () => ({ star: false, tags: [], note: "" }))))),
      ),
    );
  };

  const paint = () => {
    paintViews();
    paintDeals();
    $("since-words").textContent = mine.since
      ? "Your last visit ended on " + new Date(mine.since).toLocaleString() + "."
      : "This is your first visit; from the next on, new and changed deals are marked.";
    $("since-link").hidden = !mine.since;
    if (mine.since) $("since-link").href = "/deals?sort=changed&q=" + encodeURIComponent(mine.sinceQuery());
  };

  $("storage").textContent = mine.works ? "Kept in this browser only; no account, and nothing is sent anywhere. Export it to carry it to another browser." : mine.ABSENT;
  $("storage").classList.toggle("warn", !mine.works);
  if (!mine.works) return;
  $("yours").hidden = false;
  $("tag").addEventListener("change", paintDeals);
  $("export").addEventListener("click", () => {
    const link = make("a", { download: "dealscope-mine.json" });
    link.href = URL.createObjectURL(new Blob([JSON.stringify(mine.exported(), null, 1)], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  $("import").addEventListener("change", async (event) => {
    const file = event.target.files[0];
    event.target.value = "";
    if (!file) return;
    let taken = null;
    try {
      taken = file.size > 5e6 ? null : mine.imported(JSON.parse(await file.text()));
    } catch {
      // told below
    }
    say(taken === null ? "This is no file of Dealscope's, or there is no room for it; nothing was changed." : `${taken} taken over.`);
    paint();
  });
  $("forget").addEventListener("click", () => {
    if (!confirm("Forget all stars, tags, notes and saved views of this browser?")) return;
    mine.forget();
    paint();
  });
  document.addEventListener("mine:painted", paint);
  paint();
})();
