// Makes elements. Text is always text: nothing that comes from a server is ever read as HTML.

let count = 0;

/** An element; attributes whose names begin with `on` are listeners, `null` and `false` are left out. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'value') {
      element.value = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** A label, a control and what helps to fill it in. */
export function field(label, control, help = '') {
  const id = `f${++count}`;
  control.id = id;
  const parts = [el('label', { for: id }, label), control];
  if (help) {
    control.setAttribute('aria-describedby', `${id}-help`);
    parts.push(el('p', { class: 'help', id: `${id}-help` }, help));
  }
  return el('div', { class: 'field' }, parts);
}

/** A box that says how something went: `error`, `warning` or `good`. */
export function box(kind, text, ...more) {
  const word = { error: 'Error: ', warning: 'Note: ', good: '✓ ' }[kind];
  return el('div', { class: `box ${kind}`, role: kind === 'error' ? 'alert' : 'status' }, el('p', {}, word + text), more);
}

/** What an error of the server says, with what to do. */
export function words(error) {
  return [error.message, error.hint, error.line ? `(line ${error.line}, column ${error.column})` : '']
    .filter(Boolean).join(' ');
}

export function card(title, ...children) {
  const id = `c${++count}`;
  return el('section', { class: 'card', 'aria-labelledby': id }, el('h2', { id }, title), children);
}

/** Tells those who can't see it, briefly. */
export function announce(text) {
  document.getElementById('announce').textContent = text;
}

/** A table with a caption; cells are text. */
export function table(caption, columns, rows) {
  return el('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {},
      el('caption', {}, caption),
      el('thead', {}, el('tr', {}, columns.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, rows.map((row) => el('tr', {}, row.map((cell) => el('td', { title: String(cell ?? '') }, String(cell ?? ''))))))));
}
