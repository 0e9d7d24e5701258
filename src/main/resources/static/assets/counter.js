// At a window: what depends on an answer shows as soon as it is given, and papers are printed. Everything works without.
(() => {
  document.querySelectorAll('[data-print]').forEach(button => button.addEventListener('click', () => window.print()))

  // Person or organisation, with or without an agent: only what applies is shown.
  document.querySelectorAll('[data-kinds]').forEach(form => {
    const show = () => {
      const kind = form.querySelector('input[name=kind]:checked')?.value
      form.querySelectorAll('[data-kind]').forEach(part => { part.hidden = part.dataset.kind !== kind })
      form.querySelectorAll('[data-agent]').forEach(part => { part.hidden = !form.querySelector('input[name=byAgent]').checked })
    }
    form.addEventListener('change', show)
    show()
  })

  // The form asks on by what was answered. Only what appears or goes is touched: where somebody types, nothing moves.
  const form = document.getElementById('intake')
  let asked = 0
  form?.addEventListener('change', async event => {
    if (!event.target.closest('[data-decides]')) {
      return
    }
    const mine = ++asked
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
    body.append('show', 'when')
    const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
    if (!answer?.ok || mine !== asked) {
      return
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const now of form.querySelectorAll('.tb-asked[id]')) {
      const next = page.getElementById(now.id)
      if (next && next.hidden !== now.hidden) {
        now.hidden = next.hidden
        now.innerHTML = next.innerHTML
        window.htmx?.process(now)
      }
    }
    document.getElementById('verdict').innerHTML = page.getElementById('verdict').innerHTML
  })
})()
