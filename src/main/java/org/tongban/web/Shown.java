package org.tongban.web;

import org.jspecify.annotations.Nullable;

/**
 * 显示项: a label and its value as a page shows it: personal values covered until a reason is given (policy D-26).
 *
 * @param whole shown where nothing is personal or somebody gave a reason
 * @param covered shown otherwise
 * @param part names the value in the form that asks to see it; null: not personal
 */
public record Shown(
        String label,
        String whole,
        String covered,
        @Nullable String part,
        boolean full) {

    /** A value that everybody on this page may see. */
    public static Shown open(String label, String text) {
        return new Shown(label, text, text, null, true);
    }

    /** @param seen the part that is shown in full on this page; null: none */
    public static Shown personal(String label, String whole, String covered, String part, @Nullable String seen) {
        return new Shown(label, whole, covered, part, part.equals(seen));
    }

    public String text() {
        return part == null || full ? whole : covered;
    }

    /** Whether it is covered until a reason is given; what covering would leave as it is, is not. */
    public boolean personal() {
        return part != null && !whole.equals(covered);
    }

    /** Never the value itself. */
    @Override
    public String toString() {
        return label;
    }
}
