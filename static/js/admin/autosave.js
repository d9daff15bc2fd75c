/* Keeps what is typed into a form every few seconds. Without this script a form is kept when it
   is sent, as every form is. */
(function () {
  "use strict";

  // Milliseconds: at most five seconds of writing are lost when a browser or a machine dies.
  const LOOK_EVERY = 3000;
  const SAY_EVERY = 30000;
  // A server that hangs is asked again.
  const LONGEST_ANSWER = 15000;

  document.addEventListener("DOMContentLoaded", () => {
    const notes = document.querySelector("[data-autosave]");
    if (!notes) return;
    const form = notes.closest("form");
    const note = notes.querySelector("[data-saved-note]");
    const others = notes.querySelector("[data-others]");
    const words = notes.dataset;
    const asOpened = typed();
    let kept = null;
    let busy = false;
    let leaving = false;
    let failed = false;
    let refused = false;
    let lastSaid = 0;

    function typed() {
      // The editor writes into its text area only when the form is sent.
      for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) {
        if (editor.status === "ready") editor.updateElement();
      }
      const data = new URLSearchParams();
      for (const [name, value] of new FormData(form)) {
        if (typeof value === "string") data.append(name, value);
      }
      return data;
    }

    function textOf(data) {
      const fields = new URLSearchParams(data);
      fields.delete("csrfmiddlewaretoken");
      return fields.toString();
    }

    function say(element, text) {
      // A screen reader hears it once, not every few seconds.
      if (element && element.textContent !== text) element.textContent = text;
    }

    function ask(options) {
      // Whoever is signed out is sent elsewhere. Followed, that would look like a dead server.
      return fetch(words.autosave, {
        redirect: "manual",
        signal: AbortSignal.timeout(LONGEST_ANSWER),
        ...options,
      });
    }

    async function getNewToken() {
      const answer = await ask();
      if (answer.type === "opaqueredirect") {
        refused = false;
        sayHowToSignIn();
        return;
      }
      // The token was new already: somebody else has signed in, or this one lost a right.
      if (refused || !answer.ok) throw new Error(answer.status);
      refused = true;
      const { token } = await answer.json();
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    }

    function sayHowToSignIn() {
      failed = true;
      if (note.querySelector("a")) return;
      const link = document.createElement("a");
      link.href = words.signIn;
      link.target = "_blank";
      link.textContent = words.signInWords;
      note.replaceChildren(words.signedOut + " ", link);
    }

    async function keep() {
      if (busy || leaving) return;
      const data = typed();
      const text = textOf(data);
      const isChanged = text !== (kept ?? textOf(asOpened));
      if (!isChanged) {
        if (document.hidden || Date.now() - lastSaid < SAY_EVERY) return;
        data.append("only_open", "1");
      }
      busy = true;
      try {
        const answer = await ask({ method: "POST", body: data });
        if (answer.type === "opaqueredirect") {
          sayHowToSignIn();
        } else if (answer.status === 403) {
          // Signed in again in another window: the form needs the token of that session.
          await getNewToken();
        } else if (answer.ok) {
          const said = await answer.json();
          lastSaid = Date.now();
          if (isChanged) kept = text;
          if (said.note || failed) say(note, said.note);
          failed = refused = false;
          say(others, said.others);
        } else {
          throw new Error(answer.status);
        }
      } catch {
        failed = true;
        say(note, words.failed);
      } finally {
        busy = false;
      }
    }

    // An editor lays out its text anew before anybody has written in it.
    window.CKEDITOR?.on("instanceReady", ({ editor }) => {
      asOpened.set(editor.element.getNameAtt(), editor.getData());
    });
    setInterval(keep, LOOK_EVERY);
    setTimeout(keep, 500);
    form.addEventListener("submit", ({ submitter }) => {
      // The preview goes into a frame, and the form stays.
      if (!submitter?.formTarget) leaving = true;
    });
    // Sending it was stopped, or takes so long that somebody writes on.
    form.addEventListener("input", () => {
      leaving = false;
    });

    window.addEventListener("beforeunload", (event) => {
      if (!leaving && textOf(typed()) !== (kept ?? textOf(asOpened))) event.preventDefault();
    });

    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "s") {
        const button = form.querySelector("[data-save-draft]");
        event.preventDefault();
        if (button) form.requestSubmit(button);
        else keep();
      }
    });
  });
})();
