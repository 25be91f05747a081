/**
 * A browser shows a date in its own order, whatever the page's language is: 11/27/2026 on a Japanese page. Beside each date that is
 * typed into a form the page says the day in its own words, as it does everywhere else.
 */
const japanese = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' });
const english = new Intl.DateTimeFormat('en-US', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

export function days() {
  document.querySelectorAll('.field').forEach((field) =>
    field.querySelectorAll('input[type="date"], input[type="datetime-local"]').forEach((input) => input.id && says(input)));
  // Rows of a form come later; the event bubbles.
  document.addEventListener('input', ({ target }) => {
    if (target.matches?.('.field input:is([type="date"], [type="datetime-local"])') && target.id) say(target);
  });
}

function says(input) {
  if (input.value) say(input);
}

function say(input) {
  const id = `${input.id}-words`;
  let words = document.getElementById(id);
  if (!words) {
    words = document.createElement('span');
    words.id = id;
    words.className = 'field-era';
    input.after(words);
    input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), id].filter(Boolean).join(' '));
  }
  words.textContent = inWords(input.value, document.documentElement.lang);
}

/** 令和8年11月27日(金) 午後5時15分 · Fri 27 Nov 2026 17:15; the same words as Dates.java. */
export function inWords(value, language) {
  const [day, time] = value.split('T');
  const date = new Date(`${day}T00:00Z`);
  if (Number.isNaN(date.getTime())) return '';
  return [language === 'ja' ? japanese.format(date) : inEnglish(date), time && (language === 'ja' ? hour(time) : time)]
    .filter(Boolean)
    .join(' ');
}

function inEnglish(date) {
  const parts = Object.fromEntries(english.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

function hour(time) {
  const [hours, minutes] = time.split(':').map(Number);
  return `${hours < 12 ? '午前' : '午後'}${hours % 12}時${minutes ? `${minutes}分` : ''}`;
}
