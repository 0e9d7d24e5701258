package org.tongban.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** 牵头单位: which office a lead department of the list of services is, so that its managers have a post there. */
@Component
public class LeadDepartments {
    private final Map<String, String> offices = read();

    /** The office of a department named as in the list, as 省司法厅. */
    public Optional<String> office(String department) {
        return Optional.ofNullable(offices.get(department));
    }

    /** The name in the list of the department whose office this is. */
    public Optional<String> department(String office) {
        return offices.entrySet().stream()
                .filter(entry -> entry.getValue().equals(office))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All departments, by their names in the list. */
    public Set<String> names() {
        return offices.keySet();
    }

    private static Map<String, String> read() {
        try (InputStream in = new ClassPathResource("identity/departments.yaml").getInputStream()) {
            Map<String, String> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return new LinkedHashMap<>(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
