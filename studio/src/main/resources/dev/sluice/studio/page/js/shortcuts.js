// Keys for those who know them; all of it can also be done with buttons.

import { el } from './dom.js';

const OFF = 'sluice-no-shortcuts';
const KEYS = [
  ['Ctrl+Enter', 'Send the request of this endpoint'], ['Ctrl+Shift+Enter', 'Run'], ['Ctrl+S', 'Save'],
  ['Ctrl+Z, Ctrl+Y', 'Undo, redo (outside of fields)'], ['?', 'These keys'],
];

/** Calls the action of a key: `test`, `run`, `save`, `undo`, `redo`. */
export function listen(actions) {
  addEventListener('keydown', (event) => {
    const name = named(event);
    if (name && (name === 'save' || localStorage.getItem(OFF) === null)) {
      event.preventDefault();
      (actions[name] ?? help)();
    }
  });
}

function named(event) {
  const isWriting = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === 'enter') {
      return event.shiftKey ? 'run' : 'test';
    }
    const plain = { z: 'undo', y: 'redo' }[key];
    return key === 's' ? 'save' : isWriting ? null : plain;
  }
  return key === '?' && !isWriting ? 'help' : null;
}

export function help() {
  const off = el('input', { type: 'checkbox', checked: localStorage.getItem(OFF) === null });
  off.addEventListener('change', () => off.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, '1'));
  const dialog = el('dialog', { 'aria-labelledby': 'keys' },
    el('h2', { id: 'keys' }, 'Keys'),
    el('dl', {}, KEYS.map(([key, what]) => [el('dt', {}, el('kbd', {}, key)), el('dd', {}, what)])),
    el('label', { class: 'check' }, off, 'Keys are on (Ctrl+S always is)'),
    el('div', { class: 'row' }, el('button', { type: 'button', onclick: () => dialog.close() }, 'Close')));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
