// Completions of the query as it is typed: a combobox with a list, by the pattern of the ARIA authoring practices.
(() => {
  const box = document.getElementById("q");
  const list = document.getElementById("completions");
  const said = document.getElementById("completions-said");
  let offered = [];
  let at = -1;
  let waiting = 0;
  let asked = 0;

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-controls", "completions");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-expanded", "false");

  const mark = (index) => {
    at = index;
    [...list.children].forEach((each, i) => each.setAttribute("aria-selected", String(i === index)));
    if (index < 0) {
      box.removeAttribute("aria-activedescendant");
    } else {
      box.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  };

  const close = () => {
    clearTimeout(waiting);
    asked++;
    offered = [];
    list.hidden = true;
    list.replaceChildren();
    said.textContent = "";
    box.setAttribute("aria-expanded", "false");
    mark(-1);
  };

  const line = (each, index) => {
    const item = document.createElement("li");
    const label = document.createElement("bdi");
    const query = document.createElement("code");
    item.id = "completion-" + index;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    label.textContent = each.label;
    query.textContent = each.kind === "field" || each.label === each.query ? "" : each.query;
    item.append(label, query);
    if (each.count > 0) {
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = each.count;
      item.append(count);
    }
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault(); // the box keeps the focus
      take(index);
    });
    return item;
  };

  const open = (suggestions) => {
    offered = suggestions;
    list.replaceChildren(...offered.map(line));
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    said.textContent = offered.length + (offered.length === 1 ? " completion" : " completions");
    mark(-1);
  };

  const take = (index) => {
    const { query, start, end } = offered[index];
    const goesOn = query.endsWith(":");
    const rest = box.value.slice(end).replace(/^\s+/, "");
    const head = box.value.slice(0, start) + query + (goesOn ? "" : " ");
    close();
    box.value = head + rest;
    box.setSelectionRange(head.length, head.length);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const complete = async () => {
    const mine = ++asked;
    const caret = box.selectionStart ?? box.value.length;
    if (box.value.slice(0, caret).trim() === "" || /\s$/.test(box.value.slice(0, caret))) {
      close();
      return;
    }
    const answer = await fetch("/api/suggest?limit=8&at=" + caret + "&q=" + encodeURIComponent(box.value));
    const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
    if (mine !== asked) return;
    const fresh = suggestions.filter((each) => box.value.slice(each.start, each.end) !== each.query);
    if (fresh.length === 0 || document.activeElement !== box) {
      close();
    } else {
      open(fresh);
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => complete().catch(close), 120);
  });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const places = offered.length + 1; // the text itself is one of them
      mark(((at + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && at >= 0) {
      take(at);
    } else if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  });
  box.form.addEventListener("submit", close);
})();
