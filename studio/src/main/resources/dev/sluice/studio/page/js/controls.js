// Controls that forms are made of. Each calls `on(value)` when the user has finished a change.

import { parseJson } from './document.js';
import { el, field } from './dom.js';

const MARKER = /^\*\*\*[0-9a-f]{8}-[0-9]+\*\*\*$/;

export function isMarker(value) {
  return typeof value === 'string' && MARKER.test(value);
}

export function text(label, value, on, help = '', type = 'text', tag = 'input') {
  const input = el(tag, { type: tag === 'input' ? type : null, value: value ?? '', autocomplete: 'off', spellcheck: 'false' });
  input.addEventListener('change', () => on(input.value));
  return field(label, input, help);
}

/** A secret is never shown: the page does not have it. */
export function secret(label, value, on, help = '', tag = 'input') {
  const isKept = isMarker(value);
  const input = el(tag, {
    type: tag === 'input' ? 'password' : null, autocomplete: 'off', value: '', placeholder: isKept ? '•••••••• (kept; type to replace it)' : '',
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

export function check(label, value, on, help = '') {
  const input = el('input', { type: 'checkbox', checked: Boolean(value) });
  input.addEventListener('change', () => on(input.checked));
  const whole = el('div', { class: 'field' }, el('label', { class: 'check' }, input, label));
  if (help) {
    const note = el('p', { class: 'help', id: `${label}-help`.replace(/\W/g, '-') }, help);
    input.setAttribute('aria-describedby', note.id);
    whole.append(note);
  }
  return whole;
}

/** Texts as tags: Enter, space or leaving the field makes one; Backspace in the empty field takes the last one away. */
export function tags(label, values, on, help = '') {
  const list = [...(values ?? [])];
  const input = el('input', { type: 'text', value: '', autocomplete: 'off', spellcheck: 'false' });
  const shown = el('ul', { class: 'tags', 'aria-label': label });
  const remove = (i) => { list.splice(i, 1); draw(); on([...list]); input.focus(); };
  const draw = () => {
    shown.hidden = list.length === 0;
    shown.replaceChildren(...list.map((tag, i) =>
      el('li', {}, tag, el('button', { type: 'button', class: 'link', 'aria-label': `Remove ${tag}`, onclick: () => remove(i) }, '✕'))));
  };
  const add = () => {
    const fresh = [...new Set(input.value.split(/\s+/))].filter((word) => word && !list.includes(word));
    input.value = '';
    if (fresh.length > 0) {
      list.push(...fresh);
      draw();
      on([...list]);
    }
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && input.value === '' && list.length > 0) {
      remove(list.length - 1);
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
  const area = el('textarea', { class: 'code', spellcheck: 'false', value: value === undefined ? '' : JSON.stringify(value, null, 2) });
  area.rows = Math.min(20, Math.max(3, area.value.split('\n').length + 1));
  const whole = field(label, area, help);
  const fault = el('p', { class: 'finding error', role: 'alert' });
  area.addEventListener('change', () => {
    let read;
    try {
      read = area.value.trim() === '' ? undefined : parseJson(area.value);
      fault.textContent = '';
      area.removeAttribute('aria-invalid');
    } catch (error) {
      area.setAttribute('aria-invalid', 'true');
      fault.textContent = `This is not JSON: ${error.message}`;
      return;
    }
    on(read);
  });
  whole.append(fault);
  return whole;
}
