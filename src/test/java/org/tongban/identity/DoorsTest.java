package org.tongban.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.tongban.TongbanTest;

@TongbanTest
@DisplayName("Every endpoint of pages and API says for whom it is, and is closed to all others")
class DoorsTest {

    private static final Map<Role, String> PEOPLE = new EnumMap<>(Map.of(
            Role.APPLICANT, "person-0",
            Role.CLERK, "service-hall-320500/clerk",
            Role.OFFICER, "notary-320100/officer1",
            Role.APPROVER, "notary-320100/approver",
            Role.CHECKER, "education-320000/checker",
            Role.MANAGER, "justice-320000/manager",
            Role.SUPERVISOR, "coordination-320000/supervisor",
            Role.SYSTEM_ADMIN, "coordination-320000/system-admin",
            Role.SECURITY_ADMIN, "coordination-320000/security-admin",
            Role.AUDIT_ADMIN, "coordination-320000/audit-admin"));
    private static final Map<Role, String> CLIENTS =
            Map.of(Role.PLATFORM, "demo-platform", Role.OFFICE_SYSTEM, "demo-notary-320100");

    @Autowired
    ApplicationContext node;

    @Autowired
    MockMvc mvc;

    private record Endpoint(
            HttpMethod method, String path, @Nullable MediaType consumes, HandlerMethod handler) {
        boolean api() {
            return path.startsWith("/api/");
        }

        MockHttpServletRequestBuilder call() {
            var call = request(method, path.replaceAll("\\{[^/]+}", "1"));
            if (consumes != null) {
                call.contentType(consumes);
            }
            return api() ? call : call.with(csrf());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void none_is_unclassified() {
        assertThat(endpoints())
                .isNotEmpty()
                .filteredOn(endpoint -> DoorGuard.door(endpoint.handler()).isEmpty())
                .as("endpoints without a Door, which are closed to everybody")
                .isEmpty();
    }

    @Test
    void one_that_hands_out_an_actor_without_fail_is_not_open() {
        assertThat(endpoints())
                .filteredOn(
                        endpoint -> DoorGuard.door(endpoint.handler()).stream().anyMatch(Door.Open.class::isInstance))
                .filteredOn(endpoint -> List.of(endpoint.handler().getMethodParameters()).stream()
                        .anyMatch(parameter -> parameter.getParameterType() == Actor.class && !parameter.isOptional()))
                .isEmpty();
    }

    @Test
    void pages_are_not_for_clients_and_the_api_is_not_for_sessions() {
        for (var endpoint : endpoints()) {
            var door = Objects.requireNonNull(DoorGuard.door(endpoint.handler()).orElse(null), endpoint::toString);
            for (var role : endpoint.api() ? PEOPLE.keySet() : CLIENTS.keySet()) {
                assertThat(door instanceof Door.Only && DoorGuard.permits(door, as(role)))
                        .as("%s for %s, who can never come that way", endpoint, role)
                        .isFalse();
            }
        }
    }

    @Test
    void whoever_is_not_signed_in_is_shown_the_way_or_told_401() throws Exception {
        for (var endpoint : endpoints()) {
            if (!permits(endpoint, null)) {
                var answer = mvc.perform(endpoint.call());
                answer.andExpect(endpoint.api() ? status().isUnauthorized() : redirectedUrl("/sign-in"));
            }
        }
    }

    @Test
    void every_role_that_a_door_does_not_name_is_refused_by_it() throws Exception {
        Map<Role, MockHttpSession> sessions = new EnumMap<>(Role.class);
        for (var person : PEOPLE.entrySet()) {
            sessions.put(person.getKey(), TestSignIn.session(mvc, person.getValue()));
        }
        Map<Role, String> bearers = new EnumMap<>(Role.class);
        for (var client : CLIENTS.entrySet()) {
            bearers.put(client.getKey(), TestSignIn.bearer(mvc, client.getValue()));
        }
        for (var endpoint : endpoints()) {
            for (var role : endpoint.api() ? bearers.keySet() : sessions.keySet()) {
                if (!permits(endpoint, role)) {
                    var call = endpoint.call();
                    mvc.perform(
                                    endpoint.api()
                                            ? call.header(
                                                    HttpHeaders.AUTHORIZATION,
                                                    Objects.requireNonNull(bearers.get(role)))
                                            : call.session(Objects.requireNonNull(sessions.get(role))))
                            .andExpect(status().isForbidden());
                }
            }
        }
    }

    @Test
    void a_session_is_nobody_to_the_api() throws Exception {
        var session = TestSignIn.session(mvc, "person-0");
        for (var endpoint : endpoints()) {
            if (endpoint.api() && !permits(endpoint, null)) {
                mvc.perform(endpoint.call().session(session)).andExpect(status().isUnauthorized());
            }
        }
    }

    @Test
    void what_the_node_tells_its_operator_is_not_told_here() throws Exception {
        var admin = TestSignIn.session(mvc, "coordination-320000/system-admin");
        for (var path : new String[] {"/actuator", "/actuator/env", "/actuator/beans"}) {
            mvc.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
            mvc.perform(get(path).session(admin)).andExpect(status().isForbidden());
        }
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    private static boolean permits(Endpoint endpoint, @Nullable Role role) {
        return DoorGuard.door(endpoint.handler())
                .filter(door -> DoorGuard.permits(door, role == null ? null : as(role)))
                .isPresent();
    }

    private static Actor as(Role role) {
        return new Actor("x", "x", role, null, null, 0);
    }

    private List<Endpoint> endpoints() {
        var endpoints = new ArrayList<Endpoint>();
        for (var mapping :
                node.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> endpoints.addAll(of(info, handler)));
        }
        return endpoints;
    }

    private static Collection<Endpoint> of(RequestMappingInfo info, HandlerMethod handler) {
        var methods = info.getMethodsCondition().getMethods();
        var consumes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(null);
        return info.getPatternValues().stream()
                .filter(path -> !path.equals("/error"))
                .flatMap(path -> (methods.isEmpty() ? List.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Endpoint(method.asHttpMethod(), path, consumes, handler)))
                .toList();
    }
}
