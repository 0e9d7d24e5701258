package org.tongban.places;

import java.util.Map;
import java.util.Set;

/**
 * 机构类型: a kind of office, at which levels it exists and how its offices are called.
 *
 * @param key as in service files and office codes, as {@code social-insurance}
 * @param title with {@code {place}} or {@code {short}} for the region
 * @param titles other titles by level word, and by {@code municipality} for 直辖市
 * @param outside it is in no system: letters go out, answers are entered by hand
 */
public record OfficeKind(
        String key, String name, Set<Level> levels, String title, Map<String, String> titles, boolean outside) {}
