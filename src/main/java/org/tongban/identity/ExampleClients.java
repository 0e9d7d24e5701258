package org.tongban.identity;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.tongban.places.Offices;

/** Clients of the demonstration: {@code demo-platform}, and {@code demo-<office code>} for every office; the secret is demo. */
@Component
@Profile("demo")
class ExampleClients implements ClientSource {
    private static final String PREFIX = "demo-";
    private static final String PLATFORM = "demo-platform";
    private static final String SECRET = "demo";
    /** Person, name and document matched, the level most services ask for (policy N-21). */
    private static final int ASSURANCE = 4;

    private final Offices offices;
    private final String secretHash;

    ExampleClients(Offices offices, ClientSecrets secrets) {
        this.offices = offices;
        this.secretHash = secrets.encode(SECRET);
    }

    @Override
    public Optional<Known> find(String id) {
        if (id.equals(PLATFORM)) {
            return Optional.of(new Known(new Client(id, "演示申请平台", Role.PLATFORM, null, ASSURANCE), secretHash));
        }
        if (!id.startsWith(PREFIX)) {
            return Optional.empty();
        }
        return offices.byCode(id.substring(PREFIX.length()))
                .map(office ->
                        new Client(id, office.name() + "业务系统", Role.OFFICE_SYSTEM, office.code(), Actor.IN_PERSON))
                .map(client -> new Known(client, secretHash));
    }
}
