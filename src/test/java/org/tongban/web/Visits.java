package org.tongban.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import org.tongban.web.TestBrowser.Device;

/** Visits of people of the demonstration to a node under test, each in a browser of their own. */
public record Visits(int port) {

    /** @param who account key (an office's with {@code /}), or the name of an applicant */
    public void as(String who, Device device, Consumer<Page> visit) {
        int slash = who.indexOf('/');
        try (var visitor = TestBrowser.visitor(device, true)) {
            var page = visitor.newPage();
            go(page, slash < 0 ? "/demo/people" : "/demo/people?q=" + who.substring(0, slash));
            page.locator("button[value='" + who + "'], button[name=who]:has-text('" + who + "')")
                    .first()
                    .click();
            page.waitForLoadState();
            visit.accept(page);
        }
    }

    public void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    /** The last button of the page that is called so. */
    public static Locator button(Page page, String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .last();
    }

    /** Takes a picture and lets axe look. */
    public static void look(Page page, String name) {
        TestBrowser.screenshot(page, name);
        TestBrowser.assertSound(page);
    }
}
