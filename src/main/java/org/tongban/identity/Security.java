package org.tongban.identity;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How requests are secured: the token endpoint, the API with bearer tokens, and pages with sessions. Who may enter which door
 * is not said here but at each door ({@link Door}), and {@link DoorGuard} holds it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class Security {
    @Bean
    @Order(1)
    SecurityFilterChain tokenFilters(HttpSecurity http, TokenEndpoint tokens) {
        return http.securityMatcher(TokenEndpoint.PATH)
                .oauth2AuthorizationServer(tokens::configure)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiFilters(HttpSecurity http, JwtDecoder decoder, TokenEndpoint tokens, ClosedDoor closed) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(closed)
                        .accessDeniedHandler(closed)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(tokens::client)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageFilters(
            HttpSecurity http,
            Sessions sessions,
            ClosedDoor closed,
            ProviderSignIn signIn,
            ObjectProvider<InMemoryClientRegistrationRepository> providers) {
        http.csrf(csrf -> csrf.csrfTokenRepository(sessions.csrf()))
                .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                .requestCache(cache -> cache.requestCache(sessions.requests()))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(closed).accessDeniedHandler(closed))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll());
        var registered = providers.getIfAvailable();
        if (registered != null) {
            signIn.expect(registered);
            http.oauth2Login(login -> login.loginPage(ClosedDoor.SIGN_IN)
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .successHandler(signIn)
                    .failureHandler(signIn));
        }
        return http.build();
    }

    /** Before all security, for whatever lets somebody in. */
    @Bean
    FilterRegistrationBean<Throttle> throttle(
            ClosedDoor closed, @Value("${tongban.sign-in.requests-per-second:50}") int perSecond) {
        var registration = new FilterRegistrationBean<>(new Throttle(closed, perSecond));
        registration.setUrlPatterns(
                List.of(TokenEndpoint.PATH, ClosedDoor.SIGN_IN + "/*", "/oauth2/authorization/*", "/login/oauth2/*"));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    WebMvcConfigurer doorGuarding(DoorGuard guard, ActorArgument actors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard).order(Integer.MIN_VALUE);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(actors);
            }
        };
    }
}
