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

function show() {
  const wanted = folded(fields.name.value);
  let shown = 0;
  for (const row of rows) {
    const { names, region } = row.dataset;
    const fits =
      (!fields.region.value || region === fields.region.value) &&
      (!fields.kind.value || row.dataset.class === fields.kind.value) &&
      names.split("|").some((name) => ` ${name}`.includes(` ${wanted}`) || (wanted.length > 3 && name.includes(wanted)));
    row.hidden = !fits;
    shown += fits;
  }
  const filtered = wanted || fields.region.value || fields.kind.value;
  found.textContent = !filtered ? "" : shown === 1 ? "1 local area fits." : shown ? `${shown} local areas fit.` : "No local area fits. Try a shorter name.";
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", show);
form.hidden = false;
show();
