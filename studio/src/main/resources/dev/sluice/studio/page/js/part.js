// Parts of a screen that draw themselves anew, and what is said about a place of the document next to its field.

import { edit, received } from './document.js';
import { box, el, words } from './dom.js';

const ENDPOINT = /^\/parameters\/config\/jobs\/\d+(\/children\/\d+)*/;
let findings = [];
let faulty = new Set();
let isDue = false;

/** Draws the whole screen anew: the frame listens. */
export function redraw() {
  document.dispatchEvent(new Event('sluice-draw'));
}

/** A part that `make(draw)` fills, and fills again when it calls `draw`; the focus stays on the control of the same name. */
export function part(make, attributes = {}) {
  const whole = el('div', attributes);
  const draw = () => {
    const name = whole.contains(document.activeElement) ? nameOf(document.activeElement) : null;
    whole.replaceChildren(...[make(draw)].flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
    if (name) {
      [...whole.querySelectorAll('input, select, textarea, button, a')].find((one) => nameOf(one) === name)?.focus();
    }
  };
  draw();
  return whole;
}

function nameOf(control) {
  return control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent;
}

/** Does something that may fail, and says so in a box. */
export async function attempt(fault, work) {
  try {
    fault.replaceChildren();
    return await work();
  } catch (error) {
    fault.replaceChildren(box('error', words(error)));
    return undefined;
  }
}

/** Takes what the server found, and shows it where it belongs. */
export function setFindings(list) {
  findings = list.map((one) => ({ ...one, pointer: received(one.pointer ?? '') }));
  faulty = new Set(findings.filter((one) => one.severity === 'error').map((one) => ENDPOINT.exec(one.pointer)?.[0]));
  showFindings();
}

/** Whether there is an error in an endpoint, apart from its children. */
export function hasError(pointer) {
  return faulty.has(pointer);
}

/** Where findings about a place, and about what is below it and has no slot of its own, appear. */
export function slot(pointer) {
  if (!isDue) {
    isDue = true;
    queueMicrotask(() => { isDue = false; showFindings(); });
  }
  return el('div', { class: 'findings', 'data-pointer': pointer });
}

function showFindings() {
  const slots = new Map([...document.querySelectorAll('[data-pointer]')].map((one) => [one.dataset.pointer, { one, found: [] }]));
  for (const finding of findings) {
    nearest(slots, finding.pointer)?.found.push(finding);
  }
  slots.forEach(({ one, found }) => fill(one, found));
}

function nearest(slots, pointer) {
  let here = pointer;
  while (here !== '' && !slots.has(here)) {
    const above = here.slice(0, here.lastIndexOf('/'));
    here = above.endsWith('/children') ? '' : above;
  }
  return slots.get(here);
}

function fill(place, found) {
  const now = JSON.stringify(found);
  if ((place.dataset.shown ?? '[]') === now) {
    return;
  }
  place.dataset.shown = now;
  place.replaceChildren(...found.map(one));
  const control = place.parentElement?.querySelector('input, select, textarea');
  if (control && place.parentElement.classList.contains('field')) {
    place.id ||= `found-${place.dataset.pointer}`;
    control.toggleAttribute('aria-invalid', false);
    if (found.some(({ severity }) => severity === 'error')) {
      control.setAttribute('aria-invalid', 'true');
    }
    const others = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== place.id);
    control.setAttribute('aria-describedby', [...others, place.id].join(' '));
  }
}

const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' };

function one(finding) {
  const text = [finding.message, finding.hint].filter(Boolean).join(' ');
  return el('p', { class: `finding ${finding.severity}` }, el('strong', {}, `${WORDS[finding.severity] ?? 'Note'}: `), text,
    finding.fix ? el('button', { type: 'button', class: 'link', onclick: () => edit(finding.fix.edits).then(redraw) }, finding.fix.label) : null);
}
