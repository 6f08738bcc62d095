// What scripts add to a page: elements, made one by one, and the sheet of a thing that opens.
/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Properties<HTMLElementTagNameMap[T]>} properties
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/**
 * Ends when the sheet is there, or cannot come.
 * @param {string} name
 */
export const styled = (name) => new Promise((done) => {
  const href = new URL(`../${name}`, import.meta.url);
  document.head.append(element("link", { rel: "stylesheet", href, onload: done, onerror: done }));
});
