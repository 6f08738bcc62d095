// Puts one text on the clipboard in two forms: with its links for a mail or a chat that takes them, plain for the rest.

/**
 * @param {Node} rich
 * @param {string} plain
 */
export const copyRich = async (rich, plain) => {
  if (!("ClipboardItem" in globalThis)) return navigator.clipboard.writeText(plain);
  const html = new XMLSerializer().serializeToString(rich);
  const forms = { "text/html": html, "text/plain": plain };
  const blobs = Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })]);
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
};
