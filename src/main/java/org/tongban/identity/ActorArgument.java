package org.tongban.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Actor} of the request; one that also serves people who are not signed in takes it {@code @Nullable}. */
@Component
class ActorArgument implements HandlerMethodArgumentResolver {
    private final Logins logins;

    ActorArgument(Logins logins) {
        this.logins = logins;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = logins.actor(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        if (actor == null && !parameter.isOptional()) {
            throw new IllegalStateException("indicates a bug: an open door takes an actor that may be absent");
        }
        return actor;
    }
}
