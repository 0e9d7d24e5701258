package org.tongban.supervision;

import java.util.Collection;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Many records as one parameter of a statement: JSON whose keys are called as the columns. */
final class Rows {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Rows() {}

    static String json(Collection<? extends Record> rows) {
        return JSON.writeValueAsString(rows);
    }

    static String json(Record row) {
        return JSON.writeValueAsString(row);
    }

    static String texts(Collection<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
