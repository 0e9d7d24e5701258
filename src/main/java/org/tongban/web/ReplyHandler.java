package org.tongban.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Writes a {@link Reply}. A page is rendered whole before its first byte is sent, so that a fault in it becomes a clean 500. */
class ReplyHandler implements HandlerMethodReturnValueHandler {
    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final PageArgument pages;

    ReplyHandler(PageArgument pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Reply.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch ((Reply) Objects.requireNonNull(value)) {
            case Reply.Show show -> write(show.page(), HttpServletResponse.SC_OK, request, response);
            case Reply.Again again -> write(again.page(), 422, request, response);
            case Reply.Tell tell -> write(tell.page(), tell.status(), request, response);
            case Reply.SeeOther see -> {
                response.setStatus(HttpServletResponse.SC_SEE_OTHER);
                response.setHeader(HttpHeaders.LOCATION, see.path());
            }
        }
    }

    private void write(JteModel page, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var output = new StringOutput();
        Words.speaking(pages.page(request).look().language(), () -> page.render(output));
        var bytes = output.toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(HTML);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
