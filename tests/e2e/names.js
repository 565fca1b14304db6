// Finds what a person would name: visible elements by role and accessible name. Returns the element, or the
// list of what is there when `name` is null. `place` narrows the search to one `data-place` of the screen.
const [role, name, place] = arguments;
const root = place === null ? document : document.querySelector(`[data-place="${place}"]`);
if (!root) return name === null ? [] : null;
const IMPLICIT = {
  button: 'button, input[type=submit], input[type=button], summary',
  link: 'a[href]',
  textbox: 'input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], input[type=search], input[type=password], input[type=date], textarea',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  combobox: 'select',
  heading: 'h1, h2, h3, h4',
  img: 'img',
  dialog: 'dialog',
  region: 'section[aria-label], section[aria-labelledby]',
  row: 'tr',
  alert: '',
  status: 'output',
  tab: '',
  option: 'option',
};
const clean = (text) => (text ?? '').replace(/\s+/g, ' ').trim();
const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden=true], [inert]');
// What lies under an open dialog cannot be reached by a person.
const dialog = [...document.querySelectorAll('[aria-modal=true]')].filter(visible).at(-1);
const reachable = (element) => !dialog || dialog.contains(element);
// A native choice may be drawn by its label; then it is seen through it.
const seen = (element) => visible(element) || [...(element.labels ?? [])].some(visible);
const words = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
  if (node.hasAttribute('aria-label')) return node.getAttribute('aria-label');
  if (node.tagName === 'IMG') return node.alt;
  return [...node.childNodes].map(words).join(' ');
};
const named = (element) => {
  const ids = element.getAttribute('aria-labelledby');
  if (ids) return clean(ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(words).join(' '));
  if (element.hasAttribute('aria-label')) return clean(element.getAttribute('aria-label'));
  if (element.labels?.length) return clean([...element.labels].map(words).join(' '));
  const byContent = !/^(INPUT|TEXTAREA|SELECT|SECTION|DIALOG)$/.test(element.tagName);
  return clean((byContent && words(element)) || element.alt || element.title || element.placeholder || element.value);
};
const selector = [`[role=${role}]`, IMPLICIT[role]].filter(Boolean).join(', ');
const candidates = [...root.querySelectorAll(selector)]
  .filter((element) => (element.getAttribute('role') ?? role) === role)
  .filter(seen)
  .filter(reachable);
if (name === null) return candidates.map(named);
const wanted = clean(name);
return (
  candidates.find((element) => named(element) === wanted) ??
  candidates.find((element) => named(element).startsWith(wanted)) ??
  null
);
