// Another page of the guide as a document, which the browser reads by itself: nothing in it runs, and no
// text is made into markup by a script.
/**
 * @param {string} address
 * @returns {Promise<Document>}
 */
export const pageAt = (address) => new Promise((done, fail) => {
  const asked = new XMLHttpRequest();
  const end = () => (asked.status === 200 && asked.responseXML ? done(asked.responseXML) : fail(new Error(address)));
  Object.assign(asked, { responseType: "document", onload: end, onerror: end });
  asked.open("GET", address);
  asked.send();
});
