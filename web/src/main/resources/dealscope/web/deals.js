// The table of deals: the deal beside the list, and more rows as one scrolls. Without it, links do the same.
(() => {
  const MOST_PAGES = 4; // of rows in the document; the others are empty boxes of the same height
  const NEAR = 600;
  const $ = (id) => document.getElementById(id);
  const wide = matchMedia("(min-width: 1021px) and (min-height: 480px)");

  // -- the deal beside the list ----------------------------------------------------------------------------------
  let asked = "";
  const rowOf = (id) => document.querySelector(`tr[data-deal="${CSS.escape(id)}"]`);
  const mark = (id) => {
    document.querySelectorAll("tr[data-deal][aria-current]").forEach((row) => row.removeAttribute("aria-current"));
    if (id) rowOf(id)?.setAttribute("aria-current", "true");
  };
  const shown = () => new URLSearchParams(location.search).get("show") || "";
  const close = (push = true) => {
    const pane = $("preview");
    if (!pane || pane.hidden) return;
    asked = "";
    pane.hidden = true;
    pane.replaceChildren();
    pane.closest(".search").classList.remove("beside");
    const row = document.querySelector("tr[data-deal][aria-current]");
    mark("");
    if (!push) return;
    history.pushState({}, "", pane.dataset.close);
    row?.querySelector("a.name").focus({ preventScroll: true });
  };
  const show = async (id, href, step) => {
    const pane = $("preview");
    asked = id;
    const day = new URLSearchParams(location.search).get("asOf");
    const address = `/deals/${encodeURIComponent(id)}/preview` + (day ? `?asOf=${encodeURIComponent(day)}` : "");
    const answer = await fetch(address);
    if (asked !== id) return;
    if (!answer.ok) {
      location.href = `/deals/${encodeURIComponent(id)}`;
      return;
    }
    const html = await answer.text();
    if (asked !== id || !pane.isConnected) return;
    const leave = document.createElement("a");
    leave.className = "close";
    leave.href = pane.dataset.close;
    leave.textContent = "Close";
    const box = document.createElement("template");
    box.innerHTML = html;
    pane.replaceChildren(leave, box.content);
    pane.hidden = false;
    pane.scrollTop = 0;
    pane.closest(".search").classList.add("beside");
    mark(id);
    if (step === "push") history.pushState({}, "", href);
    if (step === "replace") history.replaceState({}, "", href);
    document.dispatchEvent(new Event("deals:shown"));
  };
  const showRow = (row, step) => {
    const link = row.querySelector("a.name");
    show(row.dataset.deal, link.getAttribute("href"), step).catch(() => (location.href = link.dataset.full));
  };

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("#preview .close")) {
      event.preventDefault();
      close();
      return;
    }
    const row = event.target.closest("tr[data-deal]");
    const other = event.target.closest("a, button, input, label");
    if (!row || (other && !other.matches("a.name")) || String(getSelection())) return;
    event.preventDefault();
    row.querySelector("a.name").focus({ preventScroll: true });
    showRow(row, $("preview").hidden ? "push" : "replace");
  });

  let following = 0;
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("tr[data-deal]");
    if (!row || $("preview")?.hidden !== false || !wide.matches || asked === row.dataset.deal) return;
    clearTimeout(following);
    following = setTimeout(() => showRow(row, "replace"), 120);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("keys").open) return;
    if (event.target.closest("input, textarea, select")) return;
    const row = document.activeElement?.closest?.("tr[data-deal]");
    const onLink = document.activeElement?.matches?.("a.name");
    if (row && onLink && event.key === " ") {
      event.preventDefault();
      showRow(row, $("preview").hidden ? "push" : "replace");
    } else if (event.key === "o") {
      const at = row?.querySelector("a.name").dataset.full || $("preview")?.querySelector(".title a")?.href;
      if (at) location.href = at;
    } else if (event.key === "x" || event.key === "Escape") {
      close();
    }
  });
  addEventListener("popstate", () => {
    const id = shown();
    if (!$("preview")) return;
    if (!id) close(false);
    else if (id !== asked) show(id, location.href, "").catch(() => location.reload());
  });

  // -- more rows -------------------------------------------------------------------------------------------------
  let busy = false;
  const list = () => document.querySelector(".list");
  const bodies = () => [...document.querySelectorAll(".grid > tbody")];
  const edge = () => {
    const box = list().getBoundingClientRect();
    return wide.matches ? { top: box.top, bottom: box.bottom } : { top: 0, bottom: innerHeight };
  };
  const number = () => {
    let at = 2; // the head is row 1
    bodies().forEach((body) => {
      if (body.classList.contains("spacer")) at += Number(body.dataset.rows);
      else [...body.rows].forEach((row) => row.setAttribute("aria-rowindex", at++));
    });
  };
  const fetchRows = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    return box.content.querySelector("tbody");
  };
  const empty = (body) => {
    const spacer = document.createElement("tbody");
    spacer.className = "spacer";
    spacer.setAttribute("aria-hidden", "true");
    const row = spacer.insertRow();
    row.insertCell().colSpan = 20;
    row.cells[0].height = body.offsetHeight;
    Object.assign(spacer.dataset, { from: body.dataset.from, next: body.dataset.next || "", rows: body.rows.length });
    body.replaceWith(spacer);
  };
  // Pages far from what is seen become boxes; the one that is looked at, and those beside it, stay.
  const thin = () => {
    const full = bodies().filter((body) => !body.classList.contains("spacer"));
    if (full.length <= MOST_PAGES) return;
    const { top, bottom } = edge();
    const away = (body) => {
      const box = body.getBoundingClientRect();
      return box.bottom < top ? top - box.bottom : Math.max(0, box.top - bottom);
    };
    const near = new Set([...full].sort((a, b) => away(a) - away(b)).slice(0, MOST_PAGES));
    full.filter((body) => !near.has(body) && body.dataset.from && !body.contains(document.activeElement)).forEach(empty);
  };
  const fill = async () => {
    if (busy || !list() || !document.querySelector(".grid")) return;
    const { top, bottom } = edge();
    const seen = bodies().find((body) => {
      const box = body.getBoundingClientRect();
      return body.classList.contains("spacer") && box.bottom > top - NEAR && box.top < bottom + NEAR;
    });
    const last = bodies().at(-1);
    const end = wide.matches && last?.dataset.next && last.getBoundingClientRect().bottom < bottom + NEAR;
    if (!seen && !end) return;
    busy = true;
    try {
      if (seen) await refill(seen);
      else await append(last);
    } catch {
      return; // the link to the next page is still there
    } finally {
      busy = false;
    }
    fill();
  };
  const refill = async (spacer) => {
    const body = await fetchRows(spacer.dataset.from);
    if (!spacer.isConnected) return;
    body.dataset.from = spacer.dataset.from;
    spacer.replaceWith(body);
    settle();
  };
  const append = async (last) => {
    const from = last.dataset.next;
    const body = await fetchRows(from);
    if (!last.isConnected) return;
    body.dataset.from = from;
    last.after(body);
    if (!body.dataset.next) document.querySelector(".pages a[rel=next]")?.remove();
    settle();
  };
  const settle = () => {
    thin();
    number();
    mark(shown());
    document.dispatchEvent(new Event("deals:rows"));
  };
  document.addEventListener("click", (event) => {
    const more = event.target.closest(".found .pages a[rel=next]");
    const last = bodies().at(-1);
    if (!more || !last?.dataset.next || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!busy) append(last).catch(() => (location.href = more.href));
  });

  // The first rows can be asked for again like any others.
  const begin = () => {
    const first = bodies()[0];
    if (first && !first.dataset.from) {
      first.dataset.from = "/deals/rows" + location.search;
      number();
    }
    fill();
  };
  let frame = 0;
  document.addEventListener("scroll", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(fill);
  }, { capture: true, passive: true });
  addEventListener("resize", fill);
  document.addEventListener("htmx:afterSettle", begin);
  begin();
})();
