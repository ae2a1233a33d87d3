// The keys of the coding page. Without this script the form does everything; nothing here saves, the server does.
const form = document.getElementById("coding");
const page = document.documentElement;
const said = document.getElementById("said");
const keys = document.getElementById("keys");
const keysOn = document.getElementById("keys-on");
const boxes = [...form.querySelectorAll("[name=theme]")];
const none = document.getElementById("theme-0");
const radios = new Map([...form.querySelectorAll("[name=principal]")].map((radio) => [radio.value, radio]));

const say = (text) => {
  said.textContent = text;
};
const nameOf = (box) => box.labels[0].textContent.replace(/\s+/g, " ").trim();

// What the browser keeps of a coder's wishes; where it keeps nothing the page works all the same.
function recall(store, name) {
  try {
    return store().getItem(name);
  } catch {
    return null;
  }
}
function keep(store, name, value) {
  try {
    store().setItem(name, value);
  } catch {
    /* private windows may refuse */
  }
}

// The principal theme: the first that was chosen, until another is.
let chosen = boxes.filter((box) => box.checked).map((box) => box.value);

function principal() {
  return [...radios.values()].find((radio) => radio.checked && chosen.includes(radio.value))?.value;
}

function settle(box) {
  if (box.name === "theme") {
    chosen = chosen.filter((theme) => theme !== box.value);
    if (box.checked) {
      chosen.push(box.value);
      none.checked = false;
    } else {
      for (const sub of box.closest(".areasend-theme").querySelectorAll("[name=sub_theme]")) sub.checked = false;
      radios.get(box.value).checked = false;
      const offered = form.querySelector(`[name=accept][value="${box.value}"]`);
      if (offered) offered.checked = false;
    }
  } else if (box === none && none.checked) {
    for (const theme of boxes.filter((theme) => theme.checked)) set(theme, false);
  } else if (box.name === "accept") {
    const theme = boxes.find((theme) => theme.value === box.value);
    if (theme.checked !== box.checked) set(theme, box.checked);
  }
  if (!principal() && chosen.length) radios.get(chosen[0]).checked = true;
}

function set(box, on) {
  box.checked = on;
  settle(box);
}

form.addEventListener("change", (event) => settle(event.target));

// Choices that are not saved: the server asks for Skip and Previous, the browser for everything else.
const state = () => new URLSearchParams(new FormData(form)).toString();
const drawn = state();
let leaving = false;
const unsaved = () => !form.querySelector("fieldset").disabled && ("unsaved" in form.dataset || state() !== drawn);

form.addEventListener("submit", (event) => {
  // Holding Enter down, or a second click, sends nothing twice.
  if (leaving) event.preventDefault();
  leaving = true;
});
window.addEventListener("pageshow", () => {
  leaving = false;
});
window.addEventListener("beforeunload", (event) => {
  if (!leaving && unsaved()) event.preventDefault();
});
document.getElementById("problem")?.addEventListener("click", (event) => {
  // These links say themselves that what is not saved is left.
  if (event.target.matches("a:not([href^='#'])")) leaving = true;
});

const press = (id) => {
  const button = document.getElementById(id);
  if (button) form.requestSubmit(button);
  else say(id === "previous" ? "This is the first statement." : "Your work is locked: nothing can be saved.");
};

function toggle(number, asPrincipal) {
  const box = number === 0 ? none : boxes[number - 1];
  if (!box || box.matches(":disabled")) return;
  if (asPrincipal && number) {
    if (!box.checked) set(box, true);
    radios.get(box.value).checked = true;
    say(`${nameOf(box)}: principal theme.`);
    return;
  }
  set(box, !box.checked);
  const role = box.checked && principal() === box.value ? ", principal theme" : "";
  say(`${nameOf(box)}: ${box.checked ? `chosen${role}` : "taken back"}.`);
}

const to = (id) => document.getElementById(id).focus();
const commands = {
  j: () => press("skip"),
  k: () => press("previous"),
  ArrowRight: () => press("skip"),
  ArrowLeft: () => press("previous"),
  n: () => to("note"),
  c: () => to("codebook"),
  "?": () => keys.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (keys.open || event.isComposing || event.altKey || event.defaultPrevented) return;
  const { target, key } = event;
  const writing = target.matches("textarea");
  const held = event.ctrlKey || event.metaKey;
  if (key === "Escape") {
    to("heading");
  } else if (key === "Enter" && (writing ? held : !held && !target.matches("a, button, summary"))) {
    event.preventDefault();
    if (!event.repeat) press("save");
  } else if (!writing && !held && !event.repeat && keysOn.checked) {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code);
    // Shift and a digit type other characters, on every keyboard others.
    if (digit && (event.shiftKey || /^\d$/.test(key))) {
      event.preventDefault();
      toggle(Number(digit[1]), event.shiftKey);
    } else if (Object.hasOwn(commands, key) && !(key.startsWith("Arrow") && target.matches("input, summary"))) {
      event.preventDefault();
      commands[key]();
    }
  }
});

// Keys of one character can be switched off (WCAG 2.1.4).
const local = () => window.localStorage;
const session = () => window.sessionStorage;

function showKeys() {
  page.classList.toggle("areasend-keys-on", keysOn.checked);
  for (const [number, box] of [none, ...boxes].entries()) {
    if (keysOn.checked && number < 10) box.setAttribute("aria-keyshortcuts", String(number));
    else box.removeAttribute("aria-keyshortcuts");
  }
}

keysOn.checked = recall(local, "areasend-keys") !== "off";
keysOn.addEventListener("change", () => {
  keep(local, "areasend-keys", keysOn.checked ? "on" : "off");
  showKeys();
});
showKeys();
const opener = document.getElementById("show-keys");
opener.hidden = false;
opener.addEventListener("click", () => keys.showModal());

// The parts of the codebook that are open stay open from one statement to the next.
const parts = [...document.querySelectorAll(".areasend-codebook__theme")];
const opened = new Set((recall(session, "areasend-codebook") ?? "").split(" "));
for (const part of parts) {
  part.open = opened.has(part.id);
  part.addEventListener("toggle", () => {
    keep(session, "areasend-codebook", parts.filter(({ open }) => open).map(({ id }) => id).join(" "));
  });
}

(document.getElementById("problem") ?? document.getElementById("heading")).focus({ preventScroll: true });
