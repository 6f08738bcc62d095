// Puts one text on the clipboard in two forms: with its links for a mail or a chat that takes them, plain for the rest.

/**
 * @param {Element | DocumentFragment} rich
 * @param {string} plain
 */
export const copyRich = async (rich, plain) => {
  if (!("ClipboardItem" in globalThis)) return navigator.clipboard.writeText(plain);
  const copy = /** @type {Element | DocumentFragment} */ (rich.cloneNode(true));
  for (const link of copy.querySelectorAll("a")) link.setAttribute("href", link.href);
  const forms = { "text/html": new XMLSerializer().serializeToString(copy), "text/plain": plain };
  const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};
