// Controls that forms are made of. Each calls `on(value)` when the user has finished a change.

import { el, field } from './dom.js';

const MARKER = /^\*\*\*[0-9a-f]{8}-[0-9]+\*\*\*$/;

export function text(label, value, on, help = '', type = 'text') {
  const input = el('input', { type, value: value ?? '', autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('change', () => on(input.value));
  return field(label, input, help);
}

/** A secret is never shown: the page does not have it. */
export function secret(label, value, on, help = '') {
  const isKept = MARKER.test(value ?? '');
  const input = el('input', {
    type: 'password', autocomplete: 'off', value: '', placeholder: isKept ? '•••••••• (kept; type to replace it)' : '',
  });
  input.addEventListener('change', () => {
    if (input.value !== '' || !isKept) {
      on(input.value);
    }
  });
  return field(label, input, help);
}

export function choice(label, value, options, on, help = '') {
  const select = el('select', {}, options.map(([key, name]) => el('option', { value: key, selected: key === value }, name)));
  select.addEventListener('change', () => on(select.value));
  return field(label, select, help);
}

export function check(label, value, on) {
  const input = el('input', { type: 'checkbox', checked: Boolean(value) });
  input.addEventListener('change', () => on(input.checked));
  return el('div', { class: 'field' }, el('label', { class: 'check' }, input, label));
}

/** Texts as tags: Enter, space or leaving the field makes one. */
export function tags(label, values, on, help = '') {
  const list = [...(values ?? [])];
  const input = el('input', { type: 'text', value: '', autocomplete: 'off', spellcheck: 'false' });
  const shown = el('ul', { class: 'tags', 'aria-label': label });
  const draw = () => shown.replaceChildren(...list.map((tag, i) =>
    el('li', {}, tag, el('button', { type: 'button', class: 'link', 'aria-label': `Remove ${tag}`, onclick: () => { list.splice(i, 1); draw(); on(list); } }, '✕'))));
  const add = () => {
    const fresh = input.value.split(/\s+/).filter((word) => word && !list.includes(word));
    input.value = '';
    if (fresh.length > 0) {
      list.push(...fresh);
      draw();
      on(list);
    }
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      add();
    }
  });
  input.addEventListener('blur', add);
  draw();
  const whole = field(label, input, help);
  whole.insertBefore(shown, input);
  return whole;
}

/** Any JSON value; what is no JSON stays in the field, and is said. */
export function json(label, value, on, help = '') {
  const area = el('textarea', { spellcheck: 'false', value: value === undefined ? '' : JSON.stringify(value, null, 2) });
  const whole = field(label, area, help);
  const fault = el('p', { class: 'help', role: 'alert' });
  area.addEventListener('change', () => {
    try {
      on(area.value.trim() === '' ? undefined : JSON.parse(area.value));
      fault.textContent = '';
      area.removeAttribute('aria-invalid');
    } catch (error) {
      area.setAttribute('aria-invalid', 'true');
      fault.textContent = `This is not JSON: ${error.message}`;
    }
  });
  whole.append(fault);
  return whole;
}
