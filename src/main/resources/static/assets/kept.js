// What is typed outlives a lost session: it stays in this tab until the server has taken it. Forms marked so also save themselves.
(() => {
  const form = document.querySelector('form[data-kept]')
  const mine = 'kept ' + (form ? new URL(form.action).pathname : location.pathname)
  forgetSent()
  if (!form) {
    return
  }
  if (form.dataset.again || document.querySelector('.govuk-error-summary')) {
    sessionStorage.removeItem(mine)
    if (location.search === '?sent=yes') {
      history.replaceState(null, '', location.pathname + location.hash) // what is typed next is not sent yet
    }
  } else if (mine.startsWith('kept ' + location.pathname)) {
    replay()
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  form.addEventListener('submit', () => store(true))
  if (form.dataset.autosave) {
    saveWhileTyping()
  }
  // A page brought back by the browser's own memory may be older than what was saved since.
  window.addEventListener('pageshow', event => event.persisted && location.reload())

  function entries() {
    return [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !['_csrf', 'seen', 'revision'].includes(name))
  }

  function keep() {
    store(false)
  }

  function store(sent) {
    sessionStorage.setItem(mine, JSON.stringify({ sent, entries: entries() }))
  }

  // Another page of ours was shown after the form was sent: the server has it.
  function forgetSent() {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith('kept ') && key !== mine && key !== 'kept ' + location.pathname && JSON.parse(sessionStorage.getItem(key)).sent) {
        sessionStorage.removeItem(key)
      }
    }
  }

  // Back at the same page after signing in again: the server shows once more what was typed, and saves nothing yet.
  function replay() {
    const kept = sessionStorage.getItem(mine)
    if (!kept) {
      return
    }
    sessionStorage.removeItem(mine)
    const again = document.createElement('form')
    again.method = 'post'
    again.action = form.action
    const fields = [...JSON.parse(kept).entries, ['show', 'kept']]
    form.querySelectorAll('input[name=_csrf], input[name=seen], input[name=revision]').forEach(one => fields.push([one.name, one.value]))
    for (const [name, value] of fields) {
      const input = document.createElement('input')
      input.type = 'hidden'
      input.name = name
      input.value = value
      again.append(input)
    }
    document.body.append(again)
    again.submit()
  }

  function saveWhileTyping() {
    const said = document.getElementById('saved')
    let waiting = null
    let changed = false
    let saving = null
    form.addEventListener('input', () => {
      changed = true
      clearTimeout(waiting)
      waiting = setTimeout(save, 2000)
    })
    form.addEventListener('submit', sendAfterSaving)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && changed && save())

    // What is being saved would look like somebody else's change to the form that is sent meanwhile.
    function sendAfterSaving(event) {
      clearTimeout(waiting)
      changed = false
      if (saving) {
        event.preventDefault()
        saving.then(() => form.requestSubmit(event.submitter))
      }
    }

    function save() {
      clearTimeout(waiting)
      changed = false
      saving = sendSave().finally(() => {
        saving = null
      })
    }

    async function sendSave() {
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
      body.append('autosave', 'yes')
      try {
        const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual', keepalive: true })
        if (!answer.ok) {
          tell(answer.status === 409 ? said.dataset.changed : answer.type === 'opaqueredirect' ? said.dataset.signedOut : said.dataset.failed)
          return
        }
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        form.querySelector('input[name=seen]').value = page.querySelector('input[name=seen]').value
        tell(page.getElementById('saved').textContent)
        if (!changed) {
          sessionStorage.removeItem(mine)
        }
      } catch {
        tell(said.dataset.failed)
      }
    }

    function tell(text) {
      said.textContent = text
    }
  }
})()
