package org.tongban.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 选项: what a question lets one choose from, as value → text. */
public final class Options {
    /** 证件类型: documents that identify a person. */
    public static final List<String> IDENTITY_TYPES =
            List.of("居民身份证", "护照", "外国人永久居留身份证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "港澳居民居住证", "台湾居民居住证");

    private Options() {}

    public static Map<String, String> yesNo() {
        var options = new LinkedHashMap<String, String>();
        options.put("true", Words.t("是"));
        options.put("false", Words.t("否"));
        return options;
    }

    /** Values that are their own text. */
    public static Map<String, String> of(List<String> texts) {
        var options = new LinkedHashMap<String, String>();
        texts.forEach(text -> options.put(text, text));
        return options;
    }
}
