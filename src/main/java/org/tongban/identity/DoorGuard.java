package org.tongban.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** 门禁: lets through by the {@link Door} of what is asked for. What has none is closed, files of our own are open. */
@Component
class DoorGuard implements HandlerInterceptor {
    /** Open controllers of others, which cannot carry an annotation: the description of the API. */
    private static final Set<String> OPEN_PACKAGES = Set.of("org.springdoc.webmvc.api");

    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Door.Open.class, Door.SignedIn.class, Door.Only.class);

    private final Logins logins;
    private final ClosedDoor closed;

    DoorGuard(Logins logins, ClosedDoor closed) {
        this.logins = logins;
        this.closed = closed;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        var door = handler instanceof HandlerMethod method ? door(method) : Optional.<Annotation>empty();
        if (door.isPresent() && door.get() instanceof Door.Open) {
            return true;
        }
        var actor = logins.actor(request);
        if (door.isPresent() && permits(door.get(), actor)) {
            return true;
        }
        if (actor != null) {
            closed.forbid(request, response);
        } else if (logins.current(request) != null) {
            closed.choosePost(request, response);
        } else {
            closed.signIn(request, response);
        }
        return false;
    }

    /** The one class of door of a handler, its method's before its type's; empty where it is unclassified. */
    static Optional<Annotation> door(HandlerMethod handler) {
        var type = handler.getBeanType();
        if (ErrorController.class.isAssignableFrom(type) || OPEN_PACKAGES.contains(type.getPackageName())) {
            return Optional.of(OPEN);
        }
        var onMethod = doors(handler.getMethod());
        var doors = onMethod.isEmpty() ? doors(type) : onMethod;
        return doors.size() == 1 ? Optional.of(doors.getFirst()) : Optional.empty();
    }

    static boolean permits(Annotation door, @Nullable Actor actor) {
        return door instanceof Door.Open
                || actor != null && door instanceof Door.SignedIn
                || actor != null
                        && door instanceof Door.Only only
                        && List.of(only.value()).contains(actor.role());
    }

    private static List<Annotation> doors(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .filter(annotation -> KINDS.contains(annotation.annotationType()))
                .toList();
    }

    private static final Annotation OPEN = doors(OpenDoor.class).getFirst();

    @Door.Open
    private static final class OpenDoor {}
}
