// What a reader does with search, filters, deadlines and paper, done in Firefox; what was seen, as JSON.
// node tests/browser/firefox.js FIREFOX SITE, then one of: journeys EVENT DAY; print FOLDER PAGE…
import { join } from "node:path";
import puppeteer from "puppeteer-core";

const [executablePath = "", site = "", task = "", ...words] = process.argv.slice(2);
const firefox = await puppeteer.launch({ browser: "firefox", executablePath });
const page = await firefox.newPage();
/** @type {string[]} */
const complaints = [];
page.on("pageerror", (error) => complaints.push(String(error)));
page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
/** @param {string} place */
const text = (place) => page.locator(place).map((one) => one.textContent ?? "").wait();

/** @param {string | undefined} event @param {string | undefined} day */
const journeys = async (event = "", day = "") => {
  await page.setViewport({ width: 360, height: 740 });
  await page.goto(`${site}one-minute-guides/neglect/`);
  await page.keyboard.press("/");
  await page.locator("dialog input").fill("mash number");
  const search = await text(".answer-value");
  await page.goto(`${site}worried-about-a-child/find/`);
  await page.locator(".filters input").fill("dog bite");
  await page.waitForSelector("#concern-small-children-alone", { hidden: true });
  const found = await text(".concern:not([hidden]) summary");
  await page.goto(`${site}thresholds/timescales/`);
  await page.locator(".deadlines select").fill(event);
  await page.locator(".deadlines input").fill(day);
  return { search, found, deadline: await text(".deadlines-found li") };
};

/** The last page's contents, if it is a pack. @param {string | undefined} folder @param {string[]} addresses */
const print = async (folder = "", ...addresses) => {
  for (const [number, address] of addresses.entries()) {
    await page.goto(site + address);
    if (address.includes("#")) await page.waitForSelector("::-p-text(Print the pack)", { visible: true });
    await page.pdf({ path: join(folder, `${number}.pdf`), format: "A4", preferCSSPageSize: true });
  }
  const contents = await page.$$eval(".pack-contents li", (all) => all.map((one) => one.textContent?.trim()));
  return { contents, sheets: await page.$$eval(".sheet-number", (all) => all.map((one) => one.textContent).join("")) };
};

const seen = task === "print" ? await print(...words) : await journeys(...words);
await firefox.close();
process.stdout.write(JSON.stringify({ ...seen, complaints }));
