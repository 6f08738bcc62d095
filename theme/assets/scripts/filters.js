// Narrows a list by the form above it. The choice lives in the address, so that a link keeps it.
const plain = (text) => text.toLowerCase().replace(/[\u2018\u2019']/g, "");

const start = (form) => {
  const list = document.getElementById(form.dataset.filters);
  const items = [...list.querySelectorAll("[data-item]")];
  const texts = new Map(items.map((item) => [item, plain(item.textContent)]));
  const count = form.querySelector("[role=status]");
  const fields = [...form.elements].filter((field) => field.name);

  const fits = (item, field) => {
    if (!field.value.trim()) return true;
    if (field.name === "find") {
      return plain(field.value).split(/\s+/).every((word) => texts.get(item).includes(word));
    }
    const words = (item.dataset[field.name] || "").split(" ");
    return words.includes(field.value) || words.includes("everyone");
  };

  const narrow = () => {
    const shown = items.filter((item) => fields.every((field) => fits(item, field)));
    for (const item of items) item.hidden = !shown.includes(item);
    for (const shelf of list.querySelectorAll("[data-shelf]")) {
      shelf.hidden = !shelf.querySelector("[data-item]:not([hidden])");
    }
    const all = shown.length === items.length;
    const what = form.dataset.what;
    count.textContent = all ? `${items.length} ${what}` : `${shown.length} of ${items.length} ${what}`;
    if (!shown.length) count.textContent += ". Nothing fits: show all, or call the MASH.";
  };

  const keep = () => {
    const address = new URL(location.href);
    for (const field of fields) {
      const value = field.value.trim();
      if (value) address.searchParams.set(field.name, value);
      else address.searchParams.delete(field.name);
    }
    history.replaceState(history.state, "", address);
  };

  const take = () => {
    const given = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = given.get(field.name) || "";
      const known = !field.options || [...field.options].some((one) => one.value === value);
      field.value = known ? value : "";
    }
    narrow();
  };

  form.addEventListener("input", () => (narrow(), keep()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => (narrow(), keep())));
  addEventListener("popstate", take);
  // What was typed or chosen before this script arrived counts beside what the address says.
  const typed = fields.filter((field) => field.value.trim()).map((field) => [field, field.value]);
  take();
  for (const [field, value] of typed) field.value = value;
  if (typed.length) narrow(), keep();
};

for (const form of document.querySelectorAll(".filters")) start(form);
