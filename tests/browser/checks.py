"""Scripts that list what is wrong with the page that is open; each gives nothing if all is well."""

# Headings below the first that lack a visible link to themselves, named after them.
UNLINKED = """() => [...document.querySelectorAll("main h2, main h3")].flatMap((heading) => {
  const link = heading.parentElement.querySelector("a[href^='#']");
  const name = link?.getAttribute("aria-label") ?? "";
  const good = heading.id && link?.hash === `#${heading.id}` && link.checkVisibility()
    && link.getBoundingClientRect().width > 0 && name.endsWith(heading.textContent);
  return good ? [] : [heading.textContent];
})"""

# Pairs of neighbours in the order of the page of which the second stands well above the first.
FOCUS_JUMPS = """() => {
  const tops = [...document.querySelectorAll("main a[href], nav a[href], footer a[href]")]
    .filter((one) => one.checkVisibility())
    .map((one) => ({ text: one.textContent.trim(), top: one.getBoundingClientRect().top }));
  return tops.slice(1).flatMap((one, place) =>
    one.top < tops[place].top - 100 ? [`${tops[place].text} -> ${one.text}`] : []);
}"""

# What stands out to the left or right, in the window or in a box that scrolls or cuts.
OUTSIDE = """() => [...document.body.querySelectorAll("*")].flatMap((one) => {
  if (!one.checkVisibility()) return [];
  if (one.closest("svg, thead, :is(.heading, .limit-notes) + .table caption")
    || one.closest(":is(.numbers, .tracker, .by-theme) caption")
    || one.closest("[data-type=guide] h1 + .heading")) return [];
  const box = one.getBoundingClientRect();
  const wide = box.right > document.documentElement.clientWidth + 0.5 || box.left < -0.5;
  const cut = getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth;
  return box.width && (wide || cut) ? [one.outerHTML.slice(0, 120)] : [];
})"""

# Words whose own box leaves the window or the nearest box that cuts.
CUT_WORDS = """() => {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const text = words.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
    if (text.parentElement.closest("thead, :is(.heading, .limit-notes) + .table caption, .skip")
      || text.parentElement.closest(":is(.numbers, .tracker, .by-theme) caption")
      || text.parentElement.closest("main[data-type=guide] h1 + .heading")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const cutter = (one) => !one ? document.documentElement
      : /hidden|clip/.test(getComputedStyle(one).overflow) ? one : cutter(one.parentElement);
    const around = cutter(text.parentElement);
    const box = around.getBoundingClientRect();
    const bottom = around === document.documentElement ? Infinity : box.bottom;
    for (const line of range.getClientRects())
      if (line.right > box.right + 1 || line.left < box.left - 1 || line.bottom > bottom + 1)
        found.push(text.data.trim().slice(0, 80));
  }
  return found;
}"""

# Spaces the text as a reader may, or takes that back. Nothing of it is in the page's own styles.
SPACED = """(spaced) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = spaced ? [sheet] : [];
  const now = getComputedStyle(document.querySelector("h1")).letterSpacing;
  if (parseFloat(now) > 1 !== spaced) throw new Error(`the text is spaced ${now}`);
}"""

# Everything that is pressed, except a link within a sentence, with its smaller side.
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input, summary")]
  .flatMap((one) => {
    const style = getComputedStyle(one);
    if (!one.checkVisibility() || (style.display === "inline" && one.closest("main, footer p")))
      return [];
    const box = one.getBoundingClientRect();
    return Math.min(box.width, box.height) < 23.99
      ? [`${one.outerHTML.slice(0, 90)}: ${box.width} x ${box.height}`] : [];
  })"""

# How much moved since the page began to open, asked for after one more frame.
MOVED = """() => new Promise((done) => {
  let moved = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (moved += one.value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved))));
})"""

# What the browser keeps of the visit.
STORED = """async () => Object.entries({
  local: localStorage.length, session: sessionStorage.length,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  workers: (await navigator.serviceWorker.getRegistrations()).length,
}).filter(([, many]) => many)"""

# What the page waits for before it is seen: which files, how many bytes with the page itself.
WAITED_FOR = """() => {
  const of = (kind) => performance.getEntriesByType(kind);
  const held = of("resource").filter((one) => one.renderBlockingStatus === "blocking");
  const sent = [...of("navigation"), ...held].map((one) => one.encodedBodySize);
  return { files: held.map((one) => one.name), bytes: sent.reduce((sum, one) => sum + one, 0) };
}"""

# What a page lacks to be whole: its heading, its text, and three numbers to call.
WITHOUT_SCRIPT = """() => {
  const seen = (one) => one?.checkVisibility() && one.getBoundingClientRect().height > 0;
  const calls = [...document.querySelectorAll("[role=region][aria-label='Act now'] a")];
  const [article, heading, ...more] = document.querySelectorAll("article, h1");
  return Object.entries({
    "its heading": seen(heading) && !more.length,
    "its text": article.innerText.split(/\\s+/).length > 40,
    "three numbers": calls.filter((one) => seen(one) && one.protocol === "tel:").length === 3,
    "all it says": !article.querySelector("[hidden]"),
  }).flatMap(([what, there]) => (there ? [] : [what]));
}"""

# What is folded away although it has something to say.
FOLDED = """() => [...document.querySelectorAll("article details > :not(summary)")]
  .filter((one) => one.closest("details").checkVisibility() && !one.checkVisibility())
  .filter((one) => one.textContent.trim())
  .map((one) => one.textContent.trim().slice(0, 80))"""

# What stands in the wrong place once no style sheet holds; the last check of a page.
WITHOUT_STYLES = """() => {
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const [last] = [...document.querySelectorAll("[role=region][aria-label='Act now'] a")].slice(-1);
  const heading = document.querySelector("h1").getBoundingClientRect();
  return Object.entries({
    "the numbers": last.checkVisibility() && last.getBoundingClientRect().bottom <= heading.top,
    "the menu": !document.querySelector("#menu").checkVisibility(),
  }).flatMap(([what, there]) => (there ? [] : [what]));
}"""

# Takes out what the same template draws again and again: axe takes its time. Of each list eight
# rows stay, and every row that holds a kind of element which no row before it holds.
FEWER_ROWS = """() => {
  const seen = new Set();
  const kinds = (row) => [row, ...row.querySelectorAll("*")].flatMap((one) =>
    ["", ...one.classList].map((look) => `${one.localName}.${look}`));
  for (const list of document.querySelectorAll("main :is(ul, ol, dl, tbody)")) {
    for (const [place, row] of [...list.children].entries()) {
      const fresh = kinds(row).filter((kind) => !seen.has(kind));
      for (const kind of fresh) seen.add(kind);
      if (place >= 8 && !fresh.length) row.remove();
    }
  }
}"""

# Why a reader does not see where the focus is: lost, not marked, or under something else.
FOCUS_HIDDEN = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "the focus is lost";
  const told = one.outerHTML.slice(0, 120);
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return `no ring: ${told}`;
  const own = (at) => at && (one.contains(at) || at.closest("label")?.control === one);
  const shares = [0.1, 0.5, 0.9];
  const seen = [...one.getClientRects()].some((box) => shares.some((x) => shares.some((y) =>
    own(document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)))));
  return seen ? "" : `out of sight: ${told}`;
}"""
