// A search box as plain as can be. The engine is fetched when someone is about to type.
const [box, told, list] = ["input", "p", "ol"].map((one) => document.querySelector(one));
let engine = null;
const fetched = () => (engine ??= import("./search-engine.js"));

const item = ({ address, title }) => {
  const link = Object.assign(document.createElement("a"), { href: address, textContent: title });
  const made = document.createElement("li");
  made.append(link);
  return made;
};

box.addEventListener("focus", fetched);
box.addEventListener("input", async () => {
  const question = box.value;
  const { ask } = await fetched();
  const { many, first } = await ask(question);
  if (box.value !== question) return;
  list.replaceChildren(...first.map(item));
  told.textContent = `${many} pages`;
});
