// Everything works without this script; it spares waiting. The class tells the style sheet that it runs.
document.documentElement.classList.add('tb-script')

document.addEventListener('DOMContentLoaded', start)

function start() {
  document.querySelector('.govuk-error-summary')?.focus()
  document.querySelectorAll('form[data-upload]').forEach(showProgress)
}

// A form sent twice would do its work twice: the second click within two seconds is not sent.
document.addEventListener('submit', event => {
  const form = event.target
  if (event.defaultPrevented) {
    return
  }
  if (form.dataset.sentAt && event.timeStamp - form.dataset.sentAt < 2000) {
    event.preventDefault()
  }
  form.dataset.sentAt = event.timeStamp
  if (new URL(form.action).pathname === '/sign-out') {
    sessionStorage.clear() // what was typed is nobody else's
  }
})

// What an answer brings with it comes and goes at once; without script it has a page of its own. The server alone knows the conditions.
let asked = 0
document.addEventListener('change', async event => {
  const form = event.target.closest('form')
  const mine = document.getElementById('follow')
  if (!form || !mine || !form.contains(mine)) {
    return
  }
  const number = ++asked
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
  body.append('show', 'following')
  const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  const text = answer?.ok ? await answer.text() : ''
  const theirs = new DOMParser().parseFromString(text, 'text/html').getElementById('follow')
  if (theirs && number === asked) {
    follow(mine, theirs)
  }
})

// What stays is left as it stands, with what is typed and where the cursor is.
function follow(mine, theirs) {
  let at = mine.firstElementChild
  let more = false
  for (const their of [...theirs.children]) {
    const have = document.getElementById(their.id)
    if (have && have === at) {
      at = at.nextElementSibling
      continue
    }
    const node = have ?? document.importNode(their, true)
    mine.insertBefore(node, at)
    if (!have) {
      more = true
      window.htmx?.process(node)
    }
  }
  while (at) {
    const gone = at
    at = at.nextElementSibling
    gone.remove()
  }
  document.getElementById('follow-told').textContent = more ? theirs.dataset.told : ''
}

// An upload says how far it is. The answer is a page, as without script.
function showProgress(form) {
  const bar = form.querySelector('progress')
  const text = form.querySelector('[data-progress]')
  form.addEventListener('submit', event => {
    const files = form.querySelector('input[type=file]')
    if (event.defaultPrevented || !files || files.files.length === 0 || event.submitter?.name) {
      return
    }
    event.preventDefault()
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', sent => {
      const percent = Math.round(100 * sent.loaded / sent.total)
      bar.value = percent
      text.textContent = text.dataset.progress.replace('{0}', percent)
    })
    request.addEventListener('load', () => {
      if (request.status < 400) {
        location.replace(request.responseURL)
      } else {
        document.body.replaceWith(new DOMParser().parseFromString(request.responseText, 'text/html').body)
        start()
      }
    })
    request.addEventListener('error', () => {
      text.textContent = text.dataset.failed
    })
    bar.closest('[hidden]')?.removeAttribute('hidden')
    request.open('POST', form.action)
    request.send(new FormData(form))
  })
}
