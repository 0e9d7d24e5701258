package org.tongban.web.counter;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import org.tongban.catalogue.Item;
import org.tongban.identity.Person;
import org.tongban.identity.TestSignIn;
import org.tongban.places.Regions;
import org.tongban.web.Filled;

/** A clerk at a window, as tests see one: what is sent and what comes back, through the pages. */
final class AtCounter {
    private static final Pattern HIDDEN = Pattern.compile("name=\"(seen|revision)\" value=\"(\\d+)\"");

    private final MockMvc mvc;
    private final MockHttpSession session;

    AtCounter(MockMvc mvc, String who) throws Exception {
        this.mvc = mvc;
        this.session = TestSignIn.session(mvc, who);
    }

    MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(path).session(session)).andReturn().getResponse();
    }

    String page(String path) throws Exception {
        return open(path).getContentAsString();
    }

    MockHttpServletResponse send(String path, Map<String, List<String>> inputs) throws Exception {
        return mvc.perform(with(post(path), inputs)).andReturn().getResponse();
    }

    MockHttpServletResponse send(String path, String... inputs) throws Exception {
        return send(path, map(inputs));
    }

    MockHttpServletResponse upload(String path, Map<String, List<String>> inputs, MockMultipartFile... files)
            throws Exception {
        var request = multipart(path);
        for (var file : files) {
            request.file(file);
        }
        inputs.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return mvc.perform(request.session(session).with(csrf())).andReturn().getResponse();
    }

    private MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, Map<String, List<String>> inputs) {
        return request.session(session).with(csrf()).params(new LinkedMultiValueMap<>(inputs));
    }

    static Map<String, List<String>> map(String... inputs) {
        var map = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < inputs.length; i += 2) {
            map.put(inputs[i], List.of(inputs[i + 1]));
        }
        return map;
    }

    /** The draft's version or the case's revision that a page holds. */
    static String hidden(String page) {
        var found = HIDDEN.matcher(page);
        return found.find() ? found.group(2) : "0";
    }

    static String location(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getHeader("Location"), () -> "no redirect: " + response.getStatus());
    }

    /** Somebody with a resident identity card, looked at and agreeing. */
    static Map<String, List<String>> who(Person person) {
        return map(
                "kind", "person",
                "name", person.name(),
                "document-type", "居民身份证",
                "document-number", person.documentNumber(),
                "phone", Objects.requireNonNullElse(person.phone(), ""),
                "identityCheck", "证件原件与本人一致",
                "consent", "本人当场核对并签字");
    }

    static Map<String, List<String>> form(Item item, Map<String, Object> answers, Regions regions) {
        return new LinkedHashMap<>(Filled.of(item.form(), answers, regions).parameters());
    }

    static MockMultipartFile scan(String material, String name) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", out);
        return new MockMultipartFile("file." + material, name, "image/png", out.toByteArray());
    }
}
