// The search and the filters of the list of local areas. Without this script the list and its linked parts are whole.
const form = document.getElementById("find");
const rows = [...document.querySelectorAll("#areas tbody tr")];
const fields = { name: form.elements.name, region: form.elements.region, kind: form.elements.class };
const found = document.getElementById("found");

const folded = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/-/g, " ")
    .replace(/[^a-z0-9 ]/g, "")
    .trim()
    .replace(/ +/g, " ");

// A name fits where one of its words begins so; only if no name does, where the letters stand anywhere in it.
const begins = (name, wanted) => ` ${name}`.includes(` ${wanted}`);
const holds = (name, wanted) => name.includes(wanted);

function fitting(wanted) {
  const chosen = rows.filter(
    ({ dataset }) =>
      (!fields.region.value || dataset.region === fields.region.value) &&
      (!fields.kind.value || dataset.class === fields.kind.value),
  );
  const named = (fits) => chosen.filter(({ dataset }) => dataset.names.split("|").some((name) => fits(name, wanted)));
  const first = named(begins);
  return new Set(first.length ? first : named(holds));
}

function show() {
  const wanted = folded(fields.name.value);
  const fit = fitting(wanted);
  for (const row of rows) row.hidden = !fit.has(row);
  const filtered = wanted || fields.region.value || fields.kind.value;
  found.textContent = !filtered
    ? ""
    : fit.size === 1
      ? "1 local area fits."
      : fit.size
        ? `${fit.size} local areas fit.`
        : "No local area fits. Try a shorter name.";
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.hidden = false;
show();
