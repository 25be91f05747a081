import { csrfHeader, renewCsrf } from './csrf.js';
import { drop, keep, mine, sealed, unlock, wipe } from './device.js';
import { say } from './live.js';
import { list } from './kept-list.js';

const SOON = 5_000;
const LATEST = 300_000;
const SENT = 'tasuki.sent';

/** A line that hangs counts as none. */
export const PATIENCE = 20_000;

/** The unsent entries of this device: counted in the header, sent when the line is back, guarded at sign-out. */
export async function kept() {
  // What is too old goes from any page, the sign-in page too.
  sealed().catch(() => {});
  const link = document.getElementById('unsent');
  if (!link) return;
  if (sessionStorage.getItem(SENT)) {
    sessionStorage.removeItem(SENT);
    say('arrived');
  }
  signOut(link);
  // The key must be here before the line goes.
  if (document.querySelector('form[data-kept]')) unlock().catch(() => {});
  answered();
  discardHere();
  list({ sendOne, count });
  try {
    await count();
  } catch {
    return; // no storage, or no line
  }
  sending(SOON);
}

export async function count() {
  const link = document.getElementById('unsent');
  const entries = await mine();
  link.hidden = entries.length === 0;
  link.querySelector('.count').textContent = entries.length;
  return entries;
}

/** Keeps a form as it stands. @param finish whether the button was pressed @param at when its last key was */
export async function keepForm(form, finish, at, state = 'waiting') {
  const fields = [...new FormData(form)].filter(([name, value]) => name !== '_csrf' && typeof value === 'string');
  const of = (name) => fields.find(([one]) => one === name)?.[1] ?? '';
  await keep({
    id: of('_entry'),
    at,
    url: form.dataset.kept,
    number: of('_number'),
    step: form.dataset.step,
    state,
    finish,
    fields,
  });
  await count();
}

/** The server's answer; status 0 when it was not reached. */
export async function post(url, fields, finish) {
  try {
    const { owner } = await unlock();
    const body = new URLSearchParams([...fields, ['_finish', String(finish)], ['_owner', owner]]);
    const send = () =>
      fetch(url, {
        method: 'POST',
        credentials: 'same-origin',
        redirect: 'manual',
        headers: { ...csrfHeader(), 'HX-Request': 'true' },
        body,
        signal: AbortSignal.timeout(PATIENCE),
      });
    let answer = await send();
    if (answer.status === 403 && (await renewCsrf())) answer = await send();
    return answer;
  } catch {
    return { status: 0 };
  }
}

/** Sends one; what was heard goes, what met something newer stays until somebody decides. */
async function sendOne(entry) {
  const { status } = await post(entry.url, entry.fields, entry.finish);
  if (status === 200) await drop(entry.id);
  else if (status === 409) await keep({ ...entry, state: 'conflict' });
  else if (status === 422) await keep({ ...entry, state: 'incomplete' });
  await count();
  return status;
}

/** One tab sends at a time; the server would hear an entry once anyway. */
function sending(wait) {
  const round = async () => {
    const here = document.querySelector('form[data-kept]');
    const form = here?.querySelector('[name=_entry]').value;
    let lost = false;
    let reload = false;
    for (const entry of await mine()) {
      // The open form sends what is its own.
      if (entry.state !== 'waiting' || entry.id === form) continue;
      const status = await sendOne(entry);
      lost ||= ![200, 409, 422].includes(status);
      reload ||= status === 200 && entry.url === here?.dataset.kept;
      if (status === 200) say(entry.finish ? 'arrived' : 'drafted');
    }
    document.dispatchEvent(new Event('kept:moved'));
    // The page was drawn before its own words arrived.
    if (reload && !here.classList.contains('unsaved')) location.reload();
    return lost;
  };
  let timer;
  const again = async (next) => {
    const lost = await (navigator.locks ? navigator.locks.request('tasuki-kept', round) : round()).catch(() => true);
    clearTimeout(timer);
    if (lost) timer = setTimeout(() => again(Math.min(LATEST, next * 2)), next);
  };
  window.addEventListener('online', () => again(wait));
  again(wait);
}

/** The server has heard these: by the person's own sending, or as a draft that this page shows. */
async function answered() {
  const heard = document.getElementById('kept')?.dataset.heard;
  const form = document.querySelector('form[data-kept]');
  try {
    if (heard) await drop(heard);
    for (const entry of form ? await mine() : []) {
      if (entry.url === form.dataset.kept && entry.state === 'incomplete') await drop(entry.id);
    }
  } catch {
    // no storage: then there is nothing to drop
  }
}

function discardHere() {
  const button = document.querySelector('[data-discard-entry]');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    if (!confirm(button.dataset.sure)) return;
    await drop(button.dataset.discardEntry);
    location.assign(button.dataset.to);
  });
}

/** Signing out empties the device, whoever wrote what lies on it: said before, because nobody can bring it back. */
function signOut(link) {
  const form = document.querySelector('form[action$="/sign-out"]');
  form?.addEventListener('submit', async (event) => {
    event.preventDefault();
    // Without a line nobody would be signed out, and what is kept would be gone.
    if (!navigator.onLine) return say('lost');
    const waiting = await sealed().catch(() => []);
    if (waiting.length > 0 && !confirm(link.dataset.leave.replace('%n', waiting.length))) return;
    await wipe().catch(() => {});
    form.submit();
  });
}

/** The next page says that it was sent. */
export function leaveSent(url) {
  sessionStorage.setItem(SENT, '1');
  location.assign(url);
}
