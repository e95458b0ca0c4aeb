'use strict';

(() => {
  const form = document.querySelector('form[data-extraction]');
  const summary = document.getElementById('errors');
  if (summary) {
    summary.focus();
  }
  if (!form) {
    return;
  }
  let dirty = summary !== null;
  let leaving = false;
  form.addEventListener('input', () => { dirty = true; });
  form.addEventListener('change', () => { dirty = true; });
  form.addEventListener('submit', () => { leaving = true; });
  window.addEventListener('pageshow', () => { leaving = false; });
  window.addEventListener('beforeunload', (event) => {
    if (dirty && !leaving) {
      event.preventDefault();
    }
  });

  const notReported = (field) => {
    field.value = 'NR';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  form.querySelectorAll('button.not-reported').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const field = document.getElementById(button.dataset.for);
      notReported(field);
      field.focus();
    });
  });

  // F2 puts NR into the field and goes on to the next value; Ctrl+Enter saves.
  const values = [...form.querySelectorAll('.extraction-fields .entry-line > :is(input, select, textarea)')];
  form.addEventListener('keydown', (event) => {
    const at = values.indexOf(event.target);
    if (event.key === 'F2' && at >= 0) {
      event.preventDefault();
      if (event.target.getAttribute('aria-required') !== 'true') {
        notReported(event.target);
      }
      values[(at + 1) % values.length].focus();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    } else if (event.key === 'Enter' && at >= 0 && event.target.tagName === 'INPUT' && !event.isComposing) {
      event.preventDefault();
      values[Math.min(at + 1, values.length - 1)].focus();
    }
  });
})();
