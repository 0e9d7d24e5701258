package org.tongban.web.applicant;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.tongban.web.Visits.look;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tongban.TestNode;
import org.tongban.TongbanTest;
import org.tongban.calendar.SettableTime;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemExamples;
import org.tongban.places.Regions;
import org.tongban.web.Filled;
import org.tongban.web.TestBrowser.Device;
import org.tongban.web.Visits;
import org.tongban.web.applicant.FormInBrowser.Way;

/** 内资企业注销: whether it can be done is asked while the notice to creditors still runs, and again when it is over. */
@TongbanTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeregistrationBrowserTest {
    private static final String DEREGISTRATION = "2020-33";
    private static final String COMPANY = "徐州汉风矿业有限公司";
    private static final int MOST_PAGES = 40;

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemExamples examples;

    @Autowired
    Regions regions;

    @Autowired
    SettableTime time;

    @BeforeEach
    void today() {
        time.set(TestNode.START);
    }

    @Test
    @DisplayName("45 days after the notice to creditors, and not a day before")
    void a_company_waits_for_its_creditors() {
        var answers = answers(0, Map.of("creditorNoticeDate", "2026-02-01"));
        asked(answers, page -> {
            assertThat(page.locator("h1")).containsText("不符合条件");
            assertThat(page.locator("main")).containsText("最早 2026年3月19日 起可以申请");
            look(page, "deregistration/creditors-too-early");
        });
        time.set(LocalDate.of(2026, 3, 18));
        asked(answers, page -> assertThat(page.locator("h1")).containsText("不符合条件"));
        time.set(LocalDate.of(2026, 3, 19));
        asked(answers, page -> assertThat(page.locator("h1")).containsText("可以办"));
    }

    @Test
    @DisplayName("the short way: after twenty days of public notice, and within the next twenty")
    void a_company_ends_the_short_way() {
        var answers = answers(1, Map.of("simpleNoticeEnd", "2026-03-05"));
        asked(answers, page -> assertThat(page.locator("main")).containsText("最早 2026年3月6日 起可以申请"));
        time.set(LocalDate.of(2026, 3, 25));
        asked(answers, page -> assertThat(page.locator("h1")).containsText("可以办"));
        time.set(LocalDate.of(2026, 3, 26));
        asked(answers, page -> {
            assertThat(page.locator("h1")).containsText("不符合条件");
            assertThat(page.locator("main")).containsText("在届满后20日内申请");
        });
    }

    private void asked(Map<String, List<String>> answers, Consumer<Page> verdict) {
        var visits = new Visits(port);
        visits.as(COMPANY, Device.DESKTOP, page -> {
            var form = new FormInBrowser(page, Way.SCRIPT, regions);
            visits.go(page, "/items/" + DEREGISTRATION + "/check");
            for (int i = 0; i < MOST_PAGES && page.locator("input[name=asked]").count() > 0; i++) {
                form.fill(answers);
                form.press("继续");
            }
            verdict.accept(page);
        });
    }

    /** Those of an example, with something told otherwise. */
    private Map<String, List<String>> answers(int example, Map<String, Object> otherwise) {
        var item = catalogue.find(DEREGISTRATION).orElseThrow();
        var answers = new LinkedHashMap<String, Object>(
                examples.of(DEREGISTRATION).get(example).filing().answers());
        answers.putAll(otherwise);
        return Filled.of(item.form(), answers, regions).parameters();
    }
}
