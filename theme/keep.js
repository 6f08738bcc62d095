// Shows the pages that a reader asked to keep where the network gives nothing. A worker watches over what
// lies below it, so this one stands at the site's base. Nothing starts it but the buttons of about/offline/
// and of an opened pack. For pages the network always comes first: an old copy hides no newer number.
importScripts("assets/scripts/keep/copies.js");
const PATIENCE = 3000; // ms that the network may take before a kept page is shown

/** By the name of a copy, its files that hold many. @type {Map<string, KeptTexts[]>} */
const opened = new Map();
/** @param {string} name */
const texts = async (name) => {
  const before = opened.get(name);
  if (before) return before;
  const paths = Object.keys((await listOf(name))?.files ?? {}).filter((path) => path.startsWith("kept/"));
  const found = await Promise.all(paths.map(async (path) => (await caches.match(base + path, { cacheName: name }))?.json()));
  if (found.length) opened.set(name, found);
  return found;
};

/** @type {Record<string, string>} */
const TYPES = { css: "text/css", js: "text/javascript", json: "application/json", svg: "image/svg+xml" };
/**
 * A file out of one that holds many: its stretches of lines, one after another.
 * @param {string} path
 * @param {string} name
 */
const unpacked = async (path, name) => {
  for (const { lines, files } of await texts(name)) {
    const stretches = files[path];
    if (!stretches) continue;
    const found = [];
    for (let at = 0; at < stretches.length; at += 2) {
      const from = stretches[at] ?? 0;
      found.push(...lines.slice(from, from + (stretches[at + 1] ?? 0)));
    }
    const type = TYPES[/[^.]*$/.exec(path)?.[0] ?? ""] ?? "text/html";
    return new Response(found.join("\n"), { headers: { "Content-Type": `${type}; charset=utf-8` } });
  }
  return undefined;
};

const waited = () => new Promise((done) => setTimeout(done, PATIENCE, null));
/** @param {string} address */
const bare = (address) => address.replace(/[?#].*/, "");
/**
 * @param {string} address
 * @param {string} name
 */
const kept = async (address, name) =>
  (await caches.match(bare(address), { cacheName: name })) ?? unpacked(bare(address).slice(base.length), name);

/**
 * Where a short or an old address leads, if that is kept; a code on paper (g32-7) leads to its page, and
 * an address typed without its last slash to the one with it.
 * @param {string} address
 * @param {string} name
 */
const elsewhere = async (address, name) => {
  const typed = bare(address).slice(base.length);
  const folder = typed.replace(/(^|\/)index\.html$/, "$1").replace(/[^/]$/, "$&/");
  const path = folder.replace(/^(go\/[a-z]+\d+)-\d+\/$/, "$1/");
  const target = (await listOf(name))?.leads?.[path] ?? (folder === typed ? undefined : folder);
  return target !== undefined && (await kept(base + target, name)) ? Response.redirect(base + target) : undefined;
};

/**
 * A page from the network; where that is slow or fails, the kept one; where none is kept, one that says so.
 * @param {FetchEvent} event
 */
const page = async (event) => {
  const answered = fetch(event.request).then((answer) => (answer.status < 500 ? answer : Promise.reject(answer)));
  const prompt = await Promise.race([answered.catch(() => null), waited()]);
  if (prompt) {
    event.waitUntil(renewed().catch(() => {})); // the next page tries again
    return prompt;
  }
  const name = (await copies()).at(-1);
  if (!name) return answered.catch(() => Response.error());
  const own = (await kept(event.request.url, name)) ?? (await elsewhere(event.request.url, name));
  const late = own ? null : await answered.catch(() => null);
  if (late) return late;
  await give(event.resultingClientId, name);
  return own ?? (await kept(`${base}503.html`, name)) ?? Response.error();
};

/**
 * What a page loads: of a kept page from the same copy, never a mix of two; of any other from the network.
 * @param {FetchEvent} event
 */
const part = async ({ request, clientId, resultingClientId }) => {
  const name = await given(clientId);
  if (!name) return fetch(request);
  await give(resultingClientId, name); // a worker that the page starts
  return (await kept(request.url, name)) ?? fetch(request);
};

/**
 * What a page may ask of this worker: to keep the guide, a pack with it, or a pack no longer; or on which
 * day the guide was as it stands there.
 * @param {ExtendableMessageEvent} event
 */
const reply = async ({ data, source, ports: [port] }) => {
  const { keep, pack, without } = /** @type {ToKeeper} */ (data);
  if (keep) {
    /** @type {Change} */
    const change = (packs) => (pack ? [...packs.filter(({ hash }) => hash !== pack.hash), pack] : packs);
    const ended = await inTurn(() => renew((came) => port?.postMessage({ came }), change)).then(() => "whole", () => "failed");
    port?.postMessage({ ended });
  } else if (without) {
    const ended = await inTurn(() => removePack(without)).then(() => "whole", () => "failed");
    port?.postMessage({ ended });
  } else {
    const name = await given(/** @type {Client} */ (source).id);
    port?.postMessage({ date: (name && (await listOf(name))?.date) || "" });
  }
};

keeper.addEventListener("install", () => void keeper.skipWaiting());
keeper.addEventListener("activate", (event) => event.waitUntil(keeper.clients.claim()));
keeper.addEventListener("message", (event) => event.waitUntil(reply(event)));
keeper.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  // Of what steers this worker only the newest counts.
  if (method !== "GET" || !url.startsWith(base) || url === list || url === keeper.location.href) return;
  event.respondWith(mode === "navigate" ? page(event) : part(event));
});
