// What is kept on a phone: copies of the guide, each whole and of one day. Part of the worker keep.js.
const keeper = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const base = keeper.registration.scope;
const list = `${base}kept.json`;
const named = `kept ${base} `; // other sites of the same host have copies of their own

/** Copies by name, the newest last; one that is not whole has no list yet. */
const copies = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(named));
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).match(list)));
  return names.filter((_, place) => lists[place]);
};

/** @param {string} name @returns {Promise<KeptList | undefined>} */
const listOf = async (name) => (await caches.match(list, { cacheName: name }))?.json();

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

/** @typedef {(packs: KeptPack[]) => KeptPack[]} Change what packs are kept, out of those that were */
/** @type {Change} */
const asBefore = (packs) => packs;

/**
 * Every file that is wanted: of a pack its pages, as far as they are not kept anyway, and what opens it.
 * @param {KeptList} wanted
 */
const filesOf = ({ files, more, tool, leads, packs = [] }) => {
  const paths = packs.flatMap(({ codes }) => [...tool, ...codes.flatMap((code) => leads[`go/${code}/`] ?? [])]);
  return { ...files, ...Object.fromEntries(paths.flatMap((path) => (more[path] ? [[path, more[path]]] : []))) };
};

/**
 * Ends a copy with its list. What the list does not want goes.
 * @param {string} name
 * @param {KeptList} wanted
 */
const end = async (name, wanted) => {
  const copy = await caches.open(name);
  await copy.put(list, new Response(JSON.stringify(wanted)));
  const paths = new Set(Object.keys(filesOf(wanted)).map((path) => base + path));
  for (const { url } of await copy.keys()) {
    if (url !== list && !url.startsWith(notes) && !paths.has(url)) await copy.delete(url);
  }
};

/**
 * Brings what is kept up to the list of today: all of it, or nothing.
 * @param {(came: number) => void} tell
 * @param {Change} change
 */
const renew = async (tell, change) => {
  const answer = await fetch(list, { cache: "no-cache" });
  if (!answer.ok) throw new Error(list);
  const wanted = /** @type {KeptList} */ (await answer.json());
  if (wanted.stop) return stop();
  const name = named + wanted.version;
  const names = await copies();
  const begun = names.includes(name);
  if (!begun || change !== asBefore) {
    const last = await listOf(begun ? name : (names.at(-1) ?? ""));
    // A pack that is ready has the pages of today.
    const packs = change(last?.packs ?? []).map((pack) => ({ ...pack, codes: wanted.ready[pack.hash] ?? pack.codes }));
    const since = begun && last?.since ? last.since : Date.now();
    const older = await Promise.all(names.map((one) => caches.open(one)));
    let came = 0;
    const files = await Promise.all(Object.entries(filesOf({ ...wanted, packs })).map(async ([path, mark]) => {
      const found = await file(path, mark, older);
      tell((came += 1));
      return /** @type {const} */ ([path, found]);
    }));
    if (!begun) await caches.delete(name); // a copy that never came to its end
    const copy = await caches.open(name);
    for (const [path, found] of files) await copy.put(base + path, found);
    await end(name, { ...wanted, packs, since });
  }
  for (const one of await caches.keys()) if (one.startsWith(named) && one !== name) await drop(one);
};

/** @type {Promise<void> | null} */
let busy = null;
/** One after another, so that none undoes what another did. @param {() => Promise<void>} what */
const inTurn = (what) => {
  const mine = (busy ?? Promise.resolve()).catch(() => {}).then(what);
  busy = mine;
  return mine.finally(() => busy === mine && (busy = null));
};
const renewed = () => busy ?? inTurn(() => renew(() => {}, asBefore));

/** Needs no network. @param {string} hash */
const removePack = async (hash) => {
  const name = (await copies()).at(-1) ?? "";
  const wanted = await listOf(name);
  if (wanted) await end(name, { ...wanted, packs: wanted.packs?.filter((pack) => pack.hash !== hash) ?? [] });
};
