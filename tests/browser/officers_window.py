"""What an officer does in the admin: signs in, writes and pastes in the editor, saves."""

from tests.factories.officer import OfficerFactory

PASSWORD = "long-enough-for-a-test"
# The policy that the browser holds the page to; a page must not run into it.
WATCH_POLICY = """document.addEventListener("securitypolicyviolation", event =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"""


def sign_in(page):
    officer = OfficerFactory()
    page.add_init_script(WATCH_POLICY)
    page.goto("/admin/login/")
    page.get_by_label("Username").fill(officer.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("heading", name="Start page").wait_for()


def text_in(page):
    """The English text in the editor."""
    return page.frame_locator("#cke_id_body_0 iframe").locator("body")


def press_save(page):
    """Press the button that stores the row itself: of a page that is live, it publishes."""
    stored = page.locator("[name=_save]:visible")
    button = stored if stored.count() else page.locator("[name=_save_draft]:visible")
    button.first.click()


def save(page):
    press_save(page)
    page.locator(".messagelist .success").wait_for()


def paste(page, html: str) -> None:
    """Paste HTML as other programs put it on the clipboard."""
    text_in(page).evaluate(
        """(body, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            body.dispatchEvent(new ClipboardEvent("paste",
                {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        html,
    )
