package org.tongban.web.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tongban.web.Visits.button;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Casefile;
import org.tongban.casework.Casework;
import org.tongban.casework.Given;
import org.tongban.casework.Task;
import org.tongban.casework.TaskKind;
import org.tongban.web.TestBrowser;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;

/** Who takes part in a case, each acting on the pages that they have: for stories that follow one from hand to hand. */
final class Cast {
    private static final String OPINION = "经核对，情况属实，符合规定";

    private final Visits visits;
    private final Casework casework;
    private final Casefile opened;
    private final String number;

    Cast(int port, Casework casework, Casefile file) {
        this.visits = new Visits(port);
        this.casework = casework;
        this.opened = file;
        this.number = file.number().toString();
    }

    Casefile file() {
        return casework.find(opened.casefileId(), Given.officer(opened)).orElseThrow();
    }

    String path() {
        return "/my/cases/" + number;
    }

    /** Opens a page of the case for somebody, to be looked at. */
    void sees(String who, Device device, String path, Consumer<Page> looks) {
        visits.as(who, device, page -> {
            visits.go(page, path);
            looks.accept(page);
        });
    }

    /** The one open task for which that holds. */
    Task task(Predicate<Task> which) {
        return file().openTasks().stream()
                .filter(which)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such task in " + file().openTasks()));
    }

    Task task(TaskKind kind) {
        return task(t -> t.kind() == kind);
    }

    /** A move made at an office's desk: the first of each choice but where {@code chosen} names one, words where words are asked for. */
    void makes(String who, String move, @Nullable Integer task, String... chosen) {
        visits.as(who, Device.DESKTOP, page -> {
            visits.go(page, "/desk/cases/" + number + "/moves/" + move + (task == null ? "" : "?task=" + task));
            fill(page, chosen);
            TestBrowser.assertSound(page);
            page.locator("main form button.govuk-button").last().click();
            assertThat(page.locator(".tb-banner").first()).containsText("已经办理");
        });
    }

    /** A special procedure begins: the applicant is told in writing, and the clock stands. */
    void pauses(String who, String procedure, int days, String words) {
        visits.as(who, Device.DESKTOP, page -> {
            visits.go(page, "/desk/cases/" + number + "/moves/pause");
            page.locator("select[name=procedure]").selectOption(procedure);
            page.getByLabel("预计所需天数").fill(String.valueOf(days));
            page.getByLabel("书面告知申请人的内容").fill(words);
            page.locator("main form button.govuk-button").last().click();
            assertThat(page.locator(".tb-banner").first()).containsText("已经办理");
        });
    }

    /** Somebody of the office finishes its open step. */
    void finishes(Task task) {
        makes(task.office() + "/officer1", "finishStep", task.no());
    }

    /** The department that was asked answers on its own desk. */
    void answers(Task inquiry) {
        visits.as(inquiry.office() + "/checker", Device.DESKTOP, page -> {
            visits.go(page, "/desk/cases/" + number + "/inquiries/" + inquiry.no());
            fill(page);
            button(page, "答复").click();
            assertThat(page.locator("main")).containsText("已经答复");
        });
    }

    private static void fill(Page page, String... chosen) {
        for (Locator fieldset : page.locator("main fieldset").all()) {
            fieldset.locator("input[type=radio], input[type=checkbox]").first().check(FORCED);
        }
        for (String label : chosen) {
            page.getByLabel(label).first().check(FORCED);
        }
        for (Locator words : page.locator("main textarea").all()) {
            words.fill(OPINION);
        }
    }

    private static final Locator.CheckOptions FORCED = new Locator.CheckOptions().setForce(true);

    /** A party signs on the page of what is asked of them. */
    void signs(String who, String picture) {
        visits.as(who, Device.PHONE, page -> {
            visits.go(page, "/my/parts/" + number);
            Visits.look(page, picture);
            button(page, "确认并签署").click();
            assertThat(page.locator("main")).containsText("确认并签署");
        });
    }

    /** The office opens the order, one of each line at these prices in yuan. */
    void charges(Task payment, String... prices) {
        visits.as(payment.office() + "/officer1", Device.DESKTOP, page -> {
            visits.go(page, "/desk/cases/" + number + "/fee/" + payment.no());
            for (int line = 0; line < prices.length; line++) {
                page.locator("[name=amount-" + line + "]").fill(prices[line]);
                page.locator("[name=count-" + line + "]").fill("1");
            }
            button(page, "开具").click();
            assertThat(page.locator("main")).containsText("待缴费");
        });
    }

    void pays(String who, Task payment, String picture) {
        visits.as(who, Device.PHONE, page -> {
            visits.go(page, path() + "/fee/" + payment.no());
            Visits.look(page, picture);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^去缴费")))
                    .click();
            button(page, "付款成功").click();
            assertThat(page.locator("main")).containsText("已缴费");
        });
    }

    /** The office offers half hours of that morning, two people each. */
    void opensTimes(String office, LocalDate day) {
        visits.as(office + "/clerk", Device.DESKTOP, page -> {
            visits.go(page, "/appointments");
            date(page, "from", day);
            date(page, "to", day);
            page.getByLabel("每天几点开始").fill("09:00");
            page.getByLabel("每天几点结束").fill("11:00");
            page.getByLabel("每个时段多长").fill("30");
            page.getByLabel("每个时段几人").fill("2");
            button(page, "放号").click();
            assertThat(page.locator(".tb-banner")).containsText("放出了");
        });
    }

    void books(String who, Task appointment, String slot, String picture) {
        visits.as(who, Device.PHONE, page -> {
            visits.go(page, path() + "/appointment/" + appointment.no());
            page.locator("label", new Page.LocatorOptions().setHasText(slot)).click();
            button(page, "就约这个时间").click();
            assertThat(page.locator(".tb-banner__title")).containsText(slot.substring(0, 5));
            Visits.look(page, picture);
        });
    }

    /** They come: a number is drawn and called, and what was done is entered. */
    void receives(String office, String picture) {
        visits.as(office + "/clerk", Device.DESKTOP, page -> {
            visits.go(page, "/appointments");
            var row = page.locator("tr", new Page.LocatorOptions().setHasText(number));
            row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^取号")))
                    .click();
            page.getByLabel("窗口").first().fill("1号窗口");
            button(page, "叫下一位").click();
            row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^到场办理")))
                    .click();
            page.getByLabel("办理情况").fill(OPINION);
            page.locator("label", new Page.LocatorOptions().setHasText("完成"))
                    .first()
                    .click();
            Visits.look(page, picture);
            button(page, "登记").click();
            assertThat(page.locator(".tb-banner")).containsText("已登记到场办理");
        });
    }

    private static void date(Page page, String name, LocalDate day) {
        page.locator("input[name=" + name + "-year]").fill(String.valueOf(day.getYear()));
        page.locator("input[name=" + name + "-month]").fill(String.valueOf(day.getMonthValue()));
        page.locator("input[name=" + name + "-day]").fill(String.valueOf(day.getDayOfMonth()));
    }
}
