package org.tongban.web.counter;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Material;
import org.tongban.web.Words;

/** 交件方式: how one material came to the window (policy L-01). */
public enum Handing {
    SCANNED("交电子件或者扫描件"),
    SEEN("核对原件，当场退还"),
    KEPT("留下原件，由窗口保管寄送"),
    SPARED("免提交，由记录调取"),
    MISSING("没有带来");

    private final String chinese;

    Handing(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** Whether something was handed in or shown. */
    boolean handedIn() {
        return this == SCANNED || this == SEEN || this == KEPT;
    }

    static @Nullable Handing named(@Nullable String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What a clerk may choose for this material. */
    public static Map<String, String> options(Material material) {
        var options = new LinkedHashMap<String, String>();
        for (var one : values()) {
            if (one != SPARED || material.exemptBy() != null) {
                options.put(one.name(), Words.t(one.chinese));
            }
        }
        return options;
    }
}
