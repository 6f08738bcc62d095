// Classic scripts, as a worker takes them: one after the other in one global scope, without a page.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const ROOT = new URL("../../../", import.meta.url);
const LUNR = "site/assets/scripts/search/lunr.js"; // as the build took it from its package

/** What these names mean once lunr and the scripts, by their paths, have run. */
export const classic = (scripts, names) => {
  const context = vm.createContext({});
  for (const path of [LUNR, ...scripts]) vm.runInContext(readFileSync(new URL(path, ROOT), "utf-8"), context, { filename: path });
  return vm.runInContext(`({ ${names.join(", ")} })`, context);
};

/** A value without the prototypes of the scope that it comes from. */
export const plain = (value) => JSON.parse(JSON.stringify(value));
