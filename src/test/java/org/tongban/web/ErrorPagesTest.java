package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootTest(classes = PartsBrowserTest.Ground.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(ErrorPagesTest.Broken.class)
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTest {
    @RestController
    static class Broken {
        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("张三的号码");
        }
    }

    @LocalServerPort
    private int port;

    @Test
    void a_fault_shows_a_reference_and_never_its_message_and_the_log_has_both(CapturedOutput output)
            throws IOException, InterruptedException {
        var answer = get("/broken", "text/html");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("系统出了问题").doesNotContain("张三", "IllegalState");
        var reference = answer.body().replaceAll("(?s).*tb-reference\">([A-Z0-9]{10})<.*", "$1");
        assertThat(reference).hasSize(10);
        assertThat(output).contains(reference);
    }

    @Test
    void a_program_gets_a_problem_instead_of_a_page() throws IOException, InterruptedException {
        var answer = get("/broken", "application/json");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:tongban:fault:").doesNotContain("张三");
    }

    @Test
    void an_unknown_address_says_what_to_do_next() throws IOException, InterruptedException {
        var answer = get("/nowhere", "text/html");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("找不到这个页面", "回到首页");
    }

    @Test
    void every_answer_forbids_script_and_style_from_elsewhere() throws IOException, InterruptedException {
        for (var path : new String[] {"/parts", "/nowhere", "/assets/tongban.css"}) {
            assertThat(get(path, "text/html")
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElse(""))
                    .as(path)
                    .startsWith("default-src 'self';")
                    .doesNotContain("unsafe");
        }
    }

    private HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", accept)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }
}
