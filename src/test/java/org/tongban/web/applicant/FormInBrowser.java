package org.tongban.web.applicant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.places.Regions;
import org.tongban.web.TestBrowser;

/** Fills in what a page asks, by the names of its inputs, in a real browser: with pointer and script, by keyboard alone, or without script. */
final class FormInBrowser {
    private static final List<String> STEPS = List.of("-province", "-city", "-county");
    private static final int MOST_TABS = 120;

    /** How somebody uses the page. */
    enum Way {
        SCRIPT,
        KEYBOARD,
        PLAIN
    }

    private final Page page;
    private final Way way;
    private final Regions regions;

    FormInBrowser(Page page, Way way, Regions regions) {
        this.page = page;
        this.way = way;
        this.regions = regions;
    }

    /** @param answers by the names of the inputs, as {@link org.tongban.web.Filled} has them; what is not asked is left alone */
    void fill(Map<String, List<String>> answers) {
        var left = new LinkedHashMap<>(answers);
        for (int round = 0; round < 3; round++) {
            var there = left.keySet().stream().filter(this::asked).toList();
            there.forEach(
                    name -> answer(name, answers.getOrDefault(name, List.of("")).getFirst()));
            left.keySet().removeAll(there);
        }
    }

    private boolean asked(String name) {
        return input(name).count() > 0 || input(name + STEPS.getFirst()).count() > 0;
    }

    private Locator input(String name) {
        return page.locator("[name='" + name + "']:not([type=hidden])");
    }

    private void answer(String name, String value) {
        if (input(name + STEPS.getFirst()).count() > 0) {
            region(name, value);
            return;
        }
        var first = input(name).first();
        var type = String.valueOf(first.getAttribute("type"));
        if (first.evaluate("e => e.tagName").equals("SELECT")) {
            select(first, value);
        } else if (type.equals("radio") || type.equals("checkbox")) {
            tick(name, value);
        } else {
            type(first, value);
        }
    }

    private void tick(String name, String value) {
        var choice = page.locator("[name='" + name + "'][value='" + value + "']");
        if (choice.isChecked()) {
            return;
        }
        boolean followed = way != Way.PLAIN && page.locator("#follow").count() > 0;
        if (followed) {
            page.waitForResponse(response -> response.request().method().equals("POST"), () -> tick(name, choice));
        } else {
            tick(name, choice);
        }
        PlaywrightAssertions.assertThat(choice).isChecked();
    }

    private void tick(String name, Locator choice) {
        if (way != Way.KEYBOARD) {
            choice.check(new Locator.CheckOptions().setForce(true));
            return;
        }
        if (String.valueOf(choice.getAttribute("type")).equals("checkbox")) {
            tabTo(choice);
            page.keyboard().press("Space");
            return;
        }
        tabTo(page.locator("[name='" + name + "']"));
        page.keyboard().press("Space");
        for (int i = 0; i < 12 && !choice.isChecked(); i++) {
            page.keyboard().press("ArrowDown");
        }
    }

    private void type(Locator input, String value) {
        if (way == Way.KEYBOARD) {
            tabTo(input);
            page.keyboard().press("ControlOrMeta+a");
            page.keyboard().type(value);
        } else {
            input.fill(value);
        }
    }

    /** By keyboard a closed list takes the arrow keys; what is tried is how far it reaches, so the list itself is set as the keys would. */
    private void select(Locator list, String value) {
        if (way == Way.KEYBOARD) {
            tabTo(list);
        }
        list.selectOption(value);
    }

    private void region(String name, String code) {
        var chain = new ArrayList<String>();
        regions.ancestors(code).forEach(region -> chain.addFirst(region.code()));
        chain.add(code);
        for (int i = 0; i < Math.min(chain.size(), STEPS.size()); i++) {
            var step = input(name + STEPS.get(i));
            step.waitFor();
            select(step, chain.get(i));
            if (way == Way.PLAIN && i < STEPS.size() - 1) {
                page.locator("button[name=show]").first().click();
            }
            if (i < chain.size() - 1) {
                input(name + STEPS.get(i + 1)).waitFor();
                TestBrowser.settled(page);
            }
        }
    }

    /** Presses what goes on: a button or a link of this name. */
    void press(String name) {
        var target = page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .or(page.locator("main")
                        .getByRole(
                                AriaRole.LINK,
                                new Locator.GetByRoleOptions().setName(name).setExact(true)))
                .first();
        page.evaluate("() => { window.before = true }");
        if (way == Way.KEYBOARD) {
            tabTo(target);
            page.keyboard().press("Enter");
        } else {
            target.click();
        }
        page.waitForFunction("() => !window.before && document.readyState === 'complete'");
    }

    /** Tab after tab until the focus is there: what cannot be reached so is out of reach for many. */
    void tabTo(Locator wanted) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (Boolean.TRUE.equals(wanted.evaluateAll("all => all.includes(document.activeElement)"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reached by keyboard: " + wanted + " on " + page.url());
    }
}
