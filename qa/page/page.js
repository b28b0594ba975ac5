// What the page does in the browser: theme, memory of the conversation, opening sources, hover quotes.
// Text from reports reaches the document only as textContent or as HTML that the server has escaped.
(() => {
  "use strict";
  const PHONE = "(max-width: 900px)";
  const store = (area, name, value) => {
    try {
      if (value === undefined) return window[area].getItem(name);
      window[area].setItem(name, value);
    } catch { /* storage may be switched off; the page works without it */ }
    return null;
  };
  const find = (selector, root = document) => root.querySelector(selector);

  // Theme: the system's, until the reader chooses.
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const applyTheme = () => {
    const chosen = store("localStorage", "fawen.theme");
    const dark = chosen ? chosen === "dark" : system.matches;
    if (document.body.classList.contains("dark") !== dark) document.body.classList.toggle("dark", dark);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
  };
  const toggleTheme = () => {
    store("localStorage", "fawen.theme", document.body.classList.contains("dark") ? "light" : "dark");
    applyTheme();
  };

  // Sources: a chip or a listed source opens the panel; the panel fetches it from the server.
  let opener = null;
  let current = null;
  const language = () => find("#fw-conversation [data-lang]")?.dataset.lang ?? "zh";
  const openSource = (button, byKeyboard) => {
    document.querySelectorAll(".fw-open").forEach((old) => old.classList.remove("fw-open"));
    button.classList.add("fw-open");
    opener = button;
    const { report, start, end } = button.dataset;
    current = { report, start: Number(start), end: Number(end) };
    request(byKeyboard);
  };
  const request = (byKeyboard) => {
    const detail = { ...(current ?? { report: "", start: 0, end: 0 }), lang: language() };
    window.dispatchEvent(new CustomEvent("fawen:open", { detail: { body: JSON.stringify(detail), byKeyboard } }));
  };
  const reveal = (panel, byKeyboard) => {
    const report = find(".fw-report", panel);
    const mark = find(".fw-quote, .fw-sentence", panel);
    if (!report) return;
    if (byKeyboard) report.focus({ preventScroll: true });
    if (!mark) {
      report.scrollTop = 0;
      if (window.matchMedia(PHONE).matches) panel.scrollIntoView({ block: "start" });
      return;
    }
    const room = window.matchMedia(PHONE).matches ? window.innerHeight : report.clientHeight;
    const tall = mark.getBoundingClientRect().height > room * 0.7;
    mark.scrollIntoView({ block: tall ? "start" : "center" });
  };
  const goBack = () => {
    if (!opener?.isConnected) return;
    opener.scrollIntoView({ block: "center" });
    opener.focus({ preventScroll: true });
  };

  // Questions from buttons go through the box, like typed ones.
  const fill = (words) => {
    const box = find("#fw-box textarea");
    if (!box || box.disabled) return null;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, words);
    box.dispatchEvent(new Event("input", { bubbles: true }));
    return box;
  };
  const ask = (question) => {
    if (fill(question)) setTimeout(() => find("#fw-send")?.click(), 60);
  };
  const begin = (words) => {
    const box = fill(words);
    box?.focus();
    box?.setSelectionRange(words.length, words.length);
  };
  const ready = () => {
    if (!window.matchMedia(PHONE).matches && (document.activeElement === document.body || !document.activeElement)) {
      find("#fw-box textarea")?.focus({ preventScroll: true });
    }
  };

  // The whole quote while a source is hovered or focused.
  let tip = null;
  const hideTip = () => tip?.remove();
  const showTip = (target) => {
    hideTip();
    tip = document.createElement("div");
    tip.className = "fw-tip";
    tip.setAttribute("role", "tooltip");
    const where = document.createElement("b");
    where.textContent = target.dataset.where;
    const quote = document.createElement("p");
    quote.textContent = target.dataset.quote;
    tip.append(where, quote);
    document.body.append(tip);
    const at = target.getBoundingClientRect();
    const size = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(at.left + at.width / 2 - size.width / 2, window.innerWidth - size.width - 8));
    const above = at.top - size.height - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : Math.min(at.bottom + 8, window.innerHeight - size.height - 8)}px`;
  };

  // The conversation: remembered for a reload, and kept in view while it grows.
  let turns = 0;
  let lastLanguage = null;
  const follow = () => {
    const state = find("#fw-conversation .fw-state");
    if (!state || !state.dataset.lang) return;
    if (lastLanguage && lastLanguage !== state.dataset.lang) {
      store("localStorage", "fawen.lang", state.dataset.lang);
      request(false);
    }
    lastLanguage = state.dataset.lang;
    document.documentElement.lang = state.dataset.lang === "en" ? "en" : "zh-CN";
    const shown = Number(find("[data-turns]", state)?.dataset.turns ?? 0);
    // The first screen is also what stands before a remembered conversation comes back: it forgets nothing by itself.
    if (shown > 0 || turns > 0) store("sessionStorage", "fawen.turns", state.dataset.memory);
    if (shown > 0) keepInView(shown !== turns);
    turns = shown;
  };
  // A new question is shown with its answer growing below it, until the reader scrolls.
  let following = false;
  const keepInView = (isNew) => {
    const last = find(".fw-turn[data-last]");
    if (isNew) following = true;
    if (!last || !following) return;
    following = find(".fw-thinking, [aria-busy]", last) !== null;
    if (window.matchMedia(PHONE).matches) {
      const top = last.getBoundingClientRect().top + window.scrollY - 8;
      const end = find("#fw-chat").getBoundingClientRect().bottom + window.scrollY - window.innerHeight;
      window.scrollTo(0, Math.max(0, Math.min(top, end)));
    } else {
      const scroller = find("#fw-conversation");
      scroller.scrollTop = Math.min(last.offsetTop - 12, scroller.scrollHeight - scroller.clientHeight);
    }
  };
  for (const type of ["wheel", "touchmove", "pointerdown"]) {
    document.addEventListener(type, () => { following = false; }, { passive: true });
  }

  const recall = () => {
    let kept = [];
    try {
      kept = JSON.parse(store("sessionStorage", "fawen.turns") || "[]");
    } catch { /* not ours: start afresh */ }
    return JSON.stringify({ lang: store("localStorage", "fawen.lang"), turns: kept });
  };

  // Files: our own zone hands them to the hidden upload of Gradio; folders are walked here.
  const uploads = () => find("#fw-levers input[type=file]");
  // What a browser saves beside a page (report_files, report.files) is no report, as on the command line.
  const savedWith = (entry, beside) => entry.isDirectory && beside.some((page) => /\.html?$/i.test(page.name)
    && ["_files", ".files", "_文件"].some((end) => entry.name === page.name.replace(/\.[^.]+$/, "") + end));
  const walk = async (entry) => {
    if (entry.name.startsWith(".") || entry.name.startsWith("~$")) return [];
    if (entry.isFile) return new Promise((done) => entry.file((file) => done([file]), () => done([])));
    const reader = entry.createReader();
    const inside = [];
    for (;;) {
      const some = await new Promise((done) => reader.readEntries(done, () => done([])));
      if (some.length === 0) break;
      inside.push(...some);
    }
    const kept = inside.filter((one) => !savedWith(one, inside));
    return (await Promise.all(kept.map(walk))).flat();
  };
  const hand = (files) => {
    const zone = find(".fw-drop");
    const input = uploads();
    if (!zone || !input || files.length === 0) return;
    const most = Number(zone.dataset.most);
    const carried = new DataTransfer();
    find(".fw-too-large")?.remove();
    const large = document.createElement("ul");
    large.className = "fw-too-large";
    for (const file of files) {
      if (file.size <= most) { carried.items.add(file); continue; }
      const line = document.createElement("li");
      line.textContent = zone.dataset.large.replace("{}", file.name).replace("{}", String(most / 1048576));
      large.append(line);
    }
    if (large.childElementCount) find("#fw-arrivals").append(large);
    if (!carried.files.length) return;
    input.files = carried.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const pick = () => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = true;
    input.addEventListener("change", () => hand([...input.files]));
    input.click();
    if (window.matchMedia(PHONE).matches) find("#fw-arrivals")?.scrollIntoView({ block: "start" });
  };
  const carriesFiles = (event) => find(".fw-drop") && [...(event.dataTransfer?.types ?? [])].includes("Files");
  for (const type of ["dragenter", "dragover"]) {
    document.addEventListener(type, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      document.body.classList.add("fw-dragging");
    });
  }
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("fw-dragging");
  });
  document.addEventListener("drop", async (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    document.body.classList.remove("fw-dragging");
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
    const plain = [...event.dataTransfer.files];
    hand(entries.some((entry) => entry?.isDirectory)
      ? (await Promise.all(entries.filter(Boolean).map(walk))).flat()
      : plain);
  });
  let chosen = "";
  const replace = (button) => {
    button.disabled = true;
    chosen = button.dataset.replace;
    find("#fw-replace")?.click();
  };

  document.addEventListener("click", (event) => {
    const target = event.target.closest?.(
      "[data-report], [data-ask], [data-fill], [data-back], [data-pick], [data-replace], [data-clear]");
    if (!target) return;
    hideTip();
    if (target.dataset.pick !== undefined) return pick();
    if (target.dataset.replace !== undefined) return replace(target);
    if (target.dataset.clear !== undefined) return find("#fw-clear")?.click();
    if (target.dataset.report !== undefined) openSource(target, event.detail === 0);
    else if (target.dataset.ask !== undefined) ask(target.dataset.ask);
    else if (target.dataset.fill !== undefined) begin(target.dataset.fill);
    else goBack();
  });
  for (const type of ["mouseover", "focusin"]) {
    document.addEventListener(type, (event) => {
      const target = event.target.closest?.("[data-quote]");
      if (target && (type === "mouseover" || target.matches(":focus-visible"))) showTip(target);
      else if (!event.target.closest?.(".fw-tip")) hideTip();
    });
  }
  document.addEventListener("scroll", hideTip, true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hideTip();
  });

  const start = () => {
    applyTheme();
    system.addEventListener("change", () => setTimeout(applyTheme, 0));
    // Gradio sets its own theme class once it has started; ours wins.
    new MutationObserver(applyTheme).observe(document.body, { attributes: true, attributeFilter: ["class"] });
    const concerns = ({ target }) => (target.closest ? target : target.parentElement)?.closest("#fw-conversation");
    new MutationObserver((changes) => {
      if (changes.some(concerns)) follow();
      retell();
    }).observe(document.body, {
      childList: true, subtree: true, attributes: true, attributeFilter: ["data-memory", "data-lang"],
      characterData: true,
    });
  };
  // Gradio's own words for a server that is gone are English; ours say what to do.
  const retell = () => {
    const told = find("#fw-conversation .fw-state")?.dataset;
    if (!told?.gone) return;
    for (const toast of document.querySelectorAll(".toast-body")) {
      const [title, words] = [find(".toast-title", toast), find(".toast-message-text", toast)];
      if (!words || !/connection|network|fetch/i.test(words.textContent)) continue;
      words.textContent = told.gone;
      if (title) title.textContent = told.lost;
    }
  };
  const restored = () => { document.documentElement.dataset.fawen = "ready"; };
  window.fawen = { reveal, toggleTheme, recall, ready, restored, chosen: () => chosen };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
