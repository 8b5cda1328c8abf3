"use strict";
(() => {
  const list = document.getElementById("list");
  const form = document.getElementById("filter");
  const rows = list ? [...list.tBodies[0].rows] : [];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

  const matches = (row, wanted) =>
    (!wanted.unit || [...row.querySelectorAll(".u")].some((each) => each.textContent === wanted.unit)) &&
    (!wanted.state || row.cells[0].textContent.trim() === wanted.state) &&
    (!wanted.severity || row.cells[1].textContent.trim() === wanted.severity) &&
    wanted.words.every((word) => texts.get(row).includes(word));

  const filter = () => {
    const asked = new FormData(form);
    const wanted = {
      unit: asked.get("unit"),
      state: asked.get("state"),
      severity: asked.get("severity"),
      words: asked.get("text").toLowerCase().split(/\s+/).filter(Boolean),
    };
    let shown = 0;
    for (const row of rows) {
      row.hidden = !matches(row, wanted);
      shown += !row.hidden;
    }
    document.getElementById("count").textContent = `显示 ${shown} 个，共 ${rows.length} 个`;
    document.getElementById("scope").textContent = scope(wanted, shown);
  };

  // a page that is printed must say that rows were left out
  const scope = (wanted, shown) => {
    const chosen = [
      ["单位", wanted.unit],
      ["状态", wanted.state],
      ["程度", wanted.severity],
      ["文字", wanted.words.join(" ")],
    ].filter((each) => each[1]);
    const said = chosen.map((each) => each.join(" ")).join("，");
    return said && `；只列出筛选的 ${shown} 个，共 ${rows.length} 个（${said}）`;
  };

  const unfold = (button) => {
    const open = button.getAttribute("aria-expanded") !== "true";
    for (const row of rows) row.querySelector("details").open = open;
    button.setAttribute("aria-expanded", String(open));
    button.textContent = open ? "收起全部说明" : "展开全部说明";
  };

  const value = (row, column, kind) => {
    const cell = row.cells[column];
    const text = cell.dataset.v ?? cell.textContent.trim();
    return kind === "number" ? parseFloat(text) || 0 : text;
  };

  const sort = (table, column, kind) => {
    const head = table.tHead.rows[0].cells[column];
    const way = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", way === 1 ? "ascending" : "descending");
    if (table === list) document.getElementById("order").textContent = head.textContent;
    const compare =
      kind === "number" ? (a, b) => a - b : (a, b) => (!a - !b) * way || a.localeCompare(b, "zh-CN");
    const body = table.tBodies[0];
    const keyed = [...body.rows].map((row) => [value(row, column, kind), row]);
    keyed.sort((a, b) => way * compare(a[0], b[0]));
    body.append(...keyed.map((each) => each[1]));
  };

  const sortable = (table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, column, head.dataset.sort));
      head.append(button);
    });
  };

  const showTarget = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!rows.includes(row)) return;
    if (row.hidden) {
      form.reset();
      filter();
    }
    row.querySelector("details").open = true;
    row.scrollIntoView({ block: "center" });
  };

  document.querySelectorAll("table.sortable").forEach(sortable);
  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    document.getElementById("unfold").addEventListener("click", (event) => unfold(event.target));
    filter();
    addEventListener("hashchange", showTarget);
    if (location.hash) showTarget();
  }
})();
