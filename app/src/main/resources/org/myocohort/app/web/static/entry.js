'use strict';

(() => {
  const form = document.querySelector('form[data-entry]');
  const conflict = document.querySelector('form[data-conflict]');

  if (conflict) {
    conflict.querySelectorAll('button[data-pick]').forEach((button) => {
      button.hidden = false;
      button.addEventListener('click', () => {
        conflict.querySelectorAll(`input[type=radio][value=${button.dataset.pick}]`)
          .forEach((radio) => { radio.checked = true; });
      });
    });
  }
  const summary = document.getElementById('errors');
  if (summary) {
    summary.focus();
  }
  if (!form) {
    return;
  }

  // --- drafts and the guard of unsaved changes
  const KEEP_EVERY = 3000;
  const status = document.getElementById('draft-status');
  let dirty = form.dataset.dirty === 'yes';
  let unkept = dirty;
  let leaving = false;
  const say = (text) => {
    if (status) {
      status.textContent = text;
    }
  };
  const keep = () => {
    if (!unkept || leaving || !form.dataset.draft) {
      return;
    }
    unkept = false;
    fetch(form.dataset.draft, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      redirect: 'error',
      keepalive: true,
    }).then((answer) => answer.ok ? answer.text() : Promise.reject(answer.status))
      .then((time) => say(`${form.dataset.kept} ${time} UTC`))
      .catch(() => {
        unkept = true;
        say(form.dataset.notKept);
      });
  };
  const changed = () => {
    dirty = true;
    unkept = true;
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('beforeunload', (event) => {
    if (dirty && !leaving) {
      keep();
      event.preventDefault();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      keep();
    }
  });
  window.addEventListener('pageshow', () => { leaving = false; });
  setInterval(keep, KEEP_EVERY);

  const fill = (input, text) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };

  // --- keys: Enter goes on instead of saving a half-filled form, Ctrl+Enter saves
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('button.primary'));
    } else if (event.target.matches('input, select')) {
      event.preventDefault();
      const fields = [...form.querySelectorAll('input, select, button.primary')]
        .filter((field) => field.tabIndex >= 0 && field.type !== 'hidden' && field.offsetParent);
      const next = fields[fields.indexOf(event.target) + 1];
      if (next) {
        next.focus();
      }
    }
  });

  // --- one letter for a value that is not there
  const LETTERS = { n: 'ND', u: 'unknown', a: 'NA', r: 'refused' };
  form.addEventListener('change', (event) => {
    const input = event.target;
    if (input.dataset && input.dataset.absences && LETTERS[input.value.trim().toLowerCase()]) {
      fill(input, LETTERS[input.value.trim().toLowerCase()]);
    }
    if (input.classList.contains('why-absent') && input.value) {
      const field = document.getElementById(input.dataset.for);
      fill(field, input.value);
      input.value = '';
      field.focus();
    }
  });
  form.querySelectorAll('.use-last').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const field = document.getElementById(button.dataset.for);
      fill(field, button.dataset.value);
      button.hidden = true;
      field.focus();
    });
  });

  // --- measurements: more lines, and cells pasted from a spreadsheet
  const labs = document.getElementById('labs');
  if (!labs) {
    return;
  }
  const body = labs.tBodies[0];
  const fresh = () => [...body.rows].filter((row) => row.querySelector('[name^="n"]'));
  const addLine = () => {
    const last = fresh().pop();
    const number = Number(last.querySelector('[name^="n"]').name.match(/^n(\d+)\./)[1]) + 1;
    const line = last.cloneNode(true);
    line.querySelectorAll('.error, .doubt, .last a').forEach((note) => note.remove());
    line.querySelectorAll('input, select').forEach((field) => {
      const name = field.name.replace(/^n\d+/, `n${number}`);
      const label = field.getAttribute('aria-label') || '';
      field.name = name;
      field.id = name.replace('.', '-');
      field.setAttribute('aria-label', label.replace(/\d+$/, String(body.rows.length + 1)));
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
      field.value = '';
    });
    line.querySelectorAll('[id$="-hint"]').forEach((hint) => hint.remove());
    body.append(line);
    return line;
  };
  document.getElementById('more-lines').addEventListener('click', (event) => {
    event.preventDefault();
    const first = addLine();
    for (let more = 1; more < 5; more += 1) {
      addLine();
    }
    first.querySelector('input').focus();
  });
  const choose = (field, text) => {
    if (field.tagName !== 'SELECT') {
      fill(field, text);
      return;
    }
    const wanted = text.trim().toLowerCase();
    const option = [...field.options].find((one) =>
      one.value.toLowerCase() === wanted || one.text.toLowerCase() === wanted);
    if (option) {
      fill(field, option.value);
    }
  };
  labs.addEventListener('paste', (event) => {
    const text = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n').replace(/\n$/, '');
    if (!/[\t\n]/.test(text) || !event.target.closest('td')) {
      return;
    }
    event.preventDefault();
    const cell = event.target.closest('td');
    const column = cell.cellIndex;
    let row = cell.parentElement;
    for (const line of text.split('\n')) {
      line.split('\t').forEach((value, index) => {
        const target = row.cells[column + index];
        const field = target && target.querySelector('input:not([type=checkbox]), select');
        if (field) {
          choose(field, value.trim());
        }
      });
      row = row.nextElementSibling || (line === text.split('\n').at(-1) ? row : addLine());
    }
  });
})();
