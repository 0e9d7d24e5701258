package org.tongban.ratings;

import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demonstration's stand-in for 12345: numbers what it is given, and says that it is none. */
@Component
@Profile("demo")
class SimulatedHotline implements Hotline {
    private static final String JIANGSU = "32";

    @Override
    public boolean serves(String region) {
        return region.startsWith(JIANGSU);
    }

    @Override
    public String dispatch(UUID ticket, String office, String itemName) {
        return "模拟12345-" + ticket.toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }
}
