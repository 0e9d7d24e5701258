package org.tongban.catalogue;

import java.util.List;

/**
 * 应填应交: what a form asks, given what has been answered so far.
 *
 * @param fields those that apply, in the file's order
 * @param open those of which it is not yet known, because an earlier answer is missing
 * @param materials those that apply, required or not
 */
public record Asked(List<Field> fields, List<Field> open, List<Material> materials) {}
