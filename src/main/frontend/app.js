// Tasuki's pages work without this file; it makes them smooth. No inline handlers, no eval: the CSP allows neither.
import htmx from 'htmx.org';
import { init as conditions } from './conditional.js';
import { door } from './door.js';
import { drafts } from './drafts.js';
import { kept } from './kept.js';
import { keys } from './keys.js';
import { csrfHeader } from './csrf.js';
import { days } from './days.js';
import { news } from './news.js';
import { passkeys } from './passkeys.js';
import { say } from './live.js';
import { undo } from './undo.js';
import { walk } from './walk.js';

window.htmx = htmx;
document.documentElement.classList.add('scripted');

document.addEventListener('htmx:configRequest', (event) => Object.assign(event.detail.headers, csrfHeader()));
document.addEventListener('htmx:sendError', () => say('lost'));
document.addEventListener('htmx:responseError', ({ detail }) => {
  // Nobody signs in to a class that is over: its strip says so, and asks no more.
  if (detail.elt.matches('.class-state')) return detail.elt.replaceWith(detail.elt.dataset.gone);
  if (!detail.elt.closest('[data-quiet]')) say({ 401: 'signedOut', 403: 'signedOut', 429: 'slow' }[detail.xhr.status] ?? 'refused');
});

// Progress appears only after 300 ms: a quick answer needs none.
let waiting = 0;
let timer;
const onItsOwn = (elt) => elt.matches('#news, .filling, .class-state');
const progress = document.getElementById('progress');
document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  if (onItsOwn(detail.elt)) return;
  waiting += 1;
  clearTimeout(timer);
  timer = setTimeout(() => progress.classList.toggle('on', waiting > 0), 300);
});
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (onItsOwn(detail.elt)) return;
  waiting = Math.max(0, waiting - 1);
  if (waiting === 0) progress.classList.remove('on');
});

// A claimed row is drawn anew; whoever claimed it by keyboard stays on it.
document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.elt.matches('[data-row]') && document.activeElement === document.body) detail.elt.querySelector('[data-open]')?.focus();
});

// A filter applies when it is chosen; the button stays for those without scripts.
document.addEventListener('change', ({ target }) => target.closest('[data-submit-on-change]')?.requestSubmit());

// One box ticks the whole page.
document.querySelectorAll('[data-pick-all]').forEach((all) => {
  all.hidden = false;
  all.addEventListener('change', () =>
    document.querySelectorAll('[form=selection][name=task]').forEach((one) => (one.checked = all.checked)));
});

// A double click sends once. Coming back through the browser's history frees the form again.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('[data-once]') || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'true';
});
window.addEventListener('pageshow', () =>
  document.querySelectorAll('[data-sent]').forEach((form) => delete form.dataset.sent));

keys();
door();
days();
drafts();
kept();
news();
passkeys();
undo();
walk();
document.querySelectorAll('form.sheet').forEach((form) => conditions(form));
document.querySelector('.problem-summary')?.focus();
