// Controls bound to a place of the document. A value whose shape a control does not understand is edited as JSON in its place.

import { check, choice, json, secret, tags, text } from './controls.js';
import { at, put } from './document.js';
import { box, el, words } from './dom.js';
import { part, slot } from './part.js';

const isAbsent = (value) => value === undefined || value === null;
const isText = (value) => isAbsent(value) || typeof value === 'string';
const isNumber = (value) => isAbsent(value) || (typeof value === 'string' && /^\d*$/.test(value)) || typeof value === 'number' || Boolean(value?.rawJSON);

/** Which values a kind of control can show. */
const SHAPES = {
  text: isText, area: isText, secret: isText, number: isNumber,
  flag: (value) => isAbsent(value) || typeof value === 'boolean',
  choice: isText,
  tags: (value) => isAbsent(value) || (Array.isArray(value) && value.every((one) => typeof one === 'string')),
  numbers: (value) => isAbsent(value) || (Array.isArray(value) && value.every((one) => Number.isInteger(one))),
  json: () => true,
};

/** A control of a kind: `text`, `area`, `secret`, `number`, `flag`, `choice`, `tags`, `numbers` or `json`. */
export function bound(kind, label, pointer, { help = '', usual = '', options = [], after = () => {}, unless, required = false, tag = 'input' } = {}) {
  return part((draw) => {
    const value = at(pointer);
    const fault = el('div', {});
    const set = async (next) => {
      try {
        fault.replaceChildren();
        const isUsual = next === '' || next === unless;
        await put(pointer, isUsual ? undefined : next);
        after(next);
        if (!SHAPES[kind](value)) {
          draw();
        }
      } catch (error) {
        fault.replaceChildren(box('error', words(error)));
      }
    };
    const whole = SHAPES[kind](value)
      ? control(kind, required ? `${label} (required)` : label, value, set, { help, usual, options, unless, tag })
      : json(`${label}: ${pointer}`, value, set, 'Something else than this form knows; edited as JSON.');
    whole.append(slot(pointer), fault);
    return whole;
  }, { class: 'bound' });
}

function control(kind, label, value, set, { help, usual, options, unless, tag }) {
  switch (kind) {
    case 'number': return number(label, value, set, help, usual);
    case 'flag': return check(label, value ?? unless, set, help);
    case 'choice': return choice(label, value ?? usual, known(options, value), set, help);
    case 'tags': return tags(label, value ?? [], (list) => set(list.length ? [...list] : ''), help);
    case 'numbers': return tags(label, (value ?? []).map(String), (list) => set(list.length ? list.filter((one) => /^\d+$/.test(one)).map(Number) : ''), help);
    case 'secret': return secret(label, value, set, help, tag);
    case 'json': return json(label, value, set, help);
    case 'area': return area(label, value, set, help);
    default: return hinted(text(label, value, set, help), usual);
  }
}

/** A value that is not among the options is one of them all the same. */
function known(options, value) {
  return isAbsent(value) || options.some(([key]) => key === value) ? options : [...options, [value, `${value} (as it is)`]];
}

function hinted(field, usual) {
  const input = field.querySelector('input, textarea');
  if (usual !== '' && usual !== undefined) {
    input.placeholder = String(usual);
  }
  return field;
}

function number(label, value, set, help, usual) {
  const shown = isAbsent(value) ? '' : (value.rawJSON ?? String(value));
  const field = hinted(text(label, shown, (typed) => {
    const input = field.querySelector('input');
    const isWrong = typed.trim() !== '' && !/^-?\d+(\.\d+)?$/.test(typed.trim());
    input.toggleAttribute('aria-invalid', false);
    note.textContent = isWrong ? 'Error: Enter a number.' : '';
    if (isWrong) {
      input.setAttribute('aria-invalid', 'true');
    } else {
      set(typed.trim() === '' ? '' : Number(typed));
    }
  }, help), usual);
  const note = el('p', { class: 'finding error', role: 'alert' });
  field.querySelector('input').inputMode = 'numeric';
  field.append(note);
  return field;
}

function area(label, value, set, help) {
  const field = text(label, '', set, help, 'text', 'textarea');
  field.querySelector('textarea').value = value ?? '';
  return field;
}
