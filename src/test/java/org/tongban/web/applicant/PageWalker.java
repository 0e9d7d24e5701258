package org.tongban.web.applicant;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Goes from page to page as a browser without script does, following each 303. */
final class PageWalker {
    private static final int SEE_OTHER = 303;

    private final MockMvc mvc;
    private final @Nullable MockHttpSession session;

    PageWalker(MockMvc mvc, @Nullable MockHttpSession session) {
        this.mvc = mvc;
        this.session = session;
    }

    PageReader open(String path) throws Exception {
        return sent(path, get(URI.create(path)));
    }

    PageReader send(String action, Map<String, List<String>> parameters) throws Exception {
        MockHttpServletRequestBuilder request = post(URI.create(action));
        parameters.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return sent(action, request.with(csrf()));
    }

    PageReader upload(String action, List<MockMultipartFile> files) throws Exception {
        var request = multipart(URI.create(action));
        files.forEach(request::file);
        return sent(action, request.with(csrf()));
    }

    private PageReader sent(String path, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        if (session != null) {
            request.session(session);
        }
        var response = mvc.perform(request).andReturn().getResponse();
        if (response.getStatus() == SEE_OTHER) {
            return open(String.valueOf(response.getHeader("Location")));
        }
        return new PageReader(
                URI.create(path).getPath(),
                response.getStatus(),
                new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }
}
