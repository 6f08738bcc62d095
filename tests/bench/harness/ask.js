// Ask one question in a page's own search box. Says how long it took from the key until results
// were drawn, or until the page said that there are none, and where the results lead, best first.
({ box, results, link, told, question }) => {
  const NONE = /^(No|Nothing|0) /; // how each of the four begins to say so
  const LONGEST = 120_000; // ms
  const [input, list, status] = [box, results, told].map((one) => document.querySelector(one));
  list.replaceChildren();
  status.textContent = "";
  return new Promise((resolve, reject) => {
    let began = 0;
    const drawn = () => status.textContent && (list.children.length || NONE.test(status.textContent));
    const look = new MutationObserver(() => {
      if (!began || !drawn()) return;
      const ms = performance.now() - began;
      look.disconnect();
      resolve({ ms, links: [...document.querySelectorAll(link)].slice(0, 3).map(({ href }) => href) });
    });
    for (const one of [list, status]) look.observe(one, { childList: true, characterData: true, subtree: true });
    look.takeRecords();
    setTimeout(() => reject(new Error(`no answer to: ${question}`)), LONGEST);
    began = performance.now();
    input.value = question;
    // Material listens for the key, the others for the input.
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  });
}
