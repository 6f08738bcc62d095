// What somebody may mean who types the code of a copy: read off paper, on a small keyboard.
const LETTERS = /** @type {Record<string, string>} */ ({ 0: "o", 1: "l" });
const DIGITS = /** @type {Record<string, string>} */ ({ o: "0", i: "1", l: "1" });
const LONGEST = 20; // letters and digits: what is longer is no code, and trying every split of it would take seconds
// As it is printed, in whatever was copied along with it. A letter of another script is no white space.
const PRINTED = /(?<![\p{L}\p{N}-])[a-z]{1,2}[0-9]{1,3}-[1-9][0-9]{0,3}(?![\p{L}\p{N}-])/gu;
const OTHER_LETTER = /[^\P{L}a-z]/u;
/** @param {string} text */
const asLetters = (text) => text.replace(/[01]/g, (one) => LETTERS[one] ?? one);
/** @param {string} text */
const asDigits = (text) => text.replace(/[oil]/g, (one) => DIGITS[one] ?? one);

/**
 * The pages whose codes this can be, and of which version each; 0 where no number was typed.
 * @param {string} typed
 * @param {Codes} codes
 * @returns {[code: string, number: number][]}
 */
export const readings = (typed, codes) => {
  const text = typed.toLowerCase().replace(/^.*\/go\/|^code\b/, "");
  const printed = new Set(text.match(PRINTED));
  const [only = text] = printed.size === 1 ? printed : [];
  const parts = only.split(/[^a-z0-9]+/).filter((part) => part);
  const whole = parts.join("");
  if (whole.length > LONGEST || OTHER_LETTER.test(only)) return [];
  const splits = [];
  // Without its hyphen, g322 is g32-2 or g3-22.
  const ends = parts.length > 1 ? [whole.length - (parts.at(-1) ?? "").length] : [...whole].map((_, before) => before + 1);
  for (const letters of [1, 2]) {
    for (const end of ends) {
      const head = asLetters(whole.slice(0, letters));
      const place = asDigits(whole.slice(letters, end));
      const number = asDigits(whole.slice(end));
      const shaped = /^[a-z]+$/.test(head) && /^[0-9]+$/.test(place) && /^([1-9][0-9]*)?$/.test(number);
      if (shaped && Object.hasOwn(codes, head + place)) splits.push({ code: head + place, number: Number(number) });
    }
  }
  const there = splits.filter(({ code, number }) => number <= (codes[code] ?? 0));
  return (there.length ? there : splits).map(({ code, number }) => [code, number]);
};
