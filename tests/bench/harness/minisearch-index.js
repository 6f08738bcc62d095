// Pages on the way in, as JSON: id, title, text. Their index on the way out.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { OPTIONS } from "./minisearch-options.js";

const index = new MiniSearch(OPTIONS);
index.addAll(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify(index));
