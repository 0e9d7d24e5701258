package org.tongban.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.calendar.Time;

/** 接口客户端管理: which systems may call the API; the security administrator registers and closes them. */
@Component
public class Clients {
    /** How long a closed client's token still works. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 10_000;

    private final ClientStore store;
    private final List<ClientSource> sources;
    private final ClientSecrets secrets;
    private final SecurityLog log;
    private final Time time;
    private final Cache<String, Optional<ClientSource.Known>> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(MOST_REMEMBERED)
            .build();

    Clients(ClientStore store, List<ClientSource> sources, ClientSecrets secrets, SecurityLog log, Time time) {
        this.store = store;
        this.sources = List.copyOf(sources);
        this.secrets = secrets;
        this.log = log;
        this.time = time;
    }

    public List<Client> all() {
        return store.all();
    }

    /**
     * Registers a client.
     *
     * @return its secret, which is never shown again
     * @throws Staffing.Refused if the id is taken, or it is not the security administrator who asks
     */
    public String register(Actor by, Client client) {
        requireSecurityAdmin(by);
        var secret = secrets.make();
        if (!store.add(client, secrets.encode(secret), time.now())) {
            throw new Staffing.Refused("客户端编号已经用过：" + client.id());
        }
        remembered.invalidate(client.id());
        log.record(by, SecurityLog.Act.CLIENT_REGISTERED, client.id(), client.role() + " " + client.office());
        return secret;
    }

    /** Closes a client; its tokens stop working within a minute. */
    public void close(Actor by, String id) {
        requireSecurityAdmin(by);
        if (!store.close(id, time.now())) {
            throw new Staffing.Refused("没有这个客户端，或者已经停用");
        }
        remembered.invalidate(id);
        log.record(by, SecurityLog.Act.CLIENT_CLOSED, id, null);
    }

    Optional<ClientSource.Known> find(String id) {
        return Objects.requireNonNull(remembered.get(
                id,
                key -> sources.stream()
                        .map(source -> source.find(key))
                        .flatMap(Optional::stream)
                        .findFirst()));
    }

    private static void requireSecurityAdmin(Actor by) {
        if (by.role() != Role.SECURITY_ADMIN) {
            throw new Staffing.Refused("只有" + Role.SECURITY_ADMIN.label() + "可以这样做");
        }
    }
}
