// Dialogs and short notices. A dialog is the browser's own: it holds the focus, Escape closes it, the focus goes back.

import { el } from './dom.js';

/** Opens a dialog; `content(close)` makes what is in it. Gives what `close` was called with, undefined when it was left. */
export function dialog(title, content) {
  return new Promise((resolve) => {
    let result;
    const before = document.activeElement;
    const whole = el('dialog', { 'aria-labelledby': 'dialog-title' });
    const close = (value) => { result = value; whole.close(); };
    whole.append(
      el('div', { class: 'row head' }, el('h2', { id: 'dialog-title' }, title), el('button', { type: 'button', class: 'link', 'aria-label': 'Close', onclick: () => close() }, '✕')),
      el('div', {}, content(close)));
    whole.addEventListener('close', () => {
      whole.remove();
      if (before?.isConnected) {
        before.focus();
      }
      resolve(result);
    });
    document.body.append(whole);
    whole.showModal();
    whole.querySelector('input, select, textarea')?.focus();
  });
}

/** Asks before something that others depend on; gives true when it is to be done. */
export function confirmed(title, content, label) {
  return dialog(title, (close) => [
    content,
    el('div', { class: 'row end' },
      el('button', { type: 'button', onclick: () => close(false) }, 'Cancel'),
      el('button', { type: 'button', class: 'danger', onclick: () => close(true) }, label)),
  ]);
}

let timer = 0;

/** Says what was done, with a button, for ten seconds; it stays while the focus is in it. */
export function notice(text, label, act) {
  document.getElementById('notice')?.remove();
  const whole = el('div', { id: 'notice', class: 'notice', role: 'status' }, text,
    el('button', { type: 'button', onclick: () => { whole.remove(); act(); } }, label));
  document.body.append(whole);
  const later = () => {
    timer = setTimeout(() => (whole.contains(document.activeElement) ? later() : whole.remove()), 10_000);
  };
  clearTimeout(timer);
  later();
}
