package org.tongban.web.applicant;

import java.util.regex.Pattern;
import org.tongban.catalogue.Field;
import org.tongban.catalogue.Item;
import org.tongban.catalogue.PlaceRule;

/** 白话: what a service's file says to those who know its keys, said to those who do not. */
public final class PlainText {
    private static final Pattern KEY = Pattern.compile("(表单\\s*)?\\b([a-z]+(?:[A-Z][A-Za-z0-9]*|_[a-z]+)|from|to)\\b");

    private PlainText() {}

    /** Keys of the form become its labels, keys of places their names. */
    public static String of(Item item, String text) {
        return KEY.matcher(text).replaceAll(key -> name(item, key.group(2), key.group(1) != null));
    }

    private static String name(Item item, String key, boolean filledIn) {
        return item.field(key)
                .map(Field::label)
                .map(label -> filledIn ? "填报的“" + label + "”" : "“" + label + "”")
                .orElseGet(() -> place(key));
    }

    private static String place(String key) {
        return switch (key) {
            case PlaceRule.APPLY_AT -> "申请地";
            case PlaceRule.HANDLED_BY -> "办理地";
            case "from" -> "转出地";
            case "to" -> "转入地";
            default -> key;
        };
    }
}
