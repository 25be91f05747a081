import { csrfHeader } from './csrf.js';
import { drop, mine } from './device.js';

/** The page with the unsent entries. Only this device knows what stands in it, so it is drawn here, as text and nothing else. */
export function list({ sendOne, count }) {
  const section = document.getElementById('kept');
  if (!section) return;
  const rows = document.getElementById('kept-list');
  const template = document.getElementById('kept-row');
  const words = section.dataset;

  async function draw() {
    const entries = await mine().catch(() => []);
    document.getElementById('kept-none').hidden = entries.length > 0;
    rows.replaceChildren(...entries.map(row));
  }

  function row(entry) {
    const item = template.content.cloneNode(true).firstElementChild;
    const part = (name) => item.querySelector(`[data-${name}]`);
    const at = new Date(entry.at);
    part('step').textContent = entry.step;
    part('number').textContent = entry.number;
    part('at').dateTime = at.toISOString();
    part('at').textContent = at.toLocaleString(document.documentElement.lang, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
    part('what').textContent = entry.finish ? words.finish : words.typed;
    part('state').textContent = words[entry.state];
    part('send').hidden = entry.state === 'conflict';
    part('compare').hidden = entry.state === 'waiting';
    part('send').addEventListener('click', async () => {
      part('state').textContent = words.sending;
      const status = await sendOne(entry);
      if (status === 200) {
        part('state').textContent = words.arrived;
        item.querySelector('.acts').remove();
      } else if ([409, 422].includes(status)) {
        await draw();
      } else {
        part('state').textContent = words.lost;
      }
    });
    part('compare').addEventListener('click', () => compare(entry));
    part('discard').addEventListener('click', async () => {
      if (!confirm(words.sure)) return;
      await drop(entry.id);
      await count();
      await draw();
      // The button that had the focus is gone: whoever works with the keys stays on the list.
      (rows.querySelector('button:not([hidden])') ?? document.getElementById('kept-none')).focus();
    });
    return item;
  }

  document.addEventListener('kept:moved', draw);
  draw();
}

/** Sent as a page of its own, in its body: what became of it is shown side by side. */
function compare(entry) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = entry.url;
  const token = document.querySelector('meta[name="csrf"]');
  const fields = [...entry.fields, ['_finish', String(entry.finish)], [token.dataset.parameter, Object.values(csrfHeader())[0]]];
  for (const [name, value] of fields) {
    // A hidden input would fold line breaks.
    const input = document.createElement('textarea');
    input.name = name;
    input.value = value;
    form.append(input);
  }
  form.hidden = true;
  document.body.append(form);
  form.submit();
}
