// The panel that shares a page or a section of it. Loaded when someone opens it.
import { copyRich } from "./clipboard.js";
import { element, styled } from "./element.js";

const sheet = styled("share.css");
const TOLD = 3000; // ms that a line stays
/** @param {string} selector */
const link = (selector) => /** @type {HTMLAnchorElement | HTMLLinkElement} */ (document.querySelector(selector)).href;
const page = link("link[rel=canonical]");
const short = link(".review .share");
const said = /** @type {HTMLElement} */ (document.querySelector(".say"));
let saying = 0;

/** @param {string} text */
const say = (text) => {
  said.textContent = text;
  clearTimeout(saying);
  saying = setTimeout(() => (said.textContent = ""), TOLD);
};

/**
 * What is shared: the section of this heading, or the whole page.
 * @param {Element | null} heading
 */
const shared = (heading) => {
  const { title = "", version, reviewed = "" } = /** @type {HTMLElement} */ (document.querySelector("main")).dataset;
  const day = new Date(reviewed).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return {
    title: heading ? `${title}: ${heading.textContent}` : title,
    url: heading ? `${page}#${heading.id}` : page,
    dated: `Reviewed ${day}. Copy ${version}: check it is current at`,
    check: new URL(`../${version}/`, short).href,
  };
};

/**
 * The same words with links, for Teams or Outlook, and as bare letters for the rest.
 * @param {ReturnType<typeof shared>} what
 */
const copyAll = ({ title, url, dated, check }) => {
  const rich = element("p", {}, element("a", { href: url, textContent: title }), element("br"),
    `${dated} `, element("a", { href: check, textContent: check }));
  return copyRich(rich, `${title}\n${url}\n${dated} ${check}`);
};

/** @param {HTMLImageElement} picture */
const asPng = (picture) => {
  const canvas = element("canvas", { width: picture.naturalWidth, height: picture.naturalHeight });
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  return canvas.toDataURL();
};

const qrCode = () => {
  const name = new URL(short).pathname.split("/").at(-2);
  const src = new URL(`../../go/${name}/qr.svg`, import.meta.url).href;
  const png = element("a", { download: `${name}.png`, textContent: "Save as PNG" });
  const picture = element("img", { src, alt: `QR code of ${short}`, onload: () => (png.href = asPng(picture)) });
  return element("div", { className: "share-code" }, picture,
    element("ul", {},
      element("li", { textContent: "QR code of the page" }),
      element("li", {}, element("a", { href: src, download: `${name}.svg`, textContent: "Save as SVG" })),
      element("li", {}, png)));
};

/** @param {HTMLElement} opener */
export const share = async (opener) => {
  await sheet;
  const heading = opener.matches(".heading > *") ? opener.previousElementSibling : null;
  const what = shared(heading);
  const address = element("p", { className: "share-address", textContent: what.url });
  const refused = element("p", {});
  refused.setAttribute("role", "alert");
  const close = () => box.close();
  /**
   * @param {string} name
   * @param {() => Promise<void>} does
   * @param {string} done
   */
  const button = (name, does, done) => {
    const press = async () => {
      try {
        await does();
        close();
        say(done);
      } catch (error) {
        if (error instanceof DOMException && error.name === "AbortError") return; // the reader left the device's own panel
        getSelection()?.selectAllChildren(address);
        refused.textContent = "This browser did not allow it. The address is selected, ready to copy.";
      }
    };
    return element("button", { type: "button", className: "button", textContent: name, onclick: press });
  };
  const { title, url } = what;
  const box = element("dialog", { className: "share-panel", ariaLabel: `Share this ${heading ? "section" : "page"}` },
    element("p", {}, element("strong", { textContent: title })), address, refused,
    button("Copy the address", () => navigator.clipboard.writeText(url), "Address copied"),
    button("Copy title, address and date", () => copyAll(what), "Title, address and date copied"));
  if ("share" in navigator) box.append(button("Send with an app", () => navigator.share({ title, url }), ""));
  box.append(qrCode(), element("button", { type: "button", className: "share-close", textContent: "Close", onclick: close }));
  box.addEventListener("click", ({ target }) => target === box && close());
  box.addEventListener("close", () => (box.remove(), opener.focus()));
  document.body.append(box);
  box.showModal();
};
