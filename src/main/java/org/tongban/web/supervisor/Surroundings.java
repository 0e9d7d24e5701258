package org.tongban.web.supervisor;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Item;
import org.tongban.web.Names;

/** 名称对照: what codes of services, departments and places are called on these pages, and what may be chosen from. */
@Component
public class Surroundings {
    private final Catalogue catalogue;
    private final Names names;

    Surroundings(Catalogue catalogue, Names names) {
        this.catalogue = catalogue;
        this.names = names;
    }

    public String item(String id) {
        return catalogue.find(id).map(Item::name).orElse(id);
    }

    public String lead(String itemId) {
        return catalogue.find(itemId).map(Item::lead).orElse("");
    }

    public String office(String code) {
        return names.office(code);
    }

    public String person(String account) {
        return names.person(account);
    }

    /** Services by id, in the order of the table. */
    public Map<String, String> items() {
        var items = new LinkedHashMap<String, String>();
        catalogue.items().forEach(item -> items.put(item.id(), item.id() + " " + item.name()));
        return items;
    }

    public Map<String, String> leads() {
        var leads = new LinkedHashMap<String, String>();
        catalogue.items().forEach(item -> leads.put(item.lead(), item.lead()));
        return leads;
    }

    public Map<String, String> provinces() {
        var provinces = new LinkedHashMap<String, String>();
        ProvinceTile.ALL.stream()
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .forEach(tile -> provinces.put(tile.code(), tile.name()));
        return provinces;
    }

    /** Ids of the services of one department, or the one service; null where neither is chosen. */
    @Nullable
    Set<String> itemsOf(String lead, String item) {
        if (!item.isEmpty()) {
            return Set.of(item);
        }
        return lead.isEmpty()
                ? null
                : catalogue.items().stream()
                        .filter(one -> one.lead().equals(lead))
                        .map(Item::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
