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
  if (form.dataset.sentAt && event.timeStamp - form.dataset.sentAt < 2000) {
    event.preventDefault()
  }
  form.dataset.sentAt = event.timeStamp
  if (new URL(form.action).pathname === '/sign-out') {
    sessionStorage.clear() // what was typed is nobody else's
  }
})

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
