package org.tongban.catalogue;

import java.util.List;

/**
 * 应填应交: what a form asks, given what has been answered so far.
 *
 * @param fields those that apply, in the file's order
 * @param open those of which it is not yet known, because an earlier answer is missing
 * @param materials those that apply, required or not
 * @param openMaterials those of which it is not yet known
 * @param routing what still has to be said before the competent office is known, by name as in {@link Precheck#unknown}
 */
public record Asked(
        List<Field> fields,
        List<Field> open,
        List<Material> materials,
        List<Material> openMaterials,
        List<String> routing) {}
