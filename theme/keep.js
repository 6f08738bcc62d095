// Keeps the pages that a reader asked to keep, and shows them where the network gives nothing. A worker
// watches over what lies below it, so this one stands at the site's base. Nothing starts it but the
// button of about/offline/. For pages the network always comes first: an old copy hides no newer number.
const keeper = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const base = keeper.registration.scope;
const list = `${base}kept.json`;
const named = `kept ${base} `; // other sites of the same host have copies of their own
const PATIENCE = 3000; // ms that the network may take before a kept page is shown

/** Copies by name, the newest last; one that is not whole has no list yet. */
const copies = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(named));
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).match(list)));
  return names.filter((_, place) => lists[place]);
};

/** Where it is noted which copy a tab or worker was given: this worker may sleep in between. */
const notes = `${base}given/`;
/**
 * @param {string} id
 * @param {string} name
 */
const give = async (id, name) => {
  if (id) await (await caches.open(name)).put(notes + id, new Response(name));
};
const given = async (/** @type {string} */ id) => (await caches.match(notes + id))?.text();

/** Takes a copy away, unless a page of it is still open. */
const drop = async (/** @type {string} */ name) => {
  const copy = await caches.open(name);
  const ids = (await copy.keys()).flatMap(({ url }) => (url.startsWith(notes) ? url.slice(notes.length) : []));
  const open = await Promise.all(ids.map((id) => keeper.clients.get(id)));
  if (!open.some(Boolean)) await caches.delete(name);
};

const stop = async () => {
  for (const name of await caches.keys()) if (name.startsWith(named)) await caches.delete(name);
  await keeper.registration.unregister();
};

/** The first digits of what a file holds, as the list has them. */
const digits = async (/** @type {ArrayBuffer} */ body) =>
  [...new Uint8Array(await crypto.subtle.digest("SHA-256", body)).slice(0, 8)].map((one) => one.toString(16).padStart(2, "0")).join("");

/**
 * A file as the list wants it: the one of an older copy, or a new one. A site may be published anew
 * while it is fetched: what does not fit the list is refused.
 * @param {string} path
 * @param {string} wanted
 * @param {Cache[]} older
 */
const file = async (path, wanted, older) => {
  const sources = [...older.map((copy) => () => copy.match(base + path)), () => fetch(base + path, { cache: "no-cache" })];
  for (const source of sources) {
    const answer = await source();
    const body = answer?.ok && (await answer.arrayBuffer());
    if (!body || (await digits(body)) !== wanted) continue;
    return new Response(body, { headers: { "Content-Type": answer.headers.get("Content-Type") ?? "" } });
  }
  throw new Error(path);
};

/**
 * Brings what is kept up to the list of today: all of it, or nothing.
 * @param {(came: number) => void} tell
 */
const renew = async (tell) => {
  const answer = await fetch(list, { cache: "no-cache" });
  if (!answer.ok) throw new Error(list);
  const wanted = /** @type {KeptList} */ (await answer.clone().json());
  if (wanted.stop) return stop();
  const name = named + wanted.version;
  const names = await copies();
  if (!names.includes(name)) {
    const older = await Promise.all(names.map((one) => caches.open(one)));
    let came = 0;
    const files = await Promise.all(Object.entries(wanted.files).map(async ([path, mark]) => {
      const found = await file(path, mark, older);
      tell((came += 1));
      return /** @type {const} */ ([path, found]);
    }));
    await caches.delete(name); // what was begun and not ended
    const copy = await caches.open(name);
    for (const [path, found] of files) await copy.put(base + path, found);
    await copy.put(list, new Response(JSON.stringify({ ...wanted, since: Date.now() })));
  }
  for (const one of await caches.keys()) if (one.startsWith(named) && one !== name) await drop(one);
};
/** @type {Promise<void> | null} */
let renewing = null;
const renewed = (/** @type {(came: number) => void} */ tell) => (renewing ??= renew(tell).finally(() => (renewing = null)));

const waited = () => new Promise((done) => setTimeout(done, PATIENCE, null));
/**
 * @param {string} address
 * @param {string} name
 */
const kept = (address, name) => caches.match(address.replace(/[?#].*/, ""), { cacheName: name });

/**
 * A page from the network; where that is slow or fails, the kept one; where none is kept, one that says so.
 * @param {FetchEvent} event
 */
const page = async (event) => {
  const answered = fetch(event.request).then((answer) => (answer.status < 500 ? answer : Promise.reject(answer)));
  const prompt = await Promise.race([answered.catch(() => null), waited()]);
  if (prompt) {
    event.waitUntil(renewed(() => {}).catch(() => {})); // the next page tries again
    return prompt;
  }
  const name = (await copies()).at(-1);
  if (!name) return answered.catch(() => Response.error());
  const own = await kept(event.request.url, name);
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
 * What a page may ask of this worker: to keep all, or on which day the guide was as it stands there.
 * @param {ExtendableMessageEvent} event
 */
const reply = async ({ data, source, ports: [port] }) => {
  if (data === "keep") {
    const ended = await renewed((came) => port?.postMessage({ came })).then(() => "whole", () => "failed");
    port?.postMessage({ ended });
  } else if (data === "from") {
    const name = await given(/** @type {Client} */ (source).id);
    const known = name && (await kept(list, name));
    port?.postMessage({ date: known ? (await known.json()).date : "" });
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
