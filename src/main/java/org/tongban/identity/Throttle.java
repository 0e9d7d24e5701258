package org.tongban.identity;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one address may ask to be let in, and locks out who fails too often (policy D-22). A lock holds for
 * a client together with the address that failed, so that nobody can lock out somebody else's.
 */
final class Throttle extends OncePerRequestFilter {
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final int FAILURES_OF_A_CLIENT = 10;
    private static final int FAILURES_OF_AN_ADDRESS = 100;
    private static final int MOST_KEYS = 100_000;
    private static final int LONGEST_ID = 100;

    private final ClosedDoor closed;
    private final LoadingCache<String, Bucket> requests;
    private final LoadingCache<String, Bucket> failures;

    /** @param perSecond requests of one address in a second, twenty times as many at once */
    Throttle(ClosedDoor closed, int perSecond) {
        this.closed = closed;
        this.requests = buckets(key -> bucket(perSecond * 20L, perSecond, Duration.ofSeconds(1)));
        this.failures = buckets(key -> {
            int most = key.startsWith("address ") ? FAILURES_OF_AN_ADDRESS : FAILURES_OF_A_CLIENT;
            return bucket(most, most, LOCK);
        });
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var address = request.getRemoteAddr();
        var ofAddress = failures.get("address " + address);
        var ofClient = failures.get("client " + shortened(client(request)) + " " + address);
        if (!requests.get(address).tryConsume(1)) {
            closed.tooMany(response, 1);
        } else if (ofAddress.getAvailableTokens() == 0 || ofClient.getAvailableTokens() == 0) {
            closed.tooMany(response, LOCK.toSeconds());
        } else {
            chain.doFilter(request, response);
            if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
                ofAddress.tryConsume(1);
                ofClient.tryConsume(1);
            }
        }
    }

    private static LoadingCache<String, Bucket> buckets(CacheLoader<String, Bucket> maker) {
        return Caffeine.newBuilder()
                .expireAfterAccess(LOCK)
                .maximumSize(MOST_KEYS)
                .build(maker);
    }

    private static Bucket bucket(long most, long refill, Duration period) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(refill, period))
                .build();
    }

    private static String shortened(@Nullable String client) {
        return client == null ? "" : client.substring(0, Math.min(client.length(), LONGEST_ID));
    }

    /** The id a client states, by form field or by the Basic scheme; not yet believed. */
    private static @Nullable String client(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return request.getParameter("client_id");
        }
        try {
            var decoded =
                    new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
            return decoded.split(":", 2)[0];
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
