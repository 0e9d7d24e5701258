package org.tongban.casework;

import java.util.List;

/**
 * 办件动态: what happened to one case and was not told before.
 *
 * @param file the case as it stands now, which may be further on than the entries
 * @param entries oldest first, at least one
 */
public record Happened(Casefile file, List<Entry> entries) {}
