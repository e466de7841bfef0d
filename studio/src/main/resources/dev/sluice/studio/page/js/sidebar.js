// The tree of endpoints in the sidebar: drawn once for each text, moved by mouse, or by Alt and the arrow keys.

import { el } from './dom.js';
import { all, hasCopy, indexOf, name, parentOf, paste, pointer, reorder } from './endpoints.js';
import { create } from './create.js';
import { hasError } from './part.js';

let dragged = null;

/** The endpoints as nested lists, and what makes new ones; `link(hash, label, more)` makes an entry. */
export function endpointTree(link, onFault) {
  const list = all();
  const start = () => create().catch(onFault);
  if (list.length === 0) {
    return [el('h2', {}, 'Endpoints'), el('button', { type: 'button', class: 'primary new', onclick: start }, 'New Endpoint')];
  }
  return [
    el('div', { class: 'group' }, el('h2', {}, 'Endpoints'), el('button', { type: 'button', class: 'link', onclick: start }, '+ Create')),
    tree(list, link, onFault),
    hasCopy() ? el('button', { type: 'button', class: 'link', onclick: () => paste().catch(onFault) }, 'Paste endpoint') : null,
  ];
}

function tree(list, link, onFault) {
  return el('ul', { class: 'tree' }, list.map(({ place, job, children }) => entry(place, job, children, link, onFault)));
}

function entry(place, job, children, link, onFault) {
  const mark = hasError(pointer(place)) ? el('span', { class: 'state error' }, '! error') : null;
  const anchor = link(`#endpoint/${place}`, [el('span', {}, name(job)), mark]);
  anchor.setAttribute('draggable', 'true');
  anchor.setAttribute('aria-keyshortcuts', 'Alt+ArrowUp Alt+ArrowDown');
  anchor.addEventListener('keydown', (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && event.altKey) {
      event.preventDefault();
      reorder(place, indexOf(place) + by).then(() => focusOn(placeBeside(place, by)), onFault);
    }
  });
  anchor.addEventListener('dragstart', (event) => { dragged = place; event.dataTransfer.effectAllowed = 'move'; });
  anchor.addEventListener('dragend', () => { dragged = null; });
  anchor.addEventListener('dragover', (event) => {
    if (isSibling(place)) {
      event.preventDefault();
      anchor.classList.add('over');
    }
  });
  anchor.addEventListener('dragleave', () => anchor.classList.remove('over'));
  anchor.addEventListener('drop', (event) => {
    if (isSibling(place)) {
      event.preventDefault();
      reorder(dragged, indexOf(place)).catch(onFault);
    }
  });
  return el('li', {}, anchor, children.length ? tree(children, link, onFault) : null);
}

function isSibling(place) {
  return dragged !== null && dragged !== place && parentOf(dragged) === parentOf(place);
}

function placeBeside(place, by) {
  const parent = parentOf(place);
  return `${parent === '' ? '' : `${parent}_`}${indexOf(place) + by}`;
}

function focusOn(place) {
  requestAnimationFrame(() => document.querySelector(`.tree a[href="#endpoint/${place}"]`)?.focus());
}
