package org.tongban.web;

import java.util.Locale;

/** 页面语言: the languages pages are shown in. What service files and people write stays Chinese in both. */
public enum Language {
    CHINESE("zh-CN", "中文", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", "English", Locale.ENGLISH);

    private final String code;
    private final String label;
    private final Locale locale;

    Language(String code, String label, Locale locale) {
        this.code = code;
        this.label = label;
        this.locale = locale;
    }

    static Language of(String code) {
        return ENGLISH.code.equals(code) ? ENGLISH : CHINESE;
    }

    /** As in the {@code lang} attribute. */
    public String code() {
        return code;
    }

    /** In its own language. */
    public String label() {
        return label;
    }

    Locale locale() {
        return locale;
    }
}
