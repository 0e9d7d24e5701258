package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.tongban.places.Regions;
import org.tongban.web.TestBrowser.Device;

/** D-30 to D-34: every part, in a real browser, on desktop and phone, with and without script, in both editions and languages. */
@SpringBootTest(classes = PartsBrowserTest.Ground.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class PartsBrowserTest {
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        MultipartAutoConfiguration.class
    })
    @Import({
        WebConfiguration.class,
        WebConfiguration.PageTemplates.class,
        PageArgument.class,
        SecurityHeaders.class,
        LookPages.class,
        ErrorPages.class,
        PartExamples.class,
        FieldExamples.class,
        Regions.class
    })
    static class Ground {}

    @LocalServerPort
    private int port;

    @Autowired
    private PartExamples examples;

    @TestFactory
    Stream<DynamicTest> parts_are_sound_on_desktop() {
        return parts("", Device.DESKTOP, true, "");
    }

    @TestFactory
    Stream<DynamicTest> parts_are_sound_on_a_phone() {
        return parts("-phone", Device.PHONE, true, "");
    }

    @TestFactory
    Stream<DynamicTest> parts_are_sound_without_script() {
        return parts("-noscript", Device.PHONE, false, "");
    }

    @TestFactory
    Stream<DynamicTest> parts_are_sound_in_the_elder_edition() {
        return parts("-elder", Device.PHONE, true, "elder=true");
    }

    @TestFactory
    Stream<DynamicTest> parts_are_sound_in_english() {
        return parts("-en", Device.DESKTOP, true, "language=en");
    }

    @Test
    void the_elder_edition_has_large_text_and_targets_D_31_D_32() {
        try (var visitor = TestBrowser.visitor(Device.PHONE, true)) {
            var page = visitor.newPage();
            for (var part : List.of("applicant", "fields", "home")) {
                page.navigate("http://localhost:" + port + "/look?elder=true&to=/parts/" + part);
                assertThat(TestBrowser.textSmallerThan(page, 18)).as(part).isEmpty();
                assertThat(TestBrowser.targetsSmallerThan(page, 60)).as(part).isEmpty();
            }
        }
    }

    @Test
    void the_standard_edition_has_targets_of_44_pixels_D_32() {
        try (var visitor = TestBrowser.visitor(Device.PHONE, true)) {
            var page = visitor.newPage();
            for (var part : List.of("applicant", "fields", "desk", "home")) {
                page.navigate("http://localhost:" + port + "/parts/" + part);
                assertThat(TestBrowser.targetsSmallerThan(page, 44)).as(part).isEmpty();
            }
        }
    }

    private Stream<DynamicTest> parts(String mark, Device device, boolean script, String look) {
        var names = examples.names();
        assertThat(names).isNotEmpty();
        return names.stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    try (var visitor = TestBrowser.visitor(device, script)) {
                        lookAt(visitor, name, mark, look);
                    }
                }));
    }

    private void lookAt(BrowserContext visitor, String name, String mark, String look) {
        var page = visitor.newPage();
        List<String> complaints = TestBrowser.complaints(page);
        var address = "http://localhost:" + port;
        page.navigate(look.isEmpty() ? address + "/parts/" + name : address + "/look?" + look + "&to=/parts/" + name);
        TestBrowser.screenshot(page, "parts/" + name + mark);
        TestBrowser.assertSound(page);
        assertThat(complaints).isEmpty();
    }
}
