package org.tongban.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tongban.identity.Vault;
import org.tongban.places.Offices;
import org.tongban.places.Regions;

/** 事项清单: the services. A file that cannot be read stops the start-up with its name, line and reason. */
@Component
public class Catalogue {
    private static final String FILES = "classpath:items/*.yaml";

    private final Map<String, Item> items = new TreeMap<>();
    private final Map<String, Rules> rules = new ConcurrentHashMap<>();
    private final Regions regions;
    private final Offices offices;

    Catalogue(Regions regions, Offices offices) throws IOException {
        this.regions = regions;
        this.offices = offices;
        for (var resource : new PathMatchingResourcePatternResolver().getResources(FILES)) {
            var file = Objects.requireNonNull(resource.getFilename());
            if (!file.endsWith(".cases.yaml")) {
                var text = resource.getContentAsString(StandardCharsets.UTF_8);
                var item = ItemReader.read(file, text, Vault.digest(text)).item();
                items.put(item.id(), item);
            }
        }
    }

    /** All services, by id. */
    public List<Item> items() {
        return List.copyOf(items.values());
    }

    public Optional<Item> find(String id) {
        return Optional.ofNullable(items.get(id));
    }

    /** The service as it was when a case was handed in. */
    public Item version(String id, String digest) {
        return find(id).filter(i -> i.version().equals(digest))
                .orElseThrow(() -> new IllegalStateException("service " + id + " has no version " + digest));
    }

    /** Holds a filing against its service; opens nothing. */
    public Precheck check(Item item, Filing filing, LocalDate today) {
        var compiled = rules.computeIfAbsent(item.id() + item.version(), key -> new Rules(item, regions));
        return new FilingCheck(item, compiled, regions, offices::find, filing, today).precheck();
    }
}
