// Keeps an opened pack on this phone, and with it the pages that are always kept.
import { element } from "../element.js";
import { FAILED, OFF, copied, done } from "./copy.js";

/**
 * @param {{ title: string, hash: string, codes: string[] }} pack
 * @param {HTMLElement} said where it is told how that went
 */
export const keepPack = async (pack, said) => {
  said.textContent = "Fetching…";
  try {
    await done({ keep: true, pack: { ...pack, since: Date.now() } });
  } catch {
    said.textContent = FAILED;
    return;
  }
  const there = element("a", { href: new URL("../../../about/offline/", import.meta.url) }, "What is kept, and how to remove it");
  if (await copied()) said.replaceChildren("This pack is kept on this phone, and the guide’s main pages with it. ", there);
  else said.textContent = OFF;
};
