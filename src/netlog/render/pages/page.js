
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Tables that sort: a button in each heading, and `aria-sort` for what it did.
  const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

  // The rows of a part of a table, without the heading that it may begin with.
  const rowsOf = (body) =>
    [...body.rows].filter((row) => !row.querySelector("th[scope=rowgroup]"));

  const value = (row, column) =>
    row.cells[column].dataset.sort ?? row.cells[column].textContent.trim();

  const compared = (heading) => {
    const column = heading.cellIndex;
    return heading.dataset.type === "number"
      ? (a, b) => Number(value(a, column)) - Number(value(b, column))
      : (a, b) => collator.compare(value(a, column), value(b, column));
  };

  const sort = (heading) => {
    const table = heading.closest("table");
    const first = heading.dataset.first ?? "ascending";
    const other = first === "ascending" ? "descending" : "ascending";
    const now = heading.getAttribute("aria-sort") === first ? other : first;
    all("th[aria-sort]", table).forEach((one) => one.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", now);
    const order = compared(heading);
    const sign = now === "ascending" ? 1 : -1;
    [...table.tBodies].forEach((body) =>
      body.append(...rowsOf(body).sort((a, b) => sign * order(a, b))));
  };

  all("table[data-sortable] thead th").forEach((heading) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(heading));
  });

  // Filters: a row stays while it holds every word that was typed, and the verdict chosen.
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  all(".controls").forEach((controls) => {
    const table = document.getElementById(controls.dataset.filters);
    if (!table) return;
    const words = controls.querySelector("input");
    const verdict = controls.querySelector("select");
    const told = controls.querySelector("[role=status]");
    const bodies = [...table.tBodies];
    const rows = bodies.flatMap(rowsOf).map((row) => [row, plain(row.textContent)]);
    const filter = () => {
      const wanted = plain(words.value).split(/\s+/);
      let shown = 0;
      rows.forEach(([row, text]) => {
        const fits = wanted.every((word) => text.includes(word)) &&
          (!verdict || !verdict.value || row.dataset.verdict === verdict.value);
        row.hidden = !fits;
        shown += fits;
      });
      all("th[scope=rowgroup]", table).forEach((one) => {
        one.parentElement.hidden = rowsOf(one.closest("tbody")).every((row) => row.hidden);
      });
      told.textContent = shown === rows.length ? "" : `${shown} of ${rows.length} shown`;
    };
    controls.addEventListener("input", filter);
    filter();
  });

  // The network: whoever is chosen stands out, and what is known of them is told in words.
  const network = document.getElementById("network");
  if (network) {
    const chooser = document.getElementById("chooser");
    const told = document.getElementById("told");
    const hint = [...told.childNodes];
    const parties = (one) => one.dataset.people.split(" ");
    const everybody = all("[data-person]", network);  // in their order on the ring
    const people = new Map(everybody.map((one) => [one.dataset.person, one]));
    const best = "0";  // the best connected
    const ties = all("[data-people]", network);
    const rows = all("#introduced [data-people]");

    const item = (row) => {
      const made = document.createElement("li");
      all("td", row).filter((cell) => cell.textContent).forEach((cell, index) => {
        if (index) made.append(cell.dataset.label ? ` ${cell.dataset.label} ` : " \u00b7 ");
        made.append(...[...cell.cloneNode(true).childNodes]);
      });
      return made;
    };

    // The names of those who stand out, as far as none covers another.
    const name = (chosen) => {
      const free = everybody.map(() => true);
      const apart = Number(network.dataset.apart);
      [chosen, ...everybody.filter((one) => one.classList.contains("on"))].forEach((one) => {
        const place = everybody.indexOf(one);
        if (!free[place]) return;
        one.classList.add("named");
        for (let away = 1 - apart; away < apart; away += 1)
          free[(place + away + free.length) % free.length] = false;
      });
    };

    // Where the picture is larger than its box, somebody comes to the middle of it.
    const reveal = (key) => {
      const box = network.parentElement;
      const dot = people.get(key)?.querySelector("circle").getBoundingClientRect();
      if (!dot) return;
      const around = box.getBoundingClientRect();
      box.scrollLeft += dot.x - around.x - box.clientWidth / 2;
      box.scrollTop += dot.y - around.y - box.clientHeight / 2;
    };

    const choose = (key) => {
      chooser.value = key;
      everybody.forEach((one) => one.classList.remove("on", "chosen", "named"));
      ties.forEach((one) => one.classList.remove("on"));
      network.classList.toggle("choosing", key !== "");
      if (key === "") {
        told.replaceChildren(...hint);
        return;
      }
      ties.filter((one) => parties(one).includes(key)).forEach((tie) => {
        tie.classList.add("on");
        parties(tie).forEach((other) => people.get(other)?.classList.add("on"));
      });
      people.get(key)?.classList.add("on", "chosen");
      name(people.get(key));
      const heading = document.createElement("h3");
      heading.append(chooser.selectedOptions[0].textContent);
      const list = document.createElement("ul");
      list.append(...rows.filter((row) => parties(row).includes(key)).map(item));
      told.replaceChildren(heading, list);
    };

    chooser.addEventListener("input", () => {
      choose(chooser.value);
      reveal(chooser.value);
    });
    network.addEventListener("click", (event) =>
      choose(event.target.closest("[data-person]")?.dataset.person ?? ""));
    const names = document.getElementById("every-name");
    names?.addEventListener("input", () => {
      network.classList.toggle("full", names.checked);
      reveal(chooser.value || best);
    });
    choose(chooser.value);
    reveal(chooser.value || best);
  }

  all("[data-needs-script]").forEach((one) => { one.hidden = false; });
})();
