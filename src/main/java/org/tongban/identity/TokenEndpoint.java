package org.tongban.identity;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * The token endpoint: OAuth 2 client credentials, answered with a JWT that only this node's key store can mark. It says no more
 * than which client asks; what the client may do is looked up at each request, so that a closed one stops.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {
    static final String PATH = "/oauth2/token";
    private static final Duration VALID = Duration.ofHours(1);

    private final Clients clients;
    private final SecretKey key;

    TokenEndpoint(Clients clients, KeyKeeper keys) {
        this.clients = clients;
        this.key = new SecretKeySpec(keys.tokenKey(), "HmacSHA256");
    }

    @Bean
    JwtDecoder accessTokens() {
        return NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    }

    void configure(OAuth2AuthorizationServerConfigurer server) {
        var encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        var tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(context -> context.getJwsHeader().algorithm(MacAlgorithm.HS256));
        server.authorizationServerSettings(AuthorizationServerSettings.builder()
                        .tokenEndpoint(PATH)
                        .build())
                .registeredClientRepository(new Registered(clients))
                .authorizationService(new Forgetful())
                .tokenGenerator(tokens);
    }

    /** The client that a valid token names, as the {@link Actor} of the request. */
    AbstractAuthenticationToken client(Jwt token) {
        var client = Optional.ofNullable(token.getSubject())
                .flatMap(clients::find)
                .orElseThrow(() -> new InvalidBearerTokenException("the client was closed"));
        return new PreAuthenticatedAuthenticationToken(client.client().actor(), null, List.of());
    }

    /** Our clients as the authorization server wants to see them. */
    private record Registered(Clients clients) implements RegisteredClientRepository {

        @Override
        public void save(RegisteredClient client) {
            throw new UnsupportedOperationException("clients are registered by the security administrator");
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String id) {
            return clients.find(id)
                    .map(known -> RegisteredClient.withId(id)
                            .clientId(id)
                            .clientName(known.client().name())
                            .clientSecret(known.secretHash())
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .tokenSettings(TokenSettings.builder()
                                    .accessTokenTimeToLive(VALID)
                                    .build())
                            .build())
                    .orElse(null);
        }
    }

    /** Keeps no tokens: each proves itself. */
    private static final class Forgetful implements OAuth2AuthorizationService {

        @Override
        public void save(OAuth2Authorization authorization) {}

        @Override
        public void remove(OAuth2Authorization authorization) {}

        @Override
        public @Nullable OAuth2Authorization findById(String id) {
            return null;
        }

        @Override
        public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
            return null;
        }
    }
}
